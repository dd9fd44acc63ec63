// character_model.h: how likely is this text in this language.
//
// One model a language: what each character costs behind the two before it, in -ln p. Case is folded away
// (how capitals stand is case_shape.h's question), digits, punctuation and foreign letters are classes. The
// charset of bytes, the repair of mojibake, homoglyphs and a text's language are all settled by comparing
// such costs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "data/character_table.h"

namespace sito::language {

/// -ln p, in steps of data::kNatsPerCost. A sum of costs compares texts of equal length.
using Cost = std::uint32_t;

/// Nats as a cost, rounded; at least 0.
[[nodiscard]] constexpr Cost cost_of_nats(double nats) {
  const double steps = nats / data::kNatsPerCost;
  const auto whole = static_cast<Cost>(nats <= 0 ? 0 : steps);
  return nats <= 0 || steps - whole < 0.5 ? whole : whole + 1;
}

enum class Script : std::uint8_t { kLatin, kCyrillic, kGreek, kHebrew, kArabic, kThai };
inline constexpr std::size_t kScripts = 6;

/// That of a letter, by its place in Unicode; kLatin for all scripts that no model is of.
[[nodiscard]] Script script_of(char32_t letter);

/// A language's model; constant from when it is made.
class CharacterModel {
 public:
  explicit CharacterModel(const data::CharacterTable& table);

  /// What a character is to this model, and what it costs to choose it among its class: 0 for a letter of the
  /// language, much for a sign that no press text holds.
  struct Meaning {
    std::uint8_t symbol = 0;
    std::uint8_t cost = 0;
  };

  [[nodiscard]] std::string_view language() const { return table_->language; }
  [[nodiscard]] Script script() const { return script_; }
  [[nodiscard]] std::size_t symbols() const { return table_->symbols; }
  [[nodiscard]] const data::CharacterTable& table() const { return *table_; }

  /// Constant; up to U+05FF a look-up.
  [[nodiscard]] Meaning meaning(char32_t c) const { return c < low_.size() ? low_[c] : meaning_beyond(c); }

  /// The cost of the symbol `next` behind `before` and `last`.
  [[nodiscard]] Cost cost(std::size_t before, std::size_t last, std::size_t next) const {
    return table_->costs[(before * table_->symbols + last) * table_->symbols + next];
  }

  /// The cost of `valid` (UTF-8) as it stands between white space. Linear, some 3 ns a character.
  [[nodiscard]] Cost cost(std::string_view valid) const;

  /// Whether `c` is one of the language's letters, in either case.
  [[nodiscard]] bool writes(char32_t c) const { return meaning(c).symbol >= data::kFirstLetterSymbol; }

 private:
  void add_variants();
  [[nodiscard]] Meaning meaning_beyond(char32_t c) const;

  const data::CharacterTable* table_;
  Script script_;
  std::array<Meaning, 0x600> low_{};
  std::vector<std::pair<char32_t, Meaning>> high_;  ///< signs and letters from U+0600 on, sorted
};

/// All models, sorted by language. Made at the first call, in some milliseconds; safe from several threads.
[[nodiscard]] std::span<const CharacterModel> character_models();

/// The model in which `valid` is the cheapest, and what it costs there. Linear: all models are asked whose
/// script stands in it.
struct Cheapest {
  const CharacterModel* model = nullptr;
  Cost cost = 0;
};
[[nodiscard]] Cheapest cheapest(std::string_view valid);

/// How much less likely than Ukrainian a language is before a text is read, in nats; 0 if it is not known.
/// Rows: data::language_priors().
[[nodiscard]] double prior_nats(std::string_view language);

/// The model of a BCP 47 code; null if there is none.
[[nodiscard]] const CharacterModel* character_model(std::string_view language);

}  // namespace sito::language

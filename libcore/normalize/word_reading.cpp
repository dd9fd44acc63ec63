#include "normalize/word_reading.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "language/character_model.h"
#include "normalize/twins.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

using language::Cost;
using language::cost_of_nats;

/// The letters of a word.
struct Letters {
  std::size_t cyrillic = 0;
  std::size_t latin = 0;
  std::size_t others = 0;  ///< of other scripts, or without a twin
  std::string as_other;    ///< the word in its letters' twins

  explicit Letters(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      const auto [c, length] = text::decode(word, at);
      const Script script = script_of_letter(c);
      const auto other = twin(c, script == Script::kCyrillic ? Script::kLatin : Script::kCyrillic);
      cyrillic += script == Script::kCyrillic ? 1 : 0;
      latin += script == Script::kLatin ? 1 : 0;
      others += other.empty() ? 1 : 0;
      as_other += other;
      at += length;
    }
  }
  [[nodiscard]] bool are_of_one_script() const { return others == 0 && (cyrillic == 0) != (latin == 0); }
  // Fewer are an abbreviation, and make sense in either script.
  [[nodiscard]] bool are_enough() const { return cyrillic + latin >= kLeastLetters; }

 private:
  static constexpr std::size_t kLeastLetters = 4;
};

// Of the languages that are written in the script.
Cost least_cost(std::string_view word, language::Script script) {
  Cost least = UINT32_MAX;
  for (const auto& model : language::character_models())
    if (model.script() == script) least = std::min(least, model.cost(word));
  return least;
}

// Set so that brands and abbreviations in press texts stay: none of them comes near.
constexpr Cost kMargin = cost_of_nats(3.3);
constexpr Cost kPlausible = cost_of_nats(3);  // a character

Script reading_of_one_script(const Letters& letters, std::string_view word, LineLetters line) {
  constexpr std::size_t kLeastOfLine = 8,
                        kMostOfLine = 4;  // one in so many of the line is of the other script
  const bool cyrillic = letters.cyrillic > 0;
  const std::size_t others = cyrillic ? line.latin : line.cyrillic,
                    own = cyrillic ? line.cyrillic : line.latin;
  if (others < kLeastOfLine || own * kMostOfLine > others) return Script::kOther;
  const auto in_own = least_cost(word, cyrillic ? language::Script::kCyrillic : language::Script::kLatin);
  const auto in_other =
      least_cost(letters.as_other, cyrillic ? language::Script::kLatin : language::Script::kCyrillic);
  const auto size = static_cast<Cost>(letters.cyrillic + letters.latin);
  if (in_other + kMargin > in_own || in_other > kPlausible * (size + 1)) return Script::kOther;
  return cyrillic ? Script::kLatin : Script::kCyrillic;
}

}  // namespace

bool may_be_of_other_script(std::string_view word) {
  const Letters letters(word);
  return letters.are_of_one_script() && letters.are_enough();
}

LineLetters line_letters(std::string_view line) {
  LineLetters letters;
  for (std::size_t at = 0; at < line.size();) {
    const auto [c, length] = text::decode(line, at);
    const Script script = script_of_letter(c);
    if (script == Script::kCyrillic && twin(c, Script::kLatin).empty()) ++letters.cyrillic;
    if (script == Script::kLatin && twin(c, Script::kCyrillic).empty()) ++letters.latin;
    at += length;
  }
  return letters;
}

Script reading_of_word(std::string_view word, LineLetters line) {
  const Letters letters(word);
  if (letters.are_of_one_script())
    return letters.are_enough() ? reading_of_one_script(letters, word, line) : Script::kOther;
  if (letters.cyrillic == 0 || letters.latin == 0 || line.cyrillic == line.latin) return Script::kOther;
  return line.cyrillic > line.latin ? Script::kCyrillic : Script::kLatin;
}

}  // namespace sito::normalize

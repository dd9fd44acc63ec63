// vocabulary.h: what the lexicon says of the words of one text, each looked up once.
//
// A page repeats its words, pages repeat each other's, and names, roles and the table all ask about the
// same ones. This is lexicon.h behind a memory that a thread keeps from page to page; what it answers
// depends on the word and the language alone.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "people/lexicon.h"
#include "people/token.h"
#include "people/word_reading.h"

namespace sito::people {

/// A word in any case, beside names and roles.
struct WordFacts {
  unsigned classes = 0;       ///< WordClass bits of the word as it stands
  unsigned noun_classes = 0;  ///< with those of the nominatives it may come from
  RoleNoun role;
};

/// A word in any case, as part of a name.
struct NameFacts {
  bool given = false;                ///< some reading is a given name
  bool given_oblique = false;        ///< but none in the nominative
  bool patronymic = false;           ///< some reading is a patronymic
  bool surname = false;              ///< some reading ends as surnames do
  Gender gender = Gender::kUnknown;  ///< the given name's
  Gender patronymic_gender = Gender::kUnknown;
};

class Vocabulary {
 public:
  /// `text` (valid UTF-8) and `tokens` of it outlive the vocabulary.
  Vocabulary(std::string_view text, std::span<const Token> tokens, Language language);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  [[nodiscard]] Language language() const { return language_; }

  /// Of the word at token `at` (less than tokens().size()). The reference holds for the vocabulary's
  /// life. Constant but for the first time that a word is asked for. Not for several threads at once.
  [[nodiscard]] const WordFacts& word(std::size_t at) const;
  [[nodiscard]] const NameFacts& name(std::size_t at) const;
  /// What the table of roles says of the word as a plural.
  [[nodiscard]] const RoleNoun& plural_role(std::size_t at) const;
  /// Whether the word ends as no nominative does.
  [[nodiscard]] bool is_sure_oblique(std::size_t at) const;
  /// What the word may come from as a given name and as a surname (word_reading.h).
  [[nodiscard]] std::span<const WordReading> given_readings(std::size_t at) const;
  [[nodiscard]] std::span<const WordReading> surname_readings(std::size_t at) const;
  /// The word, folded.
  [[nodiscard]] const std::string& folded(std::size_t at) const;

 private:
  struct Entry {
    std::string folded;
    bool has_word = false;
    bool has_name = false;
    WordFacts word;
    NameFacts name;
    std::optional<RoleNoun> plural_role;
    std::optional<bool> sure_oblique;
    std::optional<std::vector<WordReading>> given, surname;
  };
  /// A word as it was written, and what is known of it: no need to fold it a second time.
  struct Spelling {
    std::string written;
    Entry* entry = nullptr;
  };
  struct Slot {
    std::uint64_t hash = 0;
    const Spelling* spelling = nullptr;  ///< null: free
  };
  /// The words of one language that a thread has met; begun anew when there are too many.
  struct Memory {
    std::deque<Entry> entries;
    std::unordered_map<std::string_view, Entry*> by_word;  ///< views of entries
    std::deque<Spelling> spellings;
    std::vector<Slot> slots;  ///< open addressing, a power of two, at most half full
    Slot& slot_of(std::string_view written, std::uint64_t hash);
    void grow();
  };
  static std::shared_ptr<Memory> memory_of(Language language);
  Entry& entry(std::size_t at) const;
  Entry& folded_entry(std::string_view written) const;

  std::string_view text_;
  std::span<const Token> tokens_;
  Language language_;
  std::shared_ptr<Memory> memory_;
  mutable std::vector<Entry*> entry_of_;  ///< by token; null before it is asked
  mutable std::string buffer_;
};

}  // namespace sito::people

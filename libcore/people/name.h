// name.h: where a text names persons.
//
// Settles which runs of capitalised words are names of people and how they are built: "Олександр
// Сєнкевич", "О. Ф. Сєнкевич", "СЄНКЕВИЧ Олександр Федорович", "Гунн Маріт Хельгесен", "Людвіг ван
// Бетховен". Places, organisations and role words before or inside a run are left out ("Норвегії Лілія
// Гончаревич"). Who is meant is table.h's question, what post they hold role.h's, the nominative of an
// inflected name nominative.h's.
#pragma once

#include <string_view>
#include <vector>

#include "people/lexicon.h"
#include "people/token.h"
#include "people/vocabulary.h"
#include "text/span.h"

namespace sito::people {

/// How sure it is that a run names a person.
enum class Certainty : std::uint8_t {
  kCapitals,  ///< only its capitals speak for it: a clause of saying or a role must vouch
  kEnding,    ///< its last word ends as surnames do
  kKnown,     ///< a known given name, initials, or a patronymic
};

/// One name in a text. Parts lie inside `range`; a missing one is empty.
struct Name {
  ByteRange range;  ///< without honorific and role
  ByteRange given;  ///< the given names, or initials with their stops
  ByteRange patronymic;
  ByteRange surname;            ///< with its particles; the only part of a lone word that is no given name
  std::size_t first_token = 0;  ///< [first_token, last_token) of the tokens it was found in
  std::size_t last_token = 0;
  Gender gender = Gender::kUnknown;  ///< as far as the name itself tells
  Certainty certainty = Certainty::kCapitals;
  bool initials = false;         ///< `given` holds initials
  bool starts_sentence = false;  ///< the capital of its first word may be the sentence's

  /// More than a lone surname or given name.
  [[nodiscard]] bool is_full() const { return !surname.empty() && (!given.empty() || !patronymic.empty()); }
};

/// The names among the tokens of `words`, sorted, without overlap; lone capitalised words too (certainty
/// tells them apart). What stands in quotation marks is searched like other text. Linear in the tokens: a run
/// is cut where no name goes on.
[[nodiscard]] std::vector<Name> find_names(const Vocabulary& words);

/// The same for a text of which nothing is known. The names' tokens are those of tokens(text).
[[nodiscard]] std::vector<Name> find_names(std::string_view text, std::string_view language = {});

}  // namespace sito::people

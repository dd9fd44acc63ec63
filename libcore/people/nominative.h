// nominative.h: the nominative that an inflected name comes from.
//
// "Олександра Сєнкевича" comes from "Олександр Сєнкевич", "Анни Коваль" from "Анна Коваль"; "Олександра
// Лаврова" may be a woman's nominative or a man's genitive. This header lists what a name's words can
// come from, by the endings of data/declension, the likeliest first; which one holds in a document,
// where other mentions speak too, is table.h's question.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "people/lexicon.h"
#include "people/name.h"
#include "people/vocabulary.h"

namespace sito::people {

/// One way to understand a name's words. Its views hold as long as the vocabulary it was read with.
struct NameReading {
  std::string_view given;    ///< the first given name, folded, nominative; empty if none or an initial
  std::string_view surname;  ///< folded, nominative; empty if none
  Gender gender = Gender::kUnknown;
  bool oblique = false;  ///< the words stand in another case
  int score = 0;         ///< higher is likelier; comparable within one name
};

/// The readings of `name`, the likeliest first, at most 16; never empty. Given name and surname agree in
/// case and gender; women's names that end like men's stay as they are.
/// `name` is one of find_names(words).
[[nodiscard]] std::vector<NameReading> name_readings(const Vocabulary& words, const Name& name);

/// The name's words in the nominative of `reading` (one of name_readings()), capitals kept: "Олександр
/// Сєнкевич". Words in capitals get one capital only. Initials, particles and patronymics come along; without
/// blanks other than one space.
[[nodiscard]] std::string nominative(const Vocabulary& words, const Name& name, const NameReading& reading);

}  // namespace sito::people

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

namespace sito::people {

/// One way to understand a name's words.
struct NameReading {
  std::string given;    ///< the first given name, folded, nominative; empty if none or an initial
  std::string surname;  ///< folded, nominative; empty if none
  Gender gender = Gender::kUnknown;
  bool oblique = false;  ///< the words stand in another case
  int score = 0;         ///< higher is likelier; comparable within one name
};

/// The readings of `name`, the likeliest first, at most 16; never empty. Given name and surname agree in
/// case and gender; women's names that end like men's stay as they are.
[[nodiscard]] std::vector<NameReading> name_readings(std::string_view text, const Name& name,
                                                     Language language);

/// The name's words in the nominative of `reading` (one of name_readings()), capitals kept: "Олександр
/// Сєнкевич". Words in capitals get one capital only. Initials, particles and patronymics come along; without
/// blanks other than one space.
[[nodiscard]] std::string nominative(std::string_view text, const Name& name, const NameReading& reading,
                                     Language language);

}  // namespace sito::people

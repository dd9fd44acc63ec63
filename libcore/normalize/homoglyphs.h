// homoglyphs.h: Latin letters inside Cyrillic words, and the reverse.
//
// A page that shows "cтолиця" may hold a Latin c, and no search finds it. This header settles which letters
// of a word of both scripts are strangers, and which whole words may be. What such a letter's twin is, is
// twins.h's question; in which script a word is meant whose letters all have twins, word_reading.h's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

/// Writes `valid` to `out` (cleared first) with words of both scripts in one; how many letters were
/// replaced. A word is a run of letters, so parts between hyphens, apostrophes and digits are judged apart;
/// the marks of combining.h belong to it.
///
///     cтолиця, Киïв, мiсто            столиця, Київ, місто      (Latin c, ï, i)
///     Fаcebook, ХІX                   Facebook, XIX             (Cyrillic а, Х, І)
///     він i вона                      він і вона                (Latin i)
///
/// - If all letters of one script have twins and some of the other have none, the word is the other's.
///   If all have, word_reading.h decides; if some of both have none, the word stays.
/// - What could be a Latin word with a Cyrillic ending stays: "Facebookу", "SMMник"; so does one that
///   a capital begins in the middle ("уGoogle").
/// - A word of one script all of whose letters have twins is left to word_reading.h if, one space away,
///   stands a word with a letter that only the other script has, and it is no part of a name, code or
///   address.
/// - A word of I, V and X alone is a Roman numeral, which is Latin.
/// - A Latin i in lower case is і if it stands alone between Cyrillic words. A capital I alone is a
///   Roman one as often, and stays.
/// - A word right behind an ampersand stays, lest it become a character reference.
///
/// Linear.
std::size_t replace_homoglyphs(std::string_view valid, std::string& out);

}  // namespace sito::normalize

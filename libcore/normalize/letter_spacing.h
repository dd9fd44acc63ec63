// letter_spacing.h: words that were spaced out letter by letter: В И Р І Ш И Л А.
//
// Typists and old layouts set headings so; no search finds the word. Single letters stand in a row for
// other reasons too (initials, the alphabet, columns of a table), and then nothing may be joined.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

/// Writes `valid` to `out` (cleared first) with spaced words joined; how many blanks went.
///
///     міська рада В И Р І Ш И Л А:      міська рада ВИРІШИЛА:
///     С Е С І Я   М І С Ь К О Ї         СЕСІЯ   МІСЬКОЇ
///
/// At least four single letters of one line, Cyrillic or Latin but for twins (homoglyphs.h), with
/// nothing but blanks between them. Single spaces part letters, at least three in a row somewhere; two
/// blanks, a TAB or an NBSP part words. The letters must be able to be a word: vowels and consonants, no
/// alphabet, not only the marks of a school.
///
/// Letters are capitals; in lower case, perhaps with a capital first, they are joined if there are at least
/// five, Cyrillic, and three consonants among them that are no words: "і в у з" are words of one letter each.
/// Vowels: data/vowels.tsv; words: data/function_words. Linear.
std::size_t join_spaced_letters(std::string_view valid, std::string& out);

}  // namespace sito::normalize

// character.h: what a code point is like.
//
// Letters, case, white space, scripts: facts of the Unicode Character Database through ICU, with a
// short cut for ASCII and the main Cyrillic block, where nearly all text here lives. Whole strings are
// words.h's and case.h's question.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sito::text {

// The block U+0400..U+045F is regular: capitals, then small letters in the same order.
[[nodiscard]] constexpr bool is_basic_cyrillic(char32_t c) { return c >= 0x0400 && c <= 0x045F; }
// Dashes, quotation marks, spaces: U+2000..U+206F has neither letters nor digits.
[[nodiscard]] constexpr bool is_general_punctuation(char32_t c) { return c >= 0x2000 && c < 0x2070; }
[[nodiscard]] inline bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; }

// Of all other characters, by ICU.
[[nodiscard]] bool is_other_letter(char32_t c);
[[nodiscard]] bool is_other_upper(char32_t c);
[[nodiscard]] bool is_other_digit(char32_t c);
[[nodiscard]] char32_t other_to_lower(char32_t c);

/// General category L*, or a combining mark (M*).
[[nodiscard]] inline bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  if (is_general_punctuation(c)) return false;
  return is_basic_cyrillic(c) || is_other_letter(c);
}
/// Upper or title case.
[[nodiscard]] inline bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return is_basic_cyrillic(c) ? c < 0x0430 : is_other_upper(c);
}
[[nodiscard]] bool is_lower(char32_t c);
/// Decimal digit of any script.
[[nodiscard]] inline bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return !is_basic_cyrillic(c) && !is_general_punctuation(c) && is_other_digit(c);
}
[[nodiscard]] bool is_assigned(char32_t c);  ///< a character of ICU's version of Unicode, or private use
[[nodiscard]] inline bool is_c1(char32_t c) { return c >= 0x80 && c < 0xA0; }  ///< controls beyond ASCII
[[nodiscard]] bool is_cyrillic(char32_t c);
[[nodiscard]] bool is_latin(char32_t c);

/// White space that parts words within a line: all of White_Space but the line ends below, with NBSP,
/// U+202F, U+2007 and U+3000; not the zero-width ones.
[[nodiscard]] inline bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || c == '\t';
  if (c < 0x1680) return c == 0xA0;
  return c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}
/// LF, CR, VT, FF, NEL, U+2028, U+2029.
[[nodiscard]] inline bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}
[[nodiscard]] inline bool is_space(char32_t c) { return is_blank(c) || is_line_end(c); }

/// . ! ? …
[[nodiscard]] inline bool is_sentence_end(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/// Hyphens and dashes that writers use for a dash: - ‐ ‑ ‒ – — ―  and the minus sign.
[[nodiscard]] inline bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}
/// ' ’ ʼ ‘ ` ′ ＇ and U+02BB: what stands for an apostrophe inside a word.
[[nodiscard]] inline bool is_apostrophe(char32_t c) {
  if (c < 0x80) return c == '\'' || c == '`';
  return c == 0x2019 || c == 0x02BC || c == 0x2018 || c == 0x2032 || c == 0xFF07 || c == 0x02BB;
}

/// Simple case mapping.
[[nodiscard]] constexpr char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (is_basic_cyrillic(c)) return c < 0x0410 ? c + 80 : c < 0x0430 ? c + 32 : c;
  return other_to_lower(c);
}
[[nodiscard]] char32_t to_upper(char32_t c);

/// `valid` (UTF-8) in lower case by simple mappings, apostrophes as U+0027: the form that keys of
/// tables have. The second writes over `out`, to save the allocation.
[[nodiscard]] std::string folded(std::string_view valid);
void fold(std::string_view valid, std::string& out);

/// Whether all of `valid` are small letters of ASCII or basic Cyrillic (without U+0451 where `without_yo`):
/// nearly all words are.
[[nodiscard]] bool is_plainly_small(std::string_view valid, bool without_yo = false);

/// Writes the letters of basic Cyrillic (is_basic_cyrillic()) at the head of `valid` in lower case at `out`,
/// where they take as many bytes, and returns how many. Nearly all of a text here, two bytes at a time.
std::size_t fold_cyrillic(std::string_view valid, char* out);

}  // namespace sito::text

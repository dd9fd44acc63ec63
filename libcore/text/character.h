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

[[nodiscard]] bool is_letter(char32_t c);  ///< general category L*, or a combining mark (M*)
[[nodiscard]] bool is_upper(char32_t c);   ///< upper or title case
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);     ///< decimal digit of any script
[[nodiscard]] bool is_assigned(char32_t c);  ///< a character of ICU's version of Unicode, or private use
[[nodiscard]] inline bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; }
[[nodiscard]] inline bool is_c1(char32_t c) { return c >= 0x80 && c < 0xA0; }  ///< controls beyond ASCII
[[nodiscard]] bool is_cyrillic(char32_t c);
[[nodiscard]] bool is_latin(char32_t c);

/// White space that parts words within a line: all of White_Space but the line ends below, with NBSP,
/// U+202F, U+2007 and U+3000; not the zero-width ones.
[[nodiscard]] bool is_blank(char32_t c);
/// LF, CR, VT, FF, NEL, U+2028, U+2029.
[[nodiscard]] bool is_line_end(char32_t c);
[[nodiscard]] inline bool is_space(char32_t c) { return is_blank(c) || is_line_end(c); }

/// Hyphens and dashes that writers use for a dash: - ‐ ‑ ‒ – — ―  and the minus sign.
[[nodiscard]] bool is_dash(char32_t c);
/// ' ’ ʼ ‘ ` ′ ＇ and U+02BB: what stands for an apostrophe inside a word.
[[nodiscard]] bool is_apostrophe(char32_t c);

[[nodiscard]] char32_t to_lower(char32_t c);  ///< simple case mapping
[[nodiscard]] char32_t to_upper(char32_t c);

/// `valid` (UTF-8) in lower case by simple mappings, apostrophes as U+0027: the form that keys of
/// tables have. The second writes over `out`, to save the allocation.
[[nodiscard]] std::string folded(std::string_view valid);
void fold(std::string_view valid, std::string& out);

}  // namespace sito::text

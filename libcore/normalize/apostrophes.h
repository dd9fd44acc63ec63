// apostrophes.h: one character for the apostrophe inside words.
//
// Ukrainian cannot be written without it, and keyboards, fonts and converters have a dozen characters for it.
// Marks at a word's edge are quotation marks and stay: that is quotation_marks.h's question.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

/// What an apostrophe becomes.
///
/// Kept, which is the default: ' ’ and ʼ are apostrophes all, and a clean text is not touched; what is none
/// becomes straight. Straight is what keyboards type and people search, what the tables of this program and
/// text::fold() have, and what dictionaries and taggers of Ukrainian expect (VESUM, LanguageTool). Curly is
/// what typographers set; the modifier letter is what Unicode calls a letter, so that a word stays one for
/// programs that know no better.
enum class Apostrophe : unsigned char { kKeep, kStraight, kCurly, kModifier };

/// U+0027, U+2019 or U+02BC; of kKeep the first.
[[nodiscard]] std::string_view apostrophe_character(Apostrophe form);

/// Writes `valid` to `out` (cleared first) with each apostrophe in `form`; how many were replaced.
///
/// - ' ’ ʼ ‘ ` ´ ′ ＇ between two letters, Cyrillic or Latin: "п’ять", "О`Генрі", "don´t"; the first three
/// only if
///   a form is asked for. A prime or U+02BC beside a Latin letter stays: it is a minute or a letter there.
/// - A ’ that closes a word which ‘ or ‚ opened, and has no other behind it, stays.
/// - » and " only where Ukrainian needs an apostrophe (data/apostrophe_letters.uk.tsv), between letters in
///   lower case, the first perhaps a word's capital, and only if no opening mark waits to be closed: all of
///   the text's lines before are in balance, and the line is without these marks: "об»єднань" in "«Нове
///   об»єднання»", but not in "«об»єднань".
///
/// Linear.
std::size_t unify_apostrophes(std::string_view valid, Apostrophe form, std::string& out);

}  // namespace sito::normalize

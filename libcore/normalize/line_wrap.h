// line_wrap.h: words that a hyphen and a line end part.
//
// Text that was copied out of a layout breaks words where its lines ended. The hyphen alone does not tell
// whether it belongs to the word ("соціально-\nекономічний"), so the text itself is asked. Soft hyphens at
// a line's end are hyphens.h's question.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

/// Writes `valid` to `out` (cleared first) with parted words joined; how many there were.
///
/// A word is parted where a letter in lower case, a hyphen, one line end and a letter in lower case of
/// the same script follow each other, and neither part has another hyphen. Elsewhere in the text,
///
/// - stands the word with the hyphen: the line end alone goes;
/// - stands the word without it: hyphen and line end go;
/// - stands neither: both go if the text's lines are wrapped, that is if at least three of them and one
///   in twenty end so, and nothing speaks for a compound: no part stands elsewhere as a word of its own,
///   and the first does not end in the joining vowel of long compounds ("науково-").
///
/// All others stay. Linear.
std::size_t join_wrapped_words(std::string_view valid, std::string& out);

}  // namespace sito::normalize

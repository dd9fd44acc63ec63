// whitespace.h: how much space stands between words, lines and paragraphs.
//
// Pages are cut out of layouts and keep their indents, no-break spaces and empty lines. What ends a
// line is line_ends.h's question.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

/// Writes `valid` to `out` (cleared first) so that
///
/// - blanks at the head and end of a line are gone;
/// - a run of blanks within a line is one space, or one TAB if it holds one (a table's cells stay apart);
///   NBSP, U+202F, U+3000 and their kin are blanks;
/// - at most one empty line stands between two lines, none at the text's head or end. A line end at the
///   text's end stays, where there was one; a text of nothing but white space becomes empty.
///
/// Returns how many characters went or were replaced. Any line end counts (text::is_line_end), CRLF as
/// one character. Linear.
std::size_t normalize_whitespace(std::string_view valid, std::string& out);

}  // namespace sito::normalize

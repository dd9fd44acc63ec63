// words.h: lines, paragraphs and words of a text, as byte ranges.
//
// Settles how every craft cuts text: a line ends at LF, a paragraph is a line that is not blank (pages
// here write one paragraph a line), a word is a run of letters and digits with apostrophes, hyphens or
// combining marks inside it.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace sito::text {

/// The lines of `text` without their LF, in order; a final LF makes no empty line behind it. An empty
/// text has none. Linear.
[[nodiscard]] std::vector<ByteRange> lines(std::string_view text);

/// Whether a line holds nothing but blanks (NBSP and its kin too), line ends and zero-width characters.
[[nodiscard]] bool is_blank_line(std::string_view line);

/// `range` less the white space at both its ends.
[[nodiscard]] ByteRange trimmed(std::string_view text, ByteRange range);
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The words of text[range], appended to `out`. A word begins with a letter or digit; an apostrophe,
/// hyphen or combining mark belongs to it where a letter or digit follows ("обʼєднань", "Івано-Франківськ",
/// "don't"). Linear.
void append_words(std::string_view text, ByteRange range, std::vector<ByteRange>& out);
[[nodiscard]] std::vector<ByteRange> words(std::string_view text);

}  // namespace sito::text

// page.h: a page as the lines that hold something, and where its head and tail lie.
//
// Boilerplate stands at the edges of a page and prose in its middle. This header settles what is prose
// and how far the edges reach; which lines go is boilerplate.h's question.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "strip/line_shape.h"
#include "text/span.h"

namespace sito::strip {

/// A line that is not blank. Blank lines (NBSP and its kin count as blank) stand between rows only.
struct Row {
  ByteRange line;         ///< from its first byte to behind its LF, or the text's end
  ByteRange content;      ///< the same less white space at both ends
  bool prose = false;     ///< a sentence of an article, as far as its shape tells
  bool sentence = false;  ///< has the shape of prose or ends as sentences do, whatever a rule says of it
  bool closed = false;    ///< ends as sentences do, or as an item of a list in prose does (`;`)
};

/// The rows of `text` (valid UTF-8), in order, with `prose` unset. Linear; blank lines take no memory.
[[nodiscard]] std::vector<Row> rows(std::string_view text);

/// Whether a line is prose: long, or of some length and closed as sentences are. Labels, links, names and
/// headings are not.
[[nodiscard]] bool is_prose(const LineShape& line);

/// Rows [0, head) stand before the first row of prose, rows [tail, size) behind the last.
struct Edges {
  std::size_t head = 0;
  std::size_t tail = 0;
};

/// The edges of a page whose `prose` marks are set; where no row is prose, every row is in both.
[[nodiscard]] Edges edges(const std::vector<Row>& rows);

}  // namespace sito::strip

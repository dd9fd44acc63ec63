// removal.h: text taken out of a page, and put back.
//
// Which lines go is boilerplate.h's question. This header settles what goes with them, so that the page
// that is left reads as if they had never been there, and that the page can be put together again byte
// for byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "strip/page.h"
#include "text/span.h"

namespace sito::strip {

/// A piece of a text that goes. The views belong to the rule, or are constants.
struct Removal {
  ByteRange range;  ///< bytes of the input
  std::string_view reason;
  std::string_view rule;  ///< empty where none took it
  double score = 0;
  std::uint64_t key = 0;  ///< of the first line, where a template took it
};

/// The bytes that go with rows [first, last), the neighbours of which stay (or are the page's edges):
///
///     A..B    the blank run before goes with the lines; of all blank lines around them one is left
///     ..B     nothing is left before B
///     A..     A is the last line, with its LF if the text ended in one
///
/// Rows of a page as rows() returns them, `first < last`.
[[nodiscard]] ByteRange removed_range(std::string_view text, const std::vector<Row>& rows, std::size_t first,
                                      std::size_t last);

/// `text` less `removals`, which are ascending and disjoint. Linear.
void cut(std::string_view text, std::span<const Removal> removals, std::string& out);

/// What was taken out, as a record tells it.
struct Piece {
  Span span;         ///< code points of the input
  std::string text;  ///< what stood there
};

/// The input that cut() made `output` of: none if `pieces` are not ascending and disjoint, if a text is
/// not as long as its span, or if `output` is too short for them. Linear.
[[nodiscard]] std::optional<std::string> restored(std::string_view output, std::span<const Piece> pieces);

}  // namespace sito::strip

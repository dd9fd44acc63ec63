// page_lines.h: the lines at a page's head and foot.
//
// Date and headline stand at a page's edges; this header cuts those off, so that a page of any length
// costs the same. What the lines say is date_line.h's and title.h's question.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sito::meta {

/// Whether a line (trimmed) is prose: 140 code points or more, or 60 that end as a sentence does. Linear.
[[nodiscard]] bool is_prose(std::string_view line);

struct PageLine {
  ByteRange range;               ///< trimmed, never empty
  std::size_t prose_before = 0;  ///< how many lines of prose stand above, in the head
};

/// The first `most` lines that are not blank, up to and with the fourth line of prose (is_prose). Linear in
/// the white space before and between them and in these lines.
[[nodiscard]] std::vector<PageLine> head_lines(std::string_view text, std::size_t most = 24);

/// The last `most` lines that are not blank and begin at byte `after` or later, in text order.
[[nodiscard]] std::vector<PageLine> foot_lines(std::string_view text, std::size_t after,
                                               std::size_t most = 10);

}  // namespace sito::meta

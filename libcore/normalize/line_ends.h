// line_ends.h: LF ends a line, nothing else does.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

/// Writes `valid` to `out` (cleared first) with CRLF, CR, VT, FF, NEL, U+2028 and U+2029 as one LF
/// each; how many there were. Linear.
std::size_t normalize_line_ends(std::string_view valid, std::string& out);

}  // namespace sito::normalize

// control.h: characters that are orders to a machine and no text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

/// C0 and C1 controls and DEL, but not TAB and not what ends a line (line_ends.h's question: CR, VT, FF
/// and NEL stay where that step is off); and the 66 noncharacters (U+FDD0..FDEF, U+FFFE, U+FFFF and
/// their like in each plane).
[[nodiscard]] bool is_unwanted_control(char32_t c);

/// Writes `valid` to `out` (cleared first) without unwanted controls; how many there were. Linear.
std::size_t remove_controls(std::string_view valid, std::string& out);

}  // namespace sito::normalize

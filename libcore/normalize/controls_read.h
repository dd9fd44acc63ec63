// controls_read.h: control characters that were quotation marks and dashes.
//
// Windows pages read as ISO-8859-1 leave C1 controls where they had punctuation, in text that is right
// otherwise.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sito::normalize {

/// A line whose C1 controls say what they were.
struct ControlsRead {
  std::string text;
  std::string_view chain;  ///< "ISO-8859-1>windows-1252", or windows-1251 in Cyrillic text; a constant
};

/// `line` with its C1 controls read as browsers read them: U+0096 is a dash, U+008A Š beside Latin letters.
/// U+0085 is a line end (line_ends.h) unless a blank or another control follows it, or another one stands in
/// the line. Nothing where there is no such control. Linear.
[[nodiscard]] std::optional<ControlsRead> read_c1_controls(std::string_view line);

}  // namespace sito::normalize

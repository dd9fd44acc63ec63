// escaped.h: text that may be shown on a terminal.
//
// Names, reasons and lines of pages come from anywhere; shown as they are, they could drive a terminal or
// part a message in two. What JSON escapes is document/json_writer.h's question.
#pragma once

#include <string>
#include <string_view>

namespace sito::text {

/// `bytes` with control characters (line and paragraph separators too) and ill-formed UTF-8 as \xNN. Linear.
[[nodiscard]] std::string escaped(std::string_view bytes);

}  // namespace sito::text

// error_stream.h: what a tool says to the person who watches it.
//
// Standard error carries rejects, closing lines and, on a terminal, progress; lines of several threads
// stay whole, and a progress line gives way to them. What is worth saying is tool.h's question.
#pragma once

#include <mutex>
#include <string_view>

namespace sito::cli {

class ErrorStream {
 public:
  /// Writes one line, with LF. Never fails: where standard error is closed there is nobody to tell.
  void line(std::string_view text);

  /// Draws `text` over the last progress; "" takes it away. Does nothing unless standard error is a terminal.
  void progress(std::string_view text);

  [[nodiscard]] static bool is_terminal();

 private:
  std::mutex mutex_;
  bool drawn_ = false;
};

/// Whether colours may be used on standard output: a terminal, and NO_COLOR (https://no-color.org) is
/// not set to anything.
[[nodiscard]] bool colour_on_output();

}  // namespace sito::cli

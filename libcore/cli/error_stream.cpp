#include "cli/error_stream.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

namespace sito::cli {
namespace {

constexpr std::string_view kEraseLine = "\r\x1b[K";

void write_all(std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

bool ErrorStream::is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

void ErrorStream::line(std::string_view text) {
  std::lock_guard lock(mutex_);
  std::string bytes(drawn_ ? kEraseLine : "");
  drawn_ = false;
  bytes += text;
  bytes += '\n';
  write_all(bytes);
}

void ErrorStream::progress(std::string_view text) {
  if (!is_terminal()) return;
  std::lock_guard lock(mutex_);
  if (text.empty() && !drawn_) return;
  write_all(std::string(kEraseLine).append(text));
  drawn_ = !text.empty();
}

bool colour_on_output() {
  const char* no_color = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

}  // namespace sito::cli

#include "meta/page_lines.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace sito::meta {

bool is_prose(std::string_view line) {
  constexpr std::size_t kLong = 140;
  constexpr std::size_t kSentence = 60;
  if (line.size() < kSentence) return false;
  const std::size_t length = text::code_points(line);
  const bool ended = line.back() == '.' || line.back() == '!' || line.back() == '?' || line.back() == ';';
  return length >= kLong || (length >= kSentence && ended);
}

std::vector<PageLine> head_lines(std::string_view text, std::size_t most) {
  constexpr std::size_t kProseLines = 4;
  std::vector<PageLine> lines;
  std::size_t prose = 0;
  for (std::size_t at = 0; at < text.size() && lines.size() < most && prose < kProseLines;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const ByteRange range = text::trimmed(text, {at, end});
    at = end + 1;
    if (text::is_blank_line(range.of(text))) continue;
    lines.push_back({range, prose});
    if (is_prose(range.of(text))) ++prose;
  }
  return lines;
}

std::vector<PageLine> foot_lines(std::string_view text, std::size_t after, std::size_t most) {
  std::vector<PageLine> lines;
  for (std::size_t end = text.size(); end > after && lines.size() < most;) {
    const std::size_t before = text.rfind('\n', end - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    if (begin < after) break;
    const ByteRange range = text::trimmed(text, {begin, end});
    if (!text::is_blank_line(range.of(text))) lines.push_back({range, 0});
    if (begin == 0) break;
    end = begin - 1;
  }
  std::reverse(lines.begin(), lines.end());
  return lines;
}

}  // namespace sito::meta

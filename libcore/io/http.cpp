#include "io/http.h"

#include <algorithm>
#include <utility>

#include "io/header_fields.h"

namespace sito::io {
namespace {

constexpr std::size_t kLongestSize = 15;  // hexadecimal digits of a chunk's size, so that it cannot overflow

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The status of a line such as "HTTP/1.1 200 OK" or "HTTP/2 200"; none for any other.
std::optional<int> status_of(std::string_view line) {
  if (!same_name(line.substr(0, 5), "HTTP/")) return std::nullopt;
  const auto blank = line.find_first_of(" \t");
  if (blank == std::string_view::npos) return std::nullopt;
  line = trimmed(line.substr(blank));
  const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits != 3 || line[0] == '0') return std::nullopt;
  return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

/// The words of `list`, which commas part, in small letters; empty ones left out.
std::vector<std::string> listed(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const auto comma = std::min(list.find(','), list.size());
    const auto word = trimmed(list.substr(0, comma));
    if (!word.empty()) words.push_back(in_small_letters(word));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return words;
}

/// One response's head, interim or not.
std::optional<HttpHead> one_head(std::string_view bytes) {
  std::string_view rest = bytes;
  const auto status = status_of(taken_line(rest));
  if (!status) return std::nullopt;
  HttpHead head;
  head.status = *status;
  head.size = head_size(bytes).value_or(bytes.size());
  const HeaderFields fields(
      bytes.substr(0, head.size).substr(std::min(bytes.size() - rest.size(), head.size)));
  head.content_type = fields.first("Content-Type");
  head.codings = listed(fields.all("Content-Encoding"));
  for (auto& coding : listed(fields.all("Transfer-Encoding"))) {
    if (coding == "chunked") {
      head.chunked = true;
    } else {
      head.codings.push_back(std::move(coding));
    }
  }
  return head;
}

enum class Line { kChunk, kNone, kCut };

/// Takes the line with a chunk's size off `body`: kCut if `body` ends before the line does. A size behind
/// which there is less than that, and which no CRLF ends, may as well be a word.
Line take_size(std::string_view& body, std::size_t& size) {
  const auto end = body.find('\n');
  auto line = body.substr(0, end);
  const auto digits = std::min(line.find_first_not_of("0123456789abcdefABCDEF"), line.size());
  if (digits == 0 && end == std::string_view::npos) return trimmed(line).empty() ? Line::kCut : Line::kNone;
  if (digits == 0 || digits > kLongestSize) return Line::kNone;
  const auto rest = trimmed(line.substr(digits));
  if (!rest.empty() && rest[0] != ';') return Line::kNone;
  if (end == std::string_view::npos) return Line::kCut;
  size = 0;
  for (const char digit : line.substr(0, digits))
    size = size * 16 + static_cast<std::size_t>(is_digit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
  if (size > body.size() - end - 1 && !line.ends_with('\r')) return Line::kNone;
  body.remove_prefix(end + 1);
  return Line::kChunk;
}

/// Takes the line end behind a chunk off `body`; false if something else stands there.
bool take_line_end(std::string_view& body) {
  if (body.starts_with('\r')) body.remove_prefix(1);
  if (body.empty()) return true;
  if (!body.starts_with('\n')) return false;
  body.remove_prefix(1);
  return true;
}

}  // namespace

std::optional<HttpHead> http_head(std::string_view bytes) {
  std::size_t before = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
  for (;;) {
    auto head = one_head(bytes.substr(before));
    if (!head) return std::nullopt;
    head->size += before;
    const bool interim = head->status < 200 && same_name(bytes.substr(head->size, 5), "HTTP/");
    if (!interim) return head;
    before = head->size;
  }
}

Result<std::string> joined_chunks(std::string body) {
  std::string_view rest = body;
  std::string joined;
  for (bool first = true;; first = false) {
    std::size_t size = 0;
    const Line line = take_size(rest, size);
    if (line == Line::kNone) {
      if (first) return body;
      return Reject{"damaged chunked body: a chunk's size cannot be read"};
    }
    if (line == Line::kCut || size == 0) return joined;  // trailers behind the last are of no use
    const auto chunk = rest.substr(0, size);
    rest.remove_prefix(chunk.size());
    const bool ended = take_line_end(rest);
    if (!ended && first) return body;
    joined += chunk;
    if (rest.empty()) return joined;
    if (!ended) return Reject{"damaged chunked body: a chunk is longer than its size"};
  }
}

Result<std::string> http_body(const HttpHead& head, std::string body, const BodyLimits& limits) {
  Result<std::string> result = std::move(body);
  if (head.chunked) result = joined_chunks(*std::move(result));
  for (auto coding = head.codings.rbegin(); result && coding != head.codings.rend(); ++coding)
    result = decoded_content(*coding, *std::move(result), limits);
  if (result && result->size() > limits.max_bytes)
    return Reject{"more than " + std::to_string(limits.max_bytes) + " bytes"};
  return result;
}

ContentType content_type(std::string_view value) {
  ContentType result;
  const auto semicolon = std::min(value.find(';'), value.size());
  result.media_type = in_small_letters(trimmed(value.substr(0, semicolon)));
  value.remove_prefix(semicolon);
  while (!value.empty()) {
    value.remove_prefix(1);
    const auto end = std::min(value.find(';'), value.size());
    const auto parameter = value.substr(0, end);
    const auto equals = parameter.find('=');
    if (equals != std::string_view::npos && same_name(trimmed(parameter.substr(0, equals)), "charset")) {
      auto charset = trimmed(parameter.substr(equals + 1));
      while (charset.starts_with('"') || charset.starts_with('\'')) charset.remove_prefix(1);
      while (charset.ends_with('"') || charset.ends_with('\'')) charset.remove_suffix(1);
      if (result.charset.empty()) result.charset = in_small_letters(trimmed(charset));
    }
    value.remove_prefix(end);
  }
  return result;
}

}  // namespace sito::io

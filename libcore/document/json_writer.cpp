#include "document/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>

#include "text/block.h"

namespace sito::json {
namespace {

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
  }
}

/// How many bytes at the head stand in a string as they are. plain_prefix() would also look whether they are
/// valid UTF-8, which is half of its time.
std::size_t unescaped_prefix(std::string_view valid) {
  for (std::size_t at = 0; at < valid.size(); at += text::Block::kSize) {
    const text::Block block(valid.substr(at));
    // The NULs behind the end stop too.
    const std::uint64_t stops = block.equal_any('"', '\\') | block.below(0x20);
    if (stops != 0) return std::min(valid.size(), at + static_cast<std::size_t>(std::countr_zero(stops)));
  }
  return valid.size();
}

}  // namespace

void append_string(std::string& out, std::string_view valid) {
  out += '"';
  while (!valid.empty()) {
    const std::size_t plain = unescaped_prefix(valid);
    out.append(valid.substr(0, plain));
    if (plain == valid.size()) break;
    append_escape(out, valid[plain]);
    valid.remove_prefix(plain + 1);
  }
  out += '"';
}

void Writer::part() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if ((started_ & 1) != 0) out_ += ',';
  started_ |= 1;
}

Writer& Writer::begin(char bracket) {
  part();
  out_ += bracket;
  started_ <<= 1;
  return *this;
}

Writer& Writer::end(char bracket) {
  out_ += bracket;
  started_ >>= 1;
  return *this;
}

Writer& Writer::key(std::string_view name) {
  part();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  after_key_ = true;
  return *this;
}

Writer& Writer::string(std::string_view valid) {
  part();
  append_string(out_, valid);
  return *this;
}

Writer& Writer::integer(std::int64_t value) {
  part();
  fmt::format_to(std::back_inserter(out_), "{}", value);
  return *this;
}

Writer& Writer::score(double value) {
  part();
  auto digits = fmt::format("{:.4f}", value);
  while (digits.ends_with('0')) digits.pop_back();
  if (digits.ends_with('.')) digits.pop_back();
  out_ += digits == "-0" ? "0" : digits;
  return *this;
}

Writer& Writer::boolean(bool value) { return raw(value ? "true" : "false"); }
Writer& Writer::null() { return raw("null"); }

Writer& Writer::span(Span value) {
  part();
  fmt::format_to(std::back_inserter(out_), R"({{"start":{},"end":{}}})", value.start, value.end);
  return *this;
}

Writer& Writer::raw(std::string_view json) {
  part();
  out_ += json;
  return *this;
}

}  // namespace sito::json

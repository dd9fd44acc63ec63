#include "document/json_value.h"

#include <charconv>
#include <cstring>

#include "text/utf8.h"

namespace sito::json {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t behind_space(std::string_view json, std::size_t at) {
  while (at < json.size() && is_space(json[at])) ++at;
  return at;
}

/// Behind the closing quote of the string whose opening quote stands at `at`.
std::size_t behind_string(std::string_view json, std::size_t at) {
  for (++at; json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return at + 1;
}

/// Behind the object or array that begins at `at`.
std::size_t behind_brackets(std::string_view json, std::size_t at) {
  std::size_t depth = 0;
  do {
    const char c = json[at];
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    at = c == '"' ? behind_string(json, at) : at + 1;
  } while (depth > 0);
  return at;
}

/// Behind the value that begins at `at`.
std::size_t behind_value(std::string_view json, std::size_t at) {
  if (json[at] == '"') return behind_string(json, at);
  if (json[at] == '{' || json[at] == '[') return behind_brackets(json, at);
  while (at < json.size() && json[at] != ',' && json[at] != '}' && json[at] != ']' && !is_space(json[at]))
    ++at;
  return at;
}

unsigned hex(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

bool is_high(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

struct Escape {
  char32_t code_point = 0;
  std::size_t length = 0;  ///< bytes of the escape; both halves of a pair
  bool lone = false;       ///< a surrogate without its other half
};

Escape unicode_escape(std::string_view escaped) {
  const unsigned unit = hex(escaped.substr(2, 4));
  if (is_low(unit)) return {0xFFFD, 6, true};
  if (!is_high(unit)) return {unit, 6, false};
  if (escaped.size() >= 12 && escaped[6] == '\\' && escaped[7] == 'u') {
    const unsigned low = hex(escaped.substr(8, 4));
    if (is_low(low)) return {0x10000 + ((unit - 0xD800U) << 10) + (low - 0xDC00U), 12, false};
  }
  return {0xFFFD, 6, true};
}

/// The escape at the head of `escaped`.
Escape escape(std::string_view escaped) {
  switch (escaped[1]) {
    case 'u': return unicode_escape(escaped);
    case 'b': return {'\b', 2, false};
    case 'f': return {'\f', 2, false};
    case 'n': return {'\n', 2, false};
    case 'r': return {'\r', 2, false};
    case 't': return {'\t', 2, false};
    default: return {static_cast<unsigned char>(escaped[1]), 2, false};
  }
}

std::string_view between_quotes(Value string) { return string.substr(1, string.size() - 2); }

}  // namespace

Kind kind(Value value) {
  switch (value.front()) {
    case '{': return Kind::kObject;
    case '[': return Kind::kArray;
    case '"': return Kind::kString;
    case 't':
    case 'f': return Kind::kBoolean;
    case 'n': return Kind::kNull;
    default: return Kind::kNumber;
  }
}

std::vector<Member> members(Value object) {
  std::vector<Member> found;
  if (kind(object) != Kind::kObject) return found;
  for (std::size_t at = behind_space(object, 1); object[at] != '}'; at = behind_space(object, at)) {
    if (object[at] == ',') at = behind_space(object, at + 1);
    const std::size_t key = at + 1;
    at = behind_string(object, at);
    const auto name = object.substr(key, at - 1 - key);
    const std::size_t value = behind_space(object, behind_space(object, at) + 1);
    at = behind_value(object, value);
    found.push_back({name, object.substr(value, at - value)});
  }
  return found;
}

std::vector<Value> elements(Value array) {
  std::vector<Value> found;
  if (kind(array) != Kind::kArray) return found;
  for (std::size_t at = behind_space(array, 1); array[at] != ']'; at = behind_space(array, at)) {
    if (array[at] == ',') at = behind_space(array, at + 1);
    const std::size_t value = at;
    at = behind_value(array, value);
    found.push_back(array.substr(value, at - value));
  }
  return found;
}

std::optional<Value> member(Value object, std::string_view key) {
  for (const auto& [name, value] : members(object)) {
    if (key_equals(name, key)) return value;
  }
  return std::nullopt;
}

std::optional<std::string> string(Value value) {
  if (kind(value) != Kind::kString) return std::nullopt;
  std::string plain;
  if (unescape(between_quotes(value), plain) > 0) return std::nullopt;
  return plain;
}

std::optional<std::int64_t> integer(Value value) {
  if (kind(value) != Kind::kNumber) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return number;
}

bool key_equals(std::string_view escaped, std::string_view plain) {
  // Whatever an escape stands for is shorter than the escape.
  if (escaped.size() < plain.size()) return false;
  const bool has_escapes = escaped.find('\\') != std::string_view::npos;
  if (escaped.size() == plain.size() || !has_escapes) return escaped == plain && !has_escapes;
  std::string key;
  return unescape(escaped, key) == 0 && key == plain;
}

std::size_t unescape(std::string_view escaped, std::string& out) {
  std::size_t lone = 0;
  while (!escaped.empty()) {
    const auto* backslash = static_cast<const char*>(std::memchr(escaped.data(), '\\', escaped.size()));
    if (backslash == nullptr) break;
    const auto plain = static_cast<std::size_t>(backslash - escaped.data());
    out.append(escaped.substr(0, plain));
    const Escape found = escape(escaped.substr(plain));
    text::append(out, found.code_point);
    if (found.lone) ++lone;
    escaped.remove_prefix(plain + found.length);
  }
  out.append(escaped);
  return lone;
}

bool has_lone_surrogate(Value value) {
  for (std::size_t at = value.find('\\'); at != std::string_view::npos; at = value.find('\\', at)) {
    const Escape found = escape(value.substr(at));
    if (found.lone) return true;
    at += found.length;
  }
  return false;
}

}  // namespace sito::json

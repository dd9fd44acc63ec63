#include "io/header_fields.h"

#include <algorithm>

namespace sito::io {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool same_name(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return small(a) == small(b); });
}

std::string in_small_letters(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), small);
  return result;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

std::string_view taken_line(std::string_view& text) {
  const auto end = text.find('\n');
  auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  while (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::optional<std::size_t> head_size(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;) {
    const auto next = text.find('\n', at + 1);
    if (next == std::string_view::npos) return std::nullopt;
    if (text.substr(at + 1, next - at - 1).find_first_not_of('\r') == std::string_view::npos) return next + 1;
    at = next;
  }
  return std::nullopt;
}

HeaderFields::HeaderFields(std::string_view lines) {
  bool continues = false;  // what the line above was can be continued
  while (!lines.empty()) {
    const auto line = taken_line(lines);
    if (line.empty()) break;
    if (line[0] == ' ' || line[0] == '\t') {
      if (!continues) continue;
      auto& value = fields_.back().value;
      if (!value.empty()) value += ' ';
      value += trimmed(line);
      continue;
    }
    const auto colon = line.find(':');
    continues = colon != std::string_view::npos;
    if (continues)
      fields_.push_back(
          {std::string(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1)))});
  }
}

std::string_view HeaderFields::first(std::string_view name) const {
  for (const auto& field : fields_)
    if (same_name(field.name, name)) return field.value;
  return {};
}

std::string HeaderFields::all(std::string_view name) const {
  std::string result;
  for (const auto& field : fields_) {
    if (!same_name(field.name, name)) continue;
    if (!result.empty()) result += ", ";
    result += field.value;
  }
  return result;
}

}  // namespace sito::io

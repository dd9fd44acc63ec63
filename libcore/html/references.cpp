#include "html/references.h"

#include <algorithm>
#include <cassert>

#include "data/tables.h"
#include "text/utf8.h"

namespace sito::html {
namespace {

constexpr std::size_t kLongestName = 31;
constexpr std::size_t kLongestWithoutSemicolon = 6;
constexpr char32_t kReplacement = 0xFFFD;

// HTML 13.2.5.80: what the numbers 0x80 to 0x9F are taken for, windows-1252 where that has a character.
constexpr std::array<char32_t, 32> kInsteadOfC1 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool is_alphanumeric(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
}

int digit(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

char32_t meant(char32_t number) {
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000)) return kReplacement;
  return number >= 0x80 && number < 0xA0 ? kInsteadOfC1[number - 0x80] : number;
}

// `at` is the ampersand, and a number sign follows.
Reference numbered(std::string_view text, std::size_t at) {
  std::size_t end = at + 2;
  const int base = end < text.size() && (text[end] | 0x20) == 'x' ? 16 : 10;
  if (base == 16) ++end;
  const std::size_t digits = end;
  char32_t number = 0;
  for (; end < text.size(); ++end) {
    const int next = digit(text[end], base);
    if (next < 0) break;
    number = std::min<char32_t>(number * static_cast<char32_t>(base) + static_cast<char32_t>(next), 0x110000);
  }
  if (end == digits) return {};
  if (end < text.size() && text[end] == ';') ++end;
  char bytes[4];
  return {end - at, {bytes, text::encode(meant(number), bytes)}};
}

/// The characters of a whole name; empty if there is no such, or not without its semicolon.
std::string_view named(std::string_view name, bool with_semicolon) {
  const auto& table = data::character_references();
  const auto rows = table.with_key(name);
  if (rows.empty()) return {};
  const auto cells = table.row(rows.first).cells;
  return with_semicolon || cells[2] != "needed" ? cells[1] : std::string_view();
}

}  // namespace

Reference::Reference(std::size_t length, std::string_view characters)
    : length_(length), size_(characters.size()) {
  assert(size_ <= bytes_.size());
  std::copy(characters.begin(), characters.end(), bytes_.begin());
}

Reference read_reference(std::string_view text, std::size_t at, bool in_attribute) {
  const std::string_view rest = text.substr(at + 1, kLongestName + 1);
  if (rest.starts_with('#')) return numbered(text, at);
  std::size_t letters = 0;
  while (letters < rest.size() && is_alphanumeric(rest[letters])) ++letters;
  const bool has_semicolon = letters < rest.size() && rest[letters] == ';';
  if (has_semicolon && letters > 0) {
    const std::string_view characters = named(rest.substr(0, letters), true);
    if (!characters.empty()) return {letters + 2, characters};
  }
  if (in_attribute && (letters > kLongestWithoutSemicolon || (letters < rest.size() && rest[letters] == '=')))
    return {};
  for (std::size_t size = std::min(letters, kLongestWithoutSemicolon); size >= 2; --size) {
    const std::string_view characters = named(rest.substr(0, size), false);
    if (characters.empty()) continue;
    return in_attribute && size < letters ? Reference() : Reference(size + 1, characters);
  }
  return {};
}

void append_resolved(std::string_view raw, std::string& out) {
  constexpr std::string_view kSpecial("&\0", 2);
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t next = std::min(raw.find_first_of(kSpecial, at), raw.size());
    out.append(raw.substr(at, next - at));
    at = next;
    if (at == raw.size()) break;
    const Reference reference = raw[at] == '&' ? read_reference(raw, at, true) : Reference();
    if (raw[at] == '\0')
      text::append(out, kReplacement);
    else if (reference.length() == 0)
      out += '&';
    else
      out.append(reference.characters());
    at += std::max<std::size_t>(reference.length(), 1);
  }
}

}  // namespace sito::html

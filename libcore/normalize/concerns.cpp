#include "normalize/concerns.h"

#include "normalize/byte_set.h"
#include "normalize/control.h"
#include "normalize/form.h"
#include "normalize/zero_width.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

// Not among them: printing ASCII, and the leads of U+00C0..02FF and U+0400..047F, which concern nobody.
constexpr ByteSet kSuspects{{0x00, 0x20}, {0x7F, 0x7F}, {0xC2, 0xC2}, {0xCC, 0xCF}, {0xD2, 0xF4}};

bool is_ascii_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// Whether the space, TAB or LF at `at` stands as whitespace.h would leave it. Other white space is a
// concern by itself.
bool stands_well(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  const bool last = at + 1 == text.size();
  if (text[at] != '\n') return !last && !is_ascii_space(next) && text[at - 1] != '\n';
  if (next != '\n' || last) return true;
  return at + 2 < text.size() && text[at + 2] != '\n';
}

unsigned concerns_of(char32_t c) {
  if (text::is_line_end(c)) return kLineEnds | kWhitespace;
  if (text::is_blank(c)) return kWhitespace | (c == 0x2000 || c == 0x2001 ? kForm : 0U);
  if (is_unwanted_control(c)) return kControl;
  if (is_zero_width(c)) return kZeroWidth;
  return concerns_form(c) ? kForm : 0U;
}

}  // namespace

unsigned concerns(std::string_view valid) {
  unsigned found = 0;
  for (std::size_t at = kSuspects.find(valid, 0); at < valid.size(); at = kSuspects.find(valid, at)) {
    if (is_ascii_space(valid[at])) {
      if (!stands_well(valid, at)) found |= kWhitespace;
      ++at;
      continue;
    }
    auto [c, length] = text::decode(valid, at);
    found |= concerns_of(c);
    at += length;
  }
  return found;
}

}  // namespace sito::normalize

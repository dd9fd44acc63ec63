#include "text/character.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <cstring>

#include "text/utf8.h"

namespace sito::text {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

/// The UTF-8 of the small form of U+0400..U+047F, by its last seven bits; zeros beyond basic Cyrillic.
constexpr auto kSmallCyrillic = [] {
  std::array<std::array<char, 2>, 128> small{};
  for (char32_t c = 0x0400; is_basic_cyrillic(c); ++c) {
    const char32_t lower = to_lower(c);
    small[c - 0x0400] = {static_cast<char>(0xC0U | (lower >> 6U)),
                         static_cast<char>(0x80U | (lower & 0x3FU))};
  }
  return small;
}();

/// Whether U+0400..U+047F, by its last seven bits, is a small letter of basic Cyrillic; and without U+0451.
constexpr auto kIsSmallCyrillic = [] {
  std::array<std::array<bool, 128>, 2> is_small{};
  for (char32_t c = 0x0430; is_basic_cyrillic(c); ++c)
    is_small[0][c - 0x0400] = is_small[1][c - 0x0400] = true;
  is_small[1][0x51] = false;
  return is_small;
}();

bool has_script(char32_t c, UScriptCode script) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(icu(c), &status) == script && U_SUCCESS(status);
}

}  // namespace

bool is_other_letter(char32_t c) { return (U_GET_GC_MASK(icu(c)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0; }
bool is_other_upper(char32_t c) { return (U_GET_GC_MASK(icu(c)) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0; }
bool is_other_digit(char32_t c) { return u_isdigit(icu(c)) != 0; }
char32_t other_to_lower(char32_t c) { return static_cast<char32_t>(u_tolower(icu(c))); }

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (is_basic_cyrillic(c)) return c >= 0x0430;
  return u_charType(icu(c)) == U_LOWERCASE_LETTER;
}

bool is_assigned(char32_t c) { return u_isdefined(icu(c)) != 0; }

bool is_cyrillic(char32_t c) {
  if (c < 0x80) return false;
  return (c >= 0x0400 && c <= 0x052F) || has_script(c, USCRIPT_CYRILLIC);
}

bool is_latin(char32_t c) {
  if (c < 0x80) return is_letter(c);
  if (c >= 0x0400 && c <= 0x052F) return false;
  return has_script(c, USCRIPT_LATIN);
}

char32_t to_upper(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
  return static_cast<char32_t>(u_toupper(icu(c)));
}

bool is_plainly_small(std::string_view valid, bool without_yo) {
  const auto& is_small = kIsSmallCyrillic[without_yo ? 1 : 0];
  for (std::size_t at = 0; at < valid.size();) {
    const auto byte = static_cast<unsigned char>(valid[at]);
    const unsigned lead = byte - 0xD0U;
    if (lead <= 1 && at + 1 < valid.size()) {
      if (!is_small[lead * 64 + (static_cast<unsigned char>(valid[at + 1]) & 0x3FU)]) return false;
      at += 2;
    } else {
      if (byte < 'a' || byte > 'z') return false;
      ++at;
    }
  }
  return true;
}

std::size_t fold_cyrillic(std::string_view valid, char* out) {
  std::size_t at = 0;
  for (; at + 1 < valid.size(); at += 2) {
    const auto lead = static_cast<unsigned char>(valid[at]) - 0xD0U;
    if (lead > 1) break;
    const auto& small = kSmallCyrillic[lead * 64 + (static_cast<unsigned char>(valid[at + 1]) & 0x3FU)];
    if (small[0] == 0) break;
    std::memcpy(out + at, small.data(), 2);
  }
  return at;
}

void fold(std::string_view valid, std::string& out) {
  constexpr std::size_t kWord = 64;  // bytes; longer words are rare
  std::array<char, kWord * 2> near;
  const bool is_short = valid.size() <= kWord;
  if (!is_short) out.resize(valid.size() * 2);  // a small form may take a byte more than its capital
  char* const begin = is_short ? near.data() : out.data();
  char* to = begin;
  for (std::size_t at = 0; at < valid.size();) {
    if (const auto byte = static_cast<unsigned char>(valid[at]); byte < 0x80) {
      *to++ = byte == '`' ? '\'' : static_cast<char>(to_lower(byte));
      ++at;
    } else if (const std::size_t folded = fold_cyrillic(valid.substr(at), to); folded > 0) {
      at += folded;
      to += folded;
    } else {
      const auto [c, length] = decode(valid, at);
      to += encode(is_apostrophe(c) ? U'\'' : to_lower(c), to);
      at += length;
    }
  }
  if (is_short)
    out.assign(begin, to);
  else
    out.resize(static_cast<std::size_t>(to - begin));
}

std::string folded(std::string_view valid) {
  std::string out;
  fold(valid, out);
  return out;
}

}  // namespace sito::text

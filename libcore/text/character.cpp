#include "text/character.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/utf8.h"

namespace sito::text {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

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

std::size_t fold_cyrillic(std::string_view valid, char* out) {
  std::size_t at = 0;
  for (; at + 1 < valid.size(); at += 2) {
    const auto lead = static_cast<unsigned char>(valid[at]),
               trail = static_cast<unsigned char>(valid[at + 1]);
    if (lead == 0xD1 && trail < 0xA0) {
      out[at] = valid[at];
      out[at + 1] = valid[at + 1];
      continue;
    }
    if (lead != 0xD0) break;
    // Ѐ to Џ are 0x50 below their small forms, А to Я 0x20.
    const unsigned moved = trail < 0x90 ? trail + 0x50U : trail < 0xB0 ? trail + 0x20U : trail;
    out[at] = static_cast<char>(moved < 0xC0 ? 0xD0 : 0xD1);
    out[at + 1] = static_cast<char>(moved < 0xC0 ? moved : moved - 0x40U);
  }
  return at;
}

void fold(std::string_view valid, std::string& out) {
  out.resize(valid.size() * 2 + 4);  // a letter's small form may take a byte more
  char* const begin = out.data();
  char* to = begin;
  for (std::size_t at = 0; at < valid.size();) {
    if (const std::size_t folded = fold_cyrillic(valid.substr(at), to); folded > 0) {
      at += folded;
      to += folded;
      continue;
    }
    const auto [c, length] = decode(valid, at);
    to += encode(is_apostrophe(c) ? U'\'' : to_lower(c), to);
    at += length;
  }
  out.resize(static_cast<std::size_t>(to - begin));
}

std::string folded(std::string_view valid) {
  std::string out;
  fold(valid, out);
  return out;
}

}  // namespace sito::text

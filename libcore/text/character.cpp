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

// The block U+0400..U+045F is regular: capitals, then small letters in the same order.
bool is_basic_cyrillic(char32_t c) { return c >= 0x0400 && c <= 0x045F; }

}  // namespace

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (is_basic_cyrillic(c)) return true;
  return (U_GET_GC_MASK(icu(c)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (is_basic_cyrillic(c)) return c < 0x0430;
  return (U_GET_GC_MASK(icu(c)) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (is_basic_cyrillic(c)) return c >= 0x0430;
  return u_charType(icu(c)) == U_LOWERCASE_LETTER;
}

bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(icu(c)) != 0; }

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

bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || c == '\t';
  if (c < 0x1680) return c == 0xA0;
  return c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_line_end(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0x2019 || c == 0x02BC || c == 0x2018 || c == 0x2032 || c == 0xFF07 ||
         c == 0x02BB;
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (is_basic_cyrillic(c)) return c < 0x0410 ? c + 80 : c < 0x0430 ? c + 32 : c;
  return static_cast<char32_t>(u_tolower(icu(c)));
}

char32_t to_upper(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
  return static_cast<char32_t>(u_toupper(icu(c)));
}

void fold(std::string_view valid, std::string& out) {
  out.clear();
  for (std::size_t at = 0; at < valid.size();) {
    auto [c, length] = decode(valid, at);
    append(out, is_apostrophe(c) ? U'\'' : to_lower(c));
    at += length;
  }
}

std::string folded(std::string_view valid) {
  std::string out;
  fold(valid, out);
  return out;
}

}  // namespace sito::text

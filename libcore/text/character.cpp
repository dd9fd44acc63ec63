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

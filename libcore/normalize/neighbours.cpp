#include "normalize/neighbours.h"

#include "text/character.h"

namespace sito::normalize {

Script script_of_letter(char32_t c) {
  if (c < 0x80) return text::is_letter(c) ? Script::kLatin : Script::kOther;
  if (c >= 0x400 && c < 0x482) return Script::kCyrillic;
  if (c >= 0x482 && c < 0x48A) return Script::kOther;  // marks
  if (c < 0xAA || (c >= 0x2000 && c < 0x2070) || !text::is_letter(c)) return Script::kOther;
  if (text::is_cyrillic(c)) return Script::kCyrillic;
  return text::is_latin(c) ? Script::kLatin : Script::kOther;
}

}  // namespace sito::normalize

#include "normalize/lost_letters.h"

#include "normalize/byte_set.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

constexpr ByteSet kSuspects{{'I', 'I'}, {'i', 'i'}, {0xD0, 0xD1}};
constexpr std::size_t kLongText = 300;

bool is_witness(char32_t lower) {
  return lower == U'і' || lower == U'ї' || lower == U'ы' || lower == U'э' || lower == U'ъ' || lower == U'ё';
}

bool stands_beside_cyrillic(std::string_view valid, std::size_t at) {
  return (at >= 2 && text::is_cyrillic(text::decode_before(valid, at).code_point)) ||
         (at + 1 < valid.size() && text::is_cyrillic(text::decode(valid, at + 1).code_point));
}

}  // namespace

bool has_lost_letters(std::string_view valid) {
  if (valid.find('\xD1') == std::string_view::npos) return false;  // most of what is not Cyrillic
  std::size_t letters = 0;
  bool ukrainian = false;
  for (std::size_t at = kSuspects.find(valid, 0); at < valid.size(); at = kSuspects.find(valid, at)) {
    const auto [c, length] = text::decode(valid, at);
    if (length == 1) {
      if (stands_beside_cyrillic(valid, at)) return false;
    } else {
      const char32_t lower = text::to_lower(c);
      if (is_witness(lower)) return false;
      ukrainian = ukrainian || lower == U'є';
      ++letters;
    }
    at += length;
  }
  return ukrainian && letters >= kLongText;
}

}  // namespace sito::normalize

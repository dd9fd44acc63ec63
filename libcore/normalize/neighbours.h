// neighbours.h: what stands beside a place in a text.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/utf8.h"

namespace sito::normalize {

/// The character that ends before byte `at` of `valid`; NUL at the text's head.
[[nodiscard]] inline char32_t before(std::string_view valid, std::size_t at) {
  return at == 0 ? U'\0' : text::decode_before(valid, at).code_point;
}

/// The character that begins at byte `at` of `valid`; NUL at its end.
[[nodiscard]] inline char32_t after(std::string_view valid, std::size_t at) {
  return at >= valid.size() ? U'\0' : text::decode(valid, at).code_point;
}

/// The two scripts that pages here mix up.
enum class Script : unsigned char { kOther, kCyrillic, kLatin };

/// The script of a letter; kOther for a letter of any other, a mark, or no letter. Constant.
[[nodiscard]] Script script_of_letter(char32_t c);

}  // namespace sito::normalize

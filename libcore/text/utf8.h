// utf8.h: bytes to code points and back.
//
// Settles what valid UTF-8 is (Unicode 15, table 3-7: no surrogates, no overlong forms, nothing above
// U+10FFFF) and walks it. What a code point is like (a letter, upper case, Cyrillic) is character.h's
// question; other encodings are decode/'s.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::text {

/// A code point and how many bytes it took.
struct Decoded {
  char32_t code_point = 0;
  std::size_t length = 0;
};

/// The code point that begins at byte `at` of `valid`, which is valid UTF-8, `at` on a border and less
/// than its size. Constant time, checks nothing.
[[nodiscard]] Decoded decode(std::string_view valid, std::size_t at);

/// The code point that ends before byte `at` (which is more than 0) of `valid`.
[[nodiscard]] Decoded decode_before(std::string_view valid, std::size_t at);

/// Appends a Unicode scalar value.
void append(std::string& out, char32_t code_point);

/// How many bytes at the head of `bytes` are valid UTF-8: bytes.size() if all are. Linear, 64 bytes at a
/// time.
[[nodiscard]] std::size_t valid_prefix(std::string_view bytes);
[[nodiscard]] inline bool is_valid(std::string_view bytes) { return valid_prefix(bytes) == bytes.size(); }

/// How many code points `valid` holds. Linear, several bytes at a time.
[[nodiscard]] std::size_t code_points(std::string_view valid);

/// `bytes` with each maximal ill-formed part replaced by U+FFFD (Unicode's "substitution of maximal
/// subparts"), and how many there were.
struct Repaired {
  std::string text;
  std::size_t replaced = 0;
};
[[nodiscard]] Repaired repaired(std::string_view bytes);

}  // namespace sito::text

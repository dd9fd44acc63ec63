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
[[nodiscard]] inline Decoded decode(std::string_view valid, std::size_t at) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(valid[at + k]); };
  const auto low = [&](std::size_t k) { return static_cast<char32_t>(byte(k) & 0x3FU); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(static_cast<char32_t>(lead & 0x1FU) << 6U) | low(1), 2};
  if (lead < 0xF0) return {(static_cast<char32_t>(lead & 0x0FU) << 12U) | (low(1) << 6U) | low(2), 3};
  return {(static_cast<char32_t>(lead & 0x07U) << 18U) | (low(1) << 12U) | (low(2) << 6U) | low(3), 4};
}

/// The code point that ends before byte `at` (which is more than 0) of `valid`.
[[nodiscard]] inline Decoded decode_before(std::string_view valid, std::size_t at) {
  do --at;
  while ((static_cast<unsigned char>(valid[at]) & 0xC0U) == 0x80);
  return decode(valid, at);
}

/// Writes a Unicode scalar value at `out`, where four bytes have room; how many it took.
inline std::size_t encode(char32_t code_point, char* out) {
  const auto byte = [&](std::size_t i, char32_t value) { out[i] = static_cast<char>(value); };
  const auto low = [&](std::size_t i, unsigned shift) { byte(i, 0x80U | ((code_point >> shift) & 0x3FU)); };
  if (code_point < 0x80) return byte(0, code_point), 1;
  if (code_point < 0x800) return byte(0, 0xC0U | (code_point >> 6U)), low(1, 0), 2;
  if (code_point < 0x10000) return byte(0, 0xE0U | (code_point >> 12U)), low(1, 6), low(2, 0), 3;
  return byte(0, 0xF0U | (code_point >> 18U)), low(1, 12), low(2, 6), low(3, 0), 4;
}
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

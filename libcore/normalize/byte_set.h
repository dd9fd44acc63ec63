// byte_set.h: the first byte of interest.
//
// Steps look at few characters and copy the rest. A set of the bytes with which those characters begin
// finds the next of them without decoding what lies between.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace sito::normalize {

class ByteSet {
 public:
  /// A range of bytes, both ends in it.
  struct Range {
    unsigned char first;
    unsigned char last;
  };
  constexpr ByteSet(std::initializer_list<Range> ranges) {
    for (const Range& range : ranges)
      for (std::size_t byte = range.first; byte <= range.last; ++byte) holds_[byte] = true;
  }

  [[nodiscard]] constexpr bool contains(char byte) const { return holds_[static_cast<unsigned char>(byte)]; }

  /// Where the first byte of the set stands at or after `at`; text.size() if there is none. Linear.
  [[nodiscard]] constexpr std::size_t find(std::string_view text, std::size_t at) const {
    while (at < text.size() && !contains(text[at])) ++at;
    return at;
  }

 private:
  std::array<bool, 256> holds_{};
};

}  // namespace sito::normalize

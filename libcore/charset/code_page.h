// code_page.h: what the bytes of a single-byte encoding mean, both ways.
//
// 256 entries decode faster than any converter, and mojibake is undone by going back from characters to the
// bytes that they were. Which encoding bytes are in is readings.h's question; encodings of several bytes a
// character are decode/converter.h's.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sito::charset {

class CodePage {
 public:
  /// A byte that means nothing.
  static constexpr char32_t kNothing = 0xFFFD;

  /// Of `name`, as ICU's tables say (windows pages give bytes that they lack the C1 control of the same
  /// value, as browsers do); but the controls of DOS pages stand for themselves (IBM's tables rotate 1A, 1C
  /// and 7F). None if ICU does not know the name, or the encoding has more than one byte a character or more
  /// than one character a byte (the Macintosh's Hebrew).
  [[nodiscard]] static std::optional<CodePage> make(const std::string& name);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] char32_t character(unsigned char byte) const { return characters_[byte]; }

  /// The byte that means `c`, the lower one of two. Logarithmic.
  [[nodiscard]] std::optional<unsigned char> byte(char32_t c) const;

  /// Decodes `bytes` behind what `out` holds; how many meant nothing and became U+FFFD. Linear, some GB/s.
  std::size_t append(std::string_view bytes, std::string& out) const;

 private:
  struct Sequence {
    std::array<char, 4> utf8{};
    std::uint8_t length = 0;
  };

  std::string name_;
  std::array<char32_t, 256> characters_{};
  std::array<Sequence, 256> sequences_{};
  std::vector<std::pair<char32_t, unsigned char>> bytes_;  ///< sorted; without kNothing
  static constexpr std::uint16_t kNoByte = 0x100;
  static constexpr std::size_t kLow = 0x530;  // the alphabets of Europe
  std::array<std::uint16_t, kLow> low_bytes_{};
};

}  // namespace sito::charset

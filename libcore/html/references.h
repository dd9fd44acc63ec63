// references.h: what a character reference of a page stands for.
//
// The standard's character reference states: names by their longest match, numbers with what browsers
// make of impossible ones. Texts that were escaped by mistake are normalize/references.h's question.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace sito::html {

/// The characters of a reference: at most two.
class Reference {
 public:
  Reference() = default;
  Reference(std::size_t length, std::string_view characters);

  /// Bytes of the text, from the ampersand on; 0 if it is only an ampersand.
  [[nodiscard]] std::size_t length() const { return length_; }
  [[nodiscard]] std::string_view characters() const { return {bytes_.data(), size_}; }  ///< UTF-8

 private:
  std::size_t length_ = 0;
  std::size_t size_ = 0;
  std::array<char, 8> bytes_{};
};

/// The reference that begins at byte `at` of `text`, an ampersand there. In an attribute's value a name
/// without its semicolon is none before `=`, a letter or a digit. Constant time but for the digits of a
/// number. Source: HTML 13.2.5.72 to 13.2.5.80, data/character_references.tsv.
[[nodiscard]] Reference read_reference(std::string_view text, std::size_t at, bool in_attribute);

/// Appends `raw` to `out` with its references as characters and NUL as U+FFFD: the value of an attribute.
/// Linear.
void append_resolved(std::string_view raw, std::string& out);

}  // namespace sito::html

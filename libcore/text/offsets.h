// offsets.h: code points to bytes and back, for one text.
//
// The wire counts code points, crafts count bytes. An index with one entry for each block of 256 bytes
// answers both ways in constant time; it is made once a document and kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sito::text {

class OffsetIndex {
 public:
  /// Indexes `valid`, which is valid UTF-8 and outlives the index's use. Linear; memory is a 32nd of
  /// the text and is kept from one text to the next.
  void assign(std::string_view valid);

  /// Code points in the whole text.
  [[nodiscard]] std::size_t size() const { return total_; }

  /// The number of code points before byte `byte` (at most the text's size, on a border).
  [[nodiscard]] std::size_t code_point(std::size_t byte) const;
  /// The byte where code point `code_point` (at most size()) begins. Logarithmic.
  [[nodiscard]] std::size_t byte(std::size_t code_point) const;

  [[nodiscard]] Span span(ByteRange range) const { return {code_point(range.begin), code_point(range.end)}; }
  [[nodiscard]] ByteRange bytes(Span span) const { return {byte(span.start), byte(span.end)}; }

 private:
  std::string_view text_;
  std::vector<std::size_t> before_;  ///< code points before each block; empty if the text is ASCII
  std::size_t total_ = 0;
};

}  // namespace sito::text

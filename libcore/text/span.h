// span.h: places in a text, in the two units that must never be mixed.
//
// Crafts walk UTF-8 and think in bytes; the wire counts Unicode code points, as Python, jq and DuckDB
// do. The units have types of their own, and only offsets.h turns one into the other.
#pragma once

#include <cstddef>
#include <string_view>

namespace sito {

/// Code points of a text, half-open.
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;

  [[nodiscard]] bool empty() const { return start == end; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// Bytes of a UTF-8 text, half-open, on the borders of code points.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] bool contains(ByteRange inner) const { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

}  // namespace sito

// segments.h: a text as stretches of narrative and of speech.
//
// The partition that analysts count by: no gap, no overlap. Only speech is cut out, the outermost, marks
// or dash taken in; titles and terms stay in the narrative.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "quotes/find_quotes.h"
#include "text/span.h"

namespace sito::quotes {

constexpr std::size_t kNarrative = static_cast<std::size_t>(-1);

struct Segment {
  ByteRange place;                 ///< not empty
  std::size_t quote = kNarrative;  ///< index of the quotation
  friend bool operator==(const Segment&, const Segment&) = default;
};

/// The segments of a text of `size` bytes whose quotations are `quotes`; none if it is empty. Linear but
/// for one sort.
[[nodiscard]] std::vector<Segment> segments(std::span<const Quote> quotes, std::size_t size);

}  // namespace sito::quotes

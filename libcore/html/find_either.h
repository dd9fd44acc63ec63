// find_either.h: the next of two bytes.
//
// Pages are markup: what stands between two bytes of interest is often short, and a look at a whole block
// (text/block.h) would cost more than it finds.
#pragma once

#include <bit>
#include <cstddef>
#include <string_view>

#include "text/block.h"

namespace sito::html {

/// Where `a` or `b` stands at or after `at`; text.size() if neither does. Linear, a lane at a time.
[[nodiscard]] inline std::size_t find_either(std::string_view text, std::size_t at, char a, char b) {
  for (; at + text::Lane::kSize <= text.size(); at += text::Lane::kSize) {
    text::Lane lane;
    lane.load(text.data() + at);
    const auto found = lane.equal_any(static_cast<unsigned char>(a), static_cast<unsigned char>(b));
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
  while (at < text.size() && text[at] != a && text[at] != b) ++at;
  return at;
}

}  // namespace sito::html

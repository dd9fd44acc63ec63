// record.h: what is known of one line of a site.
//
// How often it was seen and where, and how two such pieces of knowledge become one: by sum and minimum, so
// that any order and any tree of additions gives the same. How records are written is block.h's question.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace sito::templates {

constexpr std::uint32_t kMostPages = 65535;    ///< of a line: more count as this many
constexpr std::uint32_t kMostSitePages = ~0U;  ///< of a site, likewise
constexpr std::size_t kFarthest = 255;         ///< a distance beyond counts as this

struct Seen {
  std::uint32_t pages = 0;  ///< how many pages had the line, saturating at kMostPages
  std::uint8_t from_start =
      0;  ///< the least number of lines that stood before it on a page; blank ones do not count
  std::uint8_t from_end = 0;  ///< likewise behind it
  friend bool operator==(const Seen&, const Seen&) = default;
};

struct Record {
  std::uint64_t key = 0;
  Seen seen;
  /// The head of what was hashed (page_keys.h), the same wherever the key was met. A view of whoever gave
  /// the record.
  std::string_view excerpt;
};

/// Sums that stop at their limit commute and associate as sums do.
[[nodiscard]] inline std::uint32_t saturating_sum(std::uint32_t a, std::uint32_t b, std::uint32_t most) {
  return a > most - std::min(b, most) ? most : a + b;
}

inline void add(Seen& sum, const Seen& other) {
  sum.pages = saturating_sum(sum.pages, other.pages, kMostPages);
  sum.from_start = std::min(sum.from_start, other.from_start);
  sum.from_end = std::min(sum.from_end, other.from_end);
}

/// Adds what else is known of the same key. Where two lines share a key, the excerpt is the lesser by bytes.
inline void add_to(Record& sum, const Record& other) {
  add(sum.seen, other.seen);
  sum.excerpt = std::min(sum.excerpt, other.excerpt);
}

}  // namespace sito::templates

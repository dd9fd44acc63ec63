// concerns.h: which steps a text needs at all.
//
// Most pages are normal already or nearly so. One scan says which steps could change anything; a text
// that concerns none is left where it lies. The scan looks at 64 bytes at once for what is rare in a clean
// page of any language here, and decodes characters only there (concern_marks.h).
#pragma once

#include <string_view>

namespace sito::normalize {

enum Concern : unsigned {
  kLineEnds = 1U << 0U,
  kControl = 1U << 1U,
  kZeroWidth = 1U << 2U,
  kForm = 1U << 3U,
  kWhitespace = 1U << 4U,
  kReferences = 1U << 5U,
  kHyphens = 1U << 6U,
  kCombining = 1U << 7U,
  kLetterSpacing = 1U << 8U,
  kLineWrap = 1U << 9U,
  kHomoglyphs = 1U << 10U,
  kApostrophes = 1U << 11U,  ///< for the default form
  kMojibake = 1U << 12U,
};

/// The steps that might change `valid`, as a union of Concerns. A step that has one and is not named would
/// change nothing; one that is named may find nothing to do (a joiner in Persian). Linear, and more than
/// 1 GB/s on normal text (tests/bench/normalize_bench.cpp).
[[nodiscard]] unsigned concerns(std::string_view valid);

}  // namespace sito::normalize

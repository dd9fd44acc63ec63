// concerns.h: which steps a text needs at all.
//
// Most pages are normal already or nearly so. One scan says which steps could change anything; a text
// that concerns none is left where it lies.
#pragma once

#include <string_view>

namespace sito::normalize {

enum Concern : unsigned {
  kLineEnds = 1,
  kControl = 2,
  kZeroWidth = 4,
  kForm = 8,
  kWhitespace = 16,
};

/// The steps that might change `valid`, as a union of Concerns. A step that is not named would change
/// nothing; one that is named may find nothing to do (a joiner in Persian). Linear.
[[nodiscard]] unsigned concerns(std::string_view valid);

}  // namespace sito::normalize

// dashes.h: dashes in one form, for those who ask.
//
// Whether a writer typed a hyphen or a dash is theirs; quotes/ reads both. So this step runs on request
// only. Hyphens inside words and ranges are not its question.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

enum class Dashes : unsigned char {
  kEn,  ///< U+2013
  kEm,  ///< U+2014
};

/// Writes `valid` to `out` (cleared first) with - -- --- ‐ ‑ ‒ – — ― as `form` where they stand between two
/// blanks, or between a line's head and a blank; how many were replaced. "2019-2024", "5—7" and lines of
/// hyphens stay, and so does the minus sign. The hyphens of a list become dashes too, since those of speech
/// look the same. Linear.
std::size_t unify_dashes(std::string_view valid, Dashes form, std::string& out);

}  // namespace sito::normalize

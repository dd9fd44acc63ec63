// quotation_marks.h: double quotation marks in one form, for those who ask.
//
// Which marks a writer chose says something, and quotes/ reads them all; so this step runs on request only.
// Apostrophes that look like marks are apostrophes.h's question.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

enum class QuotationMarks : unsigned char {
  kStraight,  ///< "так"
  kAngle,     ///< «так», within it „так“
};

/// Writes `valid` to `out` (cleared first) with " « » “ ” „ ‟ in `form`; how many were replaced. Single
/// marks stay.
///
/// Straight marks need no partner. Angle marks are written for the two marks of a pair only: marks open or
/// close by their shape, “ ” ‟ and " by what stands beside them, and a pair lies in one line. A mark without
/// a partner (27") stays. Linear.
std::size_t unify_quotation_marks(std::string_view valid, QuotationMarks form, std::string& out);

}  // namespace sito::normalize

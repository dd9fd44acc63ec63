// hyphens.h: soft hyphens that lost their softness, and those at a line's end.
//
// Old converters wrote a soft hyphen as NOT SIGN (byte AC for AD), and text that was copied out of a
// layout has soft hyphens where its lines broke. Soft hyphens within a line are zero_width.h's
// question, words parted by an ordinary hyphen line_wrap.h's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

/// Writes `valid` to `out` (cleared first) without
///
/// - U+00AC NOT SIGN between two letters of a word: "розпо¬діл" is "розподіл";
/// - U+00AC or U+00AD between a letter and the end of its line, with that line end, if the next line
///   begins with a letter in lower case.
///
/// Letters are Cyrillic or Latin; behind the sign stands one in lower case, or both are Cyrillic
/// capitals, so that "p ∧ ¬q" and "A¬B" stay. Returns how many signs went. Linear.
std::size_t remove_stray_hyphens(std::string_view valid, std::string& out);

}  // namespace sito::normalize

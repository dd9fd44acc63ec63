// combining.h: marks that were set beside their letter instead of on it.
//
// Fonts without й and ї were helped with a breve or a diaeresis of its own width: "Ки\u02D8в", "і¨". NFC
// composes only true combining marks, which is form.h's question.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

constexpr char32_t kSpacingBreve = 0x2D8;
constexpr char32_t kSpacingDiaeresis = 0xA8;

/// Writes `valid` to `out` (cleared first) with a Cyrillic и, і or е and the mark behind it as one letter:
///
/// - и and U+02D8: й; і and U+00A8: ї; е and U+00A8: ё; capitals likewise;
/// - a Cyrillic letter or another such pair stands before the letter or behind the mark: a sole "і¨" is
///   perhaps a table's key.
///
/// Returns how many marks were joined. Linear.
std::size_t join_spaced_marks(std::string_view valid, std::string& out);

}  // namespace sito::normalize

// combining.h: marks that were set beside their letter instead of on it.
//
// Fonts without й and ї were helped with a breve or a diaeresis of its own width: "Ки\u02D8в", "і¨". NFC
// composes only true combining marks, which is form.h's question.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

/// Writes `valid` to `out` (cleared first) with и, і or е (or a Latin twin) and the mark behind it as one
/// letter:
///
/// - и and a breve: й; і and a diaeresis: ї; е and a diaeresis: ё; capitals likewise;
/// - the mark is the spacing U+02D8 or U+00A8, or a space or NBSP that carries U+0306 or U+0308;
/// - a Cyrillic letter stands before the letter or behind the mark, or before or behind a row of such pairs:
///   a sole "і¨" is perhaps a table's key.
///
/// Returns how many marks were joined. Linear.
std::size_t join_spaced_marks(std::string_view valid, std::string& out);

}  // namespace sito::normalize

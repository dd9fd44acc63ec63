// mojibake.h: text that was decoded in a wrong encoding, put right.
//
// A page in UTF-8 that somebody read as windows-1251 says "РњС–СЃС‚Рѕ" for "Місто". Going back to the bytes
// and reading them as what they were undoes it. Settles which texts, lines and words are such, by which chain
// of misreadings, and leaves alone all that makes sense as it stands. Where the text itself was lost, what
// the models find likeliest stands in. The bytes of a file that was never misread are decode/'s question;
// suspicion.h tells where to look.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sito::normalize {

/// A chain of misreadings that was undone.
struct Repair {
  /// In the order of undoing: "windows-1251>UTF-8" goes to the bytes of windows-1251 and reads them as UTF-8;
  /// further steps follow behind a space.
  std::string chain;
  std::size_t count = 0;  ///< stretches: lines, or parts of lines
  friend bool operator==(const Repair&, const Repair&) = default;
};

/// Writes `valid` to `out` with its mojibake put right; what was done, empty (and `out` unspecified) if
/// nothing.
///
/// Evidence decides, as -ln p in the models of all languages: what a stretch costs as it stands must exceed
/// what it costs put right by what so rare an accident costs, more for single-byte mix-ups than for UTF-8,
/// whose sequences prove themselves. The text as a whole finds the chain first, then each line, then the
/// words between plausible ones. Box drawing, C1 controls and private use never come out of it. Linear in
/// `valid`; a text without a suspicious line costs one look at each.
[[nodiscard]] std::vector<Repair> repair_mojibake(std::string_view valid, std::string& out);

}  // namespace sito::normalize

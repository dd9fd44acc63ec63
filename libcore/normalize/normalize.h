// normalize.h: Unicode text to canonical Unicode text.
//
// One thought, one spelling: settles which steps there are, in which order they run, and that running
// them twice is running them once. What each step does is its own header's question.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/apostrophes.h"
#include "normalize/dashes.h"
#include "normalize/quotation_marks.h"

namespace sito::normalize {

/// Which steps run, and in which form they write. The author's spelling is no step's business.
struct Settings {
  bool references = true;
  bool mojibake = true;
  bool line_ends = true;
  bool control = true;
  bool hyphens = true;
  bool zero_width = true;
  bool combining = true;
  bool compatibility = false;
  bool form = true;
  bool letter_spacing = true;
  bool line_wrap = true;
  bool homoglyphs = true;
  bool apostrophes = true;
  bool quotation_marks = false;
  bool dashes = false;
  bool whitespace = true;

  Apostrophe apostrophe = Apostrophe::kKeep;
  QuotationMarks quotation_mark = QuotationMarks::kAngle;
  Dashes dash = Dashes::kEn;
};

/// A step as a user switches it: `--no-NAME`, `--only NAME,...`.
struct Step {
  std::string_view name;         ///< references, line-ends, control, ...
  std::string_view description;  ///< for --help: no full stop
  bool Settings::*enabled;
  bool on_request = false;  ///< off unless the user asks: it has a switch of its own and no `--no-NAME`
};

/// All steps in the order in which they run.
[[nodiscard]] std::span<const Step> steps();

/// How often a step changed something.
struct Change {
  std::string_view kind;  ///< a constant, one for each step: reference, line_end, control, ...
  std::size_t count = 0;  ///< at least 1; characters, for form and mojibake stretches
  std::string chain{};    ///< of mojibake: how it was misread (mojibake.h), one change for each chain
  friend bool operator==(const Change&, const Change&) = default;
};

/// What changed, in the steps' order; then `out` is the normal text. Nothing if `valid` is normal as it
/// is; then `out` is unspecified. `valid` must not lie in `out`.
///
/// Idempotent for any settings: normalizing `out` with the same settings changes nothing. What one step
/// writes may concern an earlier one (a removed character lets two letters compose), so the steps run
/// until none finds anything. Linear: they take turns no more often than kMostTurns, which texts
/// that are no one's attack do not come near; a normal text costs one scan.
[[nodiscard]] std::vector<Change> normalize(std::string_view valid, const Settings& settings,
                                            std::string& out);

/// No step waits for a chain of others: texts made to need it, of what concerns the steps, again and again,
/// change in 5 turns at most; real pages do in 2.
inline constexpr int kMostTurns = 16;

}  // namespace sito::normalize

// normalize.h: Unicode text to canonical Unicode text.
//
// One thought, one spelling: settles which steps there are, in which order they run, and that running
// them twice is running them once. What each step does is its own header's question: line_ends.h,
// control.h, zero_width.h, form.h, whitespace.h.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sito::normalize {

/// Which steps run.
struct Settings {
  bool line_ends = true;
  bool control = true;
  bool zero_width = true;
  bool form = true;
  bool whitespace = true;
};

/// A step as a user switches it: `--no-NAME`, `--only NAME,...`.
struct Step {
  std::string_view name;         ///< line-ends, control, zero-width, form, whitespace
  std::string_view description;  ///< for --help: no full stop
  bool Settings::*enabled;
};

/// All steps in the order in which they run.
[[nodiscard]] std::span<const Step> steps();

/// How often a step changed something.
struct Change {
  std::string_view kind;  ///< a constant: line_end, control, zero_width, form, whitespace
  std::size_t count = 0;  ///< at least 1; characters, for form stretches
  friend bool operator==(const Change&, const Change&) = default;
};

/// What changed, in the steps' order; then `out` is the normal text. Nothing if `valid` is normal as it
/// is; then `out` is unspecified. `valid` must not lie in `out`.
///
/// Idempotent for any settings: normalizing `out` with the same settings changes nothing. Each step
/// leaves nothing to those before it: a later one makes no line end, control or zero-width character,
/// and no composition across a blank exists. Linear; a normal text costs one scan.
[[nodiscard]] std::vector<Change> normalize(std::string_view valid, const Settings& settings,
                                            std::string& out);

}  // namespace sito::normalize

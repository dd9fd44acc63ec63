#include "normalize/normalize.h"

#include <array>

#include "normalize/concerns.h"
#include "normalize/control.h"
#include "normalize/form.h"
#include "normalize/line_ends.h"
#include "normalize/whitespace.h"
#include "normalize/zero_width.h"

namespace sito::normalize {
namespace {

constexpr std::array kSteps = {
    Step{"line-ends", "CRLF, CR, NEL, VT, FF and Unicode's separators to LF", &Settings::line_ends},
    Step{"control", "Remove control characters and noncharacters", &Settings::control},
    Step{"zero-width", "Remove soft hyphens and zero-width characters where they mean nothing",
         &Settings::zero_width},
    Step{"form", "Compose letters and marks: Unicode's NFC", &Settings::form},
    Step{"whitespace", "One space between words, at most one empty line between lines",
         &Settings::whitespace},
};

// The other side of kSteps, in the same order.
struct Work {
  std::string_view kind;
  Concern concern;
  std::size_t (*run)(std::string_view valid, std::string& out);
};
constexpr std::array<Work, kSteps.size()> kWork = {{
    {"line_end", kLineEnds, normalize_line_ends},
    {"control", kControl, remove_controls},
    {"zero_width", kZeroWidth, remove_zero_width},
    {"form", kForm, normalize_form},
    {"whitespace", kWhitespace, normalize_whitespace},
}};

}  // namespace

std::span<const Step> steps() { return kSteps; }

std::vector<Change> normalize(std::string_view valid, const Settings& settings, std::string& out) {
  std::vector<Change> changes;
  unsigned needed = concerns(valid);
  std::string_view current = valid;
  std::string next;
  for (std::size_t i = 0; i < kSteps.size(); ++i) {
    if (!(settings.*kSteps[i].enabled) || (needed & kWork[i].concern) == 0) continue;
    const std::size_t count = kWork[i].run(current, next);
    if (count == 0) continue;
    changes.push_back({kWork[i].kind, count});
    out.swap(next);
    current = out;
    // What was parted by something now gone may be blanks side by side.
    needed |= kWhitespace;
  }
  return changes;
}

}  // namespace sito::normalize

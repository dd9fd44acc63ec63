#include "normalize/normalize.h"

#include <algorithm>
#include <array>

#include "normalize/combining.h"
#include "normalize/concerns.h"
#include "normalize/control.h"
#include "normalize/form.h"
#include "normalize/homoglyphs.h"
#include "normalize/hyphens.h"
#include "normalize/letter_spacing.h"
#include "normalize/line_ends.h"
#include "normalize/line_wrap.h"
#include "normalize/mojibake.h"
#include "normalize/references.h"
#include "normalize/whitespace.h"
#include "normalize/zero_width.h"

namespace sito::normalize {
namespace {

constexpr std::array kSteps = {
    Step{"references", "Character references such as &nbsp; and &#1108; to what they stand for",
         &Settings::references},
    Step{"mojibake", "Text that was decoded in a wrong encoding to what it said", &Settings::mojibake},
    Step{"line-ends", "CRLF, CR, NEL, VT, FF and Unicode's separators to LF", &Settings::line_ends},
    Step{"control", "Remove control characters and noncharacters", &Settings::control},
    Step{"hyphens", "Remove soft hyphens at line ends, and the \u00AC that some converters made of them",
         &Settings::hyphens},
    Step{"zero-width", "Remove soft hyphens and zero-width characters where they mean nothing",
         &Settings::zero_width},
    Step{"combining", "Set a breve or diaeresis that stands beside its letter upon it", &Settings::combining},
    Step{"compatibility", "Plain letters for ligatures and full-width forms: Unicode's NFKC",
         &Settings::compatibility, true},
    Step{"form", "Compose letters and marks: Unicode's NFC", &Settings::form},
    Step{"letter-spacing", "Join words that are spaced out letter by letter", &Settings::letter_spacing},
    Step{"line-wrap", "Join words that a hyphen and a line end part, where the text shows how",
         &Settings::line_wrap},
    Step{"homoglyphs", "Latin letters inside Cyrillic words to Cyrillic ones, and the reverse",
         &Settings::homoglyphs},
    Step{"apostrophes", "One character for the apostrophe inside words", &Settings::apostrophes},
    Step{"quotation-marks", "Double quotation marks in one form", &Settings::quotation_marks, true},
    Step{"dashes", "Dashes between words in one form", &Settings::dashes, true},
    Step{"whitespace", "One space between words, at most one empty line between lines",
         &Settings::whitespace},
};

// The other side of kSteps, in the same order.
struct Work {
  std::string_view kind;
  unsigned concern;  ///< 0 where the scan does not look for it
  std::size_t (*run)(std::string_view valid, const Settings& settings, std::string& out);  ///< null: mojibake
};

template <std::size_t (*Run)(std::string_view, std::string&)>
std::size_t plain(std::string_view valid, const Settings& /*settings*/, std::string& out) {
  return Run(valid, out);
}

std::size_t run_apostrophes(std::string_view valid, const Settings& settings, std::string& out) {
  return unify_apostrophes(valid, settings.apostrophe, out);
}
std::size_t run_quotation_marks(std::string_view valid, const Settings& settings, std::string& out) {
  return unify_quotation_marks(valid, settings.quotation_mark, out);
}
std::size_t run_dashes(std::string_view valid, const Settings& settings, std::string& out) {
  return unify_dashes(valid, settings.dash, out);
}

constexpr std::array<Work, kSteps.size()> kWork = {{
    {"reference", kReferences, plain<decode_references>},
    {"mojibake", kMojibake, nullptr},
    {"line_end", kLineEnds, plain<normalize_line_ends>},
    {"control", kControl, plain<remove_controls>},
    {"hyphen", kHyphens, plain<remove_stray_hyphens>},
    {"zero_width", kZeroWidth, plain<remove_zero_width>},
    {"combining", kCombining, plain<join_spaced_marks>},
    {"compatibility", 0, plain<normalize_compatibility>},
    {"form", kForm, plain<normalize_form>},
    {"letter_spacing", kLetterSpacing, plain<join_spaced_letters>},
    {"line_wrap", kLineWrap, plain<join_wrapped_words>},
    {"homoglyph", kHomoglyphs, plain<replace_homoglyphs>},
    {"apostrophe", kApostrophes, run_apostrophes},
    {"quotation_mark", 0, run_quotation_marks},
    {"dash", 0, run_dashes},
    {"whitespace", kWhitespace, plain<normalize_whitespace>},
}};

// The scan knows the default form of the apostrophe alone.
bool is_needed(std::size_t step, unsigned needed, const Settings& settings) {
  if (!(settings.*kSteps[step].enabled)) return false;
  if (kWork[step].concern == kApostrophes && settings.apostrophe != Apostrophe::kKeep) return true;
  return kWork[step].concern == 0 || (kWork[step].concern & needed) != 0;
}

class Turns {
 public:
  Turns(std::string_view valid, const Settings& settings, std::string& out)
      : current_(valid), settings_(settings), out_(out) {}

  /// Lets every step have its turn; whether one changed the text.
  bool next() {
    bool changed = false;
    unsigned needed = concerns(current_);
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
      if (!is_needed(i, needed, settings_)) continue;
      const std::size_t count = run(kWork[i]);
      if (count == 0) continue;
      counts_[i] += count;
      out_.swap(next_);
      current_ = out_;
      changed = true;
      // What was parted by something now gone may be blanks side by side.
      needed |= kWhitespace;
    }
    return changed;
  }

  [[nodiscard]] std::vector<Change> changes() const {
    std::vector<Change> changes;
    for (std::size_t i = 0; i < kSteps.size(); ++i) append(i, changes);
    return changes;
  }

 private:
  std::size_t run(const Work& work) {
    if (work.run != nullptr) return work.run(current_, settings_, next_);
    std::size_t count = 0;
    for (Repair& repair : repair_mojibake(current_, next_)) {
      count += repair.count;
      const auto same = std::find_if(repairs_.begin(), repairs_.end(),
                                     [&](const Repair& other) { return other.chain == repair.chain; });
      if (same == repairs_.end())
        repairs_.push_back(std::move(repair));
      else
        same->count += repair.count;
    }
    return count;
  }

  void append(std::size_t step, std::vector<Change>& changes) const {
    if (counts_[step] == 0) return;
    if (kWork[step].run != nullptr) {
      changes.push_back({kWork[step].kind, counts_[step]});
      return;
    }
    for (const Repair& repair : repairs_) changes.push_back({kWork[step].kind, repair.count, repair.chain});
  }

  std::string_view current_;
  const Settings& settings_;
  std::string& out_;
  std::string next_;
  std::array<std::size_t, kSteps.size()> counts_{};
  std::vector<Repair> repairs_;
};

}  // namespace

std::span<const Step> steps() { return kSteps; }

std::vector<Change> normalize(std::string_view valid, const Settings& settings, std::string& out) {
  Turns turns(valid, settings, out);
  for (int turn = 0; turn < kMostTurns && turns.next(); ++turn) {
  }
  return turns.changes();
}

}  // namespace sito::normalize

// form.h: one spelling for each letter, NFC.
//
// Writers and keyboards spell й as one code point or as и and a breve. Normalization Form C settles it:
// one code point where Unicode has one, marks in canonical order (UAX #15, Unicode 15 through ICU). For those
// who ask, NFKC settles also which letters are the same in another dress.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

/// Whether a text that holds `c` might not be NFC: c is a combining mark or does not stand in every
/// NFC text as it is. Constant.
[[nodiscard]] bool concerns_form(char32_t c);

/// Writes `valid` to `out` (cleared first) in NFC; how many stretches changed, plus how often a run was
/// cut. Linear: runs of more than 30 non-starters (counted in their canonical decompositions) are cut by
/// U+034F COMBINING GRAPHEME JOINER, as UAX #15's Stream-Safe Text Process does, since ICU takes quadratic
/// time on them. Such runs stand in no orthography; the text stays so cut.
std::size_t normalize_form(std::string_view valid, std::string& out);

/// As normalize_form(), in NFKC: ligatures, full-width and superscript forms become plain ones ("ﬁ" is "fi",
/// "№" is "No", "½" is "1⁄2"). What they set apart is lost, so this is never done unasked.
std::size_t normalize_compatibility(std::string_view valid, std::string& out);

}  // namespace sito::normalize

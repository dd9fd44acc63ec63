// structure.h: which lines stand beside the article, as far as the page's structure tells.
//
// Articles are runs of sentences; menus, teasers and footers are runs of short lines, with a sentence here
// and there. Each row is weighed by its form, its neighbours and what rules and templates say of it, and the
// likeliest way of the page in and out of its content is taken (Viterbi, two states). The weights are set by
// hand. Words are rules.h's question, what recurs on a site templates/'s.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "strip/line_form.h"

namespace sito::strip {

/// What is known of one row.
struct Sight {
  LineForm form;
  bool loose = false;   ///< blank lines, or the page's ends, above and below
  bool ruled = false;   ///< a rule takes it
  bool label = false;   ///< a rule that is not sure fits it: "Most read"
  bool opens = false;   ///< a label of what stands beside articles, behind which more of it is likely
  double hints = 0;     ///< how many hints its words are, weighted
  bool unique = false;  ///< the site is known, and the row is no template of it
  double learnt = 0;    ///< what its being a template of the site weighs, in nats; 0 if it is none
};

/// A page with fewer short lines (LineForm::is_short()), and no templates, loses nothing: it need not be
/// weighed.
inline constexpr std::size_t kLeastShortLines = 4;

/// How sure each row is no content, 0.5 to 1; 0 for the rows that stay. Rows that are ruled count in
/// the weighing and come out as 0.
///
/// Nothing goes on its structure alone but in a run with five short lines; the headline, lead, by-line and
/// date lines above the article stay. What is lighter than half of the article and stands below it behind
/// three signs of other things goes too. Where nothing would be left, the page's best stretch stays, or all
/// of it if it has none. Linear.
[[nodiscard]] std::vector<double> beside_content(std::span<const Sight> rows);

}  // namespace sito::strip

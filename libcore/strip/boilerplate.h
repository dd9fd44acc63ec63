// boilerplate.h: which lines of a page are boilerplate.
//
// Footers, credits, share bars, "read also" and their kin are found by rules (rules.h), where they stand and
// with what belongs to them; what its site has on other pages by templates (learnt.h); what stands beside the
// article by the page's structure (structure.h). What is left of the page, and how it is put together again,
// is removal.h's question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "strip/removal.h"
#include "strip/rules.h"
#include "templates/model.h"

namespace sito::strip {

/// How many lines each rule took, and each template.
struct LineCount {
  const Rule* rule = nullptr;
  std::size_t lines = 0;
};
struct TemplateCount {
  std::uint64_t key = 0;
  std::size_t lines = 0;
};

struct Findings {
  std::vector<Removal> removals;         ///< ascending, disjoint
  std::vector<LineCount> counts;         ///< in no order, a rule once
  std::vector<TemplateCount> templates;  ///< likewise
};

/// The boilerplate of `text` (valid UTF-8).
///
/// A line goes when a rule fits it and the line stands where the rule may fire: `top` is before the first
/// line of prose, `bottom` behind the last one or among the last two lines, `edges` either. A line of
/// prose that a rule takes at an edge is no prose for this. Items of menus and share bars that have a line
/// each go in runs of three or more, or beside a line that goes. Then structure and templates take their
/// lines, and the rules fire again, with the edges of what is left. Of the last three lines that stay the
/// last sentence may go alone, where a template or a sure rule takes it. Linear in the text; memory is
/// bounded by its lines that are not blank.
[[nodiscard]] Findings find_boilerplate(std::string_view text, const Matcher& matcher,
                                        const templates::SiteTemplates& site = {});

}  // namespace sito::strip

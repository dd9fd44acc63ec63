// learnt.h: which rows of a page are templates of its site, and what that weighs.
//
// A line that comes back on other pages of its site is navigation, a footer or a teaser, but also "Нагадаємо,
// …" and the lines of a daily bulletin. This header settles how much each row's coming back says against it;
// with the page's structure (structure.h) that decides. What a model knows is templates/model.h's question.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "strip/page.h"
#include "templates/model.h"

namespace sito::strip {

struct Learnt {
  double weight = 0;      ///< nats for its being content: 0, or below
  double share = 0;       ///< of the site's pages, how many had it: 0 to 1
  std::uint64_t key = 0;  ///< under which the model knows it
};

/// For each row of `text` what `site` knows of it. Nothing where the site was seen on less than two pages,
/// and of lines that were seen on one.
///
/// A row weighs by the share of pages that had it. Sentences weigh less: nothing below a fifth of the pages,
/// so that news that was printed twice stays, and nothing where most of a page's sentences came
/// back: the site has the page twice. Rows are compared by their masked keys (dates, numbers) at the
/// page's edges only, outside of the sentences that the site does not know, and no sentence is.
///
/// Linear in the text and its rows' look-ups.
[[nodiscard]] std::vector<Learnt> learnt_rows(std::string_view text, const std::vector<Row>& rows,
                                              const templates::SiteTemplates& site);

/// The same for the last sentence of a line that is no template as a whole: `text` is that sentence.
[[nodiscard]] Learnt learnt_sentence(std::string_view text, const templates::SiteTemplates& site);

}  // namespace sito::strip

#include "strip/learnt.h"

#include <algorithm>

#include "templates/line_key.h"

namespace sito::strip {
namespace {

using templates::SiteTemplates;

constexpr std::uint32_t kLeastPages = 2;

// What comes back weighs so much, and more the larger its share of the pages; on few pages chance has its
// part.
constexpr double kBack = 1.5, kShare = 6, kFullShare = 2.0 / 3;
constexpr double kFewPages = 4;
// Below the first share a sentence weighs nothing, from the second on in full.
constexpr double kSentenceFrom = 0.2, kSentenceFull = 0.5;
// A line that came back on few of many pages weighs a part.
constexpr double kLineFull = 0.1, kLeastOfLine = 0.2;
constexpr double kMasked = 0.7, kMaskedFrom = 0.3;
// A sentence that comes back alone among others is the author's habit, unless nearly all pages have it.
constexpr double kAloneShare = 0.9;
constexpr std::size_t kMostKnown = 60;  // percent of a page's prose
// Right above the article stand its headline and date, which are like others in their masked form.
constexpr std::size_t kHeadlineRows = 5;

Learnt weighed(std::uint64_t key, const templates::Seen& seen, const SiteTemplates& site, bool sentence) {
  if (seen.pages < kLeastPages) return {};
  const double pages = std::max(site.pages(), seen.pages);
  const double share = seen.pages / pages;
  double weight =
      kBack + kShare * std::min(1.0, share / kFullShare) * std::min(1.0, (pages + 2) / (kFewPages + 2));
  weight *= sentence ? std::clamp((share - kSentenceFrom) / (kSentenceFull - kSentenceFrom), 0.0, 1.0)
                     : std::clamp(share / kLineFull, kLeastOfLine, 1.0);
  return weight > 0 ? Learnt{-weight, share, key} : Learnt{};
}

Learnt exactly(std::string_view line, const SiteTemplates& site, bool sentence) {
  const auto key = templates::exact_key(line);
  const auto seen = site.find(key);
  return seen ? weighed(key, *seen, site, sentence) : Learnt{};
}

Learnt masked(std::string_view line, const SiteTemplates& site) {
  const auto key = templates::masked_key(line);
  const auto seen = key ? site.find(*key) : std::nullopt;
  if (!seen) return {};
  Learnt learnt = weighed(*key, *seen, site, false);
  if (learnt.share < kMaskedFrom) return {};
  learnt.weight *= kMasked;
  return learnt;
}

bool is_alone(const std::vector<Learnt>& rows, std::size_t i) {
  return (i == 0 || rows[i - 1].weight == 0) && (i + 1 == rows.size() || rows[i + 1].weight == 0);
}

// Most of the page's prose is known: the site has the page twice. Its sentences are no templates then.
void forget_twin(const std::vector<Row>& rows, std::vector<Learnt>& learnt) {
  std::size_t prose = 0, known = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].sentence) continue;
    prose += rows[i].content.size();
    known += learnt[i].weight != 0 ? rows[i].content.size() : 0;
  }
  if (known * 100 <= prose * kMostKnown) return;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].sentence) learnt[i] = {};
}

}  // namespace

std::vector<Learnt> learnt_rows(std::string_view text, const std::vector<Row>& rows,
                                const SiteTemplates& site) {
  std::vector<Learnt> result(rows.size());
  if (site.pages() < kLeastPages) return result;
  for (std::size_t i = 0; i < rows.size(); ++i)
    result[i] = exactly(rows[i].content.of(text), site, rows[i].sentence);
  forget_twin(rows, result);
  std::size_t first = rows.size(), last = 0;  // of the sentences that the site does not know
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].sentence || result[i].weight != 0) continue;
    first = std::min(first, i);
    last = i;
  }
  for (std::size_t i = first; i < last; ++i)
    if (rows[i].closed && is_alone(result, i) && result[i].share < kAloneShare) result[i] = {};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool edge = i + kHeadlineRows < first || i > last;
    if (result[i].weight == 0 && edge && !rows[i].sentence)
      result[i] = masked(rows[i].content.of(text), site);
  }
  return result;
}

Learnt learnt_sentence(std::string_view text, const SiteTemplates& site) {
  return site.pages() < kLeastPages ? Learnt{} : exactly(text, site, true);
}

}  // namespace sito::strip

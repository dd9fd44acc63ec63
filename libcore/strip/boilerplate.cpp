#include "strip/boilerplate.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace sito::strip {
namespace {

constexpr std::size_t kWheres = 4;
constexpr std::size_t kLastRows = 2;
constexpr double kSureScore = 0.5;
constexpr std::size_t kItemRun = 3;
constexpr std::size_t kListLines = 15;

// What the rules say about one row.
struct Verdict {
  std::array<const Rule*, kWheres> fits = {};  ///< the best rule for each Where
  bool whole = false;                          ///< nothing stands behind the phrase
  const Rule* item = nullptr;                  ///< the line is items of one reason
  std::size_t items = 0;
  const Rule* taken_by = nullptr;

  [[nodiscard]] bool has_fit() const {
    return std::any_of(fits.begin(), fits.end(), [](const Rule* rule) { return rule != nullptr; });
  }
};

// Longer phrases say more.
bool is_better(const Rule& candidate, const Rule* best) {
  if (best == nullptr) return true;
  if (candidate.score != best->score) return candidate.score > best->score;
  return candidate.phrase.size() > best->phrase.size();
}

class Page {
 public:
  Page(std::string_view text, const Matcher& matcher)
      : text_(text), rows_(rows(text)), verdicts_(rows_.size()) {
    LineShape shape;
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      shape.assign(rows_[i].content.of(text_));
      rows_[i].closed = shape.ends_sentence() || text_[rows_[i].content.end - 1] == ';';
      hits.clear();
      matcher.find(shape, hits);
      judge(shape, hits, matcher, verdicts_[i]);
      rows_[i].prose = is_prose(shape) && !verdicts_[i].has_fit();
    }
    edges_ = edges(rows_);
  }

  Findings findings() {
    take_lines();
    take_item_runs();
    take_weak_lines();
    return collect();
  }

 private:
  static void judge(const LineShape& shape, const std::vector<Hit>& hits, const Matcher& matcher,
                    Verdict& verdict) {
    for (const Hit& hit : hits) {
      auto& best = verdict.fits[static_cast<std::size_t>(hit.rule->where)];
      if (is_better(*hit.rule, best)) best = hit.rule;
      verdict.whole = verdict.whole || hit.whole;
    }
    const auto items = matcher.items(shape);
    verdict.item = items.rule;
    verdict.items = items.count;
  }

  [[nodiscard]] bool may_fire(Where where, std::size_t row) const {
    const bool top = row < edges_.head;
    const bool bottom = row >= edges_.tail || row + kLastRows >= rows_.size();
    switch (where) {
      case Where::kTop: return top;
      case Where::kBottom: return bottom;
      case Where::kEdges: return top || bottom;
      case Where::kAnywhere: return true;
    }
    return false;
  }

  [[nodiscard]] const Rule* fitting(std::size_t row) const {
    const Rule* best = nullptr;
    for (const Rule* rule : verdicts_[row].fits)
      if (rule != nullptr && may_fire(rule->where, row) && is_better(*rule, best)) best = rule;
    return best;
  }

  [[nodiscard]] bool is_taken(std::size_t row) const { return verdicts_[row].taken_by != nullptr; }

  void take(std::size_t row, const Rule* rule) {
    if (!is_taken(row)) verdicts_[row].taken_by = rule;
  }

  void take_lines() {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const Rule* rule = fitting(row);
      if (rule == nullptr || rule->score < kSureScore) continue;
      take(row, rule);
      take_extent(row, rule);
    }
  }

  [[nodiscard]] bool is_blank_below(std::size_t row) const {
    return row + 1 < rows_.size() && rows_[row].line.end < rows_[row + 1].line.begin;
  }

  // A line that a block may take though no rule fits it.
  [[nodiscard]] bool is_loose(std::size_t row) const { return !rows_[row].prose; }

  void take_extent(std::size_t row, const Rule* rule) {
    std::size_t next = row + 1;
    switch (rule->extent) {
      case Extent::kLine: return;
      case Extent::kBlock:
        for (; next < rows_.size() && is_loose(next); ++next) take(next, rule);
        return;
      case Extent::kParagraph:
        for (; next < rows_.size() && is_loose(next) && !is_blank_below(next - 1); ++next) take(next, rule);
        return;
      case Extent::kList:
        if (verdicts_[row].whole) take_list(next, rule);
        return;
    }
  }

  // The links under a bare label: all of a run at the page's end, and one line between paragraphs, where
  // the next may be a heading. Above the prose stand the headline and the lead, so nothing goes there. A
  // closed line is a sentence of the article.
  void take_list(std::size_t next, const Rule* rule) {
    if (next <= edges_.head) return;
    const std::size_t most = next >= edges_.tail ? kListLines : 1;
    const std::size_t end = std::min(next + most, rows_.size());
    for (; next < end && is_loose(next) && !rows_[next].closed; ++next) {
      take(next, rule);
      if (is_blank_below(next)) return;
    }
  }

  [[nodiscard]] bool is_item(std::size_t row) const {
    return verdicts_[row].item != nullptr && may_fire(verdicts_[row].item->where, row);
  }

  void take_item_runs() {
    for (std::size_t row = 0; row < rows_.size();) {
      std::size_t end = row;
      std::size_t items = 0;
      for (; end < rows_.size() && is_item(end); ++end) items += verdicts_[end].items;
      const bool beside = (row > 0 && is_taken(row - 1)) || (end < rows_.size() && is_taken(end));
      if (end > row && (items >= kItemRun || beside))
        for (std::size_t i = row; i < end; ++i) take(i, verdicts_[i].item);
      row = std::max(end, row + 1);
    }
  }

  // Lines that no rule is sure of go beside lines that go, spreading down and then up.
  void take_weak_lines() {
    for (std::size_t row = 1; row < rows_.size(); ++row)
      if (!is_taken(row) && is_taken(row - 1)) take(row, fitting(row));
    for (std::size_t row = rows_.size(); row-- > 1;)
      if (!is_taken(row - 1) && is_taken(row)) take(row - 1, fitting(row - 1));
  }

  Findings collect() const {
    Findings findings;
    for (std::size_t first = 0; first < rows_.size();) {
      if (!is_taken(first)) {
        ++first;
        continue;
      }
      std::size_t last = first + 1;
      while (last < rows_.size() && is_taken(last)) ++last;
      add_group(first, last, findings.removals);
      first = last;
    }
    findings.counts = counts();
    return findings;
  }

  // One removal for neighbours of one reason; where the reason changes, the next begins with its line.
  void add_group(std::size_t first, std::size_t last, std::vector<Removal>& removals) const {
    const ByteRange whole = removed_range(text_, rows_, first, last);
    const std::size_t before = removals.size();
    for (std::size_t row = first; row < last; ++row) {
      const Rule& rule = *verdicts_[row].taken_by;
      if (removals.size() > before && removals.back().reason == rule.reason) continue;
      const std::size_t begin = removals.size() == before ? whole.begin : rows_[row].line.begin;
      if (removals.size() > before) removals.back().range.end = begin;
      removals.push_back({{begin, whole.end}, rule.reason, rule.phrase, rule.score});
    }
  }

  std::vector<LineCount> counts() const {
    std::unordered_map<const Rule*, std::size_t> lines;
    for (const Verdict& verdict : verdicts_)
      if (verdict.taken_by != nullptr) ++lines[verdict.taken_by];
    std::vector<LineCount> result;
    for (const auto& [rule, count] : lines) result.push_back({rule, count});
    return result;
  }

  std::string_view text_;
  std::vector<Row> rows_;
  std::vector<Verdict> verdicts_;
  Edges edges_;
};

}  // namespace

Findings find_boilerplate(std::string_view text, const Matcher& matcher) {
  return Page(text, matcher).findings();
}

}  // namespace sito::strip

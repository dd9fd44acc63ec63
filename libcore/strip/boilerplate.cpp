#include "strip/boilerplate.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "strip/line_form.h"
#include "strip/structure.h"

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
  double hints = 0;
  bool is_short = false;
  const Rule* taken_by = nullptr;
  double score = 0;  ///< of `taken_by`, for this row

  [[nodiscard]] bool has_fit() const {
    return std::any_of(fits.begin(), fits.end(), [](const Rule* rule) { return rule != nullptr; });
  }
};

// What takes rows that no rule does.
constexpr Rule kStructure{"", Match::kLine, Where::kAnywhere, Extent::kLine, "structure", 1};

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
    take_by_rules();
    if (take_by_structure()) {
      // The edges are the article's now.
      for (std::size_t row = 0; row < rows_.size(); ++row) rows_[row].prose &= !is_taken(row);
      edges_ = edges(rows_);
      take_by_rules();
    }
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
    verdict.hints = matcher.hints(shape);
    verdict.is_short = shape.tokens().size() <= LineForm::kShort && !shape.ends_sentence();
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
    if (rule != nullptr) take(row, rule, rule->score);
  }
  void take(std::size_t row, const Rule* rule, double score) {
    if (is_taken(row)) return;
    verdicts_[row].taken_by = rule;
    verdicts_[row].score = score;
  }

  void take_by_rules() {
    take_lines();
    take_item_runs();
    take_weak_lines();
  }

  // Whether anything was taken. Pages without short lines, as most plain texts, cost no weighing.
  bool take_by_structure() {
    constexpr std::size_t kLeastShort = 6;
    const auto is_short = [](const Verdict& verdict) { return verdict.is_short; };
    if (std::count_if(verdicts_.begin(), verdicts_.end(), is_short) < std::ptrdiff_t{kLeastShort})
      return false;
    const auto scores = beside_content(sights());
    bool any = false;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (scores[row] == 0 || is_taken(row)) continue;
      take(row, &kStructure, scores[row]);
      any = true;
    }
    return any;
  }

  [[nodiscard]] std::vector<Sight> sights() const {
    std::vector<Sight> result(rows_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      Sight& sight = result[row];
      const Verdict& verdict = verdicts_[row];
      const Rule* fit = fitting(row);
      sight.form = line_form(rows_[row].content.of(text_));
      sight.loose = is_blank_above(row) && is_blank_below_or_end(row);
      sight.ruled = is_taken(row);
      sight.label = fit != nullptr && !sight.ruled;
      sight.opens = fit != nullptr && fit->extent != Extent::kLine && fit->extent != Extent::kParagraph;
      sight.hints = verdict.hints;
    }
    return result;
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

  [[nodiscard]] bool is_blank_above(std::size_t row) const {
    return row == 0 || rows_[row - 1].line.end < rows_[row].line.begin;
  }
  [[nodiscard]] bool is_blank_below_or_end(std::size_t row) const {
    return row + 1 == rows_.size() || is_blank_below(row);
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
      case Extent::kRest:
        for (; next < rows_.size(); ++next) take(next, rule);
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
      const Verdict& verdict = verdicts_[row];
      const Rule& rule = *verdict.taken_by;
      if (removals.size() > before && removals.back().reason == rule.reason) continue;
      const std::size_t begin = removals.size() == before ? whole.begin : rows_[row].line.begin;
      if (removals.size() > before) removals.back().range.end = begin;
      removals.push_back({{begin, whole.end}, rule.reason, rule.phrase, verdict.score, 0});
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

#include "strip/boilerplate.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "strip/learnt.h"
#include "strip/line_form.h"
#include "strip/structure.h"
#include "templates/line_key.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::strip {
namespace {

using templates::SiteTemplates;

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
constexpr Rule kTemplate{"", Match::kLine, Where::kAnywhere, Extent::kLine, "template", 1};

// A part of a line that goes: its last bytes.
struct Tail {
  std::size_t row = 0;
  std::size_t bytes = 0;
  const Rule* rule = nullptr;
  double score = 0;
  std::uint64_t key = 0;
};
constexpr std::uint32_t kKnownPages = 3;  // of a site, from which on a new line is likely no template
constexpr double kTailShare = 0.3;        // of the pages
constexpr double kTailScore = 0.85;

// Longer phrases say more.
bool is_better(const Rule& candidate, const Rule* best) {
  if (best == nullptr) return true;
  if (candidate.score != best->score) return candidate.score > best->score;
  return candidate.phrase.size() > best->phrase.size();
}

class Page {
 public:
  Page(std::string_view text, const Matcher& matcher, const SiteTemplates& site)
      : text_(text), matcher_(matcher), site_(site), rows_(rows(text)), verdicts_(rows_.size()) {
    LineShape shape;
    Matcher::Reading reading;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      shape.assign(rows_[i].content.of(text_));
      rows_[i].closed = shape.ends_sentence() || text_[rows_[i].content.end - 1] == ';';
      matcher.read(shape, reading);
      judge(shape, reading, verdicts_[i]);
      rows_[i].prose = is_prose(shape);
      rows_[i].sentence = rows_[i].prose || rows_[i].closed;
      if (rows_[i].prose && verdicts_[i].has_fit()) {
        if (fits_last_sentence_only(i)) verdicts_[i].fits = {};
        rows_[i].prose = !verdicts_[i].has_fit();
      }
    }
    edges_ = edges(rows_);
    learnt_ = learnt_rows(text_, rows_, site_);
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
  static void judge(const LineShape& shape, const Matcher::Reading& reading, Verdict& verdict) {
    for (const Hit& hit : reading.hits) {
      auto& best = verdict.fits[static_cast<std::size_t>(hit.rule->where)];
      if (is_better(*hit.rule, best)) best = hit.rule;
      verdict.whole = verdict.whole || hit.whole;
    }
    verdict.item = reading.items.rule;
    verdict.items = reading.items.count;
    verdict.hints = reading.hints;
    verdict.is_short = shape.tokens().size() <= LineForm::kShort && !shape.ends_sentence();
  }

  // Whether what a rule says of a line of several sentences was glued to it: that goes alone (take_tails()).
  [[nodiscard]] bool fits_last_sentence_only(std::size_t row) const {
    const auto line = rows_[row].content.of(text_);
    const auto sentence = templates::last_sentence(line);
    if (sentence.empty()) return false;
    LineShape shape;
    shape.assign(line.substr(0, line.size() - sentence.size()));
    Matcher::Reading reading;
    matcher_.read(shape, reading);
    return reading.hits.empty() && is_prose(shape);
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
    const auto is_short = [](const Verdict& verdict) { return verdict.is_short; };
    const auto is_learnt = [](const Learnt& learnt) { return learnt.weight != 0; };
    if (std::count_if(verdicts_.begin(), verdicts_.end(), is_short) < std::ptrdiff_t{kLeastShortLines} &&
        std::none_of(learnt_.begin(), learnt_.end(), is_learnt))
      return false;
    const auto scores = beside_content(sights());
    bool any = false;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (scores[row] == 0 || is_taken(row)) continue;
      take(row, learnt_[row].weight != 0 ? &kTemplate : &kStructure, scores[row]);
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
      sight.learnt = learnt_[row].weight;
      sight.unique = site_.pages() >= kKnownPages && learnt_[row].weight == 0;
    }
    return result;
  }

  void take_lines() {
    prose_ = prose_above_ = block_end_ = paragraph_end_ = 0;
    rest_taken_ = false;
    for (const Row& row : rows_) prose_ += row.prose ? row.content.size() : 0;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (row > 0 && rows_[row - 1].prose) prose_above_ += rows_[row - 1].content.size();
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
        if (rest_taken_ || row < block_end_) return;
        for (; next < rows_.size() && is_loose(next); ++next) take(next, rule);
        block_end_ = next;
        return;
      case Extent::kRest:
        if (rest_taken_ || prose_above_ == 0 || prose_above_ * 2 < prose_) return;
        for (; next < rows_.size(); ++next) take(next, rule);
        rest_taken_ = true;
        return;
      case Extent::kParagraph:
        if (row < paragraph_end_) return;
        for (; next < rows_.size() && is_loose(next) && goes_on(next); ++next) take(next, rule);
        paragraph_end_ = next;
        return;
      case Extent::kList:
        if (verdicts_[row].whole) take_list(next, rule);
        return;
    }
  }

  // Whether a row belongs to the paragraph above it: the name of a programme in quotation marks does across a
  // blank run, too.
  [[nodiscard]] bool goes_on(std::size_t row) const {
    constexpr std::u32string_view kOpening = U"«„“\"";
    if (!is_blank_above(row)) return true;
    const char32_t first = text::decode(text_, rows_[row].content.begin).code_point;
    return kOpening.find(first) != std::u32string_view::npos;
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

  // What was glued to the last lines that stay: their last sentences, where a template or a sure rule of the
  // page's bottom takes them.
  void take_tails() {
    constexpr std::size_t kTailRows = 3;
    LineShape shape;
    std::size_t seen = 0;
    for (std::size_t row = rows_.size(); row-- > 0 && seen < kTailRows;) {
      if (is_taken(row)) continue;
      ++seen;
      const auto sentence = templates::last_sentence(rows_[row].content.of(text_));
      if (sentence.empty()) continue;
      const auto learnt = learnt_sentence(sentence, site_);
      if (learnt.share >= kTailShare) {
        tails_.push_back({row, sentence.size(), &kTemplate, learnt.share, learnt.key});
        continue;
      }
      shape.assign(sentence);
      if (const Rule* rule = rule_of_tail(shape); rule != nullptr)
        tails_.push_back({row, sentence.size(), rule, rule->score, 0});
    }
    std::reverse(tails_.begin(), tails_.end());
  }

  [[nodiscard]] const Rule* rule_of_tail(const LineShape& shape) const {
    Matcher::Reading reading;
    matcher_.read(shape, reading);
    const Rule* best = nullptr;
    for (const Hit& hit : reading.hits) {
      const bool sure = hit.rule->score >= kTailScore && hit.rule->where != Where::kTop;
      if (sure && may_part(hit.rule->match) && is_better(*hit.rule, best)) best = hit.rule;
    }
    return best;
  }

  // Credits and mentions need their line to tell where they begin.
  static bool may_part(Match match) {
    return match == Match::kLine || match == Match::kPrefix || match == Match::kPhrase ||
           match == Match::kBrief;
  }

  void add_tails(std::size_t before, std::vector<Removal>& removals) {
    for (; next_tail_ < tails_.size() && tails_[next_tail_].row < before; ++next_tail_) {
      const Tail& tail = tails_[next_tail_];
      const ByteRange content = rows_[tail.row].content;
      const std::size_t begin = content.end - tail.bytes;
      const auto kept = text::trimmed(text_, {content.begin, begin});
      removals.push_back(
          {{kept.end, content.end}, tail.rule->reason, tail.rule->phrase, tail.score, tail.key});
    }
  }

  Findings collect() {
    Findings findings;
    take_tails();
    for (std::size_t first = 0; first < rows_.size();) {
      if (!is_taken(first)) {
        ++first;
        continue;
      }
      add_tails(first, findings.removals);
      std::size_t last = first + 1;
      while (last < rows_.size() && is_taken(last)) ++last;
      add_group(first, last, findings.removals);
      first = last;
    }
    add_tails(rows_.size(), findings.removals);
    findings.counts = counts();
    findings.templates = template_counts();
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
      removals.push_back({{begin, whole.end},
                          rule.reason,
                          rule.phrase,
                          verdict.score,
                          &rule == &kTemplate ? learnt_[row].key : 0});
    }
  }

  std::vector<LineCount> counts() const {
    std::unordered_map<const Rule*, std::size_t> lines;
    for (const Tail& tail : tails_) ++lines[tail.rule];
    for (const Verdict& verdict : verdicts_)
      if (verdict.taken_by != nullptr) ++lines[verdict.taken_by];
    std::vector<LineCount> result;
    for (const auto& [rule, count] : lines) result.push_back({rule, count});
    return result;
  }

  std::vector<TemplateCount> template_counts() const {
    std::unordered_map<std::uint64_t, std::size_t> lines;
    for (const Tail& tail : tails_)
      if (tail.rule == &kTemplate) ++lines[tail.key];
    for (std::size_t row = 0; row < rows_.size(); ++row)
      if (verdicts_[row].taken_by == &kTemplate) ++lines[learnt_[row].key];
    std::vector<TemplateCount> result;
    for (const auto& [key, count] : lines) result.push_back({key, count});
    return result;
  }

  std::string_view text_;
  const Matcher& matcher_;
  const SiteTemplates& site_;
  std::vector<Row> rows_;
  std::vector<Learnt> learnt_;
  std::vector<Tail> tails_;  ///< by row
  std::size_t next_tail_ = 0;
  std::vector<Verdict> verdicts_;
  Edges edges_;
  // Behind the rows that an extent took, so that no row is looked at twice.
  std::size_t block_end_ = 0, paragraph_end_ = 0;
  bool rest_taken_ = false;
  std::size_t prose_ = 0, prose_above_ = 0;  ///< bytes, of all rows and of those above the one in hand
};

}  // namespace

Findings find_boilerplate(std::string_view text, const Matcher& matcher, const SiteTemplates& site) {
  return Page(text, matcher, site).findings();
}

}  // namespace sito::strip

#include "strip/structure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace sito::strip {
namespace {

// Weights in nats for a row's being content.
constexpr double kRuled = -4;
constexpr double kFewWords = -0.8;  // a sentence of less than kSentence words
constexpr std::size_t kSentence = 4;
constexpr double kClosed = -0.6, kClosedWord = 0.15, kMostClosedWords = 45;
constexpr double kOpen = -1.2, kOpenWord = 0.05, kMostOpenWords = 60;
constexpr double kGoesOn = 0.8;
constexpr double kComma = 0.2, kStop = 0.3, kMostMarks = 3;
constexpr double kCapitals = -1.5, kUsualCapitals = 0.5;
constexpr double kSeparator = -0.5;
constexpr double kLabel = -2.5;
constexpr double kHint = -1.3, kMostHints = 3, kHintInParagraph = 0.6;
constexpr std::size_t kParagraph = 40;  // words
constexpr double kLeastOfItem = -0.3;
constexpr double kTightProse = -2, kTightLine = -0.3;  // in a page whose paragraphs stand apart
constexpr double kMostOfLearnt = 1;                    // what else speaks for a template counts no more

// A sentence among short lines is a teaser: what speaks for it counts in full where the prose around has so
// many words.
constexpr double kAlone = 0.3, kCompanyWords = 70;
constexpr std::size_t kCompanyRows = 6;
constexpr std::size_t kTeaserWords = 28;  // what is longer counts as company for itself

// The ways in and out.
constexpr double kSwitch = 3.5, kSwitchBehindLabel = 3;
constexpr std::size_t kLabelReach = 10;  // rows

constexpr std::size_t kShortLines = 6;
constexpr std::size_t kHeadlineReach = 5;  // rows above the article
constexpr std::size_t kLeastHeadline = 3, kMostHeadline = 30, kMostDateLine = 12;

constexpr double kStays = 0;

double form_weight(const LineForm& form) {
  const auto words = static_cast<double>(form.words);
  double weight = kFewWords;
  if (!form.closed)
    weight = kOpen + kOpenWord * std::min(words, kMostOpenWords) + (form.goes_on && words >= 5 ? kGoesOn : 0);
  else if (form.words >= kSentence)
    weight = kClosed + kClosedWord * std::min(words, kMostClosedWords);
  const auto marks = [](std::size_t count) { return std::min(static_cast<double>(count), kMostMarks); };
  if (form.words >= 6) weight += kComma * marks(form.commas) + kStop * marks(form.stops);
  if (form.words >= kSentence) weight += kCapitals * std::max(0.0, form.capitals - kUsualCapitals);
  return weight + kSeparator * marks(form.separators);
}

/// A page's rows with their weights.
class Weighing {
 public:
  explicit Weighing(std::span<const Sight> rows) : rows_(rows), prose_words_(rows.size() + 1) {
    std::size_t loose = 0, all = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool prose = is_prose(rows[i]);
      prose_words_[i + 1] = prose_words_[i] + (prose ? rows[i].form.words : 0);
      all += prose ? rows[i].form.words : 0;
      loose += prose && rows[i].loose ? rows[i].form.words : 0;
    }
    paragraphs_apart_ = loose * 10 > all * 6;
    for (std::size_t i = 0; i < rows.size(); ++i) weights_.push_back(weight(i));
  }

  [[nodiscard]] const std::vector<double>& weights() const { return weights_; }

 private:
  static bool is_prose(const Sight& row) {
    return row.form.is_prose() && !row.ruled && !row.label && row.hints < 2 && row.learnt == 0;
  }

  [[nodiscard]] double company(std::size_t i) const {
    const std::size_t first = i - std::min(i, kCompanyRows), last = std::min(i + kCompanyRows + 1, rows_.size());
    const std::size_t own = prose_words_[i + 1] - prose_words_[i], words = rows_[i].form.words;
    const std::size_t around = prose_words_[last] - prose_words_[first] - own;
    const std::size_t beyond = words - std::min(words, kTeaserWords);
    return std::min(1.0, static_cast<double>(around + 2 * beyond) / kCompanyWords);
  }

  [[nodiscard]] double weight(std::size_t i) const {
    const Sight& row = rows_[i];
    if (row.ruled) return kRuled;
    double weight = form_weight(row.form);
    if (weight > 0) weight *= kAlone + (1 - kAlone) * company(i);
    if (row.label) weight = std::min(weight, 0.0) + kLabel;
    weight += kHint * std::min(row.hints, kMostHints) * (row.form.words < kParagraph ? 1 : kHintInParagraph);
    if (weight < 0 && row.form.item && !row.label && row.form.words >= kLeastHeadline)
      weight = std::max(weight, kLeastOfItem);
    if (paragraphs_apart_ && !row.loose) weight += is_prose(row) ? kTightProse : kTightLine;
    if (row.learnt != 0) weight = std::min(weight, kMostOfLearnt) + row.learnt;
    return weight;
  }

  std::span<const Sight> rows_;
  std::vector<std::size_t> prose_words_;  ///< of the rows before
  bool paragraphs_apart_ = false;
  std::vector<double> weights_;
};

/// Whether each row is content, on the likeliest way.
std::vector<bool> likeliest_way(std::span<const Sight> rows, const std::vector<double>& weights) {
  struct Step {
    bool beside_came = false, content_came = false;  ///< from the other state
  };
  std::vector<Step> steps(rows.size());
  double beside = 0, content = -kSwitch;
  std::size_t since_label = kLabelReach + 1;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double enter = kSwitch + (since_label <= kLabelReach ? kSwitchBehindLabel : 0);
    steps[i] = {content - kSwitch > beside, beside - enter > content};
    const double half = weights[i] / 2;
    const double next_beside = std::max(beside, content - kSwitch) - half;
    content = std::max(content, beside - enter) + half;
    beside = next_beside;
    since_label = rows[i].opens ? 0 : since_label + 1;
  }
  std::vector<bool> result(rows.size());
  bool is_content = content > beside;
  for (std::size_t i = rows.size(); i-- > 0;) {
    result[i] = is_content;
    if (is_content ? steps[i].content_came : steps[i].beside_came) is_content = !is_content;
  }
  return result;
}

struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;  ///< behind the last row
};

// The rows whose weights sum up to the most.
Stretch best_stretch(const std::vector<double>& weights) {
  Stretch best;
  double most = 0, sum = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      first = i;
    }
    sum += weights[i];
    if (sum > most) {
      most = sum;
      best = {first, i + 1};
    }
  }
  return best;
}

template <class Is>
std::vector<Stretch> runs(std::size_t size, Is is) {
  std::vector<Stretch> result;
  for (std::size_t i = 0; i < size; ++i) {
    if (!is(i)) continue;
    if (result.empty() || result.back().last < i) result.push_back({i, i});
    result.back().last = i + 1;
  }
  return result;
}

/// What goes of a page.
class Decision {
 public:
  Decision(std::span<const Sight> rows, const std::vector<double>& weights)
      : rows_(rows), weights_(weights), content_(likeliest_way(rows, weights)) {}

  std::vector<double> scores() {
    keep_article();
    keep_without_short_lines();
    std::vector<double> result(rows_.size(), kStays);
    for (const Stretch run : runs(rows_.size(), [this](std::size_t i) { return !content_[i]; }))
      score(run, result);
    return result;
  }

 private:
  // The heaviest run of content, with the headline and date lines above it.
  void keep_article() {
    Stretch article;
    double most = 0;
    for (const Stretch run : runs(rows_.size(), [this](std::size_t i) { return content_[i]; })) {
      double sum = 0;
      for (std::size_t i = run.first; i < run.last; ++i) sum += std::max(0.0, weights_[i]);
      if (sum > most) article = run;
      most = std::max(most, sum);
    }
    if (most == 0) {
      article = best_stretch(weights_);
      for (std::size_t i = article.first; i < article.last; ++i) content_[i] = true;
    }
    if (article.last > article.first) keep_head(article.first);
  }

  void keep_head(std::size_t article) {
    for (std::size_t i = article; i > 0 && article - i < kHeadlineReach; --i) {
      const Sight& row = rows_[i - 1];
      if (row.ruled || row.label || row.hints > 0 || row.learnt != 0) continue;
      const std::size_t words = row.form.words;
      const bool dated = row.form.dated && words <= kMostDateLine;
      if (!dated && (words < kLeastHeadline || words > kMostHeadline)) continue;
      content_[i - 1] = true;
      if (!dated) return;
    }
  }

  void keep_without_short_lines() {
    for (const Stretch run : runs(rows_.size(), [this](std::size_t i) { return !content_[i]; })) {
      std::size_t lines = 0;
      for (std::size_t i = run.first; i < run.last; ++i)
        lines += rows_[i].form.is_short() || rows_[i].label ? 1 : 0;
      if (lines >= kShortLines) continue;
      for (std::size_t i = run.first; i < run.last; ++i)
        if (rows_[i].learnt == 0) content_[i] = true;
    }
  }

  // As sure as the run is on the average.
  void score(Stretch run, std::vector<double>& scores) const {
    double sum = 0;
    for (std::size_t i = run.first; i < run.last; ++i) sum -= weights_[i];
    const double mean = std::max(0.0, sum / static_cast<double>(run.last - run.first));
    for (std::size_t i = run.first; i < run.last; ++i)
      if (!rows_[i].ruled) scores[i] = 1 / (1 + std::exp(-mean));
  }

  std::span<const Sight> rows_;
  const std::vector<double>& weights_;
  std::vector<bool> content_;
};

}  // namespace

std::vector<double> beside_content(std::span<const Sight> rows) {
  const Weighing weighing(rows);
  return Decision(rows, weighing.weights()).scores();
}

}  // namespace sito::strip

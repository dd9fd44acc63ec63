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
constexpr double kHint = -1.8, kMostHints = 3, kHintInParagraph = 0.6;
constexpr std::size_t kParagraph = 40;  // words
constexpr double kLeastOfItem = -0.3;
constexpr double kTightProse = -2, kTightLine = -0.3;  // in a page whose paragraphs stand apart
constexpr double kUniqueProse = 0.7;                   // where the site is known
constexpr double kMostOfLearnt = 1;                    // what else speaks for a template counts no more

// A sentence among short lines is a teaser: what speaks for it counts in full where the prose around has so
// many words.
constexpr double kAlone = 0.3, kCompanyWords = 70;
constexpr std::size_t kCompanyRows = 6;
constexpr std::size_t kTeaserWords = 28;  // what is longer counts as company for itself

// The ways in and out.
constexpr double kSwitch = 3.5, kSwitchBehindLabel = 3;
constexpr std::size_t kLabelReach = 10;  // rows

constexpr std::size_t kShortLines = 5, kShortLinesBelowLabel = 2;
constexpr std::size_t kLeastMenu = 3, kLongMenu = 8, kMenuWords = 3;
constexpr std::size_t kFarRows = 8, kFarSigns = 3;
constexpr double kFarShare = 0.5;          // of the article's weight
constexpr std::size_t kHeadlineReach = 5;  // rows above the article
constexpr double kSureTemplate = -3;       // what came back less may be a headline, which teasers repeat
constexpr std::size_t kLeastHeadline = 3, kMostHeadline = 30, kMostDateLine = 12, kMostByline = 4;

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
    const std::size_t first = i - std::min(i, kCompanyRows),
                      last = std::min(i + kCompanyRows + 1, rows_.size());
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
    if (row.unique && is_prose(row)) weight += kUniqueProse;
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

/// What goes of a page.
class Decision {
 public:
  Decision(std::span<const Sight> rows, const std::vector<double>& weights)
      : rows_(rows), weights_(weights), content_(likeliest_way(rows, weights)) {}

  std::vector<double> scores() {
    keep_lists();
    keep_article();
    keep_without_short_lines();
    std::vector<double> result(rows_.size(), kStays);
    for (const Stretch run : runs_of(false)) score(run, result);
    return result;
  }

 private:
  [[nodiscard]] std::vector<Stretch> runs_of(bool content) const {
    std::vector<Stretch> result;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (content_[i] != content) continue;
      if (result.empty() || result.back().last < i) result.push_back({i, i});
      result.back().last = i + 1;
    }
    return result;
  }

  void keep(Stretch run) {
    for (std::size_t i = run.first; i < run.last; ++i) content_[i] = true;
  }

  // Lists and tables within the article of a known site: no menu is new, so what is new between content is
  // none.
  void keep_lists() {
    for (const Stretch run : runs_of(false)) {
      if (run.first == 0 || run.last == rows_.size()) continue;
      const auto within = rows_.subspan(run.first, run.last - run.first);
      const auto is_new = [](const Sight& row) {
        return row.unique && !row.ruled && !row.label && row.hints == 0;
      };
      if (std::all_of(within.begin(), within.end(), is_new)) keep(run);
    }
  }

  // The heaviest run of content, with the headline and date lines above it.
  void keep_article() {
    Stretch article;
    double most = 0;
    for (const Stretch run : runs_of(true)) {
      const double sum = weight_of(run);
      if (sum > most) article = run;
      most = std::max(most, sum);
    }
    if (most == 0) {
      article = best_stretch(weights_);
      if (article.first == article.last) article = {0, rows_.size()};
      keep(article);
    }
    leave_far(article, most);
    if (article.last > article.first) keep_head(article.first);
  }

  [[nodiscard]] double weight_of(Stretch run) const {
    double sum = 0;
    for (std::size_t i = run.first; i < run.last; ++i) sum += std::max(0.0, weights_[i]);
    return sum;
  }

  // Behind signs of other things stand other articles' beginnings, readers' comments and appeals.
  void leave_far(Stretch article, double weight) {
    std::size_t end = article.last, counted = end, signs = 0;
    for (const Stretch run : runs_of(true)) {
      if (run.first < article.last) continue;
      signs += signs_in({counted, run.first});
      counted = run.first;
      const bool far = run.first - end >= kFarRows && signs >= kFarSigns;
      if (far && weight_of(run) < weight * kFarShare) {
        leave(run);
      } else {
        end = counted = run.last;
        signs = 0;
      }
    }
  }

  [[nodiscard]] std::size_t signs_in(Stretch rows) const {
    std::size_t signs = 0;
    for (std::size_t i = rows.first; i < rows.last; ++i) signs += is_sign(i) ? 1 : 0;
    return signs;
  }

  void leave(Stretch run) {
    for (std::size_t i = run.first; i < run.last; ++i) content_[i] = false;
  }

  void keep_head(std::size_t article) {
    std::vector<std::size_t> bylines;
    for (std::size_t i = article; i > 0 && article - i < kHeadlineReach; --i) {
      const Sight& row = rows_[i - 1];
      if (row.ruled || row.label || row.hints > 0 || row.learnt < kSureTemplate) continue;
      const std::size_t words = row.form.words;
      if ((row.form.dated && words <= kMostDateLine) || row.form.is_prose()) {
        content_[i - 1] = true;  // a date, or the lead
      } else if (words >= 2 && words <= kMostByline && row.form.capitals > kUsualCapitals) {
        bylines.push_back(i - 1);
      } else if (words >= kLeastHeadline && words <= kMostHeadline) {
        for (const std::size_t byline : bylines) content_[byline] = true;
        content_[i - 1] = true;
        return;
      }
    }
    // A headline may look like a name.
    if (!bylines.empty()) content_[bylines.front()] = true;
  }

  void keep_without_short_lines() {
    const bool with_menu = has_menu();
    for (const Stretch run : runs_of(false)) {
      if (!has_short_lines(run)) {
        keep_unknown(run);
      } else if (!with_menu) {
        keep_bare_ends(run);
      }
    }
  }

  // The more so at the page's end below a label.
  [[nodiscard]] bool has_short_lines(Stretch run) const {
    std::size_t lines = 0;
    bool labelled = false;
    for (std::size_t i = run.first; i < run.last; ++i) {
      const Sight& row = rows_[i];
      lines += !row.ruled && (row.form.is_short() || row.label) ? 1 : 0;
      labelled = labelled || row.opens;
    }
    return lines >= (labelled && run.last == rows_.size() ? kShortLinesBelowLabel : kShortLines);
  }

  void keep_unknown(Stretch run) {
    for (std::size_t i = run.first; i < run.last; ++i)
      if (rows_[i].learnt == 0) content_[i] = true;
  }

  [[nodiscard]] bool is_sign(std::size_t i) const {
    const Sight& row = rows_[i];
    return row.ruled || row.label || row.opens || row.hints > 0 || row.learnt != 0;
  }

  // Whether the page came with its menu above the article. Where it did not, it is a text of which somebody
  // took the article, and lists of names at its end are no menus.
  [[nodiscard]] bool has_menu() const {
    std::size_t signs = 0, lines = 0;
    for (std::size_t i = 0; i < rows_.size() && !content_[i]; ++i) {
      signs += is_sign(i) ? 1 : 0;
      lines += rows_[i].form.is_short() && rows_[i].form.words <= kMenuWords ? 1 : 0;
    }
    return signs >= kLeastMenu || lines >= kLongMenu;
  }

  // What lies between the article and the first sign; without one, all.
  void keep_bare_ends(Stretch run) {
    Stretch signs = run;
    while (signs.first < signs.last && !is_sign(signs.first)) ++signs.first;
    while (signs.last > signs.first && !is_sign(signs.last - 1)) --signs.last;
    if (run.first > 0 || signs.first == signs.last) keep({run.first, signs.first});
    if (run.last < rows_.size() || signs.first == signs.last) keep({signs.last, run.last});
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

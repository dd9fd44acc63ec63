#include "normalize/mojibake.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "charset/readings.h"
#include "normalize/controls_read.h"
#include "normalize/hyphens.h"
#include "normalize/lost_bytes.h"
#include "normalize/misreading.h"
#include "normalize/suspicion.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::normalize {
namespace {

using charset::CodePage;
using language::Cost;
using language::cost_of_nats;

// How rare such an accident is: what a repair must gain at least. Sequences of UTF-8 prove themselves (how
// rare each page is, misread_pages() says); that other bytes read well in another page may be chance, the
// more so as many pages are tried.
constexpr std::int64_t kSingleByteAccident = cost_of_nats(20);
constexpr std::int64_t kSignsAccident = cost_of_nats(11);  // only signs among letters became letters
constexpr std::int64_t kFurtherStep = cost_of_nats(6);
constexpr std::int64_t kLossy = cost_of_nats(4);
// In a text whose chain is known.
constexpr std::int64_t kAnotherLine = cost_of_nats(1.5);

// A changed character must gain so much on the average, and what comes out cost no more than this a
// character.
constexpr std::int64_t kLeastOfEach = cost_of_nats(1.7);
constexpr Cost kPlausible = cost_of_nats(3.9);
// What costs no more than this a character makes sense as it stands.
constexpr std::int64_t kSense = cost_of_nats(3.3);

constexpr std::size_t kSampleBytes = 3000;
constexpr std::size_t kMostSteps = 3;
constexpr std::size_t kMostChains = 4;  // of one text that are tried on all its lines
// Bytes are looked for that got lost in the commonest pages.
constexpr Cost kLossyPages = cost_of_nats(13);
constexpr std::size_t kReadingsTried = 3;

/// One step back.
struct Step {
  const MisreadPage* from = nullptr;
  const CodePage* to = nullptr;                        ///< null for UTF-8
  const language::CharacterModel* restorer = nullptr;  ///< where lost bytes are put back: by this model

  [[nodiscard]] std::optional<Reread> of(std::string_view valid, Unsound unsound) const {
    if (to != nullptr) return reread(from->page, *to, valid);
    if (restorer != nullptr) return reread_damaged_utf8(from->page, valid, *restorer);
    return reread_as_utf8(from->page, valid, unsound);
  }
  [[nodiscard]] std::string name() const {
    return fmt::format("{}>{}", from->page.name(), to == nullptr ? "UTF-8" : to->name());
  }
};

using Chain = std::vector<Step>;

/// A text put right in some way.
struct Attempt {
  std::string text;
  Chain chain;
  std::int64_t cost = 0;
  std::int64_t accident = 0;  ///< what the chain must gain
  std::size_t changed = 0;
  bool sound = true;
  bool covers = true;  ///< the last step took nearly all that is not ASCII
};

std::int64_t cost_of(std::string_view valid) {
  return std::int64_t{language::cheapest(valid).cost} + language::shape_cost(valid);
}

// What the step hyphens will put right needs no other explanation.
std::int64_t cost_mended_otherwise(std::string_view valid) {
  std::string joined;
  const auto cost = cost_of(valid);
  return remove_stray_hyphens(valid, joined) == 0 ? cost : std::min(cost, cost_of(joined));
}

std::int64_t accident_of(const Step& step, const Evidence& evidence) {
  if (step.to != nullptr) return evidence.proven == evidence.changed ? kSignsAccident : kSingleByteAccident;
  return std::int64_t{step.from->accident} + (step.restorer != nullptr ? kLossy : 0);
}

bool is_proven(const Step& step, const Evidence& evidence) {
  if (step.to == nullptr) return evidence.is_proof();
  return evidence.unsound == 0 && evidence.unlettered * 2 <= evidence.changed;
}

bool is_accepted(const Attempt& attempt, std::int64_t before) {
  const std::int64_t gain = before - attempt.cost;
  if (!attempt.sound || gain < attempt.accident) return false;
  if (gain < kLeastOfEach * static_cast<std::int64_t>(attempt.changed)) return false;
  const auto characters = static_cast<std::int64_t>(text::code_points(attempt.text));
  return attempt.chain.back().to == nullptr || attempt.cost <= kPlausible * (characters + 1);
}

// What counts when attempts are compared.
std::int64_t total(const Attempt& attempt) { return attempt.cost + attempt.accident; }

// Whether what is left of a sequence may be a proof by itself: a replacement character in it, or an accented
// capital within a word.
bool may_have_lost_bytes(std::string_view valid) {
  if (valid.find("\uFFFD") != std::string_view::npos) return true;
  for (auto at = valid.find('\xC3'); at != std::string_view::npos; at = valid.find('\xC3', at + 1)) {
    const char before = at > 0 ? valid[at - 1] : ' ';
    const auto last = static_cast<unsigned char>(at + 1 < valid.size() ? valid[at + 1] : 0xBF);
    if (before >= 'a' && before <= 'z' && last < 0x9F) return true;
  }
  return false;
}

// Whether a search would find nothing: no sequence may be a proof, nor what is left of one, and the text
// makes sense in `model`, the language that it may be in.
bool is_hopeless(std::string_view valid, Suspicion suspicion, const language::CharacterModel* model) {
  if (model == nullptr || suspicion.sign || pages_with_proof(valid) != 0) return false;
  if (may_have_lost_bytes(valid)) return false;
  const auto characters = static_cast<std::int64_t>(text::code_points(valid));
  return std::int64_t{model->cost(valid)} + language::shape_cost(valid) <= kSense * (characters + 1);
}

/// Looks for the chain that puts a text right.
class Search {
 public:
  Search(std::string_view valid, Suspicion suspicion)
      : before_(cost_mended_otherwise(valid)), unsound_before_(unsound_characters(valid)) {
    frontier_.push_back({std::string(valid), {}, before_, 0, 0, true, true});
    // Other bytes are worth a try only where the text makes no sense, or has signs within its words.
    const auto characters = static_cast<std::int64_t>(text::code_points(valid));
    makes_sense_ = before_ <= kSense * (characters + 1) && !suspicion.sign;
  }

  std::optional<Attempt> run() {
    for (std::size_t step = 0; step < kMostSteps && !frontier_.empty(); ++step) {
      std::vector<Attempt> later;
      for (const Attempt& from : frontier_) take_steps(from, later);
      frontier_.swap(later);
    }
    return std::move(best_);
  }

 private:
  void take_steps(const Attempt& from, std::vector<Attempt>& later) {
    std::vector<std::string> seen, bytes_seen;
    std::uint64_t with_proof = pages_with_proof(from.text);
    const bool lost = may_have_lost_bytes(from.text);
    for (const MisreadPage& page : misread_pages()) {
      const bool has_proof = (with_proof & 1U) != 0;
      with_proof >>= 1U;
      if (has_proof || lost) {
        const auto taken = reread_as_utf8(page.page, from.text, Unsound::kTaken);
        // What is unsound stays at the end.
        const bool unsound = taken && taken->evidence.unsound != 0;
        const auto left = unsound ? reread_as_utf8(page.page, from.text, Unsound::kLeft) : taken;
        if (has_proof && taken) take_utf8(from, page, *taken, left, seen, later);
        if (page.accident <= kLossyPages) restore(from, page, left, lost);
      }
      if (!makes_sense_ || !from.chain.empty()) mix_up(from, page, bytes_seen);
    }
  }

  void take_utf8(const Attempt& from, const MisreadPage& page, const Reread& taken,
                 const std::optional<Reread>& left, std::vector<std::string>& seen,
                 std::vector<Attempt>& later) {
    if (!taken.evidence.is_proof() || !is_new(taken.text, seen)) return;
    const Step step{&page, nullptr, nullptr};
    if (taken.evidence.unsound == 0) {
      offer(from, step, taken, &later);
      return;
    }
    // What is unsound may say something in the next step.
    go_on(from, step, taken, later);
    if (left) offer(from, step, *left, nullptr);
  }

  static bool is_new(const std::string& text, std::vector<std::string>& seen) {
    if (std::find(seen.begin(), seen.end(), text) != seen.end()) return false;
    seen.push_back(text);
    return true;
  }

  // Where bytes were lost on the way. The language is that of what is whole. Mostly, what is guessed proves
  // nothing by itself.
  void restore(const Attempt& from, const MisreadPage& page, const std::optional<Reread>& nearly,
               bool may_be_proof) {
    if (!may_be_proof && (!nearly || nearly->evidence.proven == 0)) return;
    if (!has_damaged_sequences(page.page, from.text)) return;
    const auto* model = language::cheapest(nearly ? nearly->text : from.text).model;
    if (model == nullptr) return;
    const Step step{&page, nullptr, model};
    const auto restored = reread_damaged_utf8(page.page, from.text, *model);
    if (restored && restored->evidence.guessed > 0) offer(from, step, *restored, nullptr);
  }

  // Another page's bytes read in this one: siblings mostly have the same.
  void mix_up(const Attempt& from, const MisreadPage& page, std::vector<std::string>& seen) {
    const auto bytes = bytes_in(page.page, from.text);
    if (!bytes || !is_new(*bytes, seen)) return;
    std::size_t tried = 0;
    for (const auto& ranked : true_readings().rank(*bytes).readings) {
      if (tried++ == kReadingsTried) break;
      if (ranked.reading->page->name() == page.page.name()) continue;
      const Step step{&page, ranked.reading->page, nullptr};
      if (const auto text = step.of(from.text, Unsound::kLeft)) offer(from, step, *text, nullptr);
    }
  }

  [[nodiscard]] static Attempt attempt_of(const Attempt& from, const Step& step, const Reread& reread) {
    const Evidence& evidence = reread.evidence;
    Attempt attempt{reread.text,
                    from.chain,
                    cost_of(reread.text),
                    accident_of(step, evidence),
                    from.changed + evidence.changed,
                    evidence.is_sound(),
                    evidence.covers()};
    attempt.chain.push_back(step);
    if (!from.chain.empty()) attempt.accident = std::max(from.accident, attempt.accident) + kFurtherStep;
    return attempt;
  }

  // A page misread twice is so as a whole.
  [[nodiscard]] static bool fits(const Attempt& from, const Evidence& evidence) {
    return from.chain.empty() || (from.covers && evidence.changed <= from.changed * 2);
  }

  void go_on(const Attempt& from, const Step& step, const Reread& reread, std::vector<Attempt>& later) {
    auto attempt = attempt_of(from, step, reread);
    if (fits(from, reread.evidence) && attempt.cost < from.cost) later.push_back(std::move(attempt));
  }

  void offer(const Attempt& from, const Step& step, const Reread& reread, std::vector<Attempt>* later) {
    if (!is_proven(step, reread.evidence) || !fits(from, reread.evidence)) return;
    auto attempt = attempt_of(from, step, reread);
    if (attempt.cost >= from.cost) return;
    // What an earlier step brought may have stayed.
    const bool may_be = is_accepted(attempt, before_) && (!best_ || total(attempt) < total(*best_));
    if (may_be && unsound_characters(attempt.text) <= unsound_before_) best_ = attempt;
    if (later != nullptr) later->push_back(std::move(attempt));
  }

  std::int64_t before_;
  std::size_t unsound_before_;
  bool makes_sense_ = false;
  std::vector<Attempt> frontier_;
  std::optional<Attempt> best_;
};

/// Where a known chain led another stretch.
struct Followed {
  std::string text;
  Chain chain;  ///< its first steps, as far as they went
};

std::optional<Followed> follow(const Chain& chain, std::string_view valid) {
  std::string text(valid);
  Chain taken;
  std::size_t changed = 0;
  bool sound = true;
  for (const Step& step : chain) {
    auto next = step.of(text, &step == &chain.back() ? Unsound::kLeft : Unsound::kTaken);
    if (!next || !(is_proven(step, next->evidence) || next->evidence.covers())) break;
    changed += next->evidence.changed;
    sound = next->evidence.is_sound();
    text = std::move(next->text);
    taken.push_back(step);
  }
  const auto needed = std::max(kAnotherLine, kLeastOfEach * static_cast<std::int64_t>(changed));
  if (changed == 0 || !sound || unsound_characters(text) > unsound_characters(valid)) return std::nullopt;
  if (cost_of(valid) - cost_of(text) < needed) return std::nullopt;
  return Followed{std::move(text), std::move(taken)};
}

std::string name_of(const Chain& chain) {
  std::string name;
  for (const Step& step : chain) name += (name.empty() ? "" : " ") + step.name();
  return name;
}

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

/// Mends a text line by line.
class Mender {
 public:
  Mender(std::string_view valid, std::string& out) : valid_(valid), out_(out) { out_.clear(); }

  std::vector<Repair> run() {
    for (const ByteRange line : text::lines(valid_)) {
      const auto content = line.of(valid_);
      lines_.push_back({content, is_ascii(content) ? Suspicion() : suspicion_of(content)});
    }
    find_chain();
    for (const Line& line : lines_) {
      const std::size_t begin = out_.size();
      if (!mend(line)) out_ += line.content;
      read_controls(begin);
      if (line.content.data() + line.content.size() < valid_.data() + valid_.size()) out_ += '\n';
    }
    return std::move(repairs_);
  }

 private:
  struct Line {
    std::string_view content;
    Suspicion suspicion;
  };

  // The chain of the text as a whole, from a sample of its suspicious lines.
  void find_chain() {
    std::string sample;
    Suspicion suspicion;
    std::size_t sampled = 0;
    for (const Line& line : lines_) {
      if (!line.suspicion.any()) continue;
      if (sampled > 0 && sample.size() + line.content.size() > kSampleBytes) break;
      if (sampled++ > 0) sample += '\n';
      sample += line.content;
      suspicion.sign |= line.suspicion.sign;
    }
    if (sampled == 0) return;
    model_ = language::cheapest(sample).model;
    if (is_hopeless(sample, suspicion, model_)) return;
    auto found = Search(sample, suspicion).run();
    if (found) known_.push_back(std::move(found->chain));
    only_line_failed_ = sampled == 1 && !found;
  }

  bool mend(const Line& line) {
    const auto content = line.content;
    const bool suspicious = line.suspicion.any();
    if ((known_.empty() && !suspicious) || is_ascii(content) || is_drawing(content)) return false;
    std::optional<Followed> followed;
    for (const Chain& chain : known_)
      if ((followed = follow(chain, content))) break;
    if (followed && !(suspicious && looks_misread(followed->text)))
      return write(followed->chain, followed->text);
    if (!suspicious) return false;
    auto found = search(line);
    // A sibling of the page may say more.
    if (followed && (!found || cost_of(followed->text) <= found->cost))
      return write(followed->chain, followed->text);
    if (!found) return mend_words(content);
    if (known_.size() < kMostChains) known_.push_back(found->chain);
    return write(found->chain, found->text);
  }

  [[nodiscard]] std::optional<Attempt> search(const Line& line) const {
    if (only_line_failed_ || is_hopeless(line.content, line.suspicion, model_)) return std::nullopt;
    return Search(line.content, line.suspicion).run();
  }

  // Stretches of words that make no sense where they stand.
  bool mend_words(std::string_view line) {
    std::string mended;
    std::size_t copied = 0;
    for (const ByteRange stretch : odd_stretches(line)) {
      const auto words = stretch.of(line);
      const auto found = Search(words, suspicion_of(words)).run();
      if (!found) continue;
      mended += line.substr(copied, stretch.begin - copied);
      mended += found->text;
      copied = stretch.end;
      count(found->chain);
    }
    if (copied == 0) return false;
    out_ += mended;
    out_ += line.substr(copied);
    return true;
  }

  [[nodiscard]] bool costs_at_most(std::string_view word, std::int64_t most) const {
    return model_ != nullptr && std::int64_t{model_->cost(word)} + language::shape_cost(word) <= most;
  }

  [[nodiscard]] std::vector<ByteRange> odd_stretches(std::string_view line) const {
    constexpr Cost kOdd = cost_of_nats(4.6);
    constexpr std::size_t kLeastLetters = 8;
    std::vector<ByteRange> stretches;
    bool open = false;
    for (std::size_t at = 0; at < line.size();) {
      const auto end = std::min(line.find(' ', at), line.size());
      const auto word = line.substr(at, end - at);
      const auto size = text::code_points(word);
      const auto most = static_cast<std::int64_t>(kOdd * (size + 1));
      // The text's language tells nearly all words from odd ones, without a look at the others.
      const bool odd = !is_ascii(word) && !costs_at_most(word, most) && cost_of(word) > most;
      if (odd && open)
        stretches.back().end = end;
      else if (odd)
        stretches.push_back({at, end});
      if (!is_ascii(word)) open = odd;
      at = end + 1;
    }
    std::erase_if(stretches, [&](ByteRange stretch) {
      return text::code_points(stretch.of(line)) < kLeastLetters || stretch.size() == line.size();
    });
    return stretches;
  }

  // What is left of C1 in the line that begins there.
  void read_controls(std::size_t begin) {
    const auto read = read_c1_controls(std::string_view(out_).substr(begin));
    if (!read) return;
    out_.replace(begin, std::string::npos, read->text);
    count_name(std::string(read->chain));
  }

  bool write(const Chain& chain, std::string_view text) {
    out_ += text;
    count(chain);
    return true;
  }

  void count(const Chain& chain) { count_name(name_of(chain)); }

  void count_name(std::string name) {
    const auto same = std::find_if(repairs_.begin(), repairs_.end(),
                                   [&](const Repair& repair) { return repair.chain == name; });
    if (same == repairs_.end())
      repairs_.push_back({std::move(name), 1});
    else
      ++same->count;
  }

  std::string_view valid_;
  std::string& out_;
  std::vector<Line> lines_;
  bool only_line_failed_ = false;  ///< one line is suspicious, and no chain was found for it
  const language::CharacterModel* model_ = nullptr;  ///< the likeliest for all suspicious lines
  std::vector<Chain> known_;
  std::vector<Repair> repairs_;
};

}  // namespace

std::vector<Repair> repair_mojibake(std::string_view valid, std::string& out) {
  return Mender(valid, out).run();
}

}  // namespace sito::normalize

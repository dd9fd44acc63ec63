#include "normalize/lost_bytes.h"

#include <algorithm>

#include "text/utf8.h"

namespace sito::normalize {
namespace {

using charset::CodePage;
using language::Cost;
using language::cost_of_nats;

// What it costs to think that something was lost or that a space was none.
constexpr Cost kLoss = cost_of_nats(1.5);
constexpr std::size_t kHypotheses = 8;
// So many items lie between two looks at what all agree on.
constexpr std::size_t kItemsToALook = 64;
// So many losses show how this text loses its bytes.
constexpr std::size_t kLeastLosses = 4;

/// One way in which the text so far may have been.
struct Hypothesis {
  std::string text;      ///< behind what all hypotheses agree on
  std::size_t next = 0;  ///< the item that comes next
  std::size_t before = data::kSpaceSymbol;
  std::size_t last = data::kSpaceSymbol;
  Cost cost = 0;
  Evidence evidence;
};

/// What may stand where a byte was lost.
enum class Trace : std::uint8_t { kNothing, kSpace, kPlaceholder };

/// The bytes that have no character in the page: none for ISO's, where nothing gets lost by itself.
std::vector<int> lost_bytes(const CodePage& page) {
  constexpr std::size_t kMostLost = 6;
  std::vector<int> lost;
  for (int byte = 0x80; byte < 0xA0; ++byte)
    if (page.character(static_cast<unsigned char>(byte)) == static_cast<char32_t>(byte)) lost.push_back(byte);
  if (lost.size() > kMostLost) lost.clear();
  return lost;
}

/// Puts the lost bytes of sequences back.
class Restorer {
 public:
  Restorer(const CodePage& page, std::string_view valid, const language::CharacterModel& model)
      : model_(model), items_(items_in(page, valid)), lost_(lost_bytes(page)) {
    no_break_space_ = page.character(0xA0) == 0xA0;
    std::size_t losses = 0, spaces = 0;
    for (std::size_t i = 0; i + 1 < items_.size(); ++i) {
      if (continuations_of(items_[i].byte) != 1 || is_continuation(items_[i + 1].byte)) continue;
      ++losses;
      spaces += items_[i + 1].character == ' ' ? 1 : 0;
    }
    spaces_stand_in_ = losses < kLeastLosses || spaces * 2 > losses;
    nothing_stands_in_ = losses < kLeastLosses || !spaces_stand_in_;
  }

  std::optional<Reread> run() {
    std::vector<Hypothesis> current(1), later;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      later.clear();
      for (Hypothesis& hypothesis : current)
        if (hypothesis.next > i)
          later.push_back(std::move(hypothesis));
        else
          extend(hypothesis, i, later);
      prune(later);
      current.swap(later);
      if (i % kItemsToALook == 0) settle(current);
    }
    const auto best = std::min_element(current.begin(), current.end(), is_cheaper);
    if (best == current.end() || best->evidence.changed == 0) return std::nullopt;
    settled_ += best->text;
    return Reread{std::move(settled_), best->evidence};
  }

 private:
  static bool is_cheaper(const Hypothesis& left, const Hypothesis& right) { return left.cost < right.cost; }

  static bool go_on_alike(const Hypothesis& left, const Hypothesis& right) {
    return left.next == right.next && left.before == right.before && left.last == right.last;
  }

  // Of those that go on alike the cheapest stays cheapest.
  static void prune(std::vector<Hypothesis>& all) {
    std::stable_sort(all.begin(), all.end(), is_cheaper);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all.size() && kept < kHypotheses; ++i) {
      const auto end = all.begin() + static_cast<std::ptrdiff_t>(kept);
      if (std::any_of(all.begin(), end, [&](const auto& other) { return go_on_alike(other, all[i]); }))
        continue;
      if (kept != i) all[kept] = std::move(all[i]);
      ++kept;
    }
    all.resize(kept);
  }

  // Texts are copied with their hypotheses, so that only what these differ in may stand in them.
  void settle(std::vector<Hypothesis>& all) {
    std::size_t agreed = all[0].text.size();
    for (const Hypothesis& other : all) {
      const auto size = std::min(agreed, other.text.size());
      const auto differs = std::mismatch(
          other.text.begin(), other.text.begin() + static_cast<std::ptrdiff_t>(size), all[0].text.begin());
      agreed = static_cast<std::size_t>(differs.first - other.text.begin());
    }
    settled_.append(all[0].text, 0, agreed);
    for (Hypothesis& each : all) each.text.erase(0, agreed);
  }

  void add(Hypothesis& to, char32_t c, bool came_out) const {
    const auto meaning = model_.meaning(c);
    to.cost += model_.cost(to.before, to.last, meaning.symbol) + meaning.cost;
    to.before = to.last;
    to.last = meaning.symbol;
    to.evidence.add_outcome(c, came_out);
    text::append(to.text, c);
  }

  void extend(const Hypothesis& from, std::size_t i, std::vector<Hypothesis>& out) const {
    const Sequence whole = sequence_at(items_, i);
    const char32_t c = whole.items == 0 ? 0 : text::decode(whole.utf8, 0).code_point;
    Hypothesis next = from;
    if (whole.items != 0 && !is_unsound(c)) {
      next.next = i + whole.items;
      next.evidence.high += whole.items;
      next.evidence.add_sequence(items_, i, whole.items, c);
      add(next, c, true);
      out.push_back(std::move(next));
      return;
    }
    next.next = i + 1;
    next.evidence.high += items_[i].character >= 0x80 ? 1 : 0;
    add(next, items_[i].character, false);
    out.push_back(std::move(next));
    const std::size_t more = continuations_of(items_[i].byte);
    for (std::size_t place = 1; place <= more && place <= items_.size() - i; ++place) {
      restore(from, i, place, out);
      if (i + place >= items_.size() || !is_continuation(items_[i + place].byte)) break;
    }
  }

  // A lead byte whose continuation at `place` is lost.
  void restore(const Hypothesis& from, std::size_t i, std::size_t place, std::vector<Hypothesis>& out) const {
    const char32_t follower = i + place < items_.size() ? items_[i + place].character : U'\n';
    const bool placeholder = follower == 0xFFFD || follower == '?';
    for (const int byte : lost_) {
      if (placeholder) guess(from, i, place, byte, Trace::kPlaceholder, out);
      if (follower != 0xFFFD && nothing_stands_in_) guess(from, i, place, byte, Trace::kNothing, out);
      if (follower == ' ' && spaces_stand_in_) guess(from, i, place, byte, Trace::kSpace, out);
    }
    if (follower == ' ' && no_break_space_) {
      guess(from, i, place, 0xA0, Trace::kSpace, out);
      guess(from, i, place, 0xA0, Trace::kNothing, out);  // of two such only one is left
    }
  }

  void guess(const Hypothesis& from, std::size_t i, std::size_t place, int byte, Trace trace,
             std::vector<Hypothesis>& out) const {
    const std::size_t more = continuations_of(items_[i].byte);
    const std::size_t behind = i + place + (trace == Trace::kNothing ? 0 : 1);
    const std::size_t end = behind + (more - place);
    if (end > items_.size()) return;
    std::string bytes(1, static_cast<char>(items_[i].byte));
    for (std::size_t k = i + 1; k < i + place; ++k) bytes += static_cast<char>(items_[k].byte);
    bytes += static_cast<char>(byte);
    for (std::size_t k = behind; k < end; ++k) {
      if (!is_continuation(items_[k].byte)) return;
      bytes += static_cast<char>(items_[k].byte);
    }
    if (!text::is_valid(bytes)) return;
    const char32_t c = told(text::decode(bytes, 0).code_point, trace);
    if (c == 0 || is_unsound(c)) return;
    Hypothesis next = from;
    next.next = end;
    next.cost += kLoss;
    for (std::size_t k = i; k < end; ++k) next.evidence.high += items_[k].character >= 0x80 ? 1 : 0;
    next.evidence.add_sequence(items_, i, end - i, c);
    ++next.evidence.guessed;
    add(next, c, true);
    out.push_back(std::move(next));
  }

  // What the model knows nothing of (emoji, other scripts) stays lost, as one character.
  [[nodiscard]] char32_t told(char32_t c, Trace trace) const {
    constexpr Cost kUnknown = cost_of_nats(8);
    const auto meaning = model_.meaning(c);
    const bool known = meaning.symbol != data::kStrangeSymbol && meaning.symbol != data::kJunkSymbol &&
                       meaning.symbol != data::kForeignSymbol && meaning.cost < kUnknown;
    if (known) return c;
    return trace == Trace::kPlaceholder ? U'\uFFFD' : U'\0';
  }

  const language::CharacterModel& model_;
  std::vector<Item> items_;
  std::vector<int> lost_;  ///< continuation bytes without a character in the page
  bool no_break_space_ = false;
  bool spaces_stand_in_ = true;  ///< for lost bytes, in this text
  bool nothing_stands_in_ = true;
  std::string settled_;  ///< what all hypotheses agree on
};

}  // namespace

std::optional<Reread> reread_damaged_utf8(const CodePage& page, std::string_view valid,
                                          const language::CharacterModel& model) {
  return Restorer(page, valid, model).run();
}

bool has_damaged_sequences(const CodePage& page, std::string_view valid) {
  const auto items = items_in(page, valid);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::size_t more = continuations_of(items[i].byte);
    for (std::size_t k = 1; k <= more; ++k)
      if (i + k >= items.size() || !is_continuation(items[i + k].byte)) return true;
  }
  return false;
}

}  // namespace sito::normalize

#include "normalize/misreading.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

using charset::CodePage;
using language::Cost;
using language::cost_of_nats;

constexpr int kNoByte = -1;

bool is_c1(char32_t c) { return c >= 0x80 && c < 0xA0; }

// What never comes out of a repair: controls, box drawing and blocks, private use.
bool is_unsound(char32_t c) {
  return c < 0xA0 ? is_c1(c) || c < 0x20 : (c >= 0x2500 && c < 0x25A0) || (c >= 0xE000 && c < 0xF900);
}

int byte_in(const CodePage& page, char32_t c) {
  if (c < 0x80) return static_cast<int>(c);
  if (const auto byte = page.byte(c)) return *byte;
  return is_c1(c) ? static_cast<int>(c) : kNoByte;
}

/// A character, its place and its byte.
struct Item {
  char32_t character = 0;
  std::size_t at = 0;
  std::size_t length = 0;
  int byte = kNoByte;
};

std::vector<Item> items_in(const CodePage& page, std::string_view valid) {
  std::vector<Item> items;
  items.reserve(valid.size());
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    items.push_back({c, at, length, byte_in(page, c)});
    at += length;
  }
  return items;
}

std::size_t length_behind(int lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

bool is_continuation(int byte) { return byte >= 0x80 && byte < 0xC0; }

// The well-formed multibyte sequence that begins at `items[i]`: its bytes, none if there is none.
std::string sequence_at(const std::vector<Item>& items, std::size_t i) {
  const std::size_t more = length_behind(items[i].byte);
  if (more == 0 || i + more >= items.size()) return {};
  std::string bytes;
  for (std::size_t k = 0; k <= more; ++k) {
    if (k > 0 && !is_continuation(items[i + k].byte)) return {};
    bytes += static_cast<char>(items[i + k].byte);
  }
  return text::is_valid(bytes) ? bytes : std::string();
}

// A single letter from beyond Europe in a text of Europe's is no word.
bool is_far(char32_t c) { return c >= 0x0530 && c < 0x10000 && text::is_letter(c); }
constexpr std::size_t kLeastFar = 4;

enum class Alphabet : std::uint8_t { kNone, kLatin, kOther };

Alphabet alphabet_of(char32_t c) {
  if (!text::is_letter(c)) return Alphabet::kNone;
  return text::is_latin(c) ? Alphabet::kLatin : Alphabet::kOther;
}

/// Watches the letters of what comes out: a Latin one within a Cyrillic word was no letter before.
class Mixing {
 public:
  void add(char32_t c, bool came_out) {
    const Alphabet alphabet = alphabet_of(c);
    const bool mixes = last_ != Alphabet::kNone && alphabet != Alphabet::kNone && alphabet != last_;
    if (mixes && (came_out || last_came_out_)) ++count_;
    last_ = alphabet;
    last_came_out_ = came_out;
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  Alphabet last_ = Alphabet::kNone;
  bool last_came_out_ = false;
  std::size_t count_ = 0;
};

bool is_small(char32_t c) { return text::is_letter(c) && !text::is_upper(c); }

// Cyrillic letters outside the alphabets of most texts here: Ђ, ѓ, њ and their like, but not Ё, Є, І, Ї, Ў.
bool is_rare_letter(char32_t c) {
  const char32_t small = text::to_lower(c);
  return small >= 0x0450 && small < 0x0460 && small != 0x0451 && small != 0x0454 && small != 0x0456 &&
         small != 0x0457 && small != 0x045E;
}

/// What speaks against a sequence standing there by chance, as ВТБ does that is a sign in ISO-8859-5's bytes.
struct Proof {
  bool sign = false;
  bool letter = false;  ///< one of few languages, or a capital behind a small letter

  Proof(const std::vector<Item>& items, std::size_t i, std::size_t size) {
    for (std::size_t k = i; k < i + size; ++k) {
      const char32_t c = items[k].character;
      sign = sign || !text::is_letter(c);
      letter =
          letter || is_rare_letter(c) || (k > i && is_small(items[k - 1].character) && text::is_upper(c));
    }
  }
  template <class Counts>
  void add_to(Counts& counts) const {
    counts.proven += sign || letter ? 1 : 0;
    counts.signs += sign ? 1 : 0;
  }
};

}  // namespace

const charset::Readings& true_readings() {
  static const charset::Readings kReadings;
  return kReadings;
}

bool is_common(const CodePage& page) {
  return page.name() == "windows-1251" || page.name() == "windows-1252";
}

const std::vector<const CodePage*>& misread_pages() {
  static const std::vector<const CodePage*> kPages = [] {
    std::vector<const CodePage*> pages;
    for (const auto& reading : true_readings().all())
      if (std::find(pages.begin(), pages.end(), reading.page) == pages.end()) pages.push_back(reading.page);
    std::stable_sort(pages.begin(), pages.end(), [](const CodePage* left, const CodePage* right) {
      return is_common(*left) && !is_common(*right);
    });
    return pages;
  }();
  return kPages;
}

std::size_t unsound_characters(std::string_view valid) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    count += is_unsound(c) ? 1 : 0;
    at += length;
  }
  return count;
}

std::optional<std::string> bytes_in(const CodePage& page, std::string_view valid) {
  std::string bytes;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    const int byte = byte_in(page, c);
    if (byte == kNoByte) return std::nullopt;
    bytes += static_cast<char>(byte);
    at += length;
  }
  return bytes;
}

std::optional<Reread> reread_as_utf8(const CodePage& page, std::string_view valid) {
  const auto items = items_in(page, valid);
  Reread result;
  std::size_t far = 0;
  Mixing mixing;
  for (std::size_t i = 0; i < items.size();) {
    const std::string bytes = sequence_at(items, i);
    if (bytes.empty()) {
      result.text += valid.substr(items[i].at, items[i].length);
      mixing.add(items[i].character, false);
      ++i;
    } else {
      result.text += bytes;
      Proof(items, i, bytes.size()).add_to(result);
      i += bytes.size();
      ++result.changed;
      const char32_t c = text::decode(bytes, 0).code_point;
      result.sound = result.sound && !is_unsound(c);
      far += is_far(c) ? 1 : 0;
      mixing.add(c, true);
    }
  }
  constexpr std::size_t kMostMixed = 5;  // one in so many
  result.sound = result.sound && mixing.count() * kMostMixed <= result.changed &&
                 (far == 0 || (far >= kLeastFar && far * 4 >= result.changed * 3));
  if (result.changed == 0) return std::nullopt;
  return result;
}

std::optional<Reread> reread(const CodePage& from, const CodePage& to, std::string_view valid) {
  Reread result;
  for (const Item& item : items_in(from, valid)) {
    const char32_t meant =
        item.byte == kNoByte ? CodePage::kNothing : to.character(static_cast<unsigned char>(item.byte));
    if (item.character < 0x80 || meant == CodePage::kNothing || meant == item.character) {
      result.text += valid.substr(item.at, item.length);
      continue;
    }
    text::append(result.text, meant);
    ++result.changed;
    result.proven += !text::is_letter(item.character) && text::is_letter(meant) ? 1 : 0;
    result.sound = result.sound && !is_unsound(meant);
  }
  if (result.changed == 0) return std::nullopt;
  return result;
}

namespace {

/// One way in which the text so far may have been.
struct Hypothesis {
  std::string text;      ///< behind what all hypotheses agree on
  std::size_t next = 0;  ///< the item that comes next
  std::size_t before = data::kSpaceSymbol;
  std::size_t last = data::kSpaceSymbol;
  Cost cost = 0;
  std::size_t changed = 0;
  std::size_t proven = 0;
  std::size_t signs = 0;
  std::size_t guessed = 0;
  bool sound = true;
};

// What it costs to think that something was lost or that a space was none.
constexpr Cost kLoss = cost_of_nats(1.5);
constexpr std::size_t kHypotheses = 8;
// So many items lie between two looks at what all agree on.
constexpr std::size_t kItemsToALook = 64;

/// Puts the lost bytes of two-byte sequences back; three-byte ones are only taken whole.
class Restorer {
 public:
  Restorer(const CodePage& page, std::string_view valid, const language::CharacterModel& model)
      : model_(model), items_(items_in(page, valid)) {
    for (int byte = 0x80; byte < 0xC0; ++byte)
      if (page.character(static_cast<unsigned char>(byte)) == static_cast<char32_t>(byte) && byte < 0xA0)
        lost_.push_back(byte);
    if (lost_.size() > kMostLost) lost_.clear();  // a page of ISO, where nothing gets lost by itself
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
    if (best == current.end() || best->changed == 0) return std::nullopt;
    settled_ += best->text;
    return Reread{std::move(settled_), best->changed, best->proven, best->signs, best->guessed, best->sound};
  }

 private:
  static constexpr std::size_t kMostLost = 6;

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

  void add(Hypothesis& to, char32_t c) const {
    const auto meaning = model_.meaning(c);
    to.cost += model_.cost(to.before, to.last, meaning.symbol) + meaning.cost;
    to.before = to.last;
    to.last = meaning.symbol;
    text::append(to.text, c);
  }

  void extend(const Hypothesis& from, std::size_t i, std::vector<Hypothesis>& out) const {
    const std::string whole = sequence_at(items_, i);
    if (!whole.empty()) {
      Hypothesis next = from;
      next.next = i + whole.size();
      Proof(items_, i, whole.size()).add_to(next);
      ++next.changed;
      const char32_t c = text::decode(whole, 0).code_point;
      next.sound = next.sound && !is_unsound(c);
      add(next, c);
      out.push_back(std::move(next));
      return;
    }
    Hypothesis as_it_is = from;
    as_it_is.next = i + 1;
    add(as_it_is, items_[i].character);
    out.push_back(std::move(as_it_is));
    if (length_behind(items_[i].byte) == 1) restore(from, i, out);
  }

  // A lead byte without its continuation.
  void restore(const Hypothesis& from, std::size_t i, std::vector<Hypothesis>& out) const {
    const char32_t follower = i + 1 < items_.size() ? items_[i + 1].character : U'\n';
    const bool placeholder = follower == 0xFFFD || follower == '?';
    for (const int byte : lost_) {
      if (placeholder) guess(from, i, byte, 2, out);
      if (follower != 0xFFFD) guess(from, i, byte, 1, out);
      if (follower == ' ') guess(from, i, byte, 2, out);  // what was dropped left a space
    }
    if (follower == ' ') {
      guess(from, i, 0xA0, 2, out);  // the space was a no-break space
      guess(from, i, 0xA0, 1, out);  // of two such only one is left
    }
  }

  void guess(const Hypothesis& from, std::size_t i, int byte, std::size_t taken,
             std::vector<Hypothesis>& out) const {
    Hypothesis next = from;
    next.next = i + taken;
    next.cost += kLoss;
    ++next.changed;
    ++next.guessed;
    add(next, static_cast<char32_t>((items_[i].byte & 0x1F) << 6 | (byte & 0x3F)));
    out.push_back(std::move(next));
  }

  const language::CharacterModel& model_;
  std::vector<Item> items_;
  std::vector<int> lost_;  ///< continuation bytes without a character in the page
  std::string settled_;    ///< what all hypotheses agree on
};

}  // namespace

std::optional<Reread> reread_damaged_utf8(const CodePage& page, std::string_view valid,
                                          const language::CharacterModel& model) {
  return Restorer(page, valid, model).run();
}

}  // namespace sito::normalize

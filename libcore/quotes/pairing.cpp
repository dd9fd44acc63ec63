#include "quotes/pairing.h"

#include <algorithm>
#include <array>
#include <string>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::quotes {
namespace {

constexpr std::array<std::string_view, kFamilies> kFamilyNames = {
    "angle", "low", "high", "straight", "twice", "single_angle", "single_high", "single_straight"};

constexpr std::uint8_t bit(Family family) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(family));
}

constexpr bool is_single(Family family) {
  return family == Family::kSingleHigh || family == Family::kSingleStraight;
}

enum class Role : std::uint8_t { kOpen, kClose, kEither };

/// A row of data/quote_marks.
struct MarkShape {
  std::string_view text;
  Family family = Family::kAngle;
  Role role = Role::kEither;
  std::uint8_t closes = 0;
};

std::uint8_t families_named(std::string_view list) {
  std::uint8_t bits = 0;
  while (!list.empty()) {
    auto comma = list.find(',');
    auto name = list.substr(0, comma);
    for (std::size_t i = 0; i < kFamilies; ++i)
      if (kFamilyNames[i] == name) bits |= bit(static_cast<Family>(i));
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
  }
  return bits;
}

/// The table of shapes by the byte that begins them, longest first.
struct Shapes {
  std::array<std::vector<MarkShape>, 256> by_first_byte;

  Shapes() {
    const auto& table = data::quote_marks();
    for (std::size_t i = 0; i < table.size(); ++i) {
      auto cells = table.row(i).cells;
      auto name = std::find(kFamilyNames.begin(), kFamilyNames.end(), cells[1]);
      auto family = static_cast<Family>(name - kFamilyNames.begin());
      Role role = cells[2] == "open" ? Role::kOpen : cells[2] == "close" ? Role::kClose : Role::kEither;
      auto closes = static_cast<std::uint8_t>(bit(family) | families_named(cells[3]));
      by_first_byte[static_cast<unsigned char>(cells[0][0])].push_back({cells[0], family, role, closes});
    }
    for (auto& shapes : by_first_byte)
      std::stable_sort(shapes.begin(), shapes.end(),
                       [](const auto& a, const auto& b) { return a.text.size() > b.text.size(); });
  }

  [[nodiscard]] const MarkShape* at(std::string_view rest) const {
    for (const auto& shape : by_first_byte[static_cast<unsigned char>(rest[0])])
      if (rest.starts_with(shape.text)) return &shape;
    return nullptr;
  }
};

const Shapes& shapes() {
  static const Shapes kShapes;
  return kShapes;
}

bool is_word(char32_t c) { return text::is_letter(c) || text::is_digit(c); }

bool is_opening(char32_t c) {
  constexpr std::u32string_view kOpening = U"([{/«„“\"‘‚‹'";
  return kOpening.find(c) != std::u32string_view::npos;
}

bool is_closing_punctuation(char32_t c) {
  constexpr std::u32string_view kClosing = U".,;:!?…)]}»”›";
  return kClosing.find(c) != std::u32string_view::npos;
}

/// The characters beside a mark; 0 at the paragraph's ends.
struct Neighbours {
  char32_t before = 0;
  char32_t after = 0;

  Neighbours(std::string_view text, ByteRange paragraph, ByteRange place) {
    if (place.begin > paragraph.begin) before = text::decode_before(text, place.begin).code_point;
    if (place.end < paragraph.end) after = text::decode(text, place.end).code_point;
  }

  [[nodiscard]] bool space_before() const { return before == 0 || text::is_blank(before); }
  [[nodiscard]] bool space_after() const { return after == 0 || text::is_blank(after); }
  [[nodiscard]] bool may_open() const {
    return (space_before() || is_opening(before) || text::is_dash(before)) && !space_after() &&
           !is_closing_punctuation(after);
  }
  [[nodiscard]] bool may_close() const { return !space_before() && !is_opening(before); }
};

bool follows_sentence_end(std::string_view text, ByteRange paragraph, std::size_t at) {
  while (at > paragraph.begin) {
    auto [c, length] = text::decode_before(text, at);
    if (!text::is_blank(c)) return text::is_sentence_end(c);
    at -= length;
  }
  return false;
}

/// Single marks are apostrophes nearly everywhere: only the clear ones count.
bool settle_single(Mark& mark, const Neighbours& near) {
  mark.opener = mark.opener && near.may_open() && is_word(near.after);
  mark.closer = mark.closer && near.may_close() && !is_word(near.after);
  return mark.opener || mark.closer;
}

bool is_apostrophe_letter(char32_t letter, std::string_view side) {
  std::string key;
  text::append(key, text::to_lower(letter));
  const auto& letters = data::apostrophe_letters();
  const auto rows = letters.with_key(key);
  for (auto i = rows.first; i < rows.last; ++i)
    if (letters.row(i).cells[1] == side) return true;
  return false;
}

/// зобов"язання, з"їзд: typed for an apostrophe, between letters that take one.
bool is_apostrophe(const Neighbours& near) {
  return text::is_letter(near.before) && text::is_letter(near.after) &&
         is_apostrophe_letter(near.before, "before") && is_apostrophe_letter(near.after, "behind");
}

/// Whether the mark is one at all, and what its neighbours leave of its roles.
bool settle_roles(Mark& mark, Role role, std::string_view text, ByteRange paragraph) {
  const Neighbours near(text, paragraph, mark.place);
  mark.opener = role != Role::kClose;
  mark.closer = role != Role::kOpen;
  if (is_single(mark.family)) return settle_single(mark, near);
  if (is_word(near.before) && is_word(near.after) && is_apostrophe(near)) return false;
  if (text[mark.place.begin] == ',' && !near.may_open()) return false;
  if (role == Role::kOpen && near.may_close() && !near.may_open() && !is_word(near.after))
    mark.closer = true;  // »Час« : the other way round
  if (role == Role::kClose && near.space_before() && is_word(near.after)) mark.opener = true;
  if (role == Role::kEither && near.may_open() != near.may_close()) {
    mark.opener = near.may_open() || (near.may_close() && is_word(near.after));
    mark.closer = near.may_close();
  } else if (role == Role::kEither && near.may_open()) {
    mark.closer = false;
  }
  mark.inch = mark.family == Family::kStraight && mark.closer && text::is_digit(near.before);
  mark.reopens = mark.opener && follows_sentence_end(text, paragraph, mark.place.begin);
  return true;
}

/// How many marks from here on are sure to open or able to close, by family.
struct Ahead {
  std::array<std::size_t, kFamilies> closers{};
  std::array<std::size_t, kFamilies> openers{};

  void count(const Mark& mark, bool arriving) {
    auto family = static_cast<std::size_t>(mark.family);
    auto& counter = mark.closer ? closers[family] : openers[family];
    if (arriving)
      ++counter;
    else
      --counter;
  }
  /// Closers of a family; low marks are closed by those of others.
  [[nodiscard]] std::size_t closing(Family family) const {
    auto at = [&](Family f) { return closers[static_cast<std::size_t>(f)]; };
    return family == Family::kLow ? at(Family::kHigh) + at(Family::kStraight) + at(Family::kTwice)
                                  : at(family);
  }
};

class Pairer {
 public:
  Pairer(std::string_view text, std::span<const Mark> marks, ByteRange paragraph)
      : text_(text), paragraph_(paragraph) {
    for (const auto& mark : marks) ahead_.count(mark, true);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      ahead_.count(marks[i], false);
      take(marks[i]);
      const bool opens_next = i + 1 == marks.size() || !marks[i + 1].closer;
      if (opens_next && serves_outer(marks[i])) {
        finish(open_.back(), marks[i].place, false);
        pop();
      }
    }
    while (!open_.empty()) leave_unclosed();
    std::sort(result_.pairs.begin(), result_.pairs.end(), [](const Pair& a, const Pair& b) {
      return a.open.begin != b.open.begin ? a.open.begin < b.open.begin : a.close.begin > b.close.begin;
    });
    share_closers();
    count_depths();
  }

  Pairing take_result() { return std::move(result_); }

 private:
  struct Opener {
    Mark mark;
    bool continues = false;
  };

  void take(const Mark& mark) {
    if (mark.closer && !is_spare_inch(mark) && close(mark)) return;
    if (mark.opener) return open(mark);
    if (mark.closer && !is_single(mark.family) && !mark.inch) result_.stray.push_back(mark.place);
  }

  [[nodiscard]] bool is_spare_inch(const Mark& mark) const {
    auto straight = static_cast<std::size_t>(Family::kStraight);
    return mark.inch && ahead_.closers[straight] >= open_count_[straight] + ahead_.openers[straight] &&
           ahead_.closers[straight] > 0;
  }

  void open(const Mark& mark) {
    auto family = static_cast<std::size_t>(mark.family);
    const std::size_t openers = open_count_[family] + ahead_.openers[family];  // but for this one
    bool continues = mark.reopens && !open_.empty() && open_.back().mark.family == mark.family &&
                     (ahead_.closing(mark.family) <= open_count_[family] ||
                      (mark.family == Family::kStraight && ahead_.closing(mark.family) < openers + 1));
    if (continues) {
      finish(open_.back(), {mark.place.begin, mark.place.begin}, true);
      pop();
    }
    open_.push_back({mark, continues});
    ++open_count_[family];
  }

  /// An opener of another family only lends itself when no mark of its own is left for it.
  [[nodiscard]] bool may_close(const Mark& mark, Family family) const {
    // «Так", – сказав: whatever it looks like, the author's words follow.
    const bool forced = !mark.opener && !is_single(family) &&
                        open_count_[static_cast<std::size_t>(mark.family)] == 0 &&
                        dash_follows(mark.place.end);
    if (forced) return true;
    if ((mark.closes & bit(family)) == 0) return false;
    return family == mark.family || family == Family::kLow ||
           ahead_.closing(family) <= ahead_.openers[static_cast<std::size_t>(family)];
  }

  bool close(const Mark& mark) {
    bool possible = false;
    for (std::size_t f = 0; f < kFamilies; ++f)
      possible = possible || (open_count_[f] > 0 && may_close(mark, static_cast<Family>(f)));
    if (!possible) return false;
    if (is_single(mark.family) && !may_close(mark, open_.back().mark.family)) return false;
    while (!may_close(mark, open_.back().mark.family)) {
      if (!is_single(open_.back().mark.family)) finish(open_.back(), mark.place, false);
      pop();
    }
    finish(open_.back(), mark.place, false);
    pop();
    return true;
  }

  /// "Ми в компанії "Час", – каже Рись. "І тут": a straight mark that closed a name, with the author's words
  /// behind it and an opener after them, closes the speech around the name too.
  [[nodiscard]] bool serves_outer(const Mark& mark) const {
    if (open_.empty() || result_.pairs.empty() || mark.family != Family::kStraight) return false;
    const Pair& inner = result_.pairs.back();
    return open_.back().mark.family == Family::kStraight && inner.close == mark.place &&
           names(inner.open.begin) && !names(open_.back().mark.place.begin) && dash_follows(mark.place.end);
  }

  void leave_unclosed() {
    if (!is_single(open_.back().mark.family)) finish(open_.back(), {paragraph_.end, paragraph_.end}, true);
    pop();
  }

  void finish(const Opener& opener, ByteRange close, bool unclosed) {
    result_.pairs.push_back({opener.mark.place, close, 0, unclosed, opener.continues});
  }

  void pop() {
    --open_count_[static_cast<std::size_t>(open_.back().mark.family)];
    open_.pop_back();
  }

  /// «БВК «Компанія» and «We work at «Company», – said X: the inner closer serves the outer opener too.
  void share_closers() {
    constexpr std::size_t kLookAhead = 8;  // inner pairs that an unclosed opener looks at: keeps it linear
    auto& pairs = result_.pairs;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (!pairs[i].unclosed || pairs[i].close.begin != paragraph_.end) continue;
      for (std::size_t k = i + 1; k < pairs.size() && k <= i + kLookAhead; ++k) {
        if (pairs[k].unclosed || pairs[k].open.begin >= pairs[i].close.begin) continue;
        const ByteRange head{pairs[i].open.end, pairs[k].open.begin};
        const bool near =
            k == i + 1 && (is_short(head, 3) || (names(pairs[i].open.begin) && is_short(head, 8)));
        if (!near && !dash_follows(pairs[k].close.end)) continue;
        pairs[i].close = pairs[k].close;
        pairs[i].unclosed = false;
        break;
      }
    }
  }

  /// At most so many words and no end of a sentence: the head of a name.
  [[nodiscard]] bool is_short(ByteRange range, std::ptrdiff_t words) const {
    constexpr std::size_t kLongestWord = 20;  // bytes
    auto head = range.of(text_);
    if (head.size() > static_cast<std::size_t>(words) * kLongestWord) return false;
    return std::count(head.begin(), head.end(), ' ') <= words &&
           head.find_first_of(".!?,") == std::string_view::npos;
  }

  /// Whether a word stands right before an opening mark, as the noun of a name does: ГО «Ліга …».
  [[nodiscard]] bool names(std::size_t open) const {
    if (open <= paragraph_.begin || !text::is_blank(text::decode_before(text_, open).code_point))
      return false;
    open -= text::decode_before(text_, open).length;
    return open > paragraph_.begin && is_word(text::decode_before(text_, open).code_point);
  }

  /// Whether a comma and a dash follow: the author's words.
  [[nodiscard]] bool dash_follows(std::size_t at) const {
    auto rest = text_.substr(at, paragraph_.end - at);
    if (rest.empty() || rest[0] != ',') return false;
    rest.remove_prefix(1);
    while (!rest.empty()) {
      auto [c, length] = text::decode(rest, 0);
      if (!text::is_blank(c)) return text::is_dash(c);
      rest.remove_prefix(length);
    }
    return false;
  }

  void count_depths() {
    std::vector<std::size_t> ends;
    for (auto& pair : result_.pairs) {
      while (!ends.empty() && ends.back() <= pair.open.begin) ends.pop_back();
      pair.depth = static_cast<int>(ends.size());
      ends.push_back(pair.close.begin);
    }
  }

  std::string_view text_;
  ByteRange paragraph_;
  Ahead ahead_;
  std::vector<Opener> open_;
  std::array<std::size_t, kFamilies> open_count_{};
  Pairing result_;
};

}  // namespace

std::vector<Mark> find_marks(std::string_view text, ByteRange paragraph) {
  std::vector<Mark> marks;
  const auto& known = shapes();
  for (std::size_t at = paragraph.begin; at < paragraph.end;) {
    if (known.by_first_byte[static_cast<unsigned char>(text[at])].empty()) {
      ++at;
      continue;
    }
    const auto* shape = known.at(text.substr(at, paragraph.end - at));
    if (shape == nullptr) {
      ++at;
      continue;
    }
    Mark mark{{at, at + shape->text.size()}, shape->family, shape->closes};
    if (settle_roles(mark, shape->role, text, paragraph)) marks.push_back(mark);
    at = mark.place.end;
  }
  return marks;
}

Pairing pair_marks(std::string_view text, std::span<const Mark> marks, ByteRange paragraph) {
  return Pairer(text, marks, paragraph).take_result();
}

}  // namespace sito::quotes

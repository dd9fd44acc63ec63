#include "normalize/apostrophes.h"

#include <algorithm>
#include <vector>

#include "data/tables.h"
#include "normalize/byte_set.h"
#include "normalize/edits.h"
#include "normalize/neighbours.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

// " ' `; U+00B4 U+00AB U+00BB; U+02BC; General Punctuation; U+FF07. And LF, since lines are balanced.
constexpr ByteSet kSuspects{{'\n', '\n'}, {'"', '"'},   {'\'', '\''}, {'`', '`'},
                            {0xC2, 0xC2}, {0xCA, 0xCA}, {0xE2, 0xE2}, {0xEF, 0xEF}};

// Longer words are no words, and looking back in them would not be linear.
constexpr int kLongestWord = 64;

bool is_mark(char32_t c) {
  return c == '\'' || c == '`' || c == 0xB4 || c == 0x2BC || c == 0x2018 || c == 0x2019 || c == 0x2032 ||
         c == 0xFF07;
}

bool is_among(char32_t letter, std::string_view side) {
  std::string key;
  text::append(key, letter);
  const auto& table = data::apostrophe_letters();
  const auto rows = table.with_key(key);
  for (std::size_t i = rows.first; i < rows.last; ++i)
    if (table.row(i).cells[1] == side) return true;
  return false;
}

// Whether ‘ or ‚ opens the word that goes on before byte `at`.
bool is_opened(std::string_view valid, std::size_t at) {
  for (int i = 0; i < kLongestWord && at > 0; ++i) {
    const auto [c, length] = text::decode_before(valid, at);
    if (!text::is_letter(c) && !is_mark(c)) return c == 0x201A;
    if (c == 0x2018 && !text::is_letter(before(valid, at - length))) return true;
    at -= length;
  }
  return false;
}

// Whether ’ stands once more in the word that goes on at byte `at`.
bool is_closed_behind(std::string_view valid, std::size_t at) {
  for (int i = 0; i < kLongestWord && at < valid.size(); ++i) {
    const auto [c, length] = text::decode(valid, at);
    if (c == 0x2019) return true;
    if (!text::is_letter(c) && !is_mark(c)) return false;
    at += length;
  }
  return false;
}

bool begins_word(char32_t left) {
  return left == 0 || text::is_space(left) || text::is_dash(left) || left == '(' || left == '[' ||
         left == 0xAB || left == 0x201E || left == 0x201C;
}

/// How marks of one kind, « » or ", open and close over the lines.
struct Balance {
  std::size_t unclosed = 0;  ///< at the line's head
  std::size_t opened = 0;    ///< in the line
  std::size_t closed = 0;

  /// Whether no mark of the line is wanted to close another.
  [[nodiscard]] bool is_even() const { return unclosed == 0 && opened <= closed; }

  void end_line(std::size_t candidates) {
    if (!is_even()) closed += candidates;
    unclosed = unclosed + opened > closed ? unclosed + opened - closed : 0;
    opened = closed = 0;
  }
};

class Sweep {
 public:
  Sweep(std::string_view valid, Apostrophe form, std::string& out)
      : valid_(valid),
        apostrophe_(apostrophe_character(form)),
        keeps_(form == Apostrophe::kKeep),
        edits_(valid, out) {}

  std::size_t run() {
    for (std::size_t at = kSuspects.find(valid_, 0); at < valid_.size(); at = kSuspects.find(valid_, at)) {
      const auto [c, length] = text::decode(valid_, at);
      if (c == '\n')
        end_line();
      else
        take(c, at, at + length);
      at += length;
    }
    end_line();
    return edits_.finish();
  }

 private:
  enum class Kind : unsigned char { kApostrophe, kAngle, kStraight };
  struct Place {
    std::size_t begin;
    std::size_t end;
    Kind kind;
  };

  void take(char32_t c, std::size_t begin, std::size_t end) {
    const char32_t left = before(valid_, begin), right = after(valid_, end);
    if (is_mark(c)) {
      if (!stays(c, begin, end) && parts_letters(c, left, right) &&
          !(c == 0x2019 && is_opened(valid_, begin) && !is_closed_behind(valid_, end)))
        places_.push_back({begin, end, Kind::kApostrophe});
    } else if (c == '"' || c == 0xBB) {
      Balance& balance = c == '"' ? straight_ : angle_;
      if (needs_apostrophe(begin, left, right))
        places_.push_back({begin, end, c == '"' ? Kind::kStraight : Kind::kAngle});
      else
        ++(c == '"' && begins_word(left) ? balance.opened : balance.closed);
    } else if (c == 0xAB) {
      ++angle_.opened;
    }
  }

  [[nodiscard]] bool stays(char32_t c, std::size_t begin, std::size_t end) const {
    if (keeps_ && (c == '\'' || c == 0x2019 || c == 0x2BC)) return true;
    return valid_.substr(begin, end - begin) == apostrophe_;
  }

  // A capital stands there at the head of a word only: "М»яч", but not "ЗМ»я".
  [[nodiscard]] bool needs_apostrophe(std::size_t at, char32_t left, char32_t right) const {
    if (!is_among(text::to_lower(left), "before") || !is_among(right, "behind")) return false;
    return text::is_lower(left) || at < 3 || !text::is_letter(before(valid_, at - 2));
  }

  static bool parts_letters(char32_t c, char32_t left, char32_t right) {
    const Script one = script_of_letter(left), other = script_of_letter(right);
    if (one == Script::kOther || other == Script::kOther) return false;
    return (c != 0x2032 && c != 0x2BC) || (one == Script::kCyrillic && other == Script::kCyrillic);
  }

  void end_line() {
    const bool angle = angle_.is_even(), straight = straight_.is_even();
    std::size_t angles = 0, straights = 0;
    for (const Place& place : places_) {
      if (place.kind == Kind::kAngle) ++angles;
      if (place.kind == Kind::kStraight) ++straights;
      if (place.kind == Kind::kApostrophe || (place.kind == Kind::kAngle ? angle : straight))
        edits_.replace(place.begin, place.end, apostrophe_);
    }
    places_.clear();
    angle_.end_line(angles);
    straight_.end_line(straights);
  }

  std::string_view valid_;
  std::string_view apostrophe_;
  bool keeps_;
  Edits edits_;
  std::vector<Place> places_;  ///< of the line
  Balance angle_;
  Balance straight_;
};

}  // namespace

std::string_view apostrophe_character(Apostrophe form) {
  switch (form) {
    case Apostrophe::kCurly: return "\u2019";
    case Apostrophe::kModifier: return "\u02BC";
    default: return "'";
  }
}

std::size_t unify_apostrophes(std::string_view valid, Apostrophe form, std::string& out) {
  return Sweep(valid, form, out).run();
}

}  // namespace sito::normalize

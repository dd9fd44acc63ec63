#include "meta/line_uses.h"

#include <algorithm>
#include <utility>

#include "data/tables.h"

namespace sito::meta {
namespace {

DateLabel label_kind(std::string_view kind) {
  if (kind == "published" || kind == "date") return DateLabel::kPublished;
  if (kind == "created") return DateLabel::kCreated;
  return kind == "updated" ? DateLabel::kUpdated : DateLabel::kOther;
}

class UseFinder {
 public:
  UseFinder(std::vector<Token> tokens, const DateReading& reading, DateLabel before) : reading_(reading) {
    line_.tokens = std::move(tokens);
    line_.uses.assign(tokens_.size(), Use::kLeft);
    label_ = before;
    for (std::size_t at = 0; at < tokens_.size();) {
      // What a date is not of this page for ends at a bar.
      const bool bar = tokens_[at].is_mark(U'|') || tokens_[at].is_mark(U'·') || tokens_[at].is_mark(U'•');
      if (bar && label_ == DateLabel::kOther) label_ = DateLabel::kNone;
      at += std::max<std::size_t>(1, take(at));
    }
  }

  [[nodiscard]] LineUses result() && { return std::move(line_); }

 private:
  std::size_t take(std::size_t at);
  std::size_t take_label(std::size_t at);
  std::size_t take_date(std::size_t at);
  std::size_t take_time(std::size_t at);
  std::size_t take_ending(std::size_t at);
  [[nodiscard]] bool is_place_of_time(std::size_t at) const;
  std::size_t take_relative_day(std::size_t at);
  std::size_t take_weekday(std::size_t at);
  std::size_t take_joiner(std::size_t at);
  std::size_t take_page_word(std::size_t at);
  std::size_t take_name(std::size_t at, std::size_t most);
  std::size_t take_author(std::size_t at);
  std::size_t take_section(std::size_t at);
  std::size_t take_issue(std::size_t at);
  std::size_t take_double_issue(std::size_t at);
  [[nodiscard]] bool is_unknown_word(std::size_t at) const;
  std::size_t use(std::size_t at, std::size_t length, Use use);
  std::size_t use_with_dot(std::size_t at, std::size_t length);

  [[nodiscard]] bool is_mark(std::size_t at, char32_t c) const {
    return at < tokens_.size() && tokens_[at].is_mark(c);
  }
  [[nodiscard]] bool is_dash(std::size_t at) const { return at < tokens_.size() && tokens_[at].is_dash(); }
  [[nodiscard]] bool is_number(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].is_number();
  }
  [[nodiscard]] bool is_left_word(std::size_t at) const {
    return uses_[at] == Use::kLeft && tokens_[at].is_word();
  }
  [[nodiscard]] bool is_date(std::size_t at) const {
    return date_at(tokens_, at, reading_.order).length != 0;
  }
  [[nodiscard]] bool is_weekday(std::size_t at) const {
    return phrase_at(data::weekdays(), tokens_, at).length != 0;
  }

  const DateReading& reading_;
  LineUses line_;
  // The result's members, for short.
  std::vector<Token>& tokens_ = line_.tokens;
  std::vector<Use>& uses_ = line_.uses;
  std::vector<LineDate>& dates_ = line_.dates;
  std::vector<LineTime>& times_ = line_.times;
  DateLabel& label_ = line_.label;
};

std::size_t UseFinder::use(std::size_t at, std::size_t length, Use use) {
  std::fill_n(uses_.begin() + static_cast<std::ptrdiff_t>(at), length, use);
  return length;
}

// With the dot of an abbreviation, or the ending for the other sex: "Added(a)".
std::size_t UseFinder::use_with_dot(std::size_t at, std::size_t length) {
  const std::size_t end = at + length;
  const bool ending =
      is_mark(end, U'(') && !tokens_[end].spaced && is_mark(end + 2, U')') && tokens_[end + 1].is_word();
  if (ending) return use(at, length + 3, Use::kWord);
  if (is_mark(at + length, U'.') && !tokens_[at + length].spaced) ++length;
  return use(at, length, Use::kWord);
}

std::size_t UseFinder::take(std::size_t at) {
  for (auto step : {&UseFinder::take_double_issue, &UseFinder::take_ending, &UseFinder::take_label,
                    &UseFinder::take_date, &UseFinder::take_time, &UseFinder::take_relative_day,
                    &UseFinder::take_weekday, &UseFinder::take_joiner, &UseFinder::take_page_word}) {
    if (const std::size_t length = (this->*step)(at); length != 0) return length;
  }
  return 0;
}

std::size_t UseFinder::take_label(std::size_t at) {
  const Phrase label = phrase_at(data::date_labels(), tokens_, at);
  if (label.length < phrase_at(data::page_words(), tokens_, at).length) return 0;  // "published by"
  if (label.length == 0 || (at > 0 && is_left_word(at - 1))) return 0;
  label_ = label_kind(label.row.cells[1]);
  line_.has_label = true;
  std::size_t length = use_with_dot(at, label.length);
  // "Date of the concert: 12.05.2020"
  if (label.row.cells[1] == "date" && is_unknown_word(at + length)) label_ = DateLabel::kOther;
  // "Date of publication of the decision:"
  std::size_t more = at + length;
  while (label_ == DateLabel::kPublished && more < at + length + 2 && is_unknown_word(more)) ++more;
  if (more > at + length && is_mark(more, U':')) length += use(at + length, more - at - length, Use::kWord);
  const bool dash = is_dash(at + length) && tokens_[at + length].spaced && is_date(at + length + 1);
  if (dash || is_mark(at + length, U':')) length += use(at + length, 1, Use::kWord);
  return length;
}

std::size_t UseFinder::take_date(std::size_t at) {
  const FoundDate found = date_at(tokens_, at, reading_.order);
  if (found.length == 0) return 0;
  dates_.push_back({found, label_, at});
  // The next date has another meaning, or none of its own; but "valid from … to …" is all of one thing.
  if (label_ != DateLabel::kOther) label_ = DateLabel::kNone;
  return use(at, found.length, Use::kDate);
}

// Whether the number at `at` stands where a time does, so that a dot or a dash may part its minutes: behind a
// word for it, behind the date ("23.08.17р. 16-40"), or before it at the line's head ("14.05, 12 червня").
bool UseFinder::is_place_of_time(std::size_t at) const {
  if (at == 0) {
    const bool parted = is_number(at + 2) && is_mark(at + 3, U',');
    return parted && is_date(at + 4);
  }
  if (is_joiner(tokens_, at - 1, "time")) return true;
  if (tokens_[at - 1].is_mark(U'.') && at > 1 && is_joiner(tokens_, at - 2, "time")) return true;
  if (dates_.empty() || !tokens_[at].spaced) return false;
  std::size_t between = at;
  while (between > dates_.back().end() &&
         (uses_[between - 1] == Use::kWord || tokens_[between - 1].kind == Token::Kind::kMark) &&
         !tokens_[between - 1].is_mark(U':'))
    --between;
  return between == dates_.back().end();
}

std::size_t UseFinder::take_time(std::size_t at) {
  const FoundTime found = time_at(tokens_, at, is_number(at) && is_place_of_time(at));
  if (found.length == 0) return 0;
  times_.push_back({found.time, at, at + found.length});
  return use(at, found.length, Use::kTime);
}

// "№ 23 (8045)": the number of a paper's issue, in its year and of all.
std::size_t UseFinder::take_double_issue(std::size_t at) {
  constexpr std::size_t kTokens = 5;
  const bool issue = is_mark(at, U'№') && is_number(at + 1) && is_mark(at + 2, U'(') && is_number(at + 3) &&
                     is_mark(at + 4, U')');
  return issue ? use(at, kTokens, Use::kPage) : 0;
}

std::size_t UseFinder::take_relative_day(std::size_t at) {
  const Phrase day = phrase_at(data::relative_days(), tokens_, at);
  if (day.length == 0) return 0;
  const std::string_view digits = day.row.cells[1];
  line_.relative = digits == "0" ? 0 : -(digits.back() - '0');
  return use(at, day.length, Use::kWord);
}

// The ending of a year: "2020-го".
std::size_t UseFinder::take_ending(std::size_t at) {
  const bool bound = at > 0 && uses_[at - 1] == Use::kDate && is_dash(at) && !tokens_[at].spaced;
  return bound && is_joiner(tokens_, at + 1, "ordinal") && !tokens_[at + 1].spaced ? use(at, 2, Use::kWord)
                                                                                   : 0;
}

// "Tuesday", "on Tuesday".
std::size_t UseFinder::take_weekday(std::size_t at) {
  constexpr std::size_t kShort = 4;  ///< bytes: two letters
  const bool preposition = tokens_[at].is_word() && tokens_[at].word.size() <= kShort && is_weekday(at + 1);
  const std::size_t joined = preposition || is_joiner(tokens_, at, "day") ? at + 1 : at;
  const Phrase day = phrase_at(data::weekdays(), tokens_, joined);
  return day.length == 0 ? 0 : use_with_dot(at, joined + day.length - at);
}

// The small words where what they join follows.
std::size_t UseFinder::take_joiner(std::size_t at) {
  if (!tokens_[at].is_word()) return 0;
  const bool follows_date = at > 0 && (uses_[at - 1] == Use::kDate ||
                                       (uses_[at - 1] == Use::kWord && tokens_[at - 1].is_word() && at > 1 &&
                                        is_dash(at - 2) && is_joiner(tokens_, at - 1, "ordinal")));
  if (follows_date && tokens_[at].word == "t" && !tokens_[at].spaced)
    return use(at, 1, Use::kWord);  // ISO 8601
  if (!times_.empty() && is_joiner(tokens_, at, "zone")) return use_with_dot(at, 1);
  const std::size_t behind = is_mark(at + 1, U'.') ? at + 2 : at + 1;
  if (is_joiner(tokens_, at, "year") && follows_date) return use_with_dot(at, 1);
  const bool timed = is_number(behind) || is_joiner(tokens_, behind, "time");
  if (is_joiner(tokens_, at, "time") && timed) return use_with_dot(at, 1);
  // A single letter stands for a word only with its dot: "с. Веселе".
  const bool word = tokens_[at].word.size() > 2 || behind > at + 1;
  if (is_joiner(tokens_, at, "place") && word && behind < tokens_.size() && tokens_[behind].capital) {
    return use_with_dot(at, 1) + take_name(behind, 3);
  }
  const Phrase joiner = phrase_at(data::date_joiners(), tokens_, at);
  std::size_t after = at + joiner.length + (is_mark(at + joiner.length, U'.') ? 1 : 0);
  while (is_joiner(tokens_, after, "day")) ++after;  // "on the 5th of March"
  if (joiner.length == 0 || !(is_date(after) || is_weekday(after))) return 0;
  const bool of_day = is_joiner(tokens_, at, "day") || (joiner.length > 1 && joiner.row.cells[1] == "day");
  return of_day ? use_with_dot(at, joiner.length) : 0;
}

// A word with a small letter that no table knows.
bool UseFinder::is_unknown_word(std::size_t at) const {
  if (at >= tokens_.size() || !tokens_[at].is_word() || tokens_[at].capital) return false;
  return phrase_at(data::weekdays(), tokens_, at).length == 0 &&
         phrase_at(data::months(), tokens_, at).length == 0 &&
         phrase_at(data::relative_days(), tokens_, at).length == 0 &&
         phrase_at(data::date_joiners(), tokens_, at).length == 0 &&
         phrase_at(data::date_labels(), tokens_, at).length == 0 &&
         phrase_at(data::page_words(), tokens_, at).length == 0;
}

// Up to `most` words with capitals, initials' dots taken in.
std::size_t UseFinder::take_name(std::size_t at, std::size_t most) {
  std::size_t end = at;
  for (std::size_t count = 0; end < tokens_.size() && tokens_[end].capital && count < most; ++count) {
    if (count > 0 && is_weekday(end)) break;
    if (is_date(end)) break;
    const bool initial = tokens_[end].place.size() <= 2;
    ++end;
    if (initial && is_mark(end, U'.')) ++end;
  }
  return use(at, end - at, Use::kWord);
}

// A name, or what an account is called ("webmaster"), or an office ("the parish clerk").
std::size_t UseFinder::take_author(std::size_t at) {
  constexpr std::size_t kMostSmallWords = 3;
  constexpr std::size_t kMostWords = 4;
  std::size_t end = at;
  if (is_joiner(tokens_, end, "day") && end + 1 < tokens_.size() && tokens_[end + 1].is_word()) ++end;
  while (end < at + kMostSmallWords && is_unknown_word(end)) ++end;
  use(at, end - at, Use::kWord);
  return end - at + take_name(end, kMostWords);
}

// Behind the words for a part of the site: its name, in quotation marks or with capitals.
std::size_t UseFinder::take_section(std::size_t at) {
  constexpr std::size_t kMostWords = 4;
  constexpr std::size_t kFarthest = 8;
  if (!is_mark(at, U'«') && !is_mark(at, U'„') && !is_mark(at, U'"') && !is_mark(at, U'“')) {
    std::size_t end = at + take_name(at, kMostWords);
    while (end > at && end < at + kMostWords && is_unknown_word(end)) end += use(end, 1, Use::kWord);
    return end - at;
  }
  for (std::size_t end = at + 2; end < std::min(tokens_.size(), at + kFarthest); ++end) {
    if (is_mark(end, U'»') || is_mark(end, U'“') || is_mark(end, U'”') || is_mark(end, U'"'))
      return use(at, end + 1 - at, Use::kWord);
  }
  return 0;
}

// The number of a press release: "Nr. 45/2019", and what joins the date to it.
std::size_t UseFinder::take_issue(std::size_t at) {
  std::size_t end = at;
  if (is_mark(end, U'№') || is_joiner(tokens_, end, "number")) ++end;
  while (end > at && (is_mark(end, U'.') || is_mark(end, U'°') || is_mark(end, U'º'))) ++end;
  const bool numbered = is_number(end) && !is_date(end);
  if (numbered) {
    ++end;
    const bool bound = is_mark(end, U'/') || is_dash(end);
    if (bound && !tokens_[end].spaced && is_number(end + 1)) end += 2;
  } else if (end > at) {
    return 0;
  }
  if (is_joiner(tokens_, end, "of") && is_date(end + 1)) ++end;
  return use(at, end - at, Use::kWord);
}

std::size_t UseFinder::take_page_word(std::size_t at) {
  if (tokens_[at].is_number()) {
    const Phrase counter = phrase_at(data::page_words(), tokens_, at + 1,
                                     [](const data::Row& row) { return row.cells[1] == "counter"; });
    return counter.length == 0 ? 0 : use(at, 1 + counter.length, Use::kWord);
  }
  const Phrase word = phrase_at(data::page_words(), tokens_, at);
  const std::string_view kind = word.length == 0 ? std::string_view() : word.row.cells[1];
  if (word.length == 0 || (at > 0 && is_left_word(at - 1))) return 0;
  std::size_t length = use_with_dot(at, word.length);
  use(at, length, kind == "office" ? Use::kOffice : Use::kPage);
  if (is_mark(at + length, U':') || (kind == "counter" && is_mark(at + length, U'('))) {
    length += use(at + length, 1, Use::kWord);
  }
  if (kind == "counter" && is_number(at + length) && !is_date(at + length)) {
    length += use(at + length, 1, Use::kWord);
  }
  if (kind == "author" || kind == "photo") length += take_author(at + length);
  if (kind == "photo") label_ = DateLabel::kOther;
  const bool named = kind == "rubric" && is_mark(at + length - 1, U':');
  if (kind == "section" || named) length += take_section(at + length);
  if (kind == "issue") length += take_issue(at + length);
  if (kind == "page" && is_joiner(tokens_, at + length, "of") && is_date(at + length + 1))
    length += use(at + length, 1, Use::kWord);
  return length;
}

}  // namespace

LineUses line_uses(std::vector<Token> tokens, const DateReading& reading, DateLabel before) {
  return UseFinder(std::move(tokens), reading, before).result();
}

}  // namespace sito::meta

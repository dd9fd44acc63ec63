#include "meta/date_line.h"

#include <algorithm>
#include <array>

#include "data/tables.h"
#include "text/words.h"

namespace sito::meta {
namespace {

constexpr std::size_t kLineBytes = 300;
constexpr std::size_t kWordsBeside = 18;  ///< more is prose, whatever bars part it from the date
constexpr std::size_t kWordsOfRun = 5;  ///< "Прес-служба Веселівської міської ради"

enum class Use { kLeft, kDate, kTime, kWord, kPage, kOffice };

DateLabel label_kind(std::string_view kind) {
  if (kind == "published" || kind == "date") return DateLabel::kPublished;
  if (kind == "created") return DateLabel::kCreated;
  return kind == "updated" ? DateLabel::kUpdated : DateLabel::kOther;
}

struct LineDate {
  FoundDate found;
  DateLabel label = DateLabel::kNone;
  std::size_t begin = 0;
  [[nodiscard]] std::size_t end() const { return begin + found.length; }
};

struct LineTime {
  ClockTime time;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_bar(const Token& token) {
  constexpr std::array<char32_t, 9> kBars = {U'|', U'•', U'·', U'∙', U'[', U']', U'›', U'>', U'¦'};
  return token.kind == Token::Kind::kMark && std::find(kBars.begin(), kBars.end(), token.mark) != kBars.end();
}

// What no date line holds: questions, laws' and prices' signs, copyright.
bool is_telling(const Token& token) {
  constexpr std::array<char32_t, 16> kTelling = {U'©', U'®', U'™', U'№', U'§', U'%', U'$', U'€',
                                                 U'₴', U'£', U'?', U'!', U'=', U'…', U'+', U'°'};
  return token.kind == Token::Kind::kMark &&
         std::find(kTelling.begin(), kTelling.end(), token.mark) != kTelling.end();
}

// The line's tokens, and what each of them is there for.
class Reader {
 public:
  Reader(std::vector<Token> tokens, const DateReading& reading, DateLabel before)
      : tokens_(std::move(tokens)), uses_(tokens_.size(), Use::kLeft), reading_(reading), label_(before) {
    for (std::size_t at = 0; at < tokens_.size();) at += std::max<std::size_t>(1, take(at));
  }

  [[nodiscard]] DateLine line(bool whole) const;

 private:
  std::size_t take(std::size_t at);
  std::size_t take_label(std::size_t at);
  std::size_t take_date(std::size_t at);
  std::size_t take_time(std::size_t at);
  std::size_t take_small_word(std::size_t at);
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
  [[nodiscard]] bool is_range(const LineDate& date) const;
  [[nodiscard]] bool has_time_range() const;
  [[nodiscard]] bool is_bare() const;
  [[nodiscard]] bool is_bare_part(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool is_bare_run(std::size_t begin, std::size_t end, std::size_t part_begin,
                                 std::size_t part_end) const;
  [[nodiscard]] bool has_small_words() const;
  [[nodiscard]] const LineDate* chosen() const;
  [[nodiscard]] std::optional<ClockTime> time_of(const LineDate& date) const;
  [[nodiscard]] bool is_dateline(const LineDate& date) const;
  [[nodiscard]] std::size_t agency_end(std::size_t at) const;
  [[nodiscard]] ByteRange beside() const;
  [[nodiscard]] std::optional<Date> recalled(const FoundDate& found) const;

  std::vector<Token> tokens_;
  std::vector<Use> uses_;
  const DateReading& reading_;
  DateLabel label_;  ///< the last label before the token that is read now
  bool has_label_ = false;
  std::vector<LineDate> dates_;
  std::vector<LineTime> times_;
  std::optional<int> relative_;  ///< days from today
};

std::size_t Reader::use(std::size_t at, std::size_t length, Use use) {
  std::fill_n(uses_.begin() + static_cast<std::ptrdiff_t>(at), length, use);
  return length;
}

std::size_t Reader::use_with_dot(std::size_t at, std::size_t length) {
  if (is_mark(at + length, U'.') && !tokens_[at + length].spaced) ++length;
  return use(at, length, Use::kWord);
}

std::size_t Reader::take(std::size_t at) {
  for (auto step : {&Reader::take_double_issue, &Reader::take_label, &Reader::take_date, &Reader::take_time,
                    &Reader::take_small_word, &Reader::take_page_word}) {
    if (const std::size_t length = (this->*step)(at); length != 0) return length;
  }
  return 0;
}

std::size_t Reader::take_label(std::size_t at) {
  const Phrase label = phrase_at(data::date_labels(), tokens_, at);
  if (label.length < phrase_at(data::page_words(), tokens_, at).length) return 0;  // "published by"
  if (label.length == 0 || (at > 0 && uses_[at - 1] == Use::kLeft && tokens_[at - 1].is_word())) return 0;
  label_ = label_kind(label.row.cells[1]);
  has_label_ = true;
  std::size_t length = use_with_dot(at, label.length);
  // "Date of the concert: 12.05.2020"
  if (label.row.cells[1] == "date" && is_unknown_word(at + length)) label_ = DateLabel::kOther;
  if (is_mark(at + length, U':')) length += use(at + length, 1, Use::kWord);
  return length;
}

std::size_t Reader::take_date(std::size_t at) {
  const FoundDate found = date_at(tokens_, at, reading_.order);
  if (found.length == 0) return 0;
  dates_.push_back({found, label_, at});
  // The next date has another meaning, or none of its own.
  label_ = DateLabel::kNone;
  return use(at, found.length, Use::kDate);
}

std::size_t Reader::take_time(std::size_t at) {
  const bool after_word =
      at > 0 && (is_joiner(tokens_, at - 1, "time") ||
                 (tokens_[at - 1].is_mark(U'.') && at > 1 && is_joiner(tokens_, at - 2, "time")));
  const FoundTime found = time_at(tokens_, at, after_word);
  if (found.length == 0) return 0;
  times_.push_back({found.time, at, at + found.length});
  return use(at, found.length, Use::kTime);
}

// "№ 23 (8045)": the number of a paper's issue, in its year and of all.
std::size_t Reader::take_double_issue(std::size_t at) {
  const auto is_number = [&](std::size_t i) { return i < tokens_.size() && tokens_[i].is_number(); };
  const bool issue = is_mark(at, U'№') && is_number(at + 1) && is_mark(at + 2, U'(') && is_number(at + 3) &&
                     is_mark(at + 4, U')');
  constexpr std::size_t kTokens = 5;
  return issue ? use(at, kTokens, Use::kPage) : 0;
}

// Weekdays, words for today and yesterday, and the joiners where what they join follows.
std::size_t Reader::take_small_word(std::size_t at) {
  if (!tokens_[at].is_word()) return 0;
  if (const Phrase day = phrase_at(data::relative_days(), tokens_, at); day.length != 0) {
    const std::string_view digits = day.row.cells[1];
    relative_ = digits == "0" ? 0 : -(digits.back() - '0');
    return use(at, day.length, Use::kWord);
  }
  if (const Phrase day = phrase_at(data::weekdays(), tokens_, at); day.length != 0)
    return use_with_dot(at, day.length);
  const std::size_t next = at + 1;
  const bool follows_date = at > 0 && uses_[at - 1] == Use::kDate;
  if (follows_date && tokens_[at].word == "t" && !tokens_[at].spaced)
    return use(at, 1, Use::kWord);  // ISO 8601
  if (!times_.empty() && is_joiner(tokens_, at, "zone")) return use_with_dot(at, 1);
  const std::size_t behind = is_mark(next, U'.') ? next + 1 : next;
  const bool digits_follow = behind < tokens_.size() && tokens_[behind].is_number();
  if (is_joiner(tokens_, at, "year") && follows_date) return use_with_dot(at, 1);
  if (is_joiner(tokens_, at, "time") && digits_follow) return use_with_dot(at, 1);
  if (is_joiner(tokens_, at, "place") && behind < tokens_.size() && tokens_[behind].capital) {
    return use_with_dot(at, 1) + take_name(behind, 3);
  }
  const Phrase joiner = phrase_at(data::date_joiners(), tokens_, at);
  std::size_t after = at + joiner.length + (is_mark(at + joiner.length, U'.') ? 1 : 0);
  while (is_joiner(tokens_, after, "day")) ++after;  // "on the 5th of March"
  const bool dated = date_at(tokens_, after, reading_.order).length != 0 ||
                     phrase_at(data::weekdays(), tokens_, after).length != 0;
  if (joiner.length != 0 && is_joiner(tokens_, at, "day") && dated) return use_with_dot(at, joiner.length);
  if (joiner.length > 1 && joiner.row.cells[1] == "day" && dated) return use_with_dot(at, joiner.length);
  return 0;
}

// A word with a small letter that no table knows.
bool Reader::is_unknown_word(std::size_t at) const {
  if (at >= tokens_.size() || !tokens_[at].is_word() || tokens_[at].capital) return false;
  return phrase_at(data::weekdays(), tokens_, at).length == 0 &&
         phrase_at(data::months(), tokens_, at).length == 0 &&
         phrase_at(data::relative_days(), tokens_, at).length == 0 &&
         phrase_at(data::date_joiners(), tokens_, at).length == 0 &&
         phrase_at(data::date_labels(), tokens_, at).length == 0 &&
         phrase_at(data::page_words(), tokens_, at).length == 0;
}

// Up to `most` words with capitals, initials' dots taken in.
std::size_t Reader::take_name(std::size_t at, std::size_t most) {
  std::size_t end = at;
  for (std::size_t count = 0; end < tokens_.size() && tokens_[end].capital && count < most; ++count) {
    if (phrase_at(data::weekdays(), tokens_, end).length != 0 && count > 0) break;
    if (date_at(tokens_, end, reading_.order).length != 0) break;
    const bool initial = tokens_[end].place.size() <= 2;
    ++end;
    if (initial && is_mark(end, U'.')) ++end;
  }
  return use(at, end - at, Use::kWord);
}

// A name, or what an account is called ("webmaster"), or an office ("the parish clerk").
std::size_t Reader::take_author(std::size_t at) {
  constexpr std::size_t kMostWords = 4;
  std::size_t end = at;
  if (is_unknown_word(end) || (end < tokens_.size() && is_joiner(tokens_, end, "day") &&
                               end + 1 < tokens_.size() && tokens_[end + 1].capital)) {
    use(end++, 1, Use::kWord);
  }
  return end - at + take_name(end, kMostWords);
}

// Behind the words for a part of the site: its name, in quotation marks or with capitals.
std::size_t Reader::take_section(std::size_t at) {
  constexpr std::size_t kMostWords = 4;
  constexpr std::size_t kFarthest = 8;
  if (!is_mark(at, U'«') && !is_mark(at, U'„') && !is_mark(at, U'"') && !is_mark(at, U'“'))
    return take_name(at, kMostWords);
  for (std::size_t end = at + 2; end < std::min(tokens_.size(), at + kFarthest); ++end) {
    if (is_mark(end, U'»') || is_mark(end, U'“') || is_mark(end, U'”') || is_mark(end, U'"'))
      return use(at, end + 1 - at, Use::kWord);
  }
  return 0;
}

// The number of a press release: "Nr. 45/2019", and what joins the date to it.
std::size_t Reader::take_issue(std::size_t at) {
  std::size_t end = at;
  if (is_mark(end, U'№') || is_joiner(tokens_, end, "number")) ++end;
  while (end > at && (is_mark(end, U'.') || is_mark(end, U'°') || is_mark(end, U'º'))) ++end;
  const auto is_number = [&](std::size_t i) { return i < tokens_.size() && tokens_[i].is_number(); };
  const bool numbered = is_number(end) && date_at(tokens_, end, reading_.order).length == 0;
  if (numbered) {
    ++end;
    const bool bound = is_mark(end, U'/') || is_dash(end);
    if (bound && !tokens_[end].spaced && is_number(end + 1)) end += 2;
  } else if (end > at) {
    return 0;
  }
  if (is_joiner(tokens_, end, "of") && date_at(tokens_, end + 1, reading_.order).length != 0) ++end;
  return use(at, end - at, Use::kWord);
}

std::size_t Reader::take_page_word(std::size_t at) {
  if (tokens_[at].is_number()) {
    const Phrase counter = phrase_at(data::page_words(), tokens_, at + 1,
                                     [](const data::Row& row) { return row.cells[1] == "counter"; });
    return counter.length == 0 ? 0 : use(at, 1 + counter.length, Use::kWord);
  }
  const Phrase word = phrase_at(data::page_words(), tokens_, at);
  const std::string_view kind = word.length == 0 ? std::string_view() : word.row.cells[1];
  if (word.length == 0 || (at > 0 && uses_[at - 1] == Use::kLeft && tokens_[at - 1].is_word())) return 0;
  std::size_t length = use_with_dot(at, word.length);
  use(at, length, kind == "office" ? Use::kOffice : Use::kPage);
  if (is_mark(at + length, U':') || (kind == "counter" && is_mark(at + length, U'('))) {
    length += use(at + length, 1, Use::kWord);
  }
  if (kind == "counter" && at + length < tokens_.size() && tokens_[at + length].is_number() &&
      date_at(tokens_, at + length, reading_.order).length == 0) {
    length += use(at + length, 1, Use::kWord);
  }
  if (kind == "author" || kind == "photo") length += take_author(at + length);
  if (kind == "photo") label_ = DateLabel::kOther;
  const bool named = kind == "rubric" && is_mark(at + length - 1, U':');
  if (kind == "section" || named) length += take_section(at + length);
  if (kind == "issue") length += take_issue(at + length);
  return length;
}

// "11-12 квітня", "5 травня - 7 червня": a date that another number or date is bound to by a dash.
bool Reader::is_range(const LineDate& date) const {
  const bool before = date.begin >= 2 && is_dash(date.begin - 1) &&
                      (tokens_[date.begin - 2].is_number() || uses_[date.begin - 2] == Use::kDate);
  const bool after = is_dash(date.end()) && date.end() + 1 < tokens_.size() &&
                     uses_[date.end() + 1] != Use::kTime &&
                     (tokens_[date.end() + 1].is_number() || uses_[date.end() + 1] == Use::kDate);
  return before || after;
}

bool Reader::has_time_range() const {
  for (std::size_t i = 1; i < times_.size(); ++i) {
    if (times_[i].begin == times_[i - 1].end + 1 && is_dash(times_[i - 1].end)) return true;
  }
  return false;
}

bool Reader::is_bare_run(std::size_t begin, std::size_t end, std::size_t part_begin,
                         std::size_t part_end) const {
  std::size_t words = 0;
  std::size_t lower = 0;
  std::size_t first = end;
  std::size_t last = begin;
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens_[i].is_number()) return false;
    if (!tokens_[i].is_word()) continue;
    ++words;
    lower += tokens_[i].capital ? 0 : 1;
    first = std::min(first, i);
    last = i;
  }
  if (words == 0) return true;
  // "Press office of the town council" goes on wherever it stands, "News of the town, 12.05.2020" before the
  // date.
  const Use before = begin > part_begin ? uses_[begin - 1] : Use::kLeft;
  const bool goes_on =
      (before == Use::kOffice || (before == Use::kPage && end < part_end)) && last - begin + 1 == words;
  if (words > kWordsOfRun || (!goes_on && (lower > 2 || !tokens_[first].capital))) return false;
  // "Waterworks: 02-10-2019": the words say what the date is of.
  if (!goes_on && last + 1 < end && tokens_[last + 1].is_mark(U':')) return false;
  // A mark must part the words from what stands beside them, or the word before the day ("Luleå den 4
  // februari").
  const bool parted = last + 1 < end || (lower == 0 && is_joiner(tokens_, end, "day"));
  return (begin == part_begin || first > begin || goes_on) && (end == part_end || parted);
}

// Whether a run of words that are left could be a headline's: one begins with a small letter, or nothing
// parts them from the date.
bool Reader::has_small_words() const {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (uses_[i] != Use::kLeft || !tokens_[i].is_word()) continue;
    std::size_t run = i;
    while (run > 0 && uses_[run - 1] == Use::kLeft) --run;
    if (run > 0 && (uses_[run - 1] == Use::kPage || uses_[run - 1] == Use::kOffice)) continue;
    if (!tokens_[i].capital || (i + 1 < tokens_.size() && is_joiner(tokens_, i + 1, "day"))) return true;
  }
  return false;
}

// Words beside the date in the same part: only short runs that a mark parts from it.
bool Reader::is_bare_part(std::size_t begin, std::size_t end) const {
  const auto dated = [&](std::size_t i) { return uses_[i] == Use::kDate || uses_[i] == Use::kTime; };
  bool has_date = false;
  for (std::size_t i = begin; i < end; ++i) has_date = has_date || dated(i);
  if (!has_date && (begin > 0 || end < tokens_.size())) return true;
  for (std::size_t i = begin; i < end;) {
    if (uses_[i] != Use::kLeft) {
      ++i;
      continue;
    }
    std::size_t run = i;
    while (run < end && uses_[run] == Use::kLeft) ++run;
    if (!is_bare_run(i, run, begin, end)) return false;
    i = run;
  }
  return true;
}

bool Reader::is_bare() const {
  std::size_t words = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (uses_[i] != Use::kLeft) continue;
    if (is_telling(tokens_[i])) return false;
    words += tokens_[i].is_word() ? 1 : 0;
  }
  if (words > kWordsBeside) return false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= tokens_.size(); ++i) {
    if (i < tokens_.size() && !(uses_[i] == Use::kLeft && is_bar(tokens_[i]))) continue;
    if (!is_bare_part(begin, i)) return false;
    begin = i + 1;
  }
  return true;
}

// The date that counts: published before unlabelled before updated; none where two could be meant.
const LineDate* Reader::chosen() const {
  const LineDate* best = nullptr;
  const auto has = [](DateLabel label) {
    return [label](const LineDate& date) { return date.label == label; };
  };
  for (const DateLabel label : {DateLabel::kPublished, DateLabel::kCreated}) {
    const auto date = std::find_if(dates_.begin(), dates_.end(), has(label));
    if (date != dates_.end()) return &*date;
  }
  for (const LineDate& date : dates_) {
    if (best == nullptr || (best->label != DateLabel::kNone && date.label == DateLabel::kNone)) {
      best = &date;
    } else if (best->label == DateLabel::kNone && date.label == DateLabel::kNone &&
               best->found.date != date.found.date) {
      return nullptr;
    }
  }
  return best;
}

// The time between this date and the next, else between the last and this.
std::optional<ClockTime> Reader::time_of(const LineDate& date) const {
  std::size_t from = 0;
  std::size_t to = tokens_.size();
  for (const LineDate& other : dates_) {
    if (other.end() <= date.begin) from = std::max(from, other.end());
    if (other.begin >= date.end()) to = std::min(to, other.begin);
  }
  for (const LineTime& time : times_) {
    if (time.begin >= date.end() && time.begin < to) return time.time;
  }
  for (const LineTime& time : times_) {
    if (time.begin >= from && time.end <= date.begin && dates_.front().begin == date.begin) return time.time;
  }
  return std::nullopt;
}

// Behind the agency that stands between a dateline's date and its dash: "(УНІАН)", "/PRNewswire/",
// "НОВИНИ КРАЮ"; `at` itself if there is none.
std::size_t Reader::agency_end(std::size_t at) const {
  constexpr std::size_t kFarthest = 10;
  const std::size_t limit = std::min(tokens_.size(), at + kFarthest);
  std::size_t end = at;
  if (is_mark(at, U'(') || is_mark(at, U'/')) {
    const char32_t closing = is_mark(at, U'(') ? U')' : U'/';
    for (end = at + 1; end < limit; ++end) {
      if (is_mark(end, closing)) return end + 1;
    }
    return at;
  }
  while (end < limit && tokens_[end].is_word() && tokens_[end].capital) ++end;
  return end;
}

bool Reader::is_dateline(const LineDate& date) const {
  std::size_t place_words = 0;
  for (std::size_t i = 0; i < date.begin; ++i) {
    const Token& token = tokens_[i];
    if (token.is_number() || is_telling(token) || token.is_mark(U':')) return false;
    if (!token.is_word() || phrase_at(data::weekdays(), tokens_, i).length != 0) continue;
    if (!token.capital && !is_joiner(tokens_, i, "place") && !is_joiner(tokens_, i, "day")) return false;
    ++place_words;
  }
  if (place_words > 5) return false;
  std::size_t at = date.end();
  if (is_joiner(tokens_, at, "year")) ++at;
  bool closed = false;
  for (; at < tokens_.size() && (is_mark(at, U'.') || is_mark(at, U',') || is_mark(at, U';') ||
                                 is_mark(at, U':') || is_mark(at, U')'));
       ++at) {
    closed = closed || is_mark(at, U'.') || is_mark(at, U':');
  }
  const std::size_t agency = agency_end(at);
  const bool in_marks = agency > at && (is_mark(at, U'(') || is_mark(at, U'/'));
  // Only where an agency follows may the place stand beside the date without a mark: "OSLO 17. mai 2016
  // (NTB)".
  const bool beside =
      place_words > 0 && tokens_[date.begin - 1].is_word() && !is_joiner(tokens_, date.begin - 1, "day");
  if (beside && !in_marks) return false;
  const bool dash = is_dash(agency) && agency + 1 < tokens_.size();
  if (dash) return place_words > 0 || (agency > at && (at > date.end() || in_marks));
  if (place_words == 0) return false;
  if (!in_marks) return closed && at < tokens_.size() && tokens_[at].capital;
  std::size_t behind = agency;
  while (is_mark(behind, U'.') || is_mark(behind, U':')) ++behind;
  return behind < tokens_.size() && (tokens_[behind].capital || tokens_[behind].kind == Token::Kind::kMark);
}

// What stands beside the date behind a bar, in as many words as a headline has.
ByteRange Reader::beside() const {
  ByteRange longest;
  std::size_t most = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= tokens_.size(); ++i) {
    if (i < tokens_.size() && !(uses_[i] == Use::kLeft && is_bar(tokens_[i]))) continue;
    std::size_t words = 0;
    for (std::size_t j = begin; j < i; ++j) words += uses_[j] == Use::kLeft && tokens_[j].is_word() ? 1 : 0;
    if (words > most) {
      most = words;
      longest = {tokens_[begin].place.begin, tokens_[i - 1].place.end};
    }
    begin = i + 1;
  }
  return longest;
}

// The last such day that is not after today.
std::optional<Date> Reader::recalled(const FoundDate& found) const {
  if (!reading_.today) return std::nullopt;
  for (int back = 0; back < 5; ++back) {
    const Date date{reading_.today->year() - std::chrono::years{back}, std::chrono::month{found.month},
                    std::chrono::day{found.day}};
    if (date.ok() && date <= *reading_.today) return date;
  }
  return std::nullopt;
}

DateLine Reader::line(bool whole) const {
  DateLine line;
  const LineDate* date = chosen();
  for (const LineDate& each : dates_) {
    if (is_range(each)) return line;
  }
  if (whole && !has_time_range() && is_bare() && (dates_.empty() || date != nullptr)) {
    if (date != nullptr) {
      line.label = date->label;
      line.kind = date->found.yearless ? DateLine::Kind::kRelative : DateLine::Kind::kDate;
      line.date = date->found.yearless ? recalled(date->found) : date->found.date;
      line.time = time_of(*date);
      line.place = date->found.place;
      line.beside = beside();
      line.may_be_headline = has_small_words();
    } else if (relative_ || !times_.empty()) {
      line.kind = DateLine::Kind::kRelative;
      line.label = label_;
      if (relative_ && reading_.today)
        line.date = Date{std::chrono::sys_days{*reading_.today} + std::chrono::days{*relative_}};
      if (!times_.empty()) line.time = times_.front().time;
      if (line.date) line.place = {tokens_.front().place.begin, tokens_.back().place.end};
    } else if (has_label_ && std::find(uses_.begin(), uses_.end(), Use::kLeft) == uses_.end()) {
      line.kind = DateLine::Kind::kLabel;
      line.label = label_;
    }
  } else if (!dates_.empty() && !dates_.front().found.yearless && is_dateline(dates_.front())) {
    line.kind = DateLine::Kind::kDateline;
    line.date = dates_.front().found.date;
    line.place = dates_.front().found.place;
  }
  return line;
}

}  // namespace

DateLine read_date_line(std::string_view text, ByteRange line, const DateReading& reading, DateLabel before) {
  const ByteRange trimmed = text::trimmed(text, line);
  const bool whole = trimmed.size() <= kLineBytes;
  ByteRange head = trimmed;
  if (!whole) {
    head.end = head.begin + kLineBytes;
    while (head.end > head.begin && (static_cast<unsigned char>(text[head.end]) & 0xC0) == 0x80) --head.end;
  }
  return Reader(date_tokens(text, head), reading, before).line(whole);
}

}  // namespace sito::meta

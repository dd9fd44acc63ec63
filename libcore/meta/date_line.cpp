#include "meta/date_line.h"

#include <algorithm>
#include <array>

#include "data/tables.h"
#include "meta/line_uses.h"
#include "text/words.h"

namespace sito::meta {
namespace {

constexpr std::size_t kLineBytes = 300;
constexpr std::size_t kWordsBeside = 18;  ///< more is prose, whatever bars part it from the date
constexpr std::size_t kWordsOfRun = 5;  ///< "Прес-служба Веселівської міської ради"

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

// What is said by a line whose uses are known.
class Judge {
 public:
  Judge(const LineUses& line, const DateReading& reading) : line_(line), reading_(reading) {}

  [[nodiscard]] DateLine line(bool whole) const;

 private:
  [[nodiscard]] DateLine dated(const LineDate& date) const;
  [[nodiscard]] DateLine undated() const;
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
  [[nodiscard]] bool is_of_comment(const LineDate& date) const;
  [[nodiscard]] std::optional<ClockTime> time_of(const LineDate& date) const;
  [[nodiscard]] bool is_dateline(const LineDate& date) const;
  [[nodiscard]] std::optional<std::size_t> places_before(const LineDate& date) const;
  [[nodiscard]] std::size_t agency_end(std::size_t at) const;
  [[nodiscard]] ByteRange beside() const;
  [[nodiscard]] std::optional<Date> recalled(const FoundDate& found) const;

  const LineUses& line_;
  const DateReading& reading_;
  const std::vector<Token>& tokens_ = line_.tokens;
  const std::vector<Use>& uses_ = line_.uses;
  const std::vector<LineDate>& dates_ = line_.dates;
  const std::vector<LineTime>& times_ = line_.times;
};

// "11-12 квітня", "5 травня - 7 червня": a date that another number or date is bound to by a dash.
bool Judge::is_range(const LineDate& date) const {
  const bool before = date.begin >= 2 && is_dash(date.begin - 1) &&
                      (tokens_[date.begin - 2].is_number() || uses_[date.begin - 2] == Use::kDate);
  const bool after = is_dash(date.end()) && date.end() + 1 < tokens_.size() &&
                     uses_[date.end() + 1] != Use::kTime &&
                     (tokens_[date.end() + 1].is_number() || uses_[date.end() + 1] == Use::kDate);
  return before || after;
}

bool Judge::has_time_range() const {
  for (std::size_t i = 1; i < times_.size(); ++i) {
    if (times_[i].begin == times_[i - 1].end + 1 && is_dash(times_[i - 1].end)) return true;
  }
  return false;
}

bool Judge::is_bare_run(std::size_t begin, std::size_t end, std::size_t part_begin,
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
  // "Published on the site 11.10.2016 by the department"
  const bool labelled = !dates_.empty() && dates_.front().label == DateLabel::kPublished && end == part_end &&
                        part_begin == 0 && dates_.front().begin < begin && first == begin;
  if (labelled && words <= kWordsOfRun) return true;
  if (words > kWordsOfRun || (!goes_on && (lower > 2 || !tokens_[first].capital))) return false;
  // "Waterworks: 02-10-2019": the words say what the date is of.
  if (before != Use::kOffice && last + 1 < end && tokens_[last + 1].is_mark(U':')) return false;
  // A mark must part the words from what stands beside them, or the word before the day ("Luleå den 4
  // februari").
  const bool parted = last + 1 < end || (lower == 0 && is_joiner(tokens_, end, "day"));
  return (begin == part_begin || first > begin || goes_on) && (end == part_end || parted);
}

// Whether a run of words that are left could be a headline's: one begins with a small letter, or nothing
// parts them from the date.
bool Judge::has_small_words() const {
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
bool Judge::is_bare_part(std::size_t begin, std::size_t end) const {
  const auto dated = [&](std::size_t i) { return uses_[i] == Use::kDate || uses_[i] == Use::kTime; };
  bool has_date = false;
  for (std::size_t i = begin; i < end; ++i) has_date = has_date || dated(i);
  if (!has_date && (begin > 0 || end < tokens_.size())) return true;
  // What a label calls published needs no other part of the line.
  const LineDate* published = chosen();
  const bool is_published = published != nullptr && published->label == DateLabel::kPublished;
  if (is_published && (published->begin < begin || published->begin >= end)) return true;
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

bool Judge::is_bare() const {
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
const LineDate* Judge::chosen() const {
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

// "Anna, 12.05.2020 14:05: I agree": a colon behind the date, and words.
bool Judge::is_of_comment(const LineDate& date) const {
  for (std::size_t i = date.end(); i + 1 < tokens_.size(); ++i) {
    if (tokens_[i].is_mark(U':') && uses_[i] == Use::kLeft && uses_[i + 1] == Use::kLeft) return true;
    if (uses_[i] == Use::kLeft && tokens_[i].is_word()) return false;
  }
  return false;
}

// The time between this date and the next, else between the last and this.
std::optional<ClockTime> Judge::time_of(const LineDate& date) const {
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
// "НОВИНИ КРАЮ", "«Вісті».", "from our correspondent."; `at` itself if there is none.
std::size_t Judge::agency_end(std::size_t at) const {
  constexpr std::size_t kFarthest = 10;
  constexpr std::size_t kMostWords = 5;
  const std::size_t limit = std::min(tokens_.size(), at + kFarthest);
  std::size_t end = at;
  if (is_mark(at, U'(') || is_mark(at, U'/')) {
    const char32_t closing = is_mark(at, U'(') ? U')' : U'/';
    for (end = at + 1; end < limit; ++end) {
      if (is_mark(end, closing)) return end + 1;
    }
    return at;
  }
  const bool marked = is_mark(end, U'«') || is_mark(end, U'„') || is_mark(end, U'"') || is_mark(end, U'“');
  if (marked) ++end;
  for (std::size_t words = 0; end < limit && tokens_[end].is_word() && words < kMostWords; ++words) ++end;
  if (marked && end < limit && !tokens_[end].is_word()) ++end;
  if (is_mark(end, U'.') && is_dash(end + 1)) return end + 1;
  if (marked || is_dash(end)) return end;
  end = at;
  while (end < limit && tokens_[end].is_word() && tokens_[end].capital) ++end;
  return end;
}

// How many words name the place before a dateline's date; none if something else stands there.
std::optional<std::size_t> Judge::places_before(const LineDate& date) const {
  constexpr std::size_t kMostWords = 5;
  std::size_t words = 0;
  for (std::size_t i = 0; i < date.begin; ++i) {
    const Token& token = tokens_[i];
    if (token.is_mark(U'(') && i + 2 < date.begin && tokens_[i + 2].is_mark(U')')) {
      i += 2;  // an agency: "HANNOVER (eb) | 13.01.2016 – "
      continue;
    }
    if (token.is_number() || is_telling(token) || token.is_mark(U':')) return std::nullopt;
    if (!token.is_word() || phrase_at(data::weekdays(), tokens_, i).length != 0) continue;
    if (!token.capital && !is_joiner(tokens_, i, "place") && !is_joiner(tokens_, i, "day"))
      return std::nullopt;
    ++words;
  }
  return words <= kMostWords ? std::optional(words) : std::nullopt;
}

bool Judge::is_dateline(const LineDate& date) const {
  const auto places = places_before(date);
  if (!places) return false;
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
      *places > 0 && tokens_[date.begin - 1].is_word() && !is_joiner(tokens_, date.begin - 1, "day");
  if (beside && !in_marks) return false;
  const bool dash = is_dash(agency) && agency + 1 < tokens_.size();
  if (dash) return *places > 0 || (agency > at && (at > date.end() || in_marks));
  if (*places == 0) return false;
  if (!in_marks) return closed && at < tokens_.size() && tokens_[at].capital;
  std::size_t behind = agency;
  while (is_mark(behind, U'.') || is_mark(behind, U':')) ++behind;
  return behind < tokens_.size() && (tokens_[behind].capital || tokens_[behind].kind == Token::Kind::kMark);
}

// What stands beside the date behind a bar, in as many words as a headline has.
ByteRange Judge::beside() const {
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
std::optional<Date> Judge::recalled(const FoundDate& found) const {
  if (!reading_.today) return std::nullopt;
  for (int back = 0; back < 5; ++back) {
    const Date date{reading_.today->year() - std::chrono::years{back}, std::chrono::month{found.month},
                    std::chrono::day{found.day}};
    if (date.ok() && date <= *reading_.today) return date;
  }
  return std::nullopt;
}

// A date line.
DateLine Judge::dated(const LineDate& date) const {
  DateLine line;
  // "Today is Tuesday, 12 May 2020" is the site's clock.
  line.label = line_.relative == 0 ? DateLabel::kOther : date.label;
  line.kind = date.found.yearless ? DateLine::Kind::kRelative : DateLine::Kind::kDate;
  line.date = date.found.yearless ? recalled(date.found) : date.found.date;
  line.time = time_of(date);
  line.place = date.found.place;
  line.beside = beside();
  line.may_be_headline = has_small_words();
  for (std::size_t i = 0; i < tokens_.size(); ++i)
    line.has_words = line.has_words || (uses_[i] == Use::kLeft && tokens_[i].is_word());
  line.of_comment = is_of_comment(date);
  return line;
}

// A line without a date: "yesterday", "14:05", a label alone.
DateLine Judge::undated() const {
  DateLine line;
  if (line_.relative || !times_.empty()) {
    line.kind = DateLine::Kind::kRelative;
    line.label = line_.label;
    if (line_.relative && reading_.today)
      line.date = Date{std::chrono::sys_days{*reading_.today} + std::chrono::days{*line_.relative}};
    if (!times_.empty()) line.time = times_.front().time;
    if (line.date) line.place = {tokens_.front().place.begin, tokens_.back().place.end};
  } else if (line_.has_label && std::find(uses_.begin(), uses_.end(), Use::kLeft) == uses_.end()) {
    line.kind = DateLine::Kind::kLabel;
    line.label = line_.label;
  }
  return line;
}

DateLine Judge::line(bool whole) const {
  DateLine line;
  const LineDate* date = chosen();
  const bool is_bound =
      std::any_of(dates_.begin(), dates_.end(), [&](const LineDate& each) { return is_range(each); });
  if (is_bound) {
    // A range is nobody's day of publication.
  } else if (whole && !has_time_range() && is_bare() && (dates_.empty() || date != nullptr)) {
    line = date == nullptr ? undated() : dated(*date);
  } else if (!dates_.empty() && !dates_.front().found.yearless && is_dateline(dates_.front())) {
    line.kind = DateLine::Kind::kDateline;
    line.date = dates_.front().found.date;
    line.place = dates_.front().found.place;
  }
  line.holds_date = std::any_of(dates_.begin(), dates_.end(),
                                [](const LineDate& each) { return each.found.date.has_value(); });
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
  const LineUses uses = line_uses(date_tokens(text, head), reading, before);
  return Judge(uses, reading).line(whole);
}

}  // namespace sito::meta

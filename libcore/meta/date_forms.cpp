#include "meta/date_forms.h"

#include <fmt/core.h>

#include "data/tables.h"

namespace sito::meta {
namespace {

using Tokens = std::vector<Token>;

bool is_at(const Tokens& tokens, std::size_t at, char32_t mark) {
  return at < tokens.size() && tokens[at].is_mark(mark);
}

bool is_number(const Tokens& tokens, std::size_t at, std::size_t fewest, std::size_t most) {
  return at < tokens.size() && tokens[at].is_number() && tokens[at].digits >= fewest &&
         tokens[at].digits <= most;
}

// Whether a date may end before token `end`: not where its number goes on ("2020/345", "12.05.2020.33",
// "3%").
bool ends_there(const Tokens& tokens, std::size_t end) {
  if (end >= tokens.size() || tokens[end].spaced) return true;
  if (tokens[end].is_number() || tokens[end].is_mark('%') || tokens[end].is_mark('_')) return false;
  const bool binds = tokens[end].is_dash() || tokens[end].is_mark('.') || tokens[end].is_mark('/');
  const bool goes_on = end + 1 < tokens.size() && tokens[end + 1].is_number() && !tokens[end + 1].spaced;
  return !(binds && goes_on);
}

// Whether a date may begin at `at`: not within a longer number ("№345/12.05.2020", "8.12.05.2020").
bool begins_there(const Tokens& tokens, std::size_t at) {
  if (at == 0 || tokens[at].spaced) return true;
  const Token& before = tokens[at - 1];
  if (before.is_number() || before.is_mark('_') || before.is_mark('+')) return false;
  const bool binds = before.is_dash() || before.is_mark('.') || before.is_mark('/');
  return !(binds && at >= 2 && tokens[at - 2].is_number() && !before.spaced);
}

std::optional<Date> valid_date(int year, unsigned month, unsigned day) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

int full_year(const Token& number) {
  const int value = static_cast<int>(number.value);
  if (number.digits != 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}

// Three numbers with the same mark between them, or "19/11-2014"; sets `mark`.
bool is_triple(const Tokens& tokens, std::size_t at, Token& mark) {
  if (at + 4 >= tokens.size()) return false;
  for (std::size_t i : {at, at + 2, at + 4}) {
    if (!is_number(tokens, i, 1, 4)) return false;
  }
  mark = tokens[at + 1];
  const bool parts = mark.is_mark('.') || mark.is_mark('/') || mark.is_dash();
  if (mark.is_mark('/') && tokens[at + 3].is_dash())
    return tokens[at].digits <= 2 && tokens[at + 4].digits == 4;
  return parts && (mark.is_dash() ? tokens[at + 3].is_dash() : tokens[at + 3].is_mark(mark.mark));
}

// "20/2 2017"
FoundDate slashed_at(const Tokens& tokens, std::size_t at) {
  const bool fits = is_number(tokens, at, 1, 2) && is_at(tokens, at + 1, '/') &&
                    is_number(tokens, at + 2, 1, 2) && is_number(tokens, at + 3, 4, 4) &&
                    tokens[at + 3].spaced;
  if (!fits || !begins_there(tokens, at) || !ends_there(tokens, at + 4)) return {};
  FoundDate found;
  found.numeric = true;
  found.length = 4;
  found.place = {tokens[at].place.begin, tokens[at + 3].place.end};
  found.date = valid_date(full_year(tokens[at + 3]), tokens[at + 2].value, tokens[at].value);
  return found;
}

FoundDate numeric_at(const Tokens& tokens, std::size_t at, Order order) {
  Token mark;
  if (!is_triple(tokens, at, mark) || !begins_there(tokens, at)) return {};
  const Token& first = tokens[at];
  const Token& second = tokens[at + 2];
  const Token& third = tokens[at + 4];
  FoundDate found;
  found.numeric = true;
  found.place = {first.place.begin, third.place.end};
  // Behind the ISO form a T may follow without a blank.
  if (!ends_there(tokens, at + 5)) return {};
  if (first.digits == 4 && second.digits <= 2 && third.digits <= 2) {
    found.date = valid_date(full_year(first), second.value, third.value);
  } else if (first.digits <= 2 && second.digits <= 2 &&
             (third.digits == 4 || (third.digits == 2 && !mark.is_dash()))) {
    unsigned day = first.value;
    unsigned month = second.value;
    if (order == Order::kMonthFirst && mark.is_mark('/') && first.value <= 12) std::swap(day, month);
    found.date = valid_date(full_year(third), month, day);
  } else {
    return {};
  }
  found.length = 5;
  return found;
}

// A month's name at `at`: 0 if there is none. `end` is behind it and its dot.
unsigned month_at(const Tokens& tokens, std::size_t at, std::size_t& end) {
  if (at >= tokens.size() || !tokens[at].begins_row) return 0;
  const auto rows = data::months().with_key(tokens[at].word);
  if (rows.empty()) return 0;
  const data::Row row = data::months().row(rows.first);
  if (row.language.empty() && !tokens[at].all_capitals) return 0;  // a Roman numeral
  end = at + 1;
  if (is_at(tokens, end, '.') && !tokens[end].spaced) ++end;
  unsigned month = 0;
  for (char digit : row.cells[1]) month = month * 10 + static_cast<unsigned>(digit - '0');
  return month;
}

bool is_quote(const Token& token) {
  if (token.kind != Token::Kind::kMark) return false;
  switch (token.mark) {
    case U'"':
    case U'«':
    case U'»':
    case U'“':
    case U'”':
    case U'„':
    case U'\'':
    case U'‘':
    case U'’': return true;
    default: return false;
  }
}

// The marks and words between day and month, month and year.
std::size_t skip_joints(const Tokens& tokens, std::size_t at) {
  while (at < tokens.size()) {
    const Token& token = tokens[at];
    const bool bar = token.is_mark('|') || token.is_mark(U'·') || token.is_mark(U'•');
    const bool mark =
        bar || token.is_mark('/') || token.is_mark(',') || token.is_mark('.') || token.is_dash();
    if (!mark && !(token.is_word() && is_joiner(tokens, at, "month"))) break;
    ++at;
  }
  return at;
}

// A day from 1 to 31 at `at`, in quotation marks or with its ending; `end` is behind them.
unsigned day_at(const Tokens& tokens, std::size_t at, std::size_t& end) {
  std::size_t i = at;
  const bool quoted = i < tokens.size() && is_quote(tokens[i]);
  if (quoted) ++i;
  if (!is_number(tokens, i, 1, 2) || tokens[i].value < 1 || tokens[i].value > 31) return 0;
  const unsigned day = tokens[i++].value;
  if (quoted) {
    if (i >= tokens.size() || !is_quote(tokens[i])) return 0;
    end = i + 1;
    return day;
  }
  const bool bound =
      i < tokens.size() && (tokens[i].is_dash() || tokens[i].is_mark(':')) && !tokens[i].spaced;
  const std::size_t ending = bound ? i + 1 : i;
  if (ending < tokens.size() && !tokens[ending].spaced && is_joiner(tokens, ending, "ordinal"))
    i = ending + 1;
  end = i;
  return day;
}

// Where the text of a year of four digits, or of two ('21, 21 р.), ends; 0 if none begins at `at`.
std::size_t year_end(const Tokens& tokens, std::size_t at) {
  if (at < tokens.size() && is_quote(tokens[at]) && is_number(tokens, at + 1, 2, 2)) return at + 2;
  if (is_number(tokens, at, 4, 4)) return at + 1;
  if (!is_number(tokens, at, 2, 2)) return 0;
  // "5 травня 14:05" and "5 травня 14.05" have a time there.
  const bool time =
      at + 1 < tokens.size() && !tokens[at + 1].spaced &&
      (tokens[at + 1].is_mark(':') || tokens[at + 1].is_mark('.') || tokens[at + 1].is_word()) &&
      at + 2 <= tokens.size() &&
      (tokens[at + 1].is_word() || (is_number(tokens, at + 2, 2, 2) && !tokens[at + 2].spaced));
  return time ? 0 : at + 1;
}

void take_year(const Tokens& tokens, std::size_t at, std::size_t joined, FoundDate& found) {
  const std::size_t end = year_end(tokens, joined);
  if (end == 0 || !ends_there(tokens, end)) {
    found.yearless = true;
    return;
  }
  found.length = end - at;
  found.place.end = tokens[end - 1].place.end;
  found.date = valid_date(full_year(tokens[end - 1]), found.month, found.day);
}

FoundDate day_first_at(const Tokens& tokens, std::size_t at) {
  FoundDate found;
  std::size_t end = at;
  found.day = day_at(tokens, at, end);
  if (found.day == 0 || !begins_there(tokens, at)) return {};
  found.month = month_at(tokens, skip_joints(tokens, end), end);
  if (found.month == 0) return {};
  found.place = {tokens[at].place.begin, tokens[end - 1].place.end};
  found.length = end - at;
  take_year(tokens, at, skip_joints(tokens, end), found);
  return found;
}

FoundDate month_first_at(const Tokens& tokens, std::size_t at) {
  FoundDate found;
  std::size_t end = at;
  found.month = month_at(tokens, at, end);
  if (found.month == 0) return {};
  std::size_t day_begin = end < tokens.size() && is_joiner(tokens, end, "day") ? end + 1 : end;
  found.day = day_at(tokens, day_begin, end);
  if (found.day == 0) return {};
  found.place = {tokens[at].place.begin, tokens[end - 1].place.end};
  found.length = end - at;
  take_year(tokens, at, skip_joints(tokens, end), found);
  // "Травень 18" alone is a month of the year 18 as well as a day: it says too little.
  return found;
}

FoundDate year_first_at(const Tokens& tokens, std::size_t at) {
  if (!is_number(tokens, at, 4, 4) || !begins_there(tokens, at)) return {};
  std::size_t from = at + 1;
  if (from < tokens.size() && is_joiner(tokens, from, "year")) ++from;
  from = skip_joints(tokens, from);
  std::size_t end = from;
  FoundDate found = day_first_at(tokens, from);
  if (found.length != 0 && found.yearless) {
    end = from + found.length;
  } else {
    found = {};
    found.month = month_at(tokens, from, end);
    if (found.month == 0) return {};
    std::size_t day_end = end;
    found.day = day_at(tokens, skip_joints(tokens, end), day_end);
    if (found.day == 0 || !ends_there(tokens, day_end)) return {};
    end = day_end;
  }
  found.yearless = false;
  found.length = end - at;
  found.place = {tokens[at].place.begin, tokens[end - 1].place.end};
  found.date = valid_date(static_cast<int>(tokens[at].value), found.month, found.day);
  return found;
}

// Behind a time: seconds' fraction, "Z", "+03:00", "+0300", "UTC".
std::size_t zone_end(const Tokens& tokens, std::size_t at, bool seconds) {
  if (is_at(tokens, at, '.') && seconds && is_number(tokens, at + 1, 1, 9) && !tokens[at + 1].spaced) at += 2;
  if (const Phrase zone = phrase_at(data::date_joiners(), tokens, at,
                                    [](const data::Row& row) { return row.cells[1] == "zone"; });
      zone.length != 0) {
    at += zone.length;
  }
  const bool sign =
      is_at(tokens, at, '+') || (at < tokens.size() && tokens[at].is_dash() && seconds && !tokens[at].spaced);
  if (!sign || !is_number(tokens, at + 1, 1, 4)) return at;
  if (is_at(tokens, at + 2, ':') && is_number(tokens, at + 3, 2, 2)) return at + 4;
  return at + 2;
}

// "pm", "p.m.": 0 if it does not stand at `at`.
std::size_t half_day_end(const Tokens& tokens, std::size_t at, bool& afternoon) {
  if (at >= tokens.size() || !tokens[at].is_word()) return 0;
  afternoon = tokens[at].word == "pm" || tokens[at].word == "p";
  if (is_joiner(tokens, at, "am") || is_joiner(tokens, at, "pm"))
    return is_at(tokens, at + 1, '.') ? at + 2 : at + 1;
  if (tokens[at].word != "a" && tokens[at].word != "p") return 0;
  if (!is_at(tokens, at + 1, '.') || at + 2 >= tokens.size() || tokens[at + 2].word != "m") return 0;
  return is_at(tokens, at + 3, '.') ? at + 4 : at + 3;
}

FoundTime finished(const Tokens& tokens, std::size_t at, std::size_t end, ClockTime time) {
  bool afternoon = false;
  if (const std::size_t half = half_day_end(tokens, end, afternoon); half != 0 && time.hour <= 12) {
    time.hour = time.hour % 12 + (afternoon ? 12 : 0);
    end = half;
  } else if (is_joiner(tokens, end, "clock") || is_joiner(tokens, end, "minutes")) {
    ++end;
    if (is_at(tokens, end, '.')) ++end;
  }
  end = zone_end(tokens, end, time.second.has_value());
  if (time.hour > 23 || time.minute > 59 || time.second.value_or(0) > 59) return {};
  return {end - at, time};
}

// "14h30", "14 Uhr", "14 год. 05 хв.", "2 pm".
FoundTime hours_at(const Tokens& tokens, std::size_t at) {
  ClockTime time{static_cast<int>(tokens[at].value), 0, std::nullopt};
  bool afternoon = false;
  if (half_day_end(tokens, at + 1, afternoon) != 0) return finished(tokens, at, at + 1, time);
  if (at + 1 >= tokens.size() || !is_joiner(tokens, at + 1, "clock")) return {};
  std::size_t end = at + 2;
  if (is_at(tokens, end, '.')) ++end;
  if (is_number(tokens, end, 2, 2)) time.minute = static_cast<int>(tokens[end++].value);
  FoundTime found = finished(tokens, at, end, time);
  if (found.length != 0 && is_joiner(tokens, end, "minutes") && is_at(tokens, at + found.length, '.'))
    ++found.length;
  return found;
}

}  // namespace

std::string iso_time(const ClockTime& time) {
  if (time.second) return fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, *time.second);
  return fmt::format("{:02}:{:02}", time.hour, time.minute);
}

std::string iso_date(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {};
  const std::size_t begins[] = {0, 5, 8, 11};
  for (std::size_t part = 0; part < 3; ++part) {
    for (std::size_t i = begins[part]; i + 1 < begins[part + 1]; ++i) {
      if (text[i] < '0' || text[i] > '9') return std::nullopt;
      parts[part] = parts[part] * 10 + (text[i] - '0');
    }
  }
  const Date date{std::chrono::year{parts[0]}, std::chrono::month{static_cast<unsigned>(parts[1])},
                  std::chrono::day{static_cast<unsigned>(parts[2])}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

Order number_order(std::string_view language) {
  return language == "en" ? Order::kMonthFirst : Order::kDayFirst;
}

bool is_joiner(const std::vector<Token>& tokens, std::size_t at, std::string_view kind) {
  if (at >= tokens.size() || !tokens[at].begins_row) return false;
  const auto rows = data::date_joiners().with_key(tokens[at].word);
  for (std::size_t i = rows.first; i < rows.last; ++i) {
    if (data::date_joiners().row(i).cells[1] == kind) return true;
  }
  return false;
}

FoundDate date_at(const std::vector<Token>& tokens, std::size_t at, Order order) {
  if (at >= tokens.size()) return {};
  if (FoundDate found = numeric_at(tokens, at, order); found.length != 0) return found;
  if (FoundDate found = slashed_at(tokens, at); found.length != 0) return found;
  if (FoundDate found = year_first_at(tokens, at); found.length != 0) return found;
  if (FoundDate found = day_first_at(tokens, at); found.length != 0) return found;
  return month_first_at(tokens, at);
}

FoundTime time_at(const std::vector<Token>& tokens, std::size_t at, bool after_word) {
  if (!is_number(tokens, at, 1, 2) || !begins_there(tokens, at)) return {};
  const bool parted = at + 1 < tokens.size() && !tokens[at + 1].spaced && is_number(tokens, at + 2, 2, 2) &&
                      !tokens[at + 2].spaced;
  const bool colon = is_at(tokens, at + 1, ':');
  bool afternoon = false;
  const bool worded =
      after_word || is_joiner(tokens, at + 3, "clock") || half_day_end(tokens, at + 3, afternoon) != 0;
  const bool other =
      worded && (is_at(tokens, at + 1, '.') || (at + 1 < tokens.size() && tokens[at + 1].is_dash()));
  if (!parted || !(colon || other)) return hours_at(tokens, at);
  ClockTime time{static_cast<int>(tokens[at].value), static_cast<int>(tokens[at + 2].value), std::nullopt};
  std::size_t end = at + 3;
  if (colon && is_at(tokens, end, ':') && is_number(tokens, end + 1, 2, 2)) {
    time.second = static_cast<int>(tokens[end + 1].value);
    end += 2;
  }
  return finished(tokens, at, end, time);
}

}  // namespace sito::meta

// date_forms.h: which tokens make a date or a time of day.
//
// Settles the written forms: `14 березня 2022`, `01 / Вересень, 2023`, `«17» листопада 2016`,
// `March 8th, 2017`, `16.11.2022`, `2020-05-12T14:05:00+03:00`, `2:30 p.m.`, `kl. 14.05`. Whether such a
// date is the page's own is date_line.h's and date.h's question.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meta/date_tokens.h"

namespace sito::meta {

using Date = std::chrono::year_month_day;

/// A time of day as the page writes it.
struct ClockTime {
  int hour = 0;
  int minute = 0;
  std::optional<int> second;

  friend bool operator==(const ClockTime&, const ClockTime&) = default;
};

/// `hh:mm` or `hh:mm:ss`.
[[nodiscard]] std::string iso_time(const ClockTime& time);
/// `YYYY-MM-DD`.
[[nodiscard]] std::string iso_date(const Date& date);

/// `YYYY-MM-DD` and nothing else; none where it is no such day.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// Which number comes first where all three are numbers and the year is last.
enum class Order { kDayFirst, kMonthFirst };

/// CLDR's short forms: English parted by slashes has the month first, all others the day.
[[nodiscard]] Order number_order(std::string_view language);

/// The page is not older than pages of this kind are; what is, is history told on it.
inline constexpr int kFirstYear = 1980;
inline constexpr int kLastYear = 2099;

/// A date among the tokens.
struct FoundDate {
  std::size_t length = 0;    ///< tokens it takes; 0 is none found
  ByteRange place;           ///< from the day to the year, without marks and words around
  std::optional<Date> date;  ///< none if there is no such day (31.02.2020) or no year stands there
  bool yearless = false;     ///< day and month are there and the year is not; `day`, `month` tell them
  unsigned month = 0;
  unsigned day = 0;
  bool numeric = false;  ///< three numbers, no month's name
};

/// The date that begins with token `at`, the longest form that fits. Years of two digits are 1970 to
/// 2069 (POSIX). Constant time.
[[nodiscard]] FoundDate date_at(const std::vector<Token>& tokens, std::size_t at, Order order);

/// A time of day among the tokens: `16:45`, `16:45:10`, `2:30 pm`, `14h30`, `14 Uhr`; with `after_word`
/// (a word such as `о`, `kl.` stands before) also `16.45` and `16-45`. Takes a time zone behind it in,
/// but does not apply it: the page's local time is wanted. Constant time.
struct FoundTime {
  std::size_t length = 0;
  ClockTime time;
};
[[nodiscard]] FoundTime time_at(const std::vector<Token>& tokens, std::size_t at, bool after_word);

/// Whether one of the rows of data::date_joiners() for the word of token `at` is of `kind`.
[[nodiscard]] bool is_joiner(const std::vector<Token>& tokens, std::size_t at, std::string_view kind);

}  // namespace sito::meta

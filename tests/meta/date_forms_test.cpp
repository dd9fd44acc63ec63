#include "meta/date_forms.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "data/tables.h"

namespace sito::meta {
namespace {

// The first date in a line and how it is written there; "-" for none, "?" for a day that does not exist.
std::string first_date(std::string_view line, Order order) {
  const auto tokens = date_tokens(line, {0, line.size()});
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const FoundDate found = date_at(tokens, i, order);
    if (found.length == 0) continue;
    const std::string date = found.yearless ? "no year" : found.date ? iso_date(*found.date) : "?";
    return date + " [" + std::string(found.place.of(line)) + "]";
  }
  return "-";
}

struct FormCase {
  const char* name;
  Order order;
  const char* line;
  const char* found;
};

constexpr Order kDay = Order::kDayFirst;
constexpr Order kMonth = Order::kMonthFirst;
constexpr FormCase kCases[] = {
    {"WithinText", kDay, "рада 14 березня 2022 року", "2022-03-14 [14 березня 2022]"},
    {"Numbers", kDay, "дня 14.03.2022 р.", "2022-03-14 [14.03.2022]"},
    {"DotsAreDayFirstEverywhere", kMonth, "04.07.2023", "2023-07-04 [04.07.2023]"},
    {"SlashesMonthFirst", kMonth, "04/07/2023", "2023-04-07 [04/07/2023]"},
    {"SlashesDayFirst", kDay, "04/07/2023", "2023-07-04 [04/07/2023]"},
    {"MixedMarksAreNoDate", kDay, "04/07.2023", "-"},
    {"ShortMonthWithDot", kDay, "3 вер. 2020", "2020-09-03 [3 вер. 2020]"},
    {"TimeIsNoYear", kDay, "3 вересня 20:15", "no year [3 вересня]"},
    {"TimeWithDotIsNoYear", kDay, "3 вересня 20.15", "no year [3 вересня]"},
    {"TwoDigitYear", kDay, "3 вересня 20 р.", "2020-09-03 [3 вересня 20]"},
    {"TwoDigitsInHyphensAreATelephone", kDay, "12-05-20", "-"},
    {"NoSuchDay", kDay, "31.02.2020", "? [31.02.2020]"},
    {"LongerNumberBefore", kDay, "345/12.05.2020", "-"},
    {"LongerNumberBehind", kDay, "12.05.2020/345", "-"},
    {"FourNumbers", kDay, "192.168.10.12", "-"},
    {"RomanInCapitals", kDay, "2 IX 2020", "2020-09-02 [2 IX 2020]"},
    {"RomanInSmallLettersIsAWord", kDay, "2 i 2020", "-"},
    {"MonthIsNotPartOfAWord", kDay, "5 травнями 2020", "-"},
    {"OpenGuillemets", kDay, "«5 травня 2020", "2020-05-05 [5 травня 2020]"},
    {"MonthAndYear", kDay, "травень 2020", "-"},
    {"MonthDayYear", kDay, "May 5, 2020", "2020-05-05 [May 5, 2020]"},
    {"MonthDay", kDay, "May 5", "no year [May 5]"},
    {"YearMonthDay", kDay, "2020 р., травень 5", "2020-05-05 [2020 р., травень 5]"},
    {"FirstYear", kDay, "01.01.1980", "1980-01-01 [01.01.1980]"},
    {"BeforeTheFirstYear", kDay, "31.12.1979", "? [31.12.1979]"},
};

class DateForms : public testing::TestWithParam<FormCase> {};
TEST_P(DateForms, Finds) { EXPECT_EQ(first_date(GetParam().line, GetParam().order), GetParam().found); }
INSTANTIATE_TEST_SUITE_P(Dates, DateForms, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

struct TimeCase {
  const char* name;
  const char* line;
  bool after_word;
  const char* time;
};

constexpr TimeCase kTimes[] = {
    {"Colon", "16:45", false, "16:45"},
    {"OneDigit", "9:05", false, "09:05"},
    {"Seconds", "16:45:10", false, "16:45:10"},
    {"DotAlone", "16.45", false, "-"},
    {"DotAfterWord", "16.45", true, "16:45"},
    {"DotBeforeWord", "9.30 Uhr", false, "09:30"},
    {"HyphenAfterWord", "16-45", true, "16:45"},
    {"French", "14h30", false, "14:30"},
    {"Hours", "14 Uhr", false, "14:00"},
    {"HoursAndMinutes", "14 год 05 хв", false, "14:05"},
    {"Afternoon", "2 pm", false, "14:00"},
    {"AfternoonWithDots", "2:30 p.m.", false, "14:30"},
    {"Noon", "12:30 PM", false, "12:30"},
    {"Midnight", "12:30 a.m.", false, "00:30"},
    {"Zone", "16:45:10+02:00", false, "16:45:10"},
    {"NoSuchHour", "25:10", false, "-"},
    {"NoSuchMinute", "12:60", false, "-"},
    {"Ratio", "3:2", false, "-"},
    {"NumberAlone", "14", true, "-"},
};

class TimeForms : public testing::TestWithParam<TimeCase> {};
TEST_P(TimeForms, Finds) {
  const std::string_view line = GetParam().line;
  const FoundTime found = time_at(date_tokens(line, {0, line.size()}), 0, GetParam().after_word);
  EXPECT_EQ(found.length == 0 ? "-" : iso_time(found.time), GetParam().time);
}
INSTANTIATE_TEST_SUITE_P(Times, TimeForms, testing::ValuesIn(kTimes),
                         [](const auto& row) { return row.param.name; });

TEST(ParseDate, TakesOneFormOnly) {
  EXPECT_EQ(iso_date(parse_date("2024-02-29").value()), "2024-02-29");
  for (const char* wrong :
       {"", "2023-02-29", "2024-2-29", "2024-02-29 ", "2024/02/29", "abcd-ef-gh", "2024-13-01"}) {
    EXPECT_FALSE(parse_date(wrong)) << wrong;
  }
}

TEST(NumberOrder, IsEnglishOnly) {
  EXPECT_EQ(number_order("en"), Order::kMonthFirst);
  EXPECT_EQ(number_order("uk"), Order::kDayFirst);
  EXPECT_EQ(number_order(""), Order::kDayFirst);
}

TEST(MonthRows, FireOnTheirExamples) {
  for (std::size_t i = 0; i < data::months().size(); ++i) {
    const data::Row row = data::months().row(i);
    const std::string month = (row.cells[1].size() == 1 ? "0" : "") + std::string(row.cells[1]);
    const std::string_view line = row.cells[2];
    EXPECT_EQ(first_date(line, kDay), "2020-" + month + "-12 [" + std::string(line) + "]") << row.language;
  }
}

TEST(MonthRows, AFormMeansOneMonthInAllLanguages) {
  std::map<std::string_view, std::string_view> months;
  for (std::size_t i = 0; i < data::months().size(); ++i) {
    const data::Row row = data::months().row(i);
    EXPECT_EQ(months.emplace(row.key(), row.cells[1]).first->second, row.cells[1])
        << row.language << ' ' << row.key();
  }
}

TEST(MonthRows, EveryLanguageHasTwelve) {
  std::map<std::string_view, std::set<std::string_view>> months;
  for (std::size_t i = 0; i < data::months().size(); ++i) {
    months[data::months().row(i).language].insert(data::months().row(i).cells[1]);
  }
  for (const auto& [language, of_language] : months) EXPECT_EQ(of_language.size(), 12U) << language;
}

TEST(JoinerRows, AreOfAKnownKind) {
  const std::set<std::string_view> kinds = {"day", "month", "year",  "ordinal", "time",   "clock", "zone",
                                            "am",  "pm",    "place", "minutes", "number", "of"};
  for (std::size_t i = 0; i < data::date_joiners().size(); ++i) {
    EXPECT_EQ(kinds.count(data::date_joiners().row(i).cells[1]), 1U) << data::date_joiners().row(i).key();
  }
}

}  // namespace
}  // namespace sito::meta

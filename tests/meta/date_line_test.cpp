#include "meta/date_line.h"

#include <gtest/gtest.h>

#include <string>

#include "data/tables.h"

namespace sito::meta {
namespace {

std::string drawn(const DateLine& line) {
  std::string out;
  switch (line.kind) {
    case DateLine::Kind::kText: return "text";
    case DateLine::Kind::kDate: out = "date"; break;
    case DateLine::Kind::kDateline: out = "dateline"; break;
    case DateLine::Kind::kLabel: out = "label"; break;
    case DateLine::Kind::kRelative: out = "relative"; break;
  }
  switch (line.label) {
    case DateLabel::kNone: break;
    case DateLabel::kPublished: out += " published"; break;
    case DateLabel::kCreated: out += " created"; break;
    case DateLabel::kUpdated: out += " updated"; break;
    case DateLabel::kOther: out += " other"; break;
  }
  if (line.date) out += " " + iso_date(*line.date);
  if (line.time) out += " " + iso_time(*line.time);
  return out;
}

// A line, the page's language, and what it says: its kind, label, date and time.
struct LineCase {
  const char* name;
  const char* language;
  const char* line;
  const char* says;
};

class ReadDateLine : public testing::TestWithParam<LineCase> {};
TEST_P(ReadDateLine, Says) {
  const std::string_view line = GetParam().line;
  EXPECT_EQ(drawn(read_date_line(line, {0, line.size()}, {number_order(GetParam().language), {}})),
            GetParam().says)
      << line;
}

constexpr LineCase kForms[] = {
    {"DaySlashNominative", "uk", "04 / Липень, 2021", "date 2021-07-04"},
    {"GenitiveWithYearWord", "uk", "14 березня 2022 року", "date 2022-03-14"},
    {"YearWordShort", "uk", "14 березня 2022 р.", "date 2022-03-14"},
    {"DayInGuillemets", "uk", "«08» лютого 2016 р.", "date 2016-02-08"},
    {"DayInStraightQuotes", "uk", "\"08\" лютого 2016 р.", "date 2016-02-08"},
    {"DayInLowQuotes", "ru", "„08“ февраля 2016 г.", "date 2016-02-08"},
    {"WeekdayAndShortMonth", "uk", "пт, 04 жовт. 2019 р.", "date 2019-10-04"},
    {"TimeAfterO", "uk", "16.11.2022 о 14:05", "date 2022-11-16 14:05"},
    {"TimeWithDotAfterO", "uk", "16.11.2022 о 14.05", "date 2022-11-16 14:05"},
    {"TimeWithHyphenAfterO", "uk", "16 листопада 2022 о 9-05", "date 2022-11-16 09:05"},
    {"TimeFirst", "uk", "16:45 09.12.2015", "date 2015-12-09 16:45"},
    {"TimeFirstWithBar", "uk", "16:45 | 09.12.2015", "date 2015-12-09 16:45"},
    {"Seconds", "uk", "2015-12-09 16:45:07", "date 2015-12-09 16:45:07"},
    {"TwoDigitYear", "uk", "09.12.15", "date 2015-12-09"},
    {"TwoDigitYearSlash", "uk", "09/12/15", "date 2015-12-09"},
    {"TwoDigitYearOfLastCentury", "ru", "09.12.98", "date 1998-12-09"},
    {"IsoDate", "uk", "2015-12-09", "date 2015-12-09"},
    {"IsoWithZoneIsLocal", "uk", "2015-12-09T23:30:00+02:00", "date 2015-12-09 23:30:00"},
    {"IsoZulu", "en", "2015-12-09T23:30:00Z", "date 2015-12-09 23:30:00"},
    {"IsoFraction", "en", "2015-12-09T23:30:00.123Z", "date 2015-12-09 23:30:00"},
    {"IsoWithoutColon", "en", "2015-12-09 23:30:00 +0200", "date 2015-12-09 23:30:00"},
    {"YearFirstDots", "uk", "2020.05.12", "date 2020-05-12"},
    {"YearFirstSlashes", "en", "2020/05/12", "date 2020-05-12"},
    {"SpacedDots", "cs", "12. 5. 2020", "date 2020-05-12"},
    {"SpacedSlashes", "uk", "12 / 05 / 2020", "date 2020-05-12"},
    {"Hyphens", "uk", "12-05-2020", "date 2020-05-12"},
    {"FinalDot", "uk", "12.05.2020.", "date 2020-05-12"},
    {"MonthFirstUkrainian", "uk", "Травень 18, 2022", "date 2022-05-18"},
    {"YearFirstMonthName", "en", "2017 November 7", "date 2017-11-07"},
    {"YearThenDayMonth", "uk", "2017, 7 листопада", "date 2017-11-07"},
    {"OrdinalEndingUkrainian", "uk", "7-го листопада 2017 року", "date 2017-11-07"},
    {"WeekdayTimeYearWord", "uk", "Вівторок, 6 червня 2017 року, 11:40", "date 2017-06-06 11:40"},
    {"WeekdayWithApostrophe", "uk", "П’ятниця, 9 червня 2017", "date 2017-06-09"},
    {"WeekdayBehind", "ru", "6 июня 2017 (вторник)", "date 2017-06-06"},
    {"CapitalsMonth", "uk", "6 ЧЕРВНЯ 2017", "date 2017-06-06"},
    {"RussianTime", "ru", "6 июня 2017 г. в 11:40", "date 2017-06-06 11:40"},
    {"RussianShort", "ru", "6 авг 2017, 11:40 (мск)", "date 2017-08-06 11:40"},
    {"Belarusian", "be", "3 кастрычніка 2019 г.", "date 2019-10-03"},
    {"BelarusianTime", "be", "Аўторак, 5 лістапада 2019, 10:15", "date 2019-11-05 10:15"},
    {"Polish", "pl", "2 października 2020 r.", "date 2020-10-02"},
    {"PolishTime", "pl", "Środa, 2 września 2020, godz. 9:05", "date 2020-09-02 09:05"},
    {"PolishDnia", "pl", "Dnia 2 maja 2020 roku", "date 2020-05-02"},
    {"PolishRoman", "pl", "2 IX 2020", "date 2020-09-02"},
    {"CzechOrdinal", "cs", "čtvrtek 12. května 2022 v 8:30", "date 2022-05-12 08:30"},
    {"Czech", "cs", "1. září 2019", "date 2019-09-01"},
    {"Slovak", "sk", "1. októbra 2019", "date 2019-10-01"},
    {"EnglishMonthFirst", "en", "March 8, 2017", "date 2017-03-08"},
    {"EnglishSuffix", "en", "March 8th, 2017", "date 2017-03-08"},
    {"EnglishOf", "en", "the 8th of March, 2017", "date 2017-03-08"},
    {"EnglishDayFirst", "en", "Friday 21 July 2023", "date 2023-07-21"},
    {"EnglishShortDot", "en", "Sept. 3, 2020", "date 2020-09-03"},
    {"EnglishSlashes", "en", "07/04/2023", "date 2023-07-04"},
    {"EnglishSlashesImpossibleMonth", "en", "21/07/2023", "date 2023-07-21"},
    {"EnglishHyphenMonth", "en", "12-May-2020", "date 2020-05-12"},
    {"EnglishAfternoon", "en", "July 4, 2023 at 2:30 p.m.", "date 2023-07-04 14:30"},
    {"EnglishMidnight", "en", "July 4, 2023 12:05 AM", "date 2023-07-04 00:05"},
    {"EnglishNoonEastern", "en", "July 4, 2023, 12:05 PM EDT", "date 2023-07-04 12:05"},
    {"EnglishApostropheYear", "en", "4 July '21", "date 2021-07-04"},
    {"GermanOrdinal", "de", "Montag, 7. November 2011, 18:20 Uhr", "date 2011-11-07 18:20"},
    {"GermanHours", "de", "7. März 2011 um 18 Uhr", "date 2011-03-07 18:00"},
    {"GermanShort", "de", "Mo., 7. Nov. 2011", "date 2011-11-07"},
    {"Norwegian", "nb", "4. oktober 2019", "date 2019-10-04"},
    {"NorwegianTime", "nb", "fredag 4. oktober 2019 kl. 14.05", "date 2019-10-04 14:05"},
    {"NorwegianDen", "nb", "den 4. desember 2019", "date 2019-12-04"},
    {"Swedish", "sv", "4 augusti 2019 klockan 08.15", "date 2019-08-04 08:15"},
    {"French", "fr", "Mardi 1er février 2022 à 14h30", "date 2022-02-01 14:30"},
    {"FrenchLe", "fr", "Le 3 août 2022", "date 2022-08-03"},
    {"NoBreakSpaces", "uk", "\u00a014\u00a0березня\u00a02022\u00a0", "date 2022-03-14"},
    {"ZeroWidth", "uk", "\u200b14 березня 2022", "date 2022-03-14"},
    {"Icon", "uk", "🕔 14 березня 2022", "date 2022-03-14"},
};
INSTANTIATE_TEST_SUITE_P(Forms, ReadDateLine, testing::ValuesIn(kForms),
                         [](const auto& row) { return row.param.name; });

constexpr LineCase kAround[] = {
    {"Published", "uk", "Опубліковано: 30.06.2010 в 12:00", "date published 2010-06-30 12:00"},
    {"PublishedThenUpdated", "uk", "опубліковано: 11 лютого 2020 оновлено: 12 лютого 2020",
     "date published 2020-02-11"},
    {"UpdatedThenPublished", "en", "Updated: May 13, 2020 | Published: May 12, 2020",
     "date published 2020-05-12"},
    {"PlainThenUpdated", "pl", "12.05.2020, aktualizacja: 13.05.2020", "date 2020-05-12"},
    {"TimesOfBoth", "uk", "Опубліковано 11.02.2020 10:05, оновлено 12.02.2020 11:40",
     "date published 2020-02-11 10:05"},
    {"UpdatedOnly", "nb", "Sist endret: 13.02.2018", "date updated 2018-02-13"},
    {"Deadline", "en", "Deadline: 30 June 2022", "date other 2022-06-30"},
    {"EventLabel", "uk", "Дата проведення: 30 червня 2022", "date other 2022-06-30"},
    {"LabelWithoutColon", "de", "Erstellt am 30.04.2015", "date created 2015-04-30"},
    {"PublishedBeforeCreated", "pl", "Data wytworzenia: 10.02.2015, data publikacji: 12.02.2015",
     "date published 2015-02-12"},
    {"AccountName", "en", "Submitted by webmaster on Thu, 01/17/2013 - 11:05", "date 2013-01-17 11:05"},
    {"OfficeAsAuthor", "en", "Issued by the Parish Clerk on the 5th of March, 2012", "date 2012-03-05"},
    {"AuthorBehind", "pl", "Opublikowano dnia 1 kwietnia 2016 r. przez Redakcja",
     "date published 2016-04-01"},
    {"SectionInMarks", "be", "Размешчана 28 лютага 2015 г. у рубрыцы «Спорт»", "date published 2015-02-28"},
    {"NamedRubric", "de", "Datum: 30.11.2018 – Rubrik: Rathaus – Autor: Pressestelle",
     "date published 2018-11-30"},
    {"PressReleaseNumber", "de", "Pressemitteilung Nr. 45/2019 vom 6. Juni 2019", "date 2019-06-06"},
    {"PressReleaseInUkrainian", "uk", "Прес-реліз № 12 від 5 травня 2020", "date 2020-05-05"},
    {"IssueOfAPaper", "uk", "№ 23 (8045), 14 червня 2013 року", "date 2013-06-14"},
    {"ReadingTime", "be", "Аўтар: Алесь Навіцкі · 9 жніўня 2021 · Чытаць 3 хв", "date 2021-08-09"},
    {"PlaceBeforeDay", "cs", "V Kolíně dne 9. května 2017", "date 2017-05-09"},
    {"PlaceBeforeDen", "sv", "Luleå den 4 februari 2020", "date 2020-02-04"},
    {"OfAPicture", "uk", "Фото: Остап Верба, 12.05.2020", "date other 2020-05-12"},
    {"DateOfSomething", "uk", "Дата концерту 12.05.2020", "text"},
    {"LabelAlone", "uk", "Опубліковано:", "label published"},
    {"Place", "uk", "м. Веселе, 14 березня 2022 року", "date 2022-03-14"},
    {"PlaceWithoutComma", "uk", "м. Веселе 14 березня 2022 року", "date 2022-03-14"},
    {"PlaceBehind", "uk", "14 березня 2022 року, м. Веселе", "date 2022-03-14"},
    {"PlainPlace", "pl", "Lipowo, 2 maja 2020 r.", "date 2020-05-02"},
    {"Rubric", "uk", "Новини | 14.03.2022", "date 2022-03-14"},
    {"RubricWithComma", "uk", "Новини, 14.03.2022", "date 2022-03-14"},
    {"Counter", "uk", "14.03.2022 | Переглядів: 345", "date 2022-03-14"},
    {"CounterBehindNumber", "uk", "14.03.2022 345 переглядів", "date 2022-03-14"},
    {"Author", "uk", "Автор: Остап Верба, 14.03.2022", "date 2022-03-14"},
    {"ByLine", "en", "By Anna Lind on 12 May 2020", "date 2020-05-12"},
    {"PressOffice", "uk", "Прес-служба міської ради, 14.03.2022", "date 2022-03-14"},
    {"Brackets", "uk", "[14.03.2022] Відкрито новий міст через річку", "date 2022-03-14"},
    {"BarAndHeadline", "uk", "14.03.2022 | Відкрито новий міст через річку", "date 2022-03-14"},
};
INSTANTIATE_TEST_SUITE_P(Around, ReadDateLine, testing::ValuesIn(kAround),
                         [](const auto& row) { return row.param.name; });

constexpr LineCase kDatelines[] = {
    {"CapitalsAndAgency", "nb", "OSLO 17. mai 2016 (NTX): Kommunestyret vedtok planen.",
     "dateline 2016-05-17"},
    {"AgencyWithoutDash", "sv", "STOCKHOLM 9 nov 2016 (TTX) Arbetet går enligt planen.",
     "dateline 2016-11-09"},
    {"CorrespondentInSlashes", "be",
     "Ліда, 3 чэрвеня 2016 г. /Кар. «Раённы веснік»/. Удзельнікі сустрэчы дамовіліся працягваць "
     "супрацоўніцтва з суседзямі.",
     "dateline 2016-06-03"},
    {"PlaceDateAgency", "uk", "Веселе. 2 липня 2014 року. НОВИНИ КРАЮ - Міська рада підбила підсумки.",
     "dateline 2014-07-02"},
    {"Capitals", "en", "MARLOW, May 3, 2021 (Agency) – The council met on Monday.", "dateline 2021-05-03"},
    {"CapitalsDayFirst", "en", "MARLOW, 3 May 2021 (Agency) – The council met on Monday.",
     "dateline 2021-05-03"},
    {"SlashedAgency", "en", "MARLOW, May 3, 2021 /Newswire/ -- The council met on Monday.",
     "dateline 2021-05-03"},
    {"TwoWordsPlace", "uk", "Нова Гребля, 2 липня 2014 року – Міська рада підбила підсумки.",
     "dateline 2014-07-02"},
    {"German", "de", "Lindau, 3. Mai 2021 (apd) - Der Rat beschloss am Montag einen Plan.",
     "dateline 2021-05-03"},
    {"Polish", "pl", "Lipowo, 3 maja 2021 r. – Rada miasta przyjęła plan remontu.", "dateline 2021-05-03"},
    {"PlaceDateFullStop", "uk", "Веселе. 2 липня 2014 року. Міська рада підбила підсумки роботи.",
     "dateline 2014-07-02"},
    {"DateThenPlace", "uk", "2 липня 2014 року, Веселе – міська рада підбила підсумки роботи.",
     "dateline 2014-07-02"},
};
INSTANTIATE_TEST_SUITE_P(Datelines, ReadDateLine, testing::ValuesIn(kDatelines),
                         [](const auto& row) { return row.param.name; });

constexpr LineCase kRelative[] = {
    {"Yesterday", "uk", "Вчора о 17:20", "relative 17:20"},
    {"Today", "en", "Today, 17:20", "relative 17:20"},
    {"TimeAlone", "uk", "17:20", "relative 17:20"},
    {"NoYear", "uk", "5 травня, 14:30", "relative 14:30"},
    {"NoYearEnglish", "en", "May 5, 14:30", "relative 14:30"},
    {"Norwegian", "nb", "I går kl. 09.15", "relative 09:15"},
    {"PublishedYesterday", "uk", "Опубліковано: вчора", "relative published"},
};
INSTANTIATE_TEST_SUITE_P(Relative, ReadDateLine, testing::ValuesIn(kRelative),
                         [](const auto& row) { return row.param.name; });

constexpr LineCase kNever[] = {
    {"UnknownLabel", "uk", "Водоканал: 02-10-2019", "text"},
    {"OrderOfADay", "de", "Beschluss vom 12. Mai 2020", "text"},
    {"OrderWithNumber", "uk", "Указ № 12 від 12.05.2020", "text"},
    {"EventInSentence", "uk", "Форум пройде 12 квітня 2023 року у міському парку.", "text"},
    {"SentenceBegins", "uk", "12 квітня 2023 року відбулася зустріч із мешканцями.", "text"},
    {"SentenceBeginsWithNumbers", "uk", "12.04.2023 відбулася зустріч із мешканцями.", "text"},
    {"DefinitionAfterDash", "uk", "12 квітня 2023 року – день, коли відкрили міст.", "text"},
    {"RangeOfDays", "uk", "11-12 квітня 2023 року", "text"},
    {"RangeOfDaysSpaced", "uk", "11 – 12 квітня 2023 року", "text"},
    {"RangeOfMonths", "uk", "5 травня – 7 червня 2021", "text"},
    {"RangeOfNumbers", "uk", "12.05.2020 - 15.05.2020", "text"},
    {"RangeOfNumbersTight", "uk", "12.05.2020-15.05.2020", "text"},
    {"RangeInWords", "uk", "з 5 по 10 травня 2021 року", "text"},
    {"RangeEnglish", "en", "from 3 to 5 May 2020", "text"},
    {"RangeEnglishMonthFirst", "en", "May 3-5, 2020", "text"},
    {"Until", "uk", "до 10 травня 2021 року", "text"},
    {"UntilEnglish", "en", "until 10 May 2021", "text"},
    {"HoursOfEvent", "uk", "12 травня 2020, 10:00 – 12:00", "text"},
    {"Copyright", "uk", "© 2012-2022", "text"},
    {"CopyrightDate", "en", "© 12.05.2020 Town of Marlow", "text"},
    {"Law", "uk", "Закон України від 21.05.1997 № 280/97-ВР", "text"},
    {"LawInWords", "uk", "Закон від 21 травня 1997 року", "text"},
    {"Decision", "uk", "Рішення № 12 від 12.05.2020", "text"},
    {"DecisionNumber", "uk", "№ 345/12.05.2020", "text"},
    {"Telephone", "uk", "(0512) 37-00-12", "text"},
    {"TelephoneDots", "en", "555.12.05.20", "text"},
    {"Telephone2", "uk", "Тел.: 12-05-20", "text"},
    {"InternetAddress", "en", "192.168.10.12", "text"},
    {"Version", "en", "Version 10.12.2013.4", "text"},
    {"Price", "uk", "12.05.20 $", "text"},
    {"YearAlone", "uk", "2023", "text"},
    {"YearWithWord", "uk", "2023 рік", "text"},
    {"MonthAndYear", "uk", "Вересень 2023", "text"},
    {"MonthAndYearSlash", "en", "09/2023", "text"},
    {"HeadlineWithDate", "uk", "Сесія міської ради 12 квітня 2023 року", "text"},
    {"HeadlineWithNumbers", "uk", "Порядок денний сесії 12.04.2023", "text"},
    {"Question", "uk", "Чому саме 12 квітня 2023?", "text"},
    {"TwoDates", "uk", "12.04.2023, 15.04.2023", "text"},
    {"Born", "en", "Anna Lind (born 12 May 1984) is a painter", "text"},
    {"BeforeThePages", "uk", "12 квітня 1861 року", "date"},
    {"NoSuchDay", "uk", "31.02.2020", "date"},
    {"NoSuchDayInWords", "uk", "31 квітня 2020 року", "date"},
    {"NoSuchMonth", "uk", "12.13.2020", "date"},
    {"MonthFirstIsNotUkrainian", "uk", "05/18/2022", "date"},
    {"NotLeapYear", "en", "February 29, 2021", "date"},
    {"DayOfThreeDigits", "uk", "112 квітня 2020 року", "text"},
    {"YearOfFiveDigits", "uk", "12 квітня 20201", "text"},
    {"Empty", "uk", "", "text"},
    {"MarksOnly", "uk", "--- / . / ---", "text"},
};
INSTANTIATE_TEST_SUITE_P(Never, ReadDateLine, testing::ValuesIn(kNever),
                         [](const auto& row) { return row.param.name; });

TEST(DateLine, LabelComesFromTheLineBefore) {
  const std::string_view line = "12.02.2020";
  EXPECT_EQ(drawn(read_date_line(line, {0, line.size()}, {}, DateLabel::kPublished)),
            "date published 2020-02-12");
  EXPECT_EQ(drawn(read_date_line(line, {0, line.size()}, {}, DateLabel::kOther)), "date other 2020-02-12");
}

TEST(DateLine, TodayResolvesWhatOnlyACalendarKnows) {
  const DateReading reading{Order::kDayFirst, parse_date("2024-03-01")};
  const auto read = [&](std::string_view line) {
    return drawn(read_date_line(line, {0, line.size()}, reading));
  };
  EXPECT_EQ(read("Вчора о 17:20"), "relative 2024-02-29 17:20");
  EXPECT_EQ(read("Today"), "relative 2024-03-01");
  EXPECT_EQ(read("5 травня, 14:30"), "relative 2023-05-05 14:30");
  EXPECT_EQ(read("1 березня"), "relative 2024-03-01");
  EXPECT_EQ(read("29 лютого"), "relative 2024-02-29");
}

TEST(DateLine, PlaceIsTheDateAlone) {
  const std::string_view text = "перший рядок\nВівторок, «6» червня 2017 року, 11:40\nдалі";
  const std::size_t begin = text.find("Вівторок");
  const DateLine line = read_date_line(text, {begin, text.find("\nдалі")}, {});
  EXPECT_EQ(line.place.of(text), "«6» червня 2017");
}

TEST(DateLine, WhatStandsBesideTheDateIsKept) {
  const std::string_view text = "14.03.2022 | Відкрито новий міст | Переглядів: 12";
  EXPECT_EQ(read_date_line(text, {0, text.size()}, {}).beside.of(text), "Відкрито новий міст");
}

// Every row of the tables is of use on its own example.
TEST(DateLine, WordsBesideADateMayBeAHeadline) {
  const auto may = [](std::string_view line) {
    return read_date_line(line, {0, line.size()}, {}).may_be_headline;
  };
  EXPECT_TRUE(may("Annual meeting, 17 March 2019"));
  EXPECT_TRUE(may("Vårfest den 4 maj 2020"));
  EXPECT_FALSE(may("Запоріжжя, 12 травня 2020"));
  EXPECT_FALSE(may("Прес-служба міської ради, 12 травня 2020"));
  EXPECT_FALSE(may("By Anna Lind on 12 May 2020"));
}

TEST(DateRows, WeekdaysFire) {
  for (std::size_t i = 0; i < data::weekdays().size(); ++i) {
    const data::Row row = data::weekdays().row(i);
    const std::string_view line = row.cells[2];
    EXPECT_EQ(drawn(read_date_line(line, {0, line.size()}, {})), "date 2017-06-06")
        << row.language << ' ' << line;
    EXPECT_TRUE(row.cells[1].size() == 1 && row.cells[1][0] >= '1' && row.cells[1][0] <= '7') << row.key();
  }
}

TEST(DateRows, LabelsFire) {
  for (std::size_t i = 0; i < data::date_labels().size(); ++i) {
    const data::Row row = data::date_labels().row(i);
    const std::string_view line = row.cells[2];
    const std::string kind(row.cells[1] == "date" ? "published" : row.cells[1]);
    EXPECT_EQ(drawn(read_date_line(line, {0, line.size()}, {})), "date " + kind + " 2016-03-17")
        << row.language << ' ' << line;
  }
}

TEST(DateRows, RelativeDaysFire) {
  const DateReading reading{Order::kDayFirst, parse_date("2024-03-10")};
  for (std::size_t i = 0; i < data::relative_days().size(); ++i) {
    const data::Row row = data::relative_days().row(i);
    const std::string_view line = row.cells[2];
    const int back = row.cells[1] == "0" ? 0 : row.cells[1].back() - '0';
    EXPECT_EQ(
        drawn(read_date_line(line, {0, line.size()}, reading)),
        "relative 2024-03-" + std::string(back == 0 ? "10" : "0" + std::to_string(10 - back)) + " 17:20")
        << row.language << ' ' << line;
  }
}

TEST(DateRows, JoinersFire) {
  for (std::size_t i = 0; i < data::date_joiners().size(); ++i) {
    const data::Row row = data::date_joiners().row(i);
    const std::string_view line = row.cells[2];
    EXPECT_TRUE(drawn(read_date_line(line, {0, line.size()}, {})).starts_with("date 2020-05-"))
        << row.language << ' ' << line << ": " << drawn(read_date_line(line, {0, line.size()}, {}));
  }
}

TEST(DateRows, PageWordsFire) {
  for (std::size_t i = 0; i < data::page_words().size(); ++i) {
    const data::Row row = data::page_words().row(i);
    const std::string_view line = row.cells[2];
    const DateLine read = read_date_line(line, {0, line.size()}, {});
    const bool of_picture = row.cells[1] == "photo";
    EXPECT_EQ(drawn(read), of_picture ? "date other 2020-05-12" : "date 2020-05-12")
        << row.language << ' ' << line;
    EXPECT_TRUE(read.beside.empty()) << row.language << ' ' << line;
  }
}

TEST(DateLine, MegabyteOfMarksCostsAHead) {
  for (const char* piece : {"1", ".", "-", "12.", "«", "1 ", "а", "| "}) {
    std::string line;
    while (line.size() < (1U << 20)) line += piece;
    EXPECT_EQ(drawn(read_date_line(line, {0, line.size()}, {})), "text") << piece;
  }
}

}  // namespace
}  // namespace sito::meta

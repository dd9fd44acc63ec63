#include "charset/readings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>

#include "data/tables.h"
#include "encoded.h"
#include "sentences.h"

namespace sito::charset {
namespace {

using namespace std::string_view_literals;

const Readings& all_readings() {
  static const Readings kReadings;
  return kReadings;
}

std::string replaced(std::string text, std::string_view given, std::string_view meant) {
  for (auto at = text.find(given); at != std::string::npos; at = text.find(given, at + meant.size()))
    text.replace(at, given.size(), meant);
  return text;
}

// What the page has of a text; none if it lacks a character.
std::optional<std::string> in_page(const CodePage& page, std::string_view valid) {
  std::string bytes;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    const auto byte = page.byte(c);
    if (!byte) return std::nullopt;
    bytes += static_cast<char>(*byte);
    at += length;
  }
  return bytes;
}

// As its users wrote it who lacked letters.
std::string as_written(const Reading& reading, std::string text) {
  if (reading.model->language() == "ro" && !reading.page->byte(U'ș'))
    text = replaced(replaced(replaced(replaced(text, "ș", "ş"), "ț", "ţ"), "Ș", "Ş"), "Ț", "Ţ");
  if (reading.page->name() == "IBM866") text = replaced(replaced(text, "і", "i"), "І", "I");
  return text;
}

std::string name_of(const Reading& reading) {
  return std::string(reading.model->language()) + " " + reading.page->name();
}

// All sentences in all pages of their languages.
struct Written {
  const Reading* reading;
  std::string bytes;

  friend void PrintTo(const Written& each, std::ostream* out) { *out << name_of(*each.reading); }
};

std::vector<Written> all_written(bool capitals) {
  std::vector<Written> result;
  for (const Reading& reading : all_readings().all()) {
    const auto text = std::string(sentence(reading.model->language()));
    const auto bytes = in_page(*reading.page, as_written(reading, capitals ? in_capitals(text) : text));
    if (bytes) result.push_back({&reading, *bytes});
  }
  return result;
}

std::string as_name(const testing::TestParamInfo<Written>& row) {
  std::string name = name_of(*row.param.reading);
  for (char& c : name)
    if (c == '-' || c == ' ') c = '_';
  return name;
}

class EachReading : public testing::TestWithParam<Written> {};

TEST_P(EachReading, IsTheFirstForItsSentence) {
  const auto& [reading, bytes] = GetParam();
  const auto ranked = all_readings().rank(bytes).readings;
  ASSERT_FALSE(ranked.empty());
  const Reading& first = *ranked[0].reading;
  EXPECT_TRUE(agree(*first.page, *reading->page, bytes)) << name_of(first);
  EXPECT_EQ(first.model->language(), reading->model->language()) << name_of(first);
}

TEST_P(EachReading, CostsWhatItsRankSaysLessItsPrior) {
  for (const Ranked& ranked : all_readings().rank(GetParam().bytes).readings)
    ASSERT_EQ(Readings::cost(*ranked.reading, GetParam().bytes), ranked.cost - ranked.reading->prior)
        << name_of(*ranked.reading);
}

INSTANTIATE_TEST_SUITE_P(Sentences, EachReading, testing::ValuesIn(all_written(false)), as_name);

class EachReadingOfCapitals : public testing::TestWithParam<Written> {};
TEST_P(EachReadingOfCapitals, IsTheFirstForItsSentence) {
  const auto& [reading, bytes] = GetParam();
  const auto ranked = all_readings().rank(bytes).readings;
  ASSERT_FALSE(ranked.empty());
  EXPECT_TRUE(agree(*ranked[0].reading->page, *reading->page, bytes)) << name_of(*ranked[0].reading);
}
INSTANTIATE_TEST_SUITE_P(Sentences, EachReadingOfCapitals, testing::ValuesIn(all_written(true)), as_name);

TEST(Readings, ThatLackALetterOfTheirLanguageAreFew) {
  EXPECT_GT(all_written(false).size() * 10, all_readings().all().size() * 9);
}

// Short texts, in whatever page they are.
struct ShortCase {
  const char* name;
  const char* text;
  const char* language;
};

constexpr ShortCase kShort[] = {
    {"TwelveLetters", "Новини міста", "uk"},
    {"Greeting", "Добрий день!", "uk"},
    {"Headline", "Міст відкрито для проїзду", "uk"},
    {"HeadlineInCapitals", "МІСТ ВІДКРИТО ДЛЯ ПРОЇЗДУ", "uk"},
    {"WithANumber", "2014 рік: рада і міст", "uk"},
    {"RussianHeadline", "Мост открыт для проезда", "ru"},
    {"RussianCapitals", "МОСТ ОТКРЫТ ДЛЯ ПРОЕЗДА", "ru"},
};

class ShortText : public testing::TestWithParam<ShortCase> {};
TEST_P(ShortText, IsFoundInEachPage) {
  for (const Reading& reading : all_readings().all()) {
    if (reading.model->language() != GetParam().language) continue;
    const auto bytes = in_page(*reading.page, as_written(reading, GetParam().text));
    if (!bytes) continue;
    const auto ranked = all_readings().rank(*bytes).readings;
    ASSERT_FALSE(ranked.empty());
    EXPECT_TRUE(agree(*ranked[0].reading->page, *reading.page, *bytes))
        << name_of(reading) << " is taken for " << name_of(*ranked[0].reading);
  }
}
INSTANTIATE_TEST_SUITE_P(Texts, ShortText, testing::ValuesIn(kShort),
                         [](const auto& row) { return row.param.name; });

TEST(Rank, ReadsALatinIForTheOneThatThePageLacks) {
  const std::string bytes = encoded("Сiльська рада погодилася полагодити мiст. I школу.", "IBM866");
  const auto ranked = all_readings().rank(bytes).readings;
  EXPECT_EQ(ranked[0].reading->page->name(), "IBM866");
  EXPECT_EQ(ranked[0].reading->model->language(), "uk");
}

TEST(Rank, IsInOrder) {
  const auto ranked = all_readings().rank(encoded(sentence("uk"), "KOI8-U")).readings;
  EXPECT_TRUE(std::is_sorted(ranked.begin(), ranked.end(),
                             [](const Ranked& left, const Ranked& right) { return left.cost < right.cost; }));
}

TEST(Rank, LeavesHopelessReadingsOfALongSampleOut) {
  std::string sample;
  while (sample.size() < 5000) sample += encoded(sentence("uk"), "windows-1251") + " ";
  const auto [ranked, bytes] = all_readings().rank(sample);
  EXPECT_LT(bytes, sample.size());  // only the language was open
  EXPECT_LT(ranked.size(), all_readings().all().size() / 2);
  EXPECT_EQ(name_of(*ranked[0].reading), "uk windows-1251");
  EXPECT_EQ(Readings::cost(*ranked[0].reading, sample.substr(0, bytes)),
            ranked[0].cost - ranked[0].reading->prior);
}

TEST(Rank, OfNothingIsAllReadings) { EXPECT_FALSE(all_readings().rank("").readings.empty()); }

TEST(FoundAs, IsItselfOrALargerEncodingOrNothing) {
  EXPECT_EQ(found_as("windows-1251"), "windows-1251");
  EXPECT_EQ(found_as("Big5"), "Big5");
  EXPECT_EQ(found_as("ISO-8859-1"), "windows-1252");
  EXPECT_EQ(found_as("UTF-8"), "");
  EXPECT_EQ(found_as("windows-1258"), "");
}

TEST(FoundAs, TheLargerOneHasTheSameCharacters) {
  const data::Table& rows = data::found_as();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    EXPECT_EQ(found_as(cells[0]), cells[1]);
    EXPECT_EQ(encoded(cells[2], std::string(cells[0]).c_str()),
              encoded(cells[2], std::string(cells[1]).c_str()))
        << cells[0];
  }
}

TEST(ReadingSettings, NarrowByLanguage) {
  const Readings some({{"uk", "pl"}, {}});
  ASSERT_FALSE(some.all().empty());
  for (const Reading& reading : some.all())
    EXPECT_TRUE(reading.model->language() == "uk" || reading.model->language() == "pl");
  EXPECT_EQ(some.rank(encoded(sentence("ru"), "KOI8-R")).readings[0].reading->model->language(), "uk");
}

TEST(ReadingSettings, NarrowByEncoding) {
  const Readings some({{}, {"KOI8-U", "UTF-8", "GB18030"}});
  ASSERT_FALSE(some.all().empty());
  for (const Reading& reading : some.all()) EXPECT_EQ(reading.page->name(), "KOI8-U");
  EXPECT_EQ(some.rank(encoded(sentence("uk"), "windows-1251")).readings[0].reading->page->name(), "KOI8-U");
}

TEST(ReadingSettings, NarrowByBoth) {
  const Readings some({{"uk"}, {"windows-1251", "windows-1250"}});
  ASSERT_EQ(some.all().size(), 1U);
  EXPECT_EQ(name_of(some.all()[0]), "uk windows-1251");
}

TEST(ReadingSettings, OfWhatNobodyReadsGiveNothing) {
  for (const auto& settings : {ReadingSettings{{"xx"}, {}}, ReadingSettings{{}, {"no-such"}},
                               ReadingSettings{{"uk"}, {"windows-1250"}}}) {
    EXPECT_TRUE(Readings(settings).all().empty());
    EXPECT_TRUE(Readings(settings).rank("abc").readings.empty());
  }
}

TEST(Agree, IsAboutTheBytesThatStandThere) {
  const auto windows = *CodePage::make("windows-1250"), iso = *CodePage::make("ISO-8859-2");
  EXPECT_TRUE(agree(windows, windows, "\xB9\x80"));
  EXPECT_TRUE(agree(windows, iso, ""));
  EXPECT_TRUE(agree(windows, iso, "kot"));
  EXPECT_TRUE(agree(windows, iso, encoded("łódź", "ISO-8859-2").substr(0, 3)));
  EXPECT_FALSE(agree(windows, iso, encoded("są", "ISO-8859-2")));
}

// ---- The rows ----

TEST(ReadingRows, AreEachAPageAndLanguagesOnce) {
  const data::Table& rows = data::readings();
  std::set<std::pair<std::string_view, std::string>> seen;
  std::size_t readings = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    const double nats = std::stod(std::string(cells[2]));
    EXPECT_TRUE(nats >= 0 && nats <= 10) << cells[0];
    EXPECT_TRUE(cells[3] == "-" || cells[3].find('=') != std::string_view::npos) << cells[3];
    std::string languages(cells[1]);
    for (std::size_t at = 0; at <= languages.size(); ++readings) {
      const auto end = std::min(languages.find(' ', at), languages.size());
      const auto language = languages.substr(at, end - at);
      EXPECT_NE(language::character_model(language), nullptr) << language;
      EXPECT_TRUE(seen.emplace(cells[0], language).second) << cells[0] << ' ' << language;
      at = end + 1;
    }
  }
  EXPECT_LE(all_readings().all().size(), readings);
}

TEST(ReadingRows, WriteTheirExample) {
  const data::Table& rows = data::readings();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    const auto page = CodePage::make(std::string(cells[0]));
    EXPECT_TRUE(!page || in_page(*page, cells[4])) << cells[0] << ": " << cells[4];
  }
}

TEST(ReadingRows, HaveAFirstEncodingForEachLanguage) {
  std::map<std::string_view, language::Cost> least;
  for (const Reading& reading : all_readings().all()) {
    const auto known = least.try_emplace(reading.model->language(), UINT32_MAX).first;
    known->second = std::min(known->second, reading.prior);
  }
  EXPECT_EQ(least.size() + 1, language::character_models().size());  // all but Vietnamese
  EXPECT_EQ(least["uk"], 0U);
}

}  // namespace
}  // namespace sito::charset

#include "people/word_reading.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sito::people {
namespace {

// Whether a word may come from a nominative, in the nominative itself or in another case.
struct ReadingCase {
  const char* name;
  const char* word;
  Language language;
  const char* nominative;
  bool oblique;
};

bool has(const std::vector<WordReading>& readings, const ReadingCase& wanted) {
  return std::any_of(readings.begin(), readings.end(), [&](const WordReading& reading) {
    return reading.nominative == wanted.nominative && reading.oblique == wanted.oblique;
  });
}

constexpr ReadingCase kGiven[] = {
    {"Nominative", "олена", Language::kUkrainian, "олена", false},
    {"Genitive", "олени", Language::kUkrainian, "олена", true},
    {"NoCaseChangesIt", "джо", Language::kUkrainian, "джо", true},
    {"UnknownIsItself", "квіра", Language::kUkrainian, "квіра", false},
};
class GivenReadings : public testing::TestWithParam<ReadingCase> {};
TEST_P(GivenReadings, Hold) {
  EXPECT_TRUE(has(given_readings(GetParam().word, GetParam().language), GetParam()));
}
INSTANTIATE_TEST_SUITE_P(Words, GivenReadings, testing::ValuesIn(kGiven),
                         [](const auto& row) { return row.param.name; });

constexpr ReadingCase kSurnames[] = {
    {"Nominative", "зайченко", Language::kUkrainian, "зайченко", false},
    {"Genitive", "зайченка", Language::kUkrainian, "зайченко", true},
    {"WomansStaysAsItIs", "зайченко", Language::kUkrainian, "зайченко", true},
    {"TwoParts", "лаврової-залеської", Language::kUkrainian, "лаврова-залеська", true},
    {"Polish", "zaleskiego", Language::kPolish, "zaleski", true},
    {"Czech", "vlčka", Language::kCzech, "vlček", true},
};
class SurnameReadings : public testing::TestWithParam<ReadingCase> {};
TEST_P(SurnameReadings, Hold) {
  EXPECT_TRUE(has(surname_readings(GetParam().word, GetParam().language), GetParam()));
}
INSTANTIATE_TEST_SUITE_P(Words, SurnameReadings, testing::ValuesIn(kSurnames),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::people

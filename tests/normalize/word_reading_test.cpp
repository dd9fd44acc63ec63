#include "normalize/word_reading.h"

#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

TEST(LineLetters, CountThoseWithoutTwins) {
  const auto letters = line_letters("Нова хата, new 5 cap");
  EXPECT_EQ(letters.cyrillic, 2U);  // в т
  EXPECT_EQ(letters.latin, 2U);     // n w
}

TEST(WordReading, FollowsTheLine) {
  EXPECT_EQ(reading_of_word("хaтa", {5, 1}), Script::kCyrillic);
  EXPECT_EQ(reading_of_word("сap", {1, 5}), Script::kLatin);
  EXPECT_EQ(reading_of_word("сap", {2, 2}), Script::kOther);
}

struct WholeWord {
  const char* name;
  std::string_view word;
  LineLetters line;
  Script script;
};

constexpr WholeWord kWholeWords[] = {
    {"Council", "COBET", {20, 1}, Script::kCyrillic},
    {"Restaurant", "PECTOPAH", {20, 1}, Script::kCyrillic},
    {"Novelties", "HOBOCTI", {20, 1}, Script::kCyrillic},
    {"InShortLine", "COBET", {5, 1}, Script::kOther},
    {"InAMixedLine", "COBET", {20, 10}, Script::kOther},
    {"InItsOwnLine", "COBET", {1, 20}, Script::kOther},
    {"Brand", "TOYOTA", {20, 1}, Script::kOther},
    {"Association", "IATA", {20, 1}, Script::kOther},
    {"Protocol", "HTTP", {20, 1}, Script::kOther},
    {"EnglishWord", "HOME", {20, 1}, Script::kOther},
    {"Abbreviation", "CAP", {20, 1}, Script::kOther},
    {"CyrillicWordInAnEnglishLine", "СОВЕТ", {1, 20}, Script::kOther},
    {"EnglishWordInCyrillicLetters", "РЕАСЕ", {1, 20}, Script::kLatin},
};

class WordOfOneScript : public testing::TestWithParam<WholeWord> {};
TEST_P(WordOfOneScript, Is) {
  EXPECT_EQ(reading_of_word(GetParam().word, GetParam().line), GetParam().script);
}
INSTANTIATE_TEST_SUITE_P(Words, WordOfOneScript, testing::ValuesIn(kWholeWords),
                         [](const auto& row) { return row.param.name; });

TEST(MayBeOfOtherScript, WantsFourLettersWithTwins) {
  EXPECT_TRUE(may_be_of_other_script("COBET"));
  EXPECT_TRUE(may_be_of_other_script("ХАТА"));
  for (const std::string_view word : {"", "CAP", "BMWX", "СОВеt", "αβγδ"})
    EXPECT_FALSE(may_be_of_other_script(word)) << word;
}

}  // namespace
}  // namespace sito::normalize

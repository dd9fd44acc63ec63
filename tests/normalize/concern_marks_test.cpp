#include "normalize/concern_marks.h"

#include <gtest/gtest.h>

#include "normalize/concerns.h"

namespace sito::normalize {
namespace {

struct MarkCase {
  const char* name;
  std::string_view text;
  std::size_t at;
  unsigned concerns;
};

constexpr MarkCase kCases[] = {
    {"Ampersand", "a&b", 1, kReferences},
    {"AmpersandBetweenSpaces", "a & b", 2, 0},
    {"CurlyApostrophe", "п’я", 2, 0},
    {"Prime", "п′я", 2, kApostrophes},
    {"CurlyMark", "п’ ", 2, 0},
    {"ClosingGuillemet", "б»є", 2, kApostrophes},
    {"NotSign", "о¬д", 2, kHyphens},
    {"SoftHyphenAtALineEnd", "о\u00AD\nд", 2, kHyphens | kZeroWidth},
    {"Breve", "и\u02D8", 2, kCombining | kHomoglyphs},
    {"RareCyrillicBesideLatin", "ґa", 0, kHomoglyphs},
    {"RareCyrillic", "ґа", 0, 0},
    {"StressBetweenScripts", "a\u0301б", 1, kForm | kHomoglyphs},
    {"Stress", "а\u0301б", 2, kForm},
};

class ConcernMarks : public testing::TestWithParam<MarkCase> {};
TEST_P(ConcernMarks, Are) {
  EXPECT_EQ(concerns_of_character(GetParam().text, GetParam().at) & ~kMojibake, GetParam().concerns);
}
INSTANTIATE_TEST_SUITE_P(Texts, ConcernMarks, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(ConcernsReading, OfSignsBesideOddLetters) {
  EXPECT_NE(concerns_of_character("cafÃ©", 5) & kMojibake, 0U);
  EXPECT_NE(concerns_of_character("â€™", 2) & kMojibake, 0U);
  EXPECT_NE(concerns_of_character("дл€", 4) & kMojibake, 0U);
  EXPECT_NE(concerns_of_character("–Љ—Ц", 0) & kMojibake, 0U);
  EXPECT_EQ(concerns_of_character("так – так", 7) & kMojibake, 0U);
  EXPECT_EQ(concerns_of_character("5 €", 2) & kMojibake, 0U);
}

TEST(ConcernsLoneI, BeforeACyrillicWord) {
  EXPECT_TRUE(concerns_lone_i("i так", 0));
  EXPECT_TRUE(concerns_lone_i("i «так", 0));
  EXPECT_FALSE(concerns_lone_i("i tak", 0));
  EXPECT_FALSE(concerns_lone_i("i", 0));
  EXPECT_FALSE(concerns_lone_i("i.e. так", 0));
}

TEST(ConcernsSpacedLetters, WhereLettersStandInARow) {
  EXPECT_TRUE(concerns_spaced_letters("У В А", 5));
  EXPECT_TRUE(concerns_spaced_letters("а і в", 5));
  EXPECT_TRUE(concerns_spaced_letters("X Y Z", 3));
  EXPECT_FALSE(concerns_spaced_letters("x Y Z", 3));
}

TEST(ConcernsWholeWord, LooksAtBothSidesOfASpace) {
  EXPECT_TRUE(concerns_whole_word("в COBET", 2));  // в
  EXPECT_TRUE(concerns_whole_word("COBET в", 5));
  EXPECT_FALSE(concerns_whole_word("CAP в", 3));
  EXPECT_FALSE(concerns_whole_word(" ", 0));
}

}  // namespace
}  // namespace sito::normalize

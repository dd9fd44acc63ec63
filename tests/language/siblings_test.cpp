#include "language/siblings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "data/tables.h"
#include "language/character_model.h"

namespace sito::language {
namespace {

/// The likeliest sibling, or "-" if two are as likely or there are none.
std::string likeliest(std::string_view words, std::string_view language) {
  std::string result = "-";
  for (const Doubt& doubt : doubts_among_siblings(words, language)) {
    if (doubt.nats > 0) continue;
    if (result != "-") return "-";
    result = doubt.language;
  }
  return result;
}

struct SiblingCase {
  const char* name;
  const char* words;
  const char* language;  ///< one of the group
  const char* likeliest;
};

constexpr SiblingCase kCases[] = {
    {"Danish", "de blev bedt om at give noget af det tilbage", "nb", "da"},
    {"Bokmal", "de ble bedt om å gi noe av det tilbake", "da", "nb"},
    {"Nynorsk", "dei vart bedne om å gje noko av det att", "nb", "nn"},
    {"Swedish", "de blev ombedda att ge tillbaka något av det", "da", "sv"},
    {"Croatian", "gdje je vijeće i tko je tijekom tjedna bio u općini", "sr", "hr"},
    {"Serbian", "gde je veće i ko je tokom nedelje bio u opštini", "hr", "sr"},
    {"Capitals", "GDJE JE VIJEĆE I TKO JE TIJEKOM TJEDNA BIO U OPĆINI", "sr", "hr"},
    {"SerbianInCyrillic", "где је веће и ко је током недеље био у општини", "sr", "-"},
    {"NothingPeculiar", "most", "hr", "-"},
    {"NoSiblings", "the bridge", "en", "-"},
    {"Empty", "", "da", "-"},
};

class LikeliestSibling : public testing::TestWithParam<SiblingCase> {};
TEST_P(LikeliestSibling, IsTold) {
  EXPECT_EQ(likeliest(GetParam().words, GetParam().language), GetParam().likeliest);
}
INSTANTIATE_TEST_SUITE_P(Words, LikeliestSibling, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(Doubts, AreOneForEachSibling) {
  const auto doubts = doubts_among_siblings("de blev bedt om det", "nn");
  ASSERT_EQ(doubts.size(), 4U);
  EXPECT_TRUE(std::all_of(doubts.begin(), doubts.end(), [](const Doubt& doubt) { return doubt.nats >= 0; }));
  EXPECT_TRUE(doubts_among_siblings("the bridge", "en").empty());
}

TEST(Doubts, AreOfTheHeadOfLongTexts) {
  std::string words;
  while (words.size() < 1024) words += "de blev bedt om at give noget af det tilbage ";
  while (words.size() < (1U << 22)) words += "å gi noe av ";
  EXPECT_EQ(likeliest(words, "nb"), "da");
}

TEST(AreSiblings, IsOfGroups) {
  EXPECT_TRUE(are_siblings("da", "nb"));
  EXPECT_TRUE(are_siblings("en", "en"));
  EXPECT_FALSE(are_siblings("da", "hr"));
  EXPECT_FALSE(are_siblings("en", "de"));
  EXPECT_FALSE(are_siblings("", "de"));
}

TEST(LanguageMarkRows, AreOfAKnownLanguageAndInTheirExample) {
  const auto& rows = data::language_marks();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    const std::string siblings = " " + std::string(cells[2]) + " ";
    EXPECT_NE(siblings.find(" " + std::string(cells[1]) + " "), std::string::npos) << cells[0];
    EXPECT_NE(character_model(cells[1]), nullptr) << cells[0];
    EXPECT_NE(("_" + std::string(cells[4]) + "_").find(cells[0]), std::string::npos) << cells[0];
    const double nats = data::number(cells[3]);
    EXPECT_TRUE(nats != 0 && nats >= -12 && nats <= 12) << cells[0] << ": " << cells[3];
  }
}

// One letter stands everywhere, and the look-up passes it over.
TEST(LanguageMarkRows, AreOfTwoBytesOrMore) {
  const auto& rows = data::language_marks();
  for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_GE(rows.row(i).key().size(), 2U) << rows.row(i).key();
}

TEST(LanguageMarkRows, AreOneForAPieceAndALanguage) {
  const auto& rows = data::language_marks();
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto before = rows.row(i - 1).cells, cells = rows.row(i).cells;
    EXPECT_FALSE(before[0] == cells[0] && before[1] == cells[1]) << cells[0];
  }
}

}  // namespace
}  // namespace sito::language

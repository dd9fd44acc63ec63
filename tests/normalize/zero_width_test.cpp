#include "normalize/zero_width.h"

#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

struct ZeroWidthCase {
  const char* name;
  std::string_view text;
  std::string_view normal;
};

constexpr ZeroWidthCase kGone[] = {
    {"SoftHyphens", "пе\u00ADре\u00ADправа", "переправа"},
    {"SpaceInsideCyrillic", "мос\u200Bт", "мост"},
    {"JoinersInsideLatin", "bri\u200Ddg\u200Ce", "bridge"},
    {"MarkInside", "міст\uFEFF відкрито", "міст відкрито"},
    {"WordJoiner", "5\u2060%", "5%"},
    {"DirectionsInUkrainian", "\u200Eміст\u200F \u202Aвідкрито\u202C \u2068знов\u2069\u061C",
     "міст відкрито знов"},
    {"AllOfThem", "\u200B\u200C\u200D\uFEFF\u00AD", ""},
    {"JoinerAtTheEnds", "\u200Dміст\u200D", "міст"},
    {"JoinerBetweenMarks", "и\u0306\u200Dй", "и\u0306й"},
    {"JoinerBehindEmojiOnly", "\U0001F33E\u200D і хліб", "\U0001F33E і хліб"},
    {"JoinerBeforeEmojiOnly", "хліб \u200D\U0001F33E", "хліб \U0001F33E"},
    {"NonJoinerBetweenEmoji", "\U0001F468\u200C\U0001F33E", "\U0001F468\U0001F33E"},
    {"SpaceInArabic", "سل\u200Bام", "سلام"},
    {"SoftHyphenInHindi", "क\u00ADख", "कख"},
    {"JoinerInChinese", "日\u200D本", "日本"},
};

constexpr std::string_view kStays[] = {
    "",
    "Міст відкрито – “так”, 5 €, № 3…",
    // Persian: non-joiner inside a word, behind a mark, at a word's end; joiner in an abbreviation.
    "می\u200Cخواهم",
    "بّ\u200Cها",
    "می\u200C ",
    "ه\u200D.",
    // Hindi and Sinhala: joiners after virama.
    "क्\u200Dष",
    "ශ්\u200Dරී",
    "\u200Dष",
    // Emoji: a family, a skin tone, a flag, a heart, a profession with a selector.
    "\U0001F468\u200D\U0001F469\u200D\U0001F467",
    "\U0001F469\U0001F3FD\u200D\U0001F33E",
    "\U0001F3F3\uFE0F\u200D\U0001F308",
    "\u2764\uFE0F\u200D\U0001F525",
    "\U0001F468\u200D\u2695\uFE0F",
    // Thai and Khmer part words without a space.
    "สวัสดี\u200Bครับ",
    "ភាសា\u200Bខ្មែរ",
    // Direction in a text with Hebrew or Arabic, wherever it stands.
    "\u200Fשלום\u200E (Kyiv)\u200F",
    "міст \u2067سلام\u2069",
    // Not ours to decide: selectors, CGJ, invisible operators, Mongolian's separator, Hangul's filler.
    "\u2764\uFE0E",
    "а\u034Fб",
    "f\u2061x",
    "ᠮ\u180Eᠣ",
    "\u1160",
};

std::string without(std::string_view text) {
  std::string out = "left over";
  remove_zero_width(text, out);
  return out;
}

class ZeroWidthGone : public testing::TestWithParam<ZeroWidthCase> {};
TEST_P(ZeroWidthGone, Is) { EXPECT_EQ(without(GetParam().text), GetParam().normal); }
INSTANTIATE_TEST_SUITE_P(Texts, ZeroWidthGone, testing::ValuesIn(kGone),
                         [](const auto& row) { return row.param.name; });

class ZeroWidthStays : public testing::TestWithParam<std::string_view> {};
TEST_P(ZeroWidthStays, Is) {
  std::string out;
  EXPECT_EQ(remove_zero_width(GetParam(), out), 0u);
  EXPECT_EQ(out, GetParam());
}
INSTANTIATE_TEST_SUITE_P(Texts, ZeroWidthStays, testing::ValuesIn(kStays));

TEST(ZeroWidth, IsCounted) {
  std::string out;
  EXPECT_EQ(remove_zero_width("пе\u00ADре\u200B\u200Bправа \U0001F468\u200D\U0001F33E", out), 3u);
}

TEST(ZeroWidth, RunsTakeLinearTime) {
  std::string joiners = "а";
  for (int i = 0; i < 200000; ++i) joiners += "\u0301\u200D";
  EXPECT_EQ(without(joiners).size(), 2u + 2u * 200000u);
  std::string kept = "ب";
  for (int i = 0; i < 200000; ++i) kept += "\u0301\u200D";
  EXPECT_EQ(without(kept), kept);
}

}  // namespace
}  // namespace sito::normalize

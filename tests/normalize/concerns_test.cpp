#include "normalize/concerns.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::normalize {
namespace {

struct ConcernCase {
  const char* name;
  std::string_view text;
  unsigned concerns;
};

constexpr ConcernCase kCases[] = {
    {"Empty", "", 0},
    {"Page", "01 / Травень, 2024\n\n«Так», – каже ґазда з Їжівки…\tй №5\n", 0},
    {"Emoji", "Дякую \U0001F64F!", 0},
    {"Chinese", "日本語。", 0},
    {"PolishAndFrench", "Zażółć gęślą; cœur", 0},
    {"Return", "а\r\nб", kLineEnds | kWhitespace},
    {"Separator", "а\u2028б", kLineEnds | kWhitespace},
    {"NextLine", "а\u0085б", kLineEnds | kWhitespace},
    {"Nul", std::string_view("а\0", 3), kControl},
    {"C1", "а\u0091", kControl},
    {"Noncharacter", "\uFFFE", kControl},
    {"SoftHyphen", "а\u00ADб", kZeroWidth},
    {"Joiner", "\U0001F468\u200D\U0001F33E", kZeroWidth},
    {"Mark", "и\u0306", kForm},
    {"Stress", "за\u0301мок", kForm},
    {"Jamo", "\u1112\u1161", kForm},
    {"EnQuad", "а\u2000б", kForm | kWhitespace},
    {"NoBreakSpace", "а\u00A0б", kWhitespace},
    {"TwoSpaces", "а  б", kWhitespace},
    {"SpaceAndTab", "а \tб", kWhitespace},
    {"Indent", "а\n б", kWhitespace},
    {"TrailingSpace", "а \nб", kWhitespace},
    {"FinalSpace", "а ", kWhitespace},
    {"FirstSpace", " а", kWhitespace},
    {"FirstLineFeed", "\nа", kWhitespace},
    {"TwoEmptyLines", "а\n\n\nб", kWhitespace},
    {"FinalEmptyLine", "а\n\n", kWhitespace},
};

class Concerns : public testing::TestWithParam<ConcernCase> {};
TEST_P(Concerns, Are) { EXPECT_EQ(concerns(GetParam().text) & ~kMojibake, GetParam().concerns); }
INSTANTIATE_TEST_SUITE_P(Texts, Concerns, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

// What the scan takes for misread, wherever it stands in a block.
TEST(ConcernsOfMojibake, AreSeenAtAnyPlace) {
  for (const std::string_view text :
       {"РњС–СЃС‚Рѕ", "cafÃ©", "нЕУФП", "âîäà", "╨╝╤Ц", "–Љ—Ц—Б", "RÃœCK", "rГј", "×‘×”×•×“"}) {
    for (std::size_t before = 0; before < 130; ++before) {
      std::string page(before, 'a');
      if (before > 0) page.back() = ' ';
      EXPECT_NE(concerns(page.append(text)) & kMojibake, 0U) << before << ' ' << text;
    }
  }
}

TEST(ConcernsOfMojibake, AreNoneOfCleanText) {
  for (const std::string_view text :
       {"«Так», – каже ґазда з Їжівки…", "Рік минув, Сім’я Підлужних", "Łąka i gęś", "Český úřad",
        "cœur naïve à", "5 € і 7 °C", "СССР", "пів’ями"})
    EXPECT_EQ(concerns(text) & kMojibake, 0U) << text;
}

}  // namespace
}  // namespace sito::normalize

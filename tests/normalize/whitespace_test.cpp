#include "normalize/whitespace.h"

#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

struct WhitespaceCase {
  const char* name;
  std::string_view text;
  std::string_view normal;
  std::size_t changes;
};

constexpr WhitespaceCase kCases[] = {
    {"Empty", "", "", 0},
    {"Clean", "а б\n\nв г\nґ", "а б\n\nв г\nґ", 0},
    {"FinalLineEndStays", "а\n", "а\n", 0},
    {"NoneIsAdded", "а", "а", 0},
    {"NoBreakSpace", "а\u00A0б", "а б", 1},
    {"Kin", "а\u202Fб\u2009в\u3000г\u1680ґ\u205Fд", "а б в г ґ д", 5},
    {"Run", "а   б", "а б", 2},
    {"RunWithNoBreakSpace", "а \u00A0б\u00A0 в", "а б в", 2},
    {"RunOfNoBreakSpaces", "а\u00A0\u00A0б", "а б", 2},
    {"TabStays", "а\tб", "а\tб", 0},
    {"TabWinsInARun", "а \t б", "а\tб", 2},
    {"Tabs", "а\t\tб", "а\tб", 1},
    {"BehindLine", "а \nб\t\nв\u00A0", "а\nб\nв", 3},
    {"BeforeLine", "  а\n\tб\n\u00A0в", "а\nб\nв", 4},
    {"LineOfNoBreakSpace", "а\n\u00A0\nб", "а\n\nб", 1},
    {"EmptyLines", "а\n\n\n\nб", "а\n\nб", 2},
    {"BlankLines", "а\n \n\u00A0\u00A0\n\t\nб", "а\n\nб", 6},
    {"AtTheHead", "\n\n \nа", "а", 4},
    {"AtTheEnd", "а\n\n \n", "а\n", 3},
    {"BlanksBehindTheFinalLineEnd", "а\n  ", "а\n", 2},
    {"NothingButSpace", " \n\u00A0\n\t", "", 5},
    {"OneLineFeed", "\n", "", 1},
    {"NearestStrangersStay", "а\u200Bб–в¡г\u00ADґ、", "а\u200Bб–в¡г\u00ADґ、", 0},
    // With the line ends' step off, other line ends count as such and stay.
    {"WindowsLines", "а \r\n\r\n\r\nб\r\n", "а\r\n\r\nб\r\n", 2},
    {"NextLines", "а \u0085 б\u2028\u2029\u2028в", "а\u0085б\u2028\u2029в", 3},
    {"ReturnAndFeedMeet", "а\r \nб", "а\r\nб", 1},
};

class Whitespace : public testing::TestWithParam<WhitespaceCase> {};
TEST_P(Whitespace, Normal) {
  std::string out = "left over";
  EXPECT_EQ(normalize_whitespace(GetParam().text, out), GetParam().changes);
  EXPECT_EQ(out, GetParam().normal);
}
TEST_P(Whitespace, TwiceIsOnce) {
  std::string out;
  EXPECT_EQ(normalize_whitespace(GetParam().normal, out), 0u);
  EXPECT_EQ(out, GetParam().normal);
}
INSTANTIATE_TEST_SUITE_P(Texts, Whitespace, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::normalize

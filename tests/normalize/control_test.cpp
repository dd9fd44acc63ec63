#include "normalize/control.h"

#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

using namespace std::string_view_literals;

struct ControlCase {
  const char* name;
  std::string_view text;
  std::string_view normal;
  std::size_t changes;
};

constexpr ControlCase kCases[] = {
    {"Empty", ""sv, "", 0},
    {"Nul", "а\0б"sv, "аб", 1},
    {"TabAndLineFeedStay", "а\tб\nв"sv, "а\tб\nв", 0},
    {"OtherLineEndsAreNotItsQuestion", "а\r\nб\vв\fг\u0085д"sv, "а\r\nб\vв\fг\u0085д", 0},
    {"BellAndEscape", "\a\x1B[1mжирний"sv, "[1mжирний", 2},
    {"EndOfDosFile", "кінець\x1A"sv, "кінець", 1},
    {"Delete", "а\x7F"sv, "а", 1},
    {"C1", "а\u0080\u0084\u0086\u009Fб"sv, "аб", 4},
    {"NoBreakSpaceStays", "а\u00A0б"sv, "а\u00A0б", 0},
    {"Noncharacters", "\uFFFE\uFFFF\uFDD0\uFDEF\U0001FFFE\U0010FFFFа"sv, "а", 6},
    {"TheirNeighboursStay", "\uFFFD\uFDCF\uFDF0\U0001FFFD"sv, "\uFFFD\uFDCF\uFDF0\U0001FFFD", 0},
    {"PrivateUseStays", "\uE000\U000F0000"sv, "\uE000\U000F0000", 0},
};

class Control : public testing::TestWithParam<ControlCase> {};
TEST_P(Control, Normal) {
  std::string out = "left over";
  EXPECT_EQ(remove_controls(GetParam().text, out), GetParam().changes);
  EXPECT_EQ(out, GetParam().normal);
}
INSTANTIATE_TEST_SUITE_P(Texts, Control, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(UnwantedControl, IsOneOf66NoncharactersAndOfTheControls) {
  std::size_t count = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c)
    if (is_unwanted_control(c)) ++count;
  EXPECT_EQ(count, 66u + 32u - 5u + 33u - 1u);  // C0 less TAB LF VT FF CR; DEL and C1 less NEL
}

}  // namespace
}  // namespace sito::normalize

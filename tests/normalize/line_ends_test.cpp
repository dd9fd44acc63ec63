#include "normalize/line_ends.h"

#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

struct LineEndCase {
  const char* name;
  std::string_view text;
  std::string_view normal;
  std::size_t changes;
};

constexpr LineEndCase kCases[] = {
    {"Empty", "", "", 0},
    {"Unix", "а\nб\n\n", "а\nб\n\n", 0},
    {"Windows", "а\r\nб\r\n", "а\nб\n", 2},
    {"OldMac", "а\rб\r", "а\nб\n", 2},
    {"FeedThenReturnAreTwo", "а\n\rб", "а\n\nб", 1},
    {"TwoReturnsThenFeed", "а\r\r\nб", "а\n\nб", 2},
    {"NextLine", "а\u0085б", "а\nб", 1},
    {"Separators", "а\u2028б\u2029в", "а\nб\nв", 2},
    {"TabAndFormFeed", "а\vб\fв", "а\nб\nв", 2},
    {"NeighboursOfSeparatorsStay", "а\u2027б\u202Aв\u00A0г–д", "а\u2027б\u202Aв\u00A0г–д", 0},
};

class LineEnds : public testing::TestWithParam<LineEndCase> {};
TEST_P(LineEnds, Normal) {
  std::string out = "left over";
  EXPECT_EQ(normalize_line_ends(GetParam().text, out), GetParam().changes);
  EXPECT_EQ(out, GetParam().normal);
}
INSTANTIATE_TEST_SUITE_P(Texts, LineEnds, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::normalize

#include "normalize/dashes.h"

#include "normalize/step_case.h"

namespace sito::normalize {
namespace {

const StepCase kCases[] = {
    {"Empty", "", ""},
    {"BetweenWords", "Київ - місто, Львів -- місто, Одеса — місто",
     "Київ – місто, Львів – місто, Одеса – місто"},
    {"AtALineHead", "- Так, - каже.\n— Ні.", "– Так, – каже.\n– Ні."},
    {"ThreeHyphensAndBar", "а --- б ― в", "а – б – в"},
    {"NoBreakSpaces", "а\u00A0-\u00A0б", "а\u00A0–\u00A0б"},
    {"HyphensStay", "Івано-Франківськ, 2019-2024, 5—7, будь- що",
     "Івано-Франківськ, 2019-2024, 5—7, будь- що"},
    {"LinesOfHyphensStay", "-----\n---\n - \n----- а", "-----\n---\n – \n----- а"},
    {"AtALineEndStays", "так -\nні -", "так -\nні -"},
    {"MinusStays", "5 − 3", "5 − 3"},
};

class EnDashes : public testing::TestWithParam<StepCase> {};
TEST_P(EnDashes, Is) {
  expect_step(
      GetParam(),
      [](std::string_view text, std::string& out) { return unify_dashes(text, Dashes::kEn, out); }, 0);
}
INSTANTIATE_TEST_SUITE_P(Texts, EnDashes, testing::ValuesIn(kCases),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(EmDashes, AreWritten) {
  std::string out;
  EXPECT_EQ(unify_dashes("а - б – в — г", Dashes::kEm, out), 2U);
  EXPECT_EQ(out, "а — б — в — г");
}

}  // namespace
}  // namespace sito::normalize

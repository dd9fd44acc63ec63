#include "normalize/quotation_marks.h"

#include "normalize/step_case.h"

namespace sito::normalize {
namespace {

const StepCase kCases[] = {
    {"Empty", "", ""},
    {"Straight", "Каже: \"так\" і \"ні\".", "Каже: «так» і «ні»."},
    {"Curly", "“so” and „so“, ”så”", "«so» and «so», «så»"},
    {"Nested", "«Каже: «так»», \"Каже: „так“\"", "«Каже: „так“», «Каже: „так“»"},
    {"BesideEachOther", "\"\"Ера\" діє\"", "«„Ера“ діє»"},
    {"InchStays", "Екран 27\" удома", "Екран 27\" удома"},
    {"UnclosedStays", "\"Так, каже.\nІ ще", "\"Так, каже.\nІ ще"},
    {"StrayCloserStays", "так\" і все", "так\" і все"},
    {"SingleMarksStay", "‘so’ and ‹so› and 'so'", "‘so’ and ‹so› and 'so'"},
    {"AngleStays", "«так» і «„ні“ – так»", "«так» і «„ні“ – так»"},
};

class AngleMarks : public testing::TestWithParam<StepCase> {};
TEST_P(AngleMarks, Is) {
  expect_step(
      GetParam(),
      [](std::string_view text, std::string& out) {
        return unify_quotation_marks(text, QuotationMarks::kAngle, out);
      },
      0);
}
INSTANTIATE_TEST_SUITE_P(Texts, AngleMarks, testing::ValuesIn(kCases),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(StraightMarks, NeedNoPartner) {
  std::string out;
  EXPECT_EQ(unify_quotation_marks("«так», „so“ і ”, \"ні\"", QuotationMarks::kStraight, out), 5U);
  EXPECT_EQ(out, "\"так\", \"so\" і \", \"ні\"");
}

}  // namespace
}  // namespace sito::normalize

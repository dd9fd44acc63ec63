#include "language/case_shape.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "data/tables.h"
#include "text/utf8.h"

namespace sito::language {
namespace {

struct CaseCase {
  const char* name;
  char32_t character;
  Case is;
};

constexpr CaseCase kCases[] = {
    {"SmallCyrillic", U'ї', Case::kLower}, {"CapitalCyrillic", U'Ґ', Case::kUpper},
    {"SmallLatin", U'z', Case::kLower},    {"CapitalLatin", U'Ł', Case::kUpper},
    {"SharpS", U'ß', Case::kLower},        {"Hebrew", U'ש', Case::kOther},
    {"Arabic", U'ع', Case::kOther},        {"Digit", U'7', Case::kOther},
    {"Space", U' ', Case::kOther},         {"Apostrophe", U'’', Case::kOther},
    {"Greek", U'Ω', Case::kUpper},         {"Nothing", U'\uFFFD', Case::kOther},
};

class CaseOf : public testing::TestWithParam<CaseCase> {};
TEST_P(CaseOf, Is) { EXPECT_EQ(case_of(GetParam().character), GetParam().is); }
INSTANTIATE_TEST_SUITE_P(Characters, CaseOf, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

// Two texts of the same letters: press text writes the first.
struct ShapeCase {
  const char* name;
  const char* usual;
  const char* odd;
};

constexpr ShapeCase kShapes[] = {
    {"SentenceAndItsCasesSwapped", "Рада схвалила звіт", "рАДА СХВАЛИЛА ЗВІТ"},
    {"CapitalInsideAWord", "міст відкрито", "міСт відкрито"},
    {"CapitalAtTheEnd", "міст відкрито", "місТ відкритО"},
    {"CapitalsAllThrough", "РАДА СХВАЛИЛА ЗВІТ", "РАДа СхВАЛИЛА ЗВІТ"},
    {"Abbreviation", "рішення ЄСПЛ", "рішення єСПЛ"},
    {"TwoCapitals", "Євген Марко", "ЄВген МАрко"},
    {"Latin", "The Bridge is open", "tHE bRIDGE IS OPEN"},
    {"CamelCaseIsRareButNoWonder", "КиївБуд", "КИївБУд"},
    {"AlternatingCapitals", "полагодили міст", "пОлАгОдИлИ мІсТ"},
};

class Shape : public testing::TestWithParam<ShapeCase> {};
TEST_P(Shape, IsCheaperThanTheOther) { EXPECT_LT(shape_cost(GetParam().usual), shape_cost(GetParam().odd)); }
INSTANTIATE_TEST_SUITE_P(Texts, Shape, testing::ValuesIn(kShapes),
                         [](const auto& row) { return row.param.name; });

TEST(ShapeCost, OfWhatHasNoLettersIsNothing) {
  for (const char* text : {"", " ", "12 345, 67 %", "…", "שלום", "日本"})
    EXPECT_EQ(shape_cost(text), 0U) << text;
}

TEST(ShapeCost, OfSmallLettersInsideAWordIsNothing) {
  const std::string word = "полагодилиполагодили";
  EXPECT_EQ(shape_cost(word), shape_cost("по"));
}

TEST(ShapeCost, IsTheSumOfItsSteps) {
  const std::string_view text = "КМУ: «Міст МакКея – №5»";
  CaseShape shape;
  Cost sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = text::decode(text, at);
    sum += shape.add(case_of(c));
    at += length;
  }
  EXPECT_EQ(shape_cost(text), sum);
}

// What stands further off than two characters does not matter.
TEST(CaseShape, RemembersTwoCharacters) {
  CaseShape left, right;
  for (const Case each : {Case::kUpper, Case::kUpper, Case::kLower, Case::kOther}) left.add(each);
  for (const Case each : {Case::kLower, Case::kOther}) right.add(each);
  EXPECT_EQ(left.add(Case::kUpper), right.add(Case::kUpper));
}

TEST(CaseShapeRows, AreOneForEachPairAndStandInTheirExamples) {
  const data::Table& rows = data::case_shapes();
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    ASSERT_EQ(cells[0].size(), 2U);
    ASSERT_EQ(cells[0].find_first_not_of("olu"), std::string_view::npos) << cells[0];
    EXPECT_TRUE(seen.insert(cells[0]).second) << cells[0];
    std::string shape = "oo";
    for (std::size_t at = 0; at < cells[3].size();) {
      const auto [c, length] = text::decode(cells[3], at);
      shape += "olu"[static_cast<std::size_t>(case_of(c))];
      at += length;
    }
    bool stands = false;
    for (std::size_t at = 0; at + 2 < shape.size(); ++at)
      stands = stands || (shape.compare(at, 2, cells[0]) == 0 && shape[at + 2] != 'o');
    EXPECT_TRUE(stands) << cells[0] << " before a letter: " << cells[3];
  }
  EXPECT_EQ(seen.size(), 9U);
}

}  // namespace
}  // namespace sito::language

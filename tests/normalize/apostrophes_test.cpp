#include "normalize/apostrophes.h"

#include "data/tables.h"
#include "normalize/step_case.h"

namespace sito::normalize {
namespace {

const StepCase kCases[] = {
    {"Empty", "", ""},
    {"AllKinds", "п’ять п`ять п´ять пʼять п‘ять п′ять п＇ять", "п'ять п'ять п'ять п'ять п'ять п'ять п'ять"},
    {"BetweenAnyLetters", "О’Генрі, Кот-д’Івуар, Жанна д`Арк", "О'Генрі, Кот-д'Івуар, Жанна д'Арк"},
    {"Latin", "don’t, l’homme, O´Brien, can`t", "don't, l'homme, O'Brien, can't"},
    {"ForeignWordWithEnding", "iPhone’и", "iPhone'и"},
    {"ClosingGuillemet", "об»єднань, здоров»я", "об'єднань, здоров'я"},
    {"StraightMark", "об\"єднань і п\"ять", "об'єднань і п'ять"},
    {"BehindACapital", "М»ясо, З\"явилися", "М'ясо, З'явилися"},
    {"WithinMarks", "«Нове об»єднання» та \"нове об\"єднання\"", "«Нове об'єднання» та \"нове об'єднання\""},
    {"WithinSingleMarks", "‘об’єднання’", "‘об'єднання’"},
    {"ClosingMarkStays", "«об»єднань, «слово об»єднань, \"об\"єднань",
     "«об»єднань, «слово об»єднань, \"об\"єднань"},
    {"OpenedInALineBefore", "«Перший рядок\nдругий об»єднав\nтретій об»єднав",
     "«Перший рядок\nдругий об»єднав\nтретій об'єднав"},
    {"NoPlaceForOne", "слово»і, так\"то, об»Єднань, ОБ»ЄДНАНЬ, ЗМ»я",
     "слово»і, так\"то, об»Єднань, ОБ»ЄДНАНЬ, ЗМ»я"},
    {"ClosingSingleMarkStays", "‘слово’і далі, ‚Wort’und", "‘слово’і далі, ‚Wort’und"},
    {"EdgesStay", "the boys’ team, ’90s, rock ’n’ roll, ‘так’", "the boys’ team, ’90s, rock ’n’ roll, ‘так’"},
    {"LettersAndMinutesStay", "maʼno, 5′N, f′g, Hawaiʻi", "maʼno, 5′N, f′g, Hawaiʻi"},
    {"TwoStay", "п’’ять", "п’’ять"},
    {"StraightStays", "п'ять don't", "п'ять don't"},
};

class Apostrophes : public testing::TestWithParam<StepCase> {};
TEST_P(Apostrophes, Is) {
  expect_step(
      GetParam(),
      [](std::string_view text, std::string& out) {
        return unify_apostrophes(text, Apostrophe::kStraight, out);
      },
      0);
}
INSTANTIATE_TEST_SUITE_P(Texts, Apostrophes, testing::ValuesIn(kCases),
                         [](const auto& row) { return std::string(row.param.name); });

const StepCase kKept[] = {
    {"ApostrophesStay", "п’ять п'ять пʼять don’t", "п’ять п'ять пʼять don’t"},
    {"OthersAreStraight", "п`ять п´ять п‘ять п′ять п＇ять can`t", "п'ять п'ять п'ять п'ять п'ять can't"},
    {"MarksWhereOneIsNeeded", "об»єднань і п\"ять", "об'єднань і п'ять"},
};
class KeptApostrophes : public testing::TestWithParam<StepCase> {};
TEST_P(KeptApostrophes, Is) {
  expect_step(
      GetParam(),
      [](std::string_view text, std::string& out) { return unify_apostrophes(text, Apostrophe::kKeep, out); },
      kApostrophes);
}
INSTANTIATE_TEST_SUITE_P(Texts, KeptApostrophes, testing::ValuesIn(kKept),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(ApostropheForms, AreWritten) {
  std::string out;
  EXPECT_EQ(unify_apostrophes("п'ять п’ять don't", Apostrophe::kCurly, out), 2U);
  EXPECT_EQ(out, "п’ять п’ять don’t");
  EXPECT_EQ(unify_apostrophes("п'ять п`ять", Apostrophe::kModifier, out), 2U);
  EXPECT_EQ(out, "пʼять пʼять");
  EXPECT_EQ(apostrophe_character(Apostrophe::kStraight), "'");
}

TEST(ApostropheLetters, EachRowFiresOnItsExample) {
  const auto& table = data::apostrophe_letters();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    const std::string example(row.cells[2]);
    const auto at = example.find('\'');
    ASSERT_NE(at, std::string::npos) << example;
    std::string typed = example, out;
    typed.replace(at, 1, "\"");
    EXPECT_EQ(unify_apostrophes(typed, Apostrophe::kStraight, out), 1U) << example;
    EXPECT_EQ(out, example);
    EXPECT_EQ(row.cells[1] == "before" ? example.substr(at - 2, 2) : example.substr(at + 1, 2), row.key());
  }
}

}  // namespace
}  // namespace sito::normalize

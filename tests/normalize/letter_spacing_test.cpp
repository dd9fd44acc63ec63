#include "normalize/letter_spacing.h"

#include "data/tables.h"
#include "normalize/step_case.h"

namespace sito::normalize {
namespace {

const StepCase kCases[] = {
    {"Empty", "", ""},
    {"Word", "міська рада В И Р І Ш И Л А:", "міська рада ВИРІШИЛА:"},
    {"FourLetters", "Т Е М А", "ТЕМА"},
    {"WordsApartByBlanks", "С Е С І Я   М І С Ь К О Ї", "СЕСІЯ   МІСЬКОЇ"},
    {"WordsApartByNoBreakSpaces", "У В А Г А\u00A0В С І М", "УВАГА\u00A0ВСІМ"},
    {"WordsApartByTabs", "Я\tМ А Ю\tЧ А С", "Я\tМАЮ\tЧАС"},
    {"BehindAMark", "«У В А Г А» (Т Е М А)", "«УВАГА» (ТЕМА)"},
    {"Latin", "S T A R T", "START"},
    {"LatinTwinsWithin", "В I Д К P И Т О", "ВIДКPИТО"},
    {"LowerCase", "рада в и р і ш и л а: П о р я д о к", "рада вирішила: Порядок"},
    {"CapitalsThenAWord", "У В А Г А в місті", "УВАГА в місті"},
    {"EachLine", "У В А Г А\nТ Е М А", "УВАГА\nТЕМА"},
    {"ThreeStay", "І Д И", "І Д И"},
    {"WordsOfOneLetterStay", "і в у з о а, й з а в у я", "і в у з о а, й з а в у я"},
    {"LatinInLowerCaseStays", "x y z a b o c", "x y z a b o c"},
    {"LowerAlphabetStays", "а б в г ґ д е", "а б в г ґ д е"},
    {"AlphabetStays", "А Б В Г Д Е, A B C D E F G", "А Б В Г Д Е, A B C D E F G"},
    {"MarksOfSchoolStay", "A B A C F D, А В А Е Д", "A B A C F D, А В А Е Д"},
    {"InitialsStay", "К Т С В П, F Y T I T W RG", "К Т С В П, F Y T I T W RG"},
    {"VowelsStay", "О У О А І", "О У О А І"},
    {"SameLetterStays", "О Н О Н О Н", "О Н О Н О Н"},
    {"CommasPart", "У, В, А, Г, А", "У, В, А, Г, А"},
    {"LinesPart", "У В А\nГ А", "У В А\nГ А"},
    {"NumbersPart", "У В 1 А Г А", "У В 1 А Г А"},
    {"BothScriptsStay", "У Д Ж F L A", "У Д Ж F L A"},
    {"ColumnsStay", "У  В  А  Г  А", "У  В  А  Г  А"},
    {"WordsStay", "Я І ТИ", "Я І ТИ"},
};

class LetterSpacing : public testing::TestWithParam<StepCase> {};
TEST_P(LetterSpacing, Is) {
  expect_step(
      GetParam(), [](std::string_view text, std::string& out) { return join_spaced_letters(text, out); },
      kLetterSpacing);
}
INSTANTIATE_TEST_SUITE_P(Texts, LetterSpacing, testing::ValuesIn(kCases),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Vowels, StandInTheirExamples) {
  const auto& table = data::vowels();
  for (std::size_t i = 0; i < table.size(); ++i)
    EXPECT_NE(table.row(i).cells[1].find(table.row(i).key()), std::string_view::npos) << table.row(i).key();
}

}  // namespace
}  // namespace sito::normalize

#include "normalize/combining.h"

#include "normalize/step_case.h"

namespace sito::normalize {
namespace {

const StepCase kCases[] = {
    {"Empty", "", ""},
    {"BreveBehindIts", "краи\u02D8, И\u02D8огурт", "край, Йогурт"},
    {"DiaeresisBehindIts", "Киі¨в, І¨жак, е¨лка, ЛЕ¨Д", "Київ, Їжак, ёлка, ЛЁД"},
    {"Row", "яі¨і¨і¨, і¨і¨я, і¨і¨", "яїїї, їїя, її"},
    {"LatinTwinIsAnothers", "Киi¨в", "Киi¨в"},
    {"SoleLetterStays", "и\u02D8 і¨ краи \u0306", "и\u02D8 і¨ краи \u0306"},
    {"OtherLettersStay", "а\u02D8б о¨д nai¨ve", "а\u02D8б о¨д nai¨ve"},
    {"SecondMarkStays", "краи\u02D8\u02D8", "край\u02D8"},
    {"TrueMarkIsAnothers", "краи\u0306", "краи\u0306"},
};

class Combining : public testing::TestWithParam<StepCase> {};
TEST_P(Combining, Is) {
  expect_step(
      GetParam(), [](std::string_view text, std::string& out) { return join_spaced_marks(text, out); },
      kCombining);
}
INSTANTIATE_TEST_SUITE_P(Texts, Combining, testing::ValuesIn(kCases),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace sito::normalize

#include "normalize/hyphens.h"

#include "normalize/step_case.h"

namespace sito::normalize {
namespace {

const StepCase kCases[] = {
    {"Empty", "", ""},
    {"NotSignInAWord", "розпо¬діл бю¬дже¬ту", "розподіл бюджету"},
    {"NotSignAtALineEnd", "розпо¬\nділ", "розподіл"},
    {"NotSignAtAWindowsLineEnd", "розпо¬\r\nділ", "розподіл"},
    {"SoftHyphenAtALineEnd", "розпо\u00AD\nділ", "розподіл"},
    {"Capitals", "РОЗПО¬ДІЛ", "РОЗПОДІЛ"},
    {"LatinLetterForACyrillicOne", "мi¬сто", "мiсто"},
    {"BehindAMark", "моі¨¬ми", "моі¨ми"},
    {"English", "distri¬bution", "distribution"},
    {"SoftHyphenWithinALineIsAnothers", "розпо\u00ADділ", "розпо\u00ADділ"},
    {"LogicStays", "p ∧ ¬q, ¬p, A¬B", "p ∧ ¬q, ¬p, A¬B"},
    {"NumberStays", "5¬6", "5¬6"},
    {"NewSentenceStays", "кінець¬\nПочаток", "кінець¬\nПочаток"},
    {"EmptyLineStays", "кінець¬\n\nпочаток", "кінець¬\n\nпочаток"},
    {"AtTheEnds", "¬а ¬", "¬а ¬"},
    {"Two", "а¬¬б", "а¬¬б"},
};

class Hyphens : public testing::TestWithParam<StepCase> {};
TEST_P(Hyphens, Is) {
  expect_step(
      GetParam(), [](std::string_view text, std::string& out) { return remove_stray_hyphens(text, out); },
      kHyphens);
}
INSTANTIATE_TEST_SUITE_P(Texts, Hyphens, testing::ValuesIn(kCases),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace sito::normalize

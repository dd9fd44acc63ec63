#include "normalize/line_wrap.h"

#include "normalize/step_case.h"

namespace sito::normalize {
namespace {

const StepCase kCases[] = {
    {"Empty", "", ""},
    {"WordStandsElsewhere", "розпо-\nділ коштів; Розподіл триває", "розподіл коштів; Розподіл триває"},
    {"HyphenedWordStandsElsewhere", "соціально-\nекономічний, соціально-економічний",
     "соціально-економічний, соціально-економічний"},
    {"BothStandElsewhere", "веб-\nсайт, вебсайт, веб-сайт", "веб-сайт, вебсайт, веб-сайт"},
    {"WrappedText", "Міська рада за-\nтвердила роз-\nпис занять гурт-\nка.",
     "Міська рада затвердила розпис занять гуртка."},
    {"WrappedEnglish", "The coun-\ncil has ap-\nproved a bud-\nget.", "The council has approved a budget."},
    {"CompoundOfAWrappedText", "Рада за-\nтвердила роз-\nпис і науково-\nтехнічний план гурт-\nка.",
     "Рада затвердила розпис і науково-\nтехнічний план гуртка."},
    {"PartThatIsAWord", "Рада за-\nтвердила роз-\nпис; диван-\nліжко, диван; гурт-\nка",
     "Рада затвердила розпис; диван-\nліжко, диван; гуртка"},
    {"SoleWrapStays", "розпо-\nділ коштів", "розпо-\nділ коштів"},
    {"DashStays", "так -\nні, так-\n\nні", "так -\nні, так-\n\nні"},
    {"CapitalStays", "Івано-\nФранківськ, Івано-Франківськ; ФУТ-\nБОЛ футбол",
     "Івано-\nФранківськ, Івано-Франківськ; ФУТ-\nБОЛ футбол"},
    {"ScriptsStay", "web-\nсайт, webсайт", "web-\nсайт, webсайт"},
    {"NumbersStay", "2019-\nго, 2019-го", "2019-\nго, 2019-го"},
    {"ThreePartsStay", "будь-\nщо-небудь будьщо", "будь-\nщо-небудь будьщо"},
    {"ListStays", "a-\nb-\nc ab bc", "a-\nb-\nc ab bc"},
};

class LineWrap : public testing::TestWithParam<StepCase> {};
TEST_P(LineWrap, Is) {
  expect_step(
      GetParam(), [](std::string_view text, std::string& out) { return join_wrapped_words(text, out); },
      kLineWrap);
}
INSTANTIATE_TEST_SUITE_P(Texts, LineWrap, testing::ValuesIn(kCases),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace sito::normalize

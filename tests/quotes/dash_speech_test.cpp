#include "quotes/dash_speech.h"

#include <gtest/gtest.h>

#include "quotes/drawn.h"

namespace sito::quotes {
namespace {

std::string draw_dash_speech(std::string_view text) {
  const Page page(text);
  std::vector<Insertion> insertions;
  for (const auto& speech : find_dash_speech(page, {})) {
    for (auto span : speech.speech.spans) {
      insertions.push_back({span.begin, 2, "["});
      insertions.push_back({span.end, 1, "]"});
    }
  }
  return with_insertions(text, insertions);
}

struct DashCase {
  const char* name;
  const char* text;
  const char* drawn;
};

constexpr DashCase kDashes[] = {
    {"WithCue", "– Зимно, – каже Ніна.", "– [Зимно], – каже Ніна."},
    {"CueInside", "— Зимно, — каже Ніна. — Дуже.", "— [Зимно], — каже Ніна. — [Дуже.]"},
    {"Dialogue", "– Зимно?\n– Дуже.", "– [Зимно?]\n– [Дуже.]"},
    {"AnswersAroundACue", "– Зимно, – каже Ніна.\n– Дуже.", "– [Зимно], – каже Ніна.\n– [Дуже.]"},
    {"NameLine", "Ніна Сич:\n– Було зимно.", "Ніна Сич:\n– [Було зимно.]"},
    {"AnnouncedByColonAndCue", "Ніна сказала:\n– Було зимно.", "Ніна сказала:\n– [Було зимно.]"},
    {"GoesOnInAPlainParagraph", "– Було зимно.\nАле ми звикли, – каже Ніна.",
     "– [Було зимно.]\n[Але ми звикли], – каже Ніна."},
    {"Polish", "– Most jest – mówi Anna. – Czekamy.", "– [Most jest] – mówi Anna. – [Czekamy.]"},
    {"HyphenWithCue", "- Зимно, - каже Ніна.", "- [Зимно], - каже Ніна."},
    {"MonologueOfTheFirstPerson", "— Ми чекали до ночі.", "— [Ми чекали до ночі.]"},
    {"ListInSmallLetters", "Привезли:\n– воду;\n– хліб;\n– сіль.", "Привезли:\n– воду;\n– хліб;\n– сіль."},
    {"ListOfSentences", "Ось поради:\n- Бережіть воду.\n- Бережіть ліс.",
     "Ось поради:\n- Бережіть воду.\n- Бережіть ліс."},
    {"ListWithSemicolons", "– Вода;\n– Хліб.", "– Вода;\n– Хліб."},
    {"MinusIsNoDash", "-5 градусів уночі.", "-5 градусів уночі."},
    {"BehindASentence", "Хата стоїть край села. – Не продам, – каже Ніна.",
     "Хата стоїть край села. – [Не продам], – каже Ніна."},
    {"NoteOfTheEditorInBrackets", "Він (мер. – Ред.) знає. «Не продам», – каже Ніна.",
     "Він (мер. – Ред.) знає. «Не продам», – каже Ніна."},
    {"BehindALabel", "Ніна: – Не продам.", "Ніна: – [Не продам.]"},
    {"LabelLine", "Нова сусідка:\n– Не продам.", "Нова сусідка:\n– [Не продам.]"},
    {"NameLineWithAPost", "Ніна Сич, голова ради села:\n– Не продам.",
     "Ніна Сич, голова ради села:\n– [Не продам.]"},
    {"AnswerToAQuestionWithoutDash", "Чому саме тут?\n– Бо тихо.", "Чому саме тут?\n– [Бо тихо.]"},
    {"ItemsBesideSpeech", "Питання:\n– про воду;\n– різне.\n– Різне довге, – каже Ніна.",
     "Питання:\n– про воду;\n– різне.\n– [Різне довге], – каже Ніна."},
    {"DashBetweenSentencesOfNobody", "Хата стоїть. – Не продам. Крапка.",
     "Хата стоїть. – Не продам. Крапка."},
    {"HyphenAlone", "- Відкрито нову дорогу.", "- Відкрито нову дорогу."},
};

class DashTable : public testing::TestWithParam<DashCase> {};
TEST_P(DashTable, Draws) { EXPECT_EQ(draw_dash_speech(GetParam().text), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(DashSpeech, DashTable, testing::ValuesIn(kDashes),
                         [](const auto& row) { return row.param.name; });

TEST(DashSpeech, NameLines) {
  auto is_one = [](std::string_view text) { return is_name_line(Page(text), {0, text.size()}); };
  EXPECT_TRUE(is_one("Ніна Сич:"));
  EXPECT_TRUE(is_one("Ann Reed:"));
  EXPECT_FALSE(is_one("Ніна Сич"));
  EXPECT_FALSE(is_one("Участь взяли:"));
  EXPECT_FALSE(is_one("Ніна Сич сказала:"));
}

}  // namespace
}  // namespace sito::quotes

#include "quotes/author_words.h"

#include <gtest/gtest.h>

#include "quotes/drawn.h"

namespace sito::quotes {
namespace {

/// The author's words behind «…»: "clause/cue", or "-".
std::string words_behind(std::string_view text) {
  const Page page(text);
  const std::string_view closing = text.find("»") != std::string_view::npos ? "»" : "”";
  const std::string_view opening = closing == "»" ? "«" : "“";
  const auto open = text.find(opening), close = text.find(closing);
  const ByteRange content{open + opening.size(), close};
  auto words = words_after(page, content, close + closing.size(), text.size());
  return words ? std::string(words->clause.of(text)) + "/" + std::string(words->cue.range.of(text)) : "-";
}

struct BehindCase {
  const char* name;
  const char* text;
  const char* words;
};

constexpr BehindCase kBehind[] = {
    {"CommaAndDash", "«Усе готово», – сказав Іван.", "сказав Іван./сказав"},
    {"HyphenForDash", "«Усе готово», - сказав Іван.", "сказав Іван./сказав"},
    {"DashAfterExclamation", "«Усе готово!» – вигукнув Іван.", "вигукнув Іван./вигукнув"},
    {"AdverbBeforeCue", "«Усе готово», – тихо сказав Іван.", "тихо сказав Іван./сказав"},
    {"NameBeforeCue", "«Усе готово», – Іван Сич каже.", "Іван Сич каже./каже"},
    {"CommaWithoutDash", "«Усе готово», додав він.", "додав він./додав"},
    {"NextSentenceIsAnothers", "«Усе готово», – сказав Іван. Він пішов.", "сказав Іван./сказав"},
    {"CommaInside", "“All is ready,” said Ann Reed.", "said Ann Reed./said"},
    {"LongSubjectBehindCommaInside", "“All is ready,” Ann Reed, head of the town's small museum, said.",
     "Ann Reed, head of the town's small museum, said./said"},
    {"NoPunctuationPolish", "“Wszystko gotowe” – powiedziała Anna.", "powiedziała Anna./powiedziała"},
    {"UnknownVerbBehindCommaAndDash", "«Усе готово», – пробасив Іван.", "пробасив Іван./пробасив"},
    {"JoinedByAs", "«Усе готово», як каже Ніна.", "як каже Ніна./каже"},
    {"LeadsToAnother", "«Усе готово?» Кажу їй: «Так».", "-"},
    {"PhraseOfSource", "«Усе готово», – за словами Ніни.", "за словами Ніни./за словами"},
    {"CommaAndAnotherVerb", "«давно пора», і назвав міст старим.", "-"},
    {"SubjectOfItsVerb", "«Зоря» перемогла.", "-"},
    {"NewSentence", "«Усе готово.» Іван сказав, що йде.", "-"},
    {"CommaAndNarrative", "«Зоря», яку всі чекали вранці, прийшла, каже він.", "-"},
    {"DashWithoutCue", "«Зоря» – найкраща крамниця.", "-"},
    {"Nothing", "«Зоря»", "-"},
};

class Behind : public testing::TestWithParam<BehindCase> {};
TEST_P(Behind, Words) { EXPECT_EQ(words_behind(GetParam().text), GetParam().words); }
INSTANTIATE_TEST_SUITE_P(AuthorWords, Behind, testing::ValuesIn(kBehind),
                         [](const auto& row) { return row.param.name; });

std::string draw_divided(std::string_view text, bool strict) {
  const Page page(text);
  std::vector<Insertion> insertions;
  for (auto span : divide(page, {0, text.size()}, {}, strict).spans) {
    insertions.push_back({span.begin, 2, "["});
    insertions.push_back({span.end, 1, "]"});
  }
  return with_insertions(text, insertions);
}

struct DividedCase {
  const char* name;
  const char* text;
  bool strict;
  const char* drawn;
};

constexpr DividedCase kDivided[] = {
    {"TwoDashes", "Ми, – каже Сич, – чекали.", true, "[Ми], – каже Сич, – [чекали.]"},
    {"FullStopBetween", "Ми чекали, – каже Сич. – Дарма.", true, "[Ми чекали], – каже Сич. – [Дарма.]"},
    {"OneDashIsTheSpeakersOwn", "Ми, – каже Сич", true, "[Ми, – каже Сич]"},
    {"DefinitionIsNoAuthor", "Праця – це життя, – так є.", true, "[Праця – це життя, – так є.]"},
    {"EndOfParagraph", "Ми чекали, – каже Сич.", false, "[Ми чекали], – каже Сич."},
    {"GestureBetweenSentences", "Ні. — Він киває головою. — Так.", false,
     "[Ні.] — Він киває головою. — [Так.]"},
    {"PolishWithoutComma", "Czekamy – mówi Anna Zając. – Krótko.", false,
     "[Czekamy] – mówi Anna Zając. – [Krótko.]"},
    {"GoesOnWithoutDash", "Чекаємо, – каже Сич. Нам не звикати.", false,
     "[Чекаємо], – каже Сич. [Нам не звикати.]"},
    {"NarrativeBehindTheAuthor", "Чекаємо, – каже Сич. Сніг іде.", false, "[Чекаємо], – каже Сич. Сніг іде."},
    {"NoAuthor", "Чекаємо – і годі.", false, "[Чекаємо – і годі.]"},
};

class DividedTable : public testing::TestWithParam<DividedCase> {};
TEST_P(DividedTable, Draws) { EXPECT_EQ(draw_divided(GetParam().text, GetParam().strict), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(AuthorWords, DividedTable, testing::ValuesIn(kDivided),
                         [](const auto& row) { return row.param.name; });

TEST(AuthorWords, UnclosedEndsBeforeThem) {
  const std::string_view text = "Немає часу, – каже вона.";
  EXPECT_EQ(text.substr(0, end_of_unclosed(Page(text), {0, text.size()})), "Немає часу");
  const std::string_view plain = "Немає часу – і край.";
  EXPECT_EQ(end_of_unclosed(Page(plain), {0, plain.size()}), plain.size());
}

}  // namespace
}  // namespace sito::quotes

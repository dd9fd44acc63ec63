#include "quotes/page.h"

#include <gtest/gtest.h>

#include "data/tables.h"

namespace sito::quotes {
namespace {

/// The sentences of a text, parted by "|".
std::string draw_sentences(std::string_view text) {
  const Page page(text);
  std::string out;
  for (auto paragraph : page.paragraphs()) {
    for (std::size_t at = paragraph.begin; at < paragraph.end; at = page.sentence_end(at)) {
      EXPECT_EQ(page.sentence_begin(at), at) << text;
      out += (out.empty() ? "" : "|") + std::string(text.substr(at, page.sentence_end(at) - at));
    }
  }
  return out;
}

struct SentenceCase {
  const char* name;
  const char* text;
  const char* drawn;
};

constexpr SentenceCase kSentences[] = {
    {"TwoSentences", "Дощ ущух. Стало тихо.", "Дощ ущух. |Стало тихо."},
    {"LinesEndSentences", "Дощ ущух\n\nСтало тихо", "Дощ ущух|Стало тихо"},
    {"InitialIsNoEnd", "Прийшов О. Сич. Сів.", "Прийшов О. Сич. |Сів."},
    {"AbbreviationIsNoEnd", "На вул. Садовій тихо.", "На вул. Садовій тихо."},
    {"SmallLetterIsNoEnd", "Годі! вигукнув він.", "Годі! вигукнув він."},
    {"MarksBelongToTheSentenceTheyClose", "«Годі.» Він пішов.", "«Годі.» |Він пішов."},
    {"DashAndSmallLetterGoOn", "«Годі!» – каже він.", "«Годі!» – каже він."},
    {"DashAndCapitalBegin", "Годі. – Він пішов.", "Годі. |– Він пішов."},
    {"Ellipsis", "Чекаю… Іду.", "Чекаю… |Іду."},
    {"NumberWithStop", "Ціна 2.50 зросла.", "Ціна 2.50 зросла."},
};

class SentenceTable : public testing::TestWithParam<SentenceCase> {};
TEST_P(SentenceTable, Draws) { EXPECT_EQ(draw_sentences(GetParam().text), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Page, SentenceTable, testing::ValuesIn(kSentences),
                         [](const auto& row) { return row.param.name; });

TEST(Page, ParagraphsAreLinesThatAreNotBlank) {
  const std::string_view text = "  Один \n\u00a0\n\nДва";
  const Page page(text);
  ASSERT_EQ(page.paragraphs().size(), 2U);
  EXPECT_EQ(page.paragraphs()[0].of(text), "Один");
  EXPECT_EQ(page.paragraphs()[1].of(text), "Два");
}

TEST(Page, WordsAndCuesAreAskedByPlace) {
  const std::string_view text = "Ніна каже, що Іван мовчить";
  const Page page(text);
  EXPECT_EQ(page.words_in({0, text.size()}).size(), 5U);
  EXPECT_EQ(page.cues_in({0, text.size()}).size(), 1U);
  EXPECT_TRUE(page.cues_in({0, 9}).empty());
  EXPECT_TRUE(page.words_in({1, 3}).empty());
}

TEST(Page, EveryAbbreviationEndsNoSentence) {
  const auto& table = data::abbreviations();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto example = table.row(i).cells[1];
    EXPECT_EQ(Page(example).sentence_end(0), example.size()) << example;
  }
}

TEST(Page, EveryFirstPersonIsKnown) {
  const auto& table = data::first_persons();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto example = table.row(i).cells[1];
    EXPECT_TRUE(speaks_of_himself(Page(example), {0, example.size()})) << example;
  }
  EXPECT_FALSE(speaks_of_himself(Page("Дощ ущух."), {0, 10}));
}

}  // namespace
}  // namespace sito::quotes

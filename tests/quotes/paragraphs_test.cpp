#include "quotes/paragraphs.h"

#include <gtest/gtest.h>

#include "quotes/drawn.h"

namespace sito::quotes {
namespace {

/// Every piece in brackets with the number of its quotation.
std::string draw_marked(std::string_view text) {
  const Page page(text);
  const auto quotes = find_marked(page);
  std::vector<Insertion> insertions;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    for (auto content : quotes[i].contents) {
      insertions.push_back({content.begin, 2, std::to_string(i) + "["});
      insertions.push_back({content.end, 1, "]"});
    }
  }
  return with_insertions(text, insertions);
}

struct MarkedCase {
  const char* name;
  const char* text;
  const char* drawn;
};

constexpr MarkedCase kMarked[] = {
    {"Reopened", "«Раз.\n\n«Два», – каже Ніна.", "«0[Раз.]\n\n«0[Два]», – каже Ніна."},
    {"ReopenedEnglish", "“One.\n\n“Two.” So said Ann.", "“0[One.]\n\n“0[Two.]” So said Ann."},
    {"ClosedInTheNextParagraph", "«Раз.\n\nДва», – каже Ніна.", "«0[Раз.]\n\n0[Два]», – каже Ніна."},
    {"PlainParagraphBetween", "«Раз.\nДва.\nТри», – каже Ніна.", "«0[Раз.]\n0[Два.]\n0[Три]», – каже Ніна."},
    {"NeverClosed", "«Раз.\n\nДва.\n\nТри.", "«0[Раз.]\n\nДва.\n\nТри."},
    {"UnclosedBeforeTheAuthor", "«Немає часу, – каже Ніна.\nДощ.", "«0[Немає часу], – каже Ніна.\nДощ."},
    {"LoneCloserOpensAtItsSentence", "Дощ. Немає зовсім часу», – каже Ніна.",
     "Дощ. 0[Немає зовсім часу]», – каже Ніна."},
    {"LoneCloserWithoutAuthor", "Дощ іде знов», і годі.", "Дощ іде знов», і годі."},
    {"OneOpenerForTwoLevels", "Виставка «Старий Сад» і його люди» триває.",
     "Виставка «0[1[Старий Сад]» і його люди]» триває."},
    {"WithoutWordsIsNone", "«» і «…» і «Так»", "«» і «…» і «0[Так]»"},
};

class MarkedTable : public testing::TestWithParam<MarkedCase> {};
TEST_P(MarkedTable, Draws) { EXPECT_EQ(draw_marked(GetParam().text), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Paragraphs, MarkedTable, testing::ValuesIn(kMarked),
                         [](const auto& row) { return row.param.name; });

TEST(Paragraphs, NestingHasABottom) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "«а ";
  for (int i = 0; i < 40; ++i) text += "б»";
  const auto quotes = find_marked(Page(text));
  EXPECT_EQ(quotes.size(), 9U);
  for (const auto& quote : quotes) EXPECT_LE(quote.depth, 8);
}

}  // namespace
}  // namespace sito::quotes

#include "quotes/find_quotes.h"

#include <gtest/gtest.h>

#include "quotes/drawn.h"
#include "text/utf8.h"

namespace sito::quotes {
namespace {

TEST(FindQuotes, NoTextHasNone) {
  EXPECT_TRUE(find_quotes("").empty());
  EXPECT_TRUE(find_quotes("Дощ ущух.\n\nСтало тихо.").empty());
}

TEST(FindQuotes, APageOfThreeKindsOfQuotation) {
  const std::string_view page =
      "12 / Травень, 2021\n\n"
      "Остап Величко, міський голова Сизого, відкрив форум «Вода для всіх» у Сизому.\n\n"
      "«Колодязі копали ще діди. Тепер наша черга», - сказав Остап Величко.\n\n"
      "«Вода – це спільна справа», – додала голова спілки рибалок Дарина Кук.";
  EXPECT_EQ(draw_kinds(page),
            "12 / Травень, 2021\n\n"
            "Остап Величко, міський голова Сизого, відкрив форум «t[Вода для всіх]» у Сизому.\n\n"
            "«s[Колодязі копали ще діди. Тепер наша черга]», - сказав Остап Величко.\n\n"
            "«s[Вода – це спільна справа]», – додала голова спілки рибалок Дарина Кук.");
  EXPECT_EQ(draw_attributions(page),
            "[Колодязі копали ще діди. Тепер наша черга|Остап Величко|міський голова Сизого|сказав]"
            "[Вода – це спільна справа|Дарина Кук|голова спілки рибалок|додала]");
}

// Quotations of several spans, which carry their index.
struct JoinedCase {
  const char* name;
  const char* text;
  const char* drawn;
};

constexpr JoinedCase kJoined[] = {
    {"BehindTheAuthor", "«Раз», – каже Ніна. «Ми йдемо далі.»",
     "«s0[Раз]», – каже Ніна. «s0[Ми йдемо далі.]»"},
    {"WithAnAuthorOfItsOwn", "«Раз», – каже Ніна. «Два», – каже Іван.",
     "«s[Раз]», – каже Ніна. «s[Два]», – каже Іван."},
    {"English", "“One,” said Ann. “We go on now.”", "“s0[One,]” said Ann. “s0[We go on now.]”"},
    {"OverParagraphs", "«Раз.\n\n«Два», – каже Ніна.", "«s0[Раз.]\n\n«s0[Два]», – каже Ніна."},
    {"InsideOnePairOfMarks", "«Раз, – каже Ніна, – і два».", "«s0[Раз], – каже Ніна, – s0[і два]»."},
    {"Dash", "– Раз, – каже Ніна. – Два.", "– s0[Раз], – каже Ніна. – s0[Два.]"},
    {"MarksBehindADashAreOne", "– «Раз», – каже Ніна.", "– «s[Раз]», – каже Ніна."},
};

class JoinedTable : public testing::TestWithParam<JoinedCase> {};
TEST_P(JoinedTable, Draws) { EXPECT_EQ(draw_kinds(GetParam().text), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(FindQuotes, JoinedTable, testing::ValuesIn(kJoined),
                         [](const auto& row) { return row.param.name; });

TEST(FindQuotes, TextJoinsSpansAndBlanks) {
  const std::string_view text = "«Раз\u00a0 і, – каже Ніна, – два».";
  const auto quotes = find_quotes(text);
  ASSERT_EQ(quotes.size(), 1U);
  EXPECT_EQ(text_of(quotes[0], text), "Раз і два");
}

TEST(FindQuotes, MegabytesTakeLinearTime) {
  for (std::string_view piece : {"«",
                                 "\"",
                                 "»",
                                 "'",
                                 " – ",
                                 "- а ",
                                 "«а» ",
                                 "\"а ",
                                 "«\"“„",
                                 "– а\n",
                                 "«а\n",
                                 "а» ",
                                 " \u00a0",
                                 ". ",
                                 ", – каже ",
                                 "«а», – каже ",
                                 "каже ",
                                 "А: ",
                                 "– Так, – каже. ",
                                 ". – А",
                                 ". – Так, – каже ",
                                 "«Так», – каже він, ",
                                 "Сич: «А»\n",
                                 "«А» (Іван Сич) ",
                                 "хтось із ",
                                 "«Т» і «С», ",
                                 "Іван Сич каже «Т» "}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    const auto quotes = find_quotes(text);
    std::size_t spans = 0;
    for (const auto& quote : quotes) spans += quote.spans.size();
    EXPECT_LE(spans, text.size()) << piece;
  }
}

}  // namespace
}  // namespace sito::quotes

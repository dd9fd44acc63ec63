#include "strip/boilerplate.h"

#include <gtest/gtest.h>

#include <string>

#include "strip/drawing.h"

namespace sito::strip {
namespace {

// In pages `@1`, `@2` and `@3` stand for paragraphs of prose; each removal is drawn as {reason|what goes}.
struct PageCase {
  const char* name;
  const char* page;
  const char* drawn;
};

std::string with_prose(std::string page) {
  constexpr std::string_view kParagraphs[] = {
      "На річці Лугівці минулого тижня відкрили нову переправу, якою вже користуються мешканці сіл.",
      "Будівництво тривало два роки, а кошти на нього зібрали самі громади разом із підприємцями.",
      "Наступного літа тут планують облаштувати ще й берег, де зможуть відпочивати родини."};
  for (char number = '1'; number <= '3'; ++number)
    for (std::size_t at; (at = page.find(std::string("@") + number)) != std::string::npos;)
      page.replace(at, 2, kParagraphs[number - '1']);
  return page;
}

constexpr PageCase kTaken[] = {
    {"FooterOfTwoLines",
     "@1\n\n@2\n\n\u00a0\n\n\u00a0\u00a0\n\nСторінку розроблено в рамках проєкту\n«Зелені громади» (ЗГ)",
     "@1\n\n@2{project-credit|\n\n\u00a0\n\n\u00a0\u00a0\n\nСторінку розроблено в рамках проєкту\n«Зелені "
     "громади» (ЗГ)}"},
    {"FooterOfTwoParagraphs", "@1\n\nВебресурс створено в межах програми\n\n\u00a0\n«Зелені громади» (ЗГ)\n",
     "@1\n{project-credit|\nВебресурс створено в межах програми\n\n\u00a0\n«Зелені громади» (ЗГ)\n}"},
    {"FinalLineFeedStays", "@1\n\n© 2012-2022 Обрій\n", "@1\n{copyright|\n© 2012-2022 Обрій\n}"},
    {"BetweenParagraphs", "@1\n\nЧитайте також: Переправа, якої чекали\n\n@2\n",
     "@1\n{read-also|\nЧитайте також: Переправа, якої чекали\n}\n@2\n"},
    {"BetweenLines", "@1\nЧитайте також: Переправа\n@2\n", "@1\n{read-also|Читайте також: Переправа\n}@2\n"},
    {"BlankAboveOnly", "@1\n\nЧитайте також: Переправа\n@2\n",
     "@1\n\n{read-also|Читайте також: Переправа\n}@2\n"},
    {"TwoBlanksBelow", "@1\nЧитайте також: Переправа\n\n\n@2\n",
     "@1\n{read-also|Читайте також: Переправа\n\n}\n@2\n"},
    {"AtTheHead", "\nГоловна » Новини\n\n\n@1\n", "{breadcrumbs|\nГоловна » Новини\n\n\n}@1\n"},
    {"LabelAndItsLink", "@1\n\nЧитайте\n\nПереправа, якої чекали\n\n@2\n",
     "@1\n{read-also|\nЧитайте\n\nПереправа, якої чекали\n}\n@2\n"},
    {"LabelAndLinksAtTheEnd", "@1\n\nСхожі новини\n\nПерша переправа\nДруга переправа\nТретя переправа\n",
     "@1\n{read-also|\nСхожі новини\n\nПерша переправа\nДруга переправа\nТретя переправа\n}"},
    {"ReasonsApart", "@1\n\nПоширити у Facebook\nТеги: річка, село\n",
     "@1\n{share-bar|\nПоширити у Facebook\n}{tags|Теги: річка, село\n}"},
    {"CasesBulletsAndNbsp", "@1\n\n• ЧИТАЙТЕ\u00a0 ТАКОЖ : Переправа\n\n@2",
     "@1\n{read-also|\n• ЧИТАЙТЕ\u00a0 ТАКОЖ : Переправа\n}\n@2"},
    {"MenuOfOneLine", "Новини | Про нас | Контакти\n\n@1\n",
     "{navigation|Новини | Про нас | Контакти\n\n}@1\n"},
    {"MenuOfLines", "Новини\nПро нас\nКонтакти\n\n@1\n", "{navigation|Новини\nПро нас\nКонтакти\n\n}@1\n"},
    {"FooterBehindCarriageReturns", "@1\r\n\r\nУсі права захищено",
     "@1{all-rights-reserved|\r\n\r\nУсі права захищено}"},
    {"NothingButBoilerplate", "Усі права захищено.\n", "{all-rights-reserved|Усі права захищено.\n}"},
    {"EndMark", "@1\n\n- 30 -\n", "@1\n{end-mark|\n- 30 -\n}"},
    {"Russian", "@1\n\nПодписывайтесь на наш канал в Telegram\n",
     "@1\n{subscribe|\nПодписывайтесь на наш канал в Telegram\n}"},
    {"English", "@1\n\nRead also: A bridge for two villages\n\n@2",
     "@1\n{read-also|\nRead also: A bridge for two villages\n}\n@2"},
    {"Polish", "@1\n\nWszelkie prawa zastrzeżone\n",
     "@1\n{all-rights-reserved|\nWszelkie prawa zastrzeżone\n}"},
    {"Norwegian", "@1\n\nLes også: Ny bru over elva\n\n@2",
     "@1\n{read-also|\nLes også: Ny bru over elva\n}\n@2"},
};

// Pages of which nothing goes.
struct KeptCase {
  const char* name;
  const char* page;
};

constexpr KeptCase kKept[] = {
    {"Empty", ""},
    {"BlanksOnly", "\n \u00a0\n\n"},
    {"Reminder", "@1\n\nНагадаємо, що переправу зачинили навесні.\n\n@2"},
    {"Attribution", "@1\n\nПро це повідомляє пресслужба обласної ради.\n"},
    {"PhotoInASentence", "@1\n\nФото на пам'ять зробили всі учасники.\n\n@2"},
    {"ReadInASentence", "@1\n\nЧитайте також уголос дітям перед сном, радить бібліотекарка.\n\n@2"},
    {"AuthorInASentence", "@1\n\nАвтор – це людина, яка знає свій край.\n"},
    {"PressOfficeSaid", "@1\n\nПресслужба ради повідомила, що міст відкрито.\n"},
    {"AuthorBetweenParagraphs", "@1\n\nАвтор: Роман Лісовий\n\n@2\n\n@3\n\n@1\n\n@2"},
    {"DateAtTheHead", "01 / Вересень, 2023\n\n@1\n"},
    {"PublishedDate", "Опубліковано: 12 травня 2020\n\n@1\n\n@2"},
    {"HeadlineBelowAMenuLabel", "Переправа, якої чекали\nРоман Лісовий\n\n@1\n"},
    {"Participants", "@1\n\nУчасть узяли:\n\nОлена Гай, заступниця голови;\n\nРоман Ліс, редактор газети.\n"},
    {"QuotedNameAtTheEnd", "@1\n\n«Зелені громади» (ЗГ)\n"},
    {"OneMenuWord", "@1\n\nКультура\n\n@2"},
    {"Interview", "@1\n\nКореспондент: Чому саме тут?\n\n@2"},
    {"WaterMayBeUsed", "@1\n\nВикористання води дозволяється лише вранці.\n"},
    {"ListOfStreets", "@1\n\nвул. Лугова, 5\nвул. Річна, 7\n"},
    {"RiverSource", "@1\n\nThe source of the river was cleaned.\n\n@2"},
    {"NorwegianSentence", "@1\n\nLes også de minste barna en bok, oppfordrer biblioteket.\n"},
    {"JoinUsOnADay", "@1\n\nJoin us on Saturday at the library\n"},
};

class Taken : public testing::TestWithParam<PageCase> {};
TEST_P(Taken, Draws) {
  const std::string page = with_prose(GetParam().page);
  EXPECT_EQ(drawn(page, find_boilerplate(page, builtin_matcher())), with_prose(GetParam().drawn));
}
INSTANTIATE_TEST_SUITE_P(Pages, Taken, testing::ValuesIn(kTaken),
                         [](const auto& row) { return row.param.name; });

class Kept : public testing::TestWithParam<KeptCase> {};
TEST_P(Kept, Whole) {
  const std::string page = with_prose(GetParam().page);
  EXPECT_EQ(drawn(page, find_boilerplate(page, builtin_matcher())), page);
}
INSTANTIATE_TEST_SUITE_P(Pages, Kept, testing::ValuesIn(kKept),
                         [](const auto& row) { return row.param.name; });

Matcher matcher_of(std::string_view rows) {
  auto rules = Rules::parse(
      "#columns\tphrase\tmatch\twhere\textent\treason\tscore\texample\tsource\n" + std::string(rows), "x");
  EXPECT_TRUE(rules) << rules.error().reason;
  return Matcher(*rules);
}

// What a rule on the line "x" takes of a page, by its place and extent.
struct ExtentCase {
  const char* name;
  const char* where;
  const char* extent;
  const char* page;
  const char* drawn;
};

constexpr ExtentCase kExtents[] = {
    {"Line", "anywhere", "line", "@1\nx\ny\n\nz\n", "@1\n{r|x\n}y\n\nz\n"},
    {"Paragraph", "anywhere", "paragraph", "@1\nx\ny\n\nz\n", "@1\n{r|x\ny\n}\nz\n"},
    {"ParagraphEndsAtProse", "anywhere", "paragraph", "x\ny\n@1\nz\n", "{r|x\ny\n}@1\nz\n"},
    {"ListStopsAtABlank", "anywhere", "list", "@1\nx\n\ny\n\nz\n", "@1\n{r|x\n\ny\n}\nz\n"},
    {"ListTakesNoSentence", "anywhere", "list", "@1\nx\ny.\n", "@1\n{r|x\n}y.\n"},
    {"ListInTheBodyIsOneLine", "anywhere", "list", "@1\nx\ny\nz\n@2\n", "@1\n{r|x\ny\n}z\n@2\n"},
    {"ListAboveTheProseIsNone", "anywhere", "list", "x\ny\n@1\n", "{r|x\n}y\n@1\n"},
    {"Block", "anywhere", "block", "@1\nx\n\ny\n\nz\n", "@1\n{r|x\n\ny\n\nz\n}"},
    {"BlockEndsAtProse", "anywhere", "block", "@1\nx\n\ny\n\n@2\nz", "@1\n{r|x\n\ny\n}\n@2\nz"},
    {"Rest", "anywhere", "rest", "@1\n@2\nx\ny\n@3\nz\n", "@1\n@2\n{r|x\ny\n@3\nz\n}"},
    {"RestNeedsTheArticleAbove", "anywhere", "rest", "@1\nx\ny\n@2\n@3\n", "@1\n{r|x\n}y\n@2\n@3\n"},
    {"Top", "top", "line", "x\n@1\nx\n@2\na\nb\nx\n", "{r|x\n}@1\nx\n@2\na\nb\nx\n"},
    {"Bottom", "bottom", "line", "x\n@1\nx\n@2\na\nx\nb\nc\n", "x\n@1\nx\n@2\na\n{r|x\n}b\nc\n"},
    {"Edges", "edges", "line", "x\n@1\nx\n@2\nx\nb\nc\n", "{r|x\n}@1\nx\n@2\n{r|x\n}b\nc\n"},
};

class Extents : public testing::TestWithParam<ExtentCase> {};
TEST_P(Extents, Draws) {
  const auto& row = GetParam();
  const Matcher matcher =
      matcher_of(std::string("x\tline\t") + row.where + "\t" + row.extent + "\tr\t0.9\te\ts\n");
  const std::string page = with_prose(row.page);
  EXPECT_EQ(drawn(page, find_boilerplate(page, matcher)), with_prose(row.drawn));
}
INSTANTIATE_TEST_SUITE_P(Rules, Extents, testing::ValuesIn(kExtents),
                         [](const auto& row) { return row.param.name; });

// A footer's sentence that was glued to the last paragraph.
TEST(Boilerplate, ASureRuleTakesTheLastSentenceOfALine) {
  const std::string page = with_prose("@1\n@2 Усі права захищено.\n");
  EXPECT_EQ(drawn(page, find_boilerplate(page, builtin_matcher())),
            with_prose("@1\n@2{all-rights-reserved| Усі права захищено.}\n"));
  const std::string above = with_prose("@1 Усі права захищено.\n@2\n@3\n@1\n");
  EXPECT_EQ(drawn(above, find_boilerplate(above, builtin_matcher())), above);
}

TEST(Boilerplate, UnsureRulesNeedANeighbour) {
  const Matcher matcher =
      matcher_of("x\tline\tanywhere\tline\tr\t0.9\te\ts\ny\tline\tanywhere\tline\tr\t0.4\te\ts\n");
  EXPECT_EQ(drawn("a\ny\nb\n", find_boilerplate("a\ny\nb\n", matcher)), "a\ny\nb\n");
  EXPECT_EQ(drawn("a\ny\nx\ny\nb\n", find_boilerplate("a\ny\nx\ny\nb\n", matcher)), "a\n{r|y\nx\ny\n}b\n");
}

TEST(Boilerplate, CountsLinesOfARule) {
  const std::string page = with_prose("@1\n\nСхожі новини\nПерша переправа\nДруга переправа\n");
  const Findings findings = find_boilerplate(page, builtin_matcher());
  ASSERT_EQ(findings.counts.size(), 1U);
  EXPECT_EQ(findings.counts[0].lines, 3U);
  EXPECT_EQ(findings.counts[0].rule->reason, "read-also");
}

// A megabyte of one kind of line each; a quadratic step would take minutes here.
TEST(Boilerplate, LinearInHardPages) {
  for (const char* unit : {"\n", "\u00a0\n", "a ", "читайте ", "x.", "©", "a\n", "Теги:\n", "Читайте\n",
                           "Новини\n", "Залишити коментар\n", "Leave a comment\nx\n", "сторінку * ",
                           "https://", "a@", "1.", "© 2012\n\n\n"}) {
    std::string page = with_prose("@1\n@2\n");
    while (page.size() < 1'000'000) page += unit;
    const Findings findings = find_boilerplate(page, builtin_matcher());
    EXPECT_LE(left(page, findings).size(), page.size());
  }
}

}  // namespace
}  // namespace sito::strip

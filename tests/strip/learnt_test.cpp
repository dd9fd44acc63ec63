#include "strip/learnt.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "strip/boilerplate.h"
#include "strip/drawing.h"
#include "templates/line_key.h"
#include "text/offsets.h"

namespace sito::strip {
namespace {

// In pages `@1` to `@4` stand for paragraphs that differ.
std::string with_prose(std::string page) {
  constexpr std::string_view kParagraphs[] = {
      "Громада села відкрила нову бібліотеку, якої мешканці чекали понад десять років.",
      "Кошти на ремонт зібрали самі жителі разом із підприємцями з сусіднього міста.",
      "Першими читачами стали школярі, які прийшли сюди одразу після уроків.",
      "Наступного місяця тут планують відкрити гурток для наймолодших дітей громади."};
  for (char number = '1'; number <= '4'; ++number)
    for (std::size_t at; (at = page.find(std::string("@") + number)) != std::string::npos;)
      page.replace(at, 2, kParagraphs[number - '1']);
  return page;
}

/// A site of `pages` pages, on which `lines` stood so often.
class Site {
 public:
  struct Line {
    std::string text;
    std::uint16_t pages;
    bool masked = false;
  };

  Site(std::uint32_t pages, const std::vector<Line>& lines) : pages_(pages) {
    std::vector<std::pair<std::uint64_t, std::uint16_t>> keys;
    for (const Line& line : lines)
      keys.emplace_back(line.masked ? *templates::masked_key(line.text) : templates::exact_key(line.text),
                        line.pages);
    std::sort(keys.begin(), keys.end());
    if (keys.empty()) runs_.clear();
    for (const auto& [key, count] : keys) {
      runs_[0].keys.push_back(key);
      runs_[0].seen.push_back({count, 0, 0});
    }
  }
  [[nodiscard]] templates::SiteTemplates templates() const { return {runs_, pages_}; }

 private:
  std::vector<templates::KeyRun> runs_ = std::vector<templates::KeyRun>(1);
  std::uint32_t pages_;
};

std::string left(const std::string& page, const Site& site) {
  const std::string text = with_prose(page);
  return left(text, find_boilerplate(text, builtin_matcher(), site.templates()));
}

struct TemplateCase {
  const char* name;
  const char* page;
  std::string line;     ///< what the site knows, in its own words
  std::uint16_t pages;  ///< of ten
  const char* left;
};

const TemplateCase kTemplates[] = {
    {"FooterOfMostPages", "@1\n@2\nВуличка книжкова\n", "Вуличка книжкова", 9, "@1\n@2\n"},
    {"LineOfOnePage", "@1\n@2\nВуличка книжкова\n", "Вуличка книжкова", 1, "@1\n@2\nВуличка книжкова\n"},
    {"FooterOfAThird", "@1\n@2\nВуличка книжкова\n", "Вуличка книжкова", 3, "@1\n@2\n"},
    {"OtherBlanks", "@1\n@2\n  Вуличка\u00a0 книжкова \n", "Вуличка книжкова", 9, "@1\n@2\n"},
    {"SentenceAmongOthers", "@1\n@2\nКниги чекають вас.\n@3\n@4\n", "Книги чекають вас.", 6,
     "@1\n@2\nКниги чекають вас.\n@3\n@4\n"},
    {"SentenceOfAllPages", "@1\n@2\nКниги чекають вас.\n@3\n@4\n", "Книги чекають вас.", 10,
     "@1\n@2\n@3\n@4\n"},
    {"GluedSentence", "@1\n@2 Книги чекають на вас щодня.\n", "Книги чекають на вас щодня.", 8, "@1\n@2\n"},
    {"GluedSentenceOfFewPages", "@1\n@2 Книги чекають на вас щодня.\n", "Книги чекають на вас щодня.", 2,
     "@1\n@2 Книги чекають на вас щодня.\n"},
};

class Templates : public testing::TestWithParam<TemplateCase> {};
TEST_P(Templates, Leave) {
  const auto& row = GetParam();
  EXPECT_EQ(left(row.page, Site(10, {{row.line, row.pages}})), with_prose(row.left));
}
INSTANTIATE_TEST_SUITE_P(Lines, Templates, testing::ValuesIn(kTemplates),
                         [](const auto& row) { return row.param.name; });

TEST(Templates, OfOneSitePageTeachNothing) {
  EXPECT_EQ(left("@1\nВуличка книжкова\n", Site(1, {{"Вуличка книжкова", 1}})),
            with_prose("@1\nВуличка книжкова\n"));
}

TEST(Templates, MaskedLinesCountAtTheEndOnly) {
  const Site site(10, {{"Лічильник читачів 125", 10, true}});
  EXPECT_EQ(left("@1\n@2\nЛічильник читачів 98\n", site), with_prose("@1\n@2\n"));
  EXPECT_EQ(left("@1\nЛічильник читачів 98\n@2\n", site), with_prose("@1\nЛічильник читачів 98\n@2\n"));
}

// A page that was saved twice has no templates in its article.
TEST(Templates, ThatAreATwinsSentencesStay) {
  const std::string page = "@1\n@2\n@3\nВуличка книжкова\n";
  const Site site(2, {{with_prose("@1"), 2}, {with_prose("@2"), 2}, {"Вуличка книжкова", 2}});
  EXPECT_EQ(left(page, site), with_prose("@1\n@2\n@3\n"));
}

// Whose lines differ in numbers only: a bulletin, not a template.
TEST(Templates, MaskedSentencesStay) {
  const Site site(10, {{"За добу прийшло 12 читачів.", 10, true}});
  EXPECT_EQ(left("За добу прийшло 17 читачів.\n", site), "За добу прийшло 17 читачів.\n");
}

TEST(Templates, AreNamedByTheirKeys) {
  const std::string text = with_prose("@1\n@2\nВуличка книжкова\n");
  const Site site(10, {{"Вуличка книжкова", 9}});
  const auto removals = find_boilerplate(text, builtin_matcher(), site.templates()).removals;
  ASSERT_EQ(removals.size(), 1U);
  EXPECT_EQ(removals[0].reason, "template");
  EXPECT_EQ(removals[0].key, templates::exact_key("Вуличка книжкова"));
  EXPECT_GT(removals[0].score, 0.9);
}

TEST(LearntRows, WeighMoreTheLargerTheirShare) {
  const std::string text = "Вуличка книжкова\n";
  const auto weight = [&](std::uint16_t pages) {
    return learnt_rows(text, rows(text), Site(20, {{"Вуличка книжкова", pages}}).templates())[0].weight;
  };
  EXPECT_EQ(weight(1), 0);
  EXPECT_LT(weight(2), 0);
  EXPECT_LT(weight(6), weight(2));
  EXPECT_LT(weight(20), weight(6));
}

TEST(LearntSentence, TellsItsShare) {
  EXPECT_EQ(learnt_sentence("Книги чекають.", Site(10, {{"Книги чекають.", 5}}).templates()).share, 0.5);
  EXPECT_EQ(learnt_sentence("Книги чекають.", Site(10, {}).templates()).share, 0);
}

// Pages of any lines, some of which the site knows: what is removed is told exactly.
TEST(TemplatesProperty, EverythingComesBack) {
  const std::string_view lines[] = {"@1",
                                    "@2",
                                    "@3 Книги чекають на вас щодня.",
                                    "Вуличка книжкова",
                                    "Новини",
                                    "Контакти",
                                    "Поширити у Facebook",
                                    "12 травня 2023",
                                    "Лічильник читачів 98",
                                    "",
                                    "\u00a0",
                                    "Читайте",
                                    "Роман Лісовий",
                                    "Залишити коментар",
                                    "«Так», – каже вона.",
                                    "• перше;",
                                    "\r"};
  const Site site(10, {{"Вуличка книжкова", 9},
                       {"Книги чекають на вас щодня.", 8},
                       {"Контакти", 4},
                       {"Лічильник читачів 98", 7, true}});
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string page;
    for (std::size_t rows = random() % 40; rows-- > 0;)
      page += std::string(lines[random() % std::size(lines)]) + (random() % 9 == 0 ? "" : "\n");
    page = with_prose(page);
    const auto removals = find_boilerplate(page, builtin_matcher(), site.templates()).removals;
    std::size_t at = 0;
    std::string back, output;
    for (const Removal& removal : removals) {
      ASSERT_LE(at, removal.range.begin) << page;
      ASSERT_LT(removal.range.begin, removal.range.end) << page;
      ASSERT_TRUE(removal.score >= 0 && removal.score <= 1) << page;
      at = removal.range.end;
    }
    ASSERT_LE(at, page.size());
    cut(page, removals, output);
    text::OffsetIndex offsets;
    offsets.assign(page);
    std::vector<Piece> pieces;
    for (const Removal& removal : removals)
      pieces.push_back({offsets.span(removal.range), std::string(removal.range.of(page))});
    ASSERT_EQ(restored(output, pieces), page);
  }
}

}  // namespace
}  // namespace sito::strip

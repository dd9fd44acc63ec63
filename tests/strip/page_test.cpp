#include "strip/page.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::strip {
namespace {

TEST(Page, RowsAreTheLinesThatHoldSomething) {
  const std::string text = "\n a \n\u00a0\n\u200b\nb\r\nc";
  const auto found = rows(text);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].line.of(text), " a \n");
  EXPECT_EQ(found[0].content.of(text), "a");
  EXPECT_EQ(found[1].line.of(text), "b\r\n");
  EXPECT_EQ(found[1].content.of(text), "b");
  EXPECT_EQ(found[2].line.of(text), "c");
  EXPECT_TRUE(rows("").empty());
  EXPECT_TRUE(rows("\n\n").empty());
}

// A line and whether it is prose.
struct ProseCase {
  const char* name;
  const char* line;
  bool prose;
};

constexpr ProseCase kLines[] = {
    {"Sentence", "Міст будували два роки, а кошти зібрали самі громади.", true},
    {"QuotedSentence", "«Міст будували два роки, а кошти зібрали самі громади.»", true},
    {"ShortSentence", "Міст будували два роки.", false},
    {"Heading", "Міст будували два роки, а кошти зібрали самі громади", false},
    {"LongWithoutStop", "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х", true},
    {"Name", "Роман Лісовий", false},
};

class Prose : public testing::TestWithParam<ProseCase> {};
TEST_P(Prose, IsTold) {
  LineShape shape;
  shape.assign(GetParam().line);
  EXPECT_EQ(is_prose(shape), GetParam().prose);
}
INSTANTIATE_TEST_SUITE_P(Lines, Prose, testing::ValuesIn(kLines),
                         [](const auto& row) { return row.param.name; });

// Rows drawn as P (prose) or - (other), and where the head ends and the tail begins.
struct EdgesCase {
  const char* name;
  std::string_view rows;
  std::size_t head;
  std::size_t tail;
};

constexpr EdgesCase kEdges[] = {
    {"None", "", 0, 0},      {"NoProse", "---", 3, 0},         {"AllProse", "PP", 0, 2},
    {"Both", "--PP-", 2, 4}, {"ShortInside", "-P--P--", 1, 5},
};

class PageEdges : public testing::TestWithParam<EdgesCase> {};
TEST_P(PageEdges, Stand) {
  std::vector<Row> rows;
  for (char kind : GetParam().rows) rows.push_back({{}, {}, kind == 'P', false});
  const Edges found = edges(rows);
  EXPECT_EQ(found.head, GetParam().head);
  EXPECT_EQ(found.tail, GetParam().tail);
}
INSTANTIATE_TEST_SUITE_P(Pages, PageEdges, testing::ValuesIn(kEdges),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::strip

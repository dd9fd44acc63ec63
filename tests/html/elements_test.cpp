#include "html/elements.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "data/tables.h"
#include "html/tokenizer.h"

namespace sito::html {
namespace {

TEST(Elements, ReadsEveryRow) {
  const std::set<std::string_view> layouts = {"inline",       "line",      "paragraph", "list",
                                              "table",        "row",       "cell",      "break",
                                              "preformatted", "quotation", "control",   "gone"};
  const std::set<std::string_view> contents = {"markup", "characters", "raw", "script", "rest", "none"};
  const auto& table = data::html_elements();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto cells = table.row(i).cells;
    EXPECT_TRUE(layouts.contains(cells[1])) << cells[0];
    EXPECT_TRUE(contents.contains(cells[2])) << cells[0];
    EXPECT_EQ(element(cells[0]).name, cells[0]);
    EXPECT_EQ(element(cells[0]).ended_by.any(), cells[4] != "-") << cells[0];
    Tokenizer tokenizer(cells[5], Tokenizer::Settings());
    EXPECT_EQ(&tokenizer.next().tag->element(), &element(cells[0])) << "the row's own example";
  }
}

TEST(Elements, KnowsWhatTheRowsSay) {
  EXPECT_EQ(element("td").layout, Layout::kCell);
  EXPECT_EQ(element("script").content, Content::kScript);
  EXPECT_EQ(element("br").content, Content::kNone);
  EXPECT_TRUE(element("div").ends_paragraph);
  EXPECT_TRUE(element("table").is_wall);
  EXPECT_TRUE(element("p").leaves_svg);
  EXPECT_TRUE(element("title").begins_page);
  EXPECT_TRUE(element("li").ended_by.test(element("li").id));
  EXPECT_FALSE(element("li").ended_by.test(element("p").id));
}

TEST(Elements, AnyOtherNameIsTheSameInlineElement) {
  for (const std::string_view name : {"", "x", "my-element", "P", "scripts"}) {
    EXPECT_EQ(element(name).id, 0U) << name;
    EXPECT_EQ(element(name).layout, Layout::kInline);
    EXPECT_FALSE(element(name).is_block());
  }
}

}  // namespace
}  // namespace sito::html

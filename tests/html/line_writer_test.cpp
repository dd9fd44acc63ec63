#include "html/line_writer.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::html {
namespace {

// Commands: `|` line, `||` paragraph, `=` row, `/` line end, `>` cell, `_` space, `{` and `}` around
// preformatted text; all else is text.
std::string written(std::string_view commands) {
  std::string out;
  LineWriter writer;
  writer.assign(out);
  bool preformatted = false;
  for (std::size_t at = 0; at < commands.size(); ++at) {
    const char c = commands[at];
    if (c == '|' && commands.substr(at, 2) == "||")
      ++at, writer.paragraph();
    else if (c == '|')
      writer.line();
    else if (c == '/')
      writer.line_end();
    else if (c == '>')
      writer.cell();
    else if (c == '=')
      writer.row();
    else if (c == '_')
      writer.space();
    else if (c == '{' || c == '}')
      preformatted = c == '{';
    else if (preformatted)
      writer.preformatted(commands.substr(at, 1));
    else {
      const std::size_t end = std::min(commands.find_first_of("|=/>_{}", at), commands.size());
      writer.text(commands.substr(at, end - at));
      at = end - 1;
    }
  }
  return out;
}

struct WrittenCase {
  const char* name;
  std::string_view commands;
  std::string_view text;
};

constexpr WrittenCase kTexts[] = {
    {"Nothing", "", ""},
    {"OnlyWhiteSpace", " \n\t ", ""},
    {"Text", "a b", "a b"},
    {"RunsCollapse", "a  \n\t\f\r b", "a b"},
    {"EndsAreTrimmed", " a ", "a"},
    {"PartsJoin", "a_|", "a"},
    {"SpaceBetweenParts", "a _b", "a b"},
    {"SpaceIsOne", "a _ b", "a b"},
    {"NoBreakSpaceStays", "a\u00A0 \u00A0b", "a\u00A0 \u00A0b"},
    {"VerticalTabStays", "a\vb", "a\vb"},
    {"NulGoes", std::string_view("a\0b \0 c", 8), "ab c"},
    {"Line", "a|b", "a\nb"},
    {"LinesAreOne", "a|||||b", "a\n\nb"},
    {"LineTwice", "a| |b", "a\nb"},
    {"LineEatsSpaces", "a |  b", "a\nb"},
    {"Paragraph", "a||b", "a\n\nb"},
    {"ParagraphTwice", "a|| ||b", "a\n\nb"},
    {"LineEnd", "a/b", "a\nb"},
    {"LineEndTwice", "a//b", "a\n\nb"},
    {"LineEndThrice", "a///b", "a\n\nb"},
    {"LineEndBeforeLine", "a/|b", "a\nb"},
    {"LineEndBehindLine", "a|/b", "a\n\nb"},
    {"BreaksAtTheHead", "|| / | a", "a"},
    {"BreaksAtTheEnd", "a || / |", "a"},
    {"Cell", "a>b", "a\tb"},
    {"CellEatsSpaces", "a > b", "a\tb"},
    {"EmptyCells", "a>>b", "a\t\tb"},
    {"CellsAtALinesHead", "a|>>b", "a\nb"},
    {"CellsAtALinesEnd", "a>>=b", "a\n\nb"},
    {"Row", "a=b", "a\n\nb"},
    {"RowTwice", "a==b", "a\n\nb"},
    {"ParagraphInACell", "=>||a||>||b||=", "a\tb"},
    {"LineInACell", "=>|a|>|b|>|c|=", "a\tb\tc"},
    {"LineEndsACell", "=>a/>b", "a\tb"},
    {"LinesInACell", "=>a|b|>c>d", "a\nb\nc\td"},
    {"LineInAStrayCell", "a>|b|>c", "a\tb\tc"},
    {"CellBehindAParagraph", "a||>b", "a\n\nb"},
    {"FirstCellsAreEmpty", "a=>>||b>c", "a\n\nb\tc"},
    {"CellsOfTheNextRow", "=>a=>b>c", "a\n\nb\tc"},
    {"RowInACell", "=>a>=>b", "a\n\nb"},
    {"PreformattedInACell", "=>{a\nb}>c", "a\nb\tc"},
    {"PreformattedCells", "=>{a}||>{b\n}||>c", "a\tb\tc"},
    {"CellAtTheHead", ">a", "a"},
    {"Preformatted", "{a  b\n  c}", "a  b\n  c"},
    {"PreformattedTab", "{a\tb}", "a\tb"},
    {"PreformattedBlankLines", "{a\n\n\nb}", "a\n\n\nb"},
    {"PreformattedEndsOfLines", "{a  \nb }", "a\nb"},
    {"PreformattedAtTheHead", "{\n  a}", "  a"},
    {"PreformattedBehindText", "a||{  b\n}||c", "a\n\n  b\n\nc"},
    {"PreformattedInline", "a{ b }c", "a b c"},
    {"PreformattedEndsAreTwo", "{a\n\n\n\n}||b", "a\n\nb"},
};

class Written : public testing::TestWithParam<WrittenCase> {};
TEST_P(Written, HasItsWhiteSpace) { EXPECT_EQ(written(GetParam().commands), GetParam().text); }
INSTANTIATE_TEST_SUITE_P(Texts, Written, testing::ValuesIn(kTexts),
                         [](const auto& row) { return row.param.name; });

// Blocks of 64 bytes are looked at together: every place of one white space and of two.
TEST(LineWriter, CollapsesAtEveryPlace) {
  for (std::size_t size = 3; size < 140; ++size) {
    for (std::size_t at = 1; at + 2 < size; ++at) {
      std::string text(size, 'x'), out;
      text[at] = ' ';
      LineWriter writer;
      writer.assign(out);
      writer.text(text);
      ASSERT_EQ(out, text);
      std::string twice = text;
      twice.insert(at, "\n");
      writer.assign(out);
      writer.text(twice);
      ASSERT_EQ(out, text) << size << ' ' << at;
    }
  }
}

}  // namespace
}  // namespace sito::html

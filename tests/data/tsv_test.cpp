#include "data/tsv.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::data {
namespace {

// A file, and its rows drawn: cells parted by '|', rows ended by ';'.
struct TsvCase {
  const char* name;
  std::string_view content;
  std::string_view columns;
  std::string_view rows;
};

constexpr TsvCase kFiles[] = {
    {"Empty", "", "", ""},
    {"OnlyComments", "# a\n\n#b\n", "", ""},
    {"OnlyColumns", "#columns\tkey\texample\n", "key|example", ""},
    {"Row", "#columns\tkey\texample\nтак\tвін\n", "key|example", "так|він;"},
    {"NoFinalLineEnd", "#columns\tkey\ta\nx\ty", "key|a", "x|y;"},
    {"CarriageReturns", "#columns\tkey\ta\r\nx\ty\r\n\r\n", "key|a", "x|y;"},
    {"CommentsBetween", "# head\n#columns\tkey\n# one\na\n\n# two\nb\n", "key", "a;b;"},
    {"EmptyCells", "#columns\tk\ta\tb\n\t\t\n", "k|a|b", "||;"},
    {"Escapes", "#columns\tk\nx\\ny\\tz\\\\w\n", "k", "x\ny\tz\\w;"},
    {"CodePoints", "#columns\tk\n\\u0041\\u00a0\\u00A0\\u0457\\u2014\n", "k", "A\u00A0\u00A0ї—;"},
    {"LaterColumnsAreAComment", "#columns\tk\na\n#columns\tk\tb\nc\n", "k", "a;c;"},
    {"ColumnsNeedATab", "#columns of a file\n#columns\tk\na\n", "k", "a;"},
    {"SpacesStay", "#columns\tk\n a  b \n", "k", " a  b ;"},
};

std::string drawn(const std::vector<std::string>& cells) {
  std::string out;
  for (const auto& cell : cells) out.append(out.empty() && &cell == &cells.front() ? "" : "|").append(cell);
  return out;
}

class TsvFile : public testing::TestWithParam<TsvCase> {};
TEST_P(TsvFile, IsParsed) {
  const auto [tsv, errors] = parse_tsv(GetParam().content);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(drawn(tsv.columns), GetParam().columns);
  std::string rows;
  for (const auto& row : tsv.rows) rows.append(drawn(row)).append(";");
  EXPECT_EQ(rows, GetParam().rows);
}
INSTANTIATE_TEST_SUITE_P(Files, TsvFile, testing::ValuesIn(kFiles),
                         [](const auto& row) { return row.param.name; });

// A file that is wrong, where, and a part of the reason.
struct ErrorCase {
  const char* name;
  std::string_view content;
  std::vector<std::size_t> lines;
  std::string_view reason;
};

const ErrorCase kErrors[] = {
    {"NoColumns", "a\tb\n", {1}, "#columns"},
    {"RowBeforeColumns", "# x\na\n#columns\tk\nb\n", {2}, "#columns"},
    {"TooFewCells", "#columns\tk\ta\nx\n", {2}, "1 cells where 2"},
    {"TooManyCells", "#columns\tk\n\nx\ty\n", {3}, "2 cells where 1"},
    {"UnknownEscape", "#columns\tk\n\\q\n", {2}, "escape"},
    {"BackslashAtTheEnd", "#columns\tk\nx\\\n", {2}, "escape"},
    {"CodePointCutShort", "#columns\tk\n\\u041\n", {2}, "escape"},
    {"CodePointOfNoHexDigits", "#columns\tk\n\\u00g0\n", {2}, "escape"},
    {"CodePointWithASign", "#columns\tk\n\\u-041\n", {2}, "escape"},
    {"Surrogate", "#columns\tk\n\\ud83d\\ude00\n", {2}, "escape"},
    {"EveryLineIsTold", "#columns\tk\na\tb\nfine\n\\x\n", {2, 4}, "cells"},
};

class TsvErrors : public testing::TestWithParam<ErrorCase> {};
TEST_P(TsvErrors, AreToldByLine) {
  const auto [tsv, errors] = parse_tsv(GetParam().content);
  std::vector<std::size_t> lines;
  for (const auto& error : errors) lines.push_back(error.line);
  EXPECT_EQ(lines, GetParam().lines);
  ASSERT_FALSE(errors.empty());
  EXPECT_NE(errors.front().reason.find(GetParam().reason), std::string::npos) << errors.front().reason;
  EXPECT_TRUE(tsv.rows.empty());
}
INSTANTIATE_TEST_SUITE_P(Files, TsvErrors, testing::ValuesIn(kErrors),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::data

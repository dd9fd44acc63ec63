#include "normalize/controls_read.h"

#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

struct ControlsCase {
  const char* name;
  const char* line;
  const char* drawn;
};

constexpr ControlsCase kCases[] = {
    {"QuotationMarks", "\u0093So it is,\u0094 he said", "“So it is,” he said"},
    {"Dash", "Рада \u0096 наша", "Рада – наша"},
    {"LetterBesideLatinOnes", "\u008Akoda", "Škoda"},
    {"EllipsisBeforeABlank", "parlé\u0085 Tu sais", "parlé… Tu sais"},
    {"EllipsisBesideAnother", "quotes\u0085\u0094", "quotes…”"},
    {"LineEndStays", "one\u0085two", "nothing"},
    {"WhatMeansNothingStays", "a\u0081b", "nothing"},
    {"CleanText", "“Так” – і все…", "nothing"},
    {"Empty", "", "nothing"},
};

class Controls : public testing::TestWithParam<ControlsCase> {};
TEST_P(Controls, AreRead) {
  const auto read = read_c1_controls(GetParam().line);
  EXPECT_EQ(read ? read->text : "nothing", GetParam().drawn);
  if (read) {
    EXPECT_FALSE(read_c1_controls(read->text));
  }
}
INSTANTIATE_TEST_SUITE_P(Lines, Controls, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(ControlsChain, NamesThePage) {
  EXPECT_EQ(read_c1_controls("Так\u0085 і все")->chain, "ISO-8859-1>windows-1251");
  EXPECT_EQ(read_c1_controls("So\u0085 it is")->chain, "ISO-8859-1>windows-1252");
}

}  // namespace
}  // namespace sito::normalize

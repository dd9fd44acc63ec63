#include "io/header_fields.h"

#include <gtest/gtest.h>

namespace sito::io {
namespace {

TEST(SameName, CapitalsDoNotMatter) {
  EXPECT_TRUE(same_name("WARC-Type", "warc-type"));
  EXPECT_FALSE(same_name("WARC-Type", "WARC-Types"));
  EXPECT_EQ(in_small_letters("GZip Ї"), "gzip Ї");
}

TEST(Trimmed, TakesBlanksOffBothEnds) {
  EXPECT_EQ(trimmed(" \ta b\r\n"), "a b");
  EXPECT_EQ(trimmed(" \t "), "");
}

TEST(TakenLine, EndsInLfCrlfOrAtTheEnd) {
  std::string_view text = "a\r\nb\n\r\r\nc";
  EXPECT_EQ(taken_line(text), "a");
  EXPECT_EQ(taken_line(text), "b");
  EXPECT_EQ(taken_line(text), "");
  EXPECT_EQ(taken_line(text), "c");
  EXPECT_EQ(text, "");
}

struct HeadCase {
  const char* name;
  std::string_view text;
  std::optional<std::size_t> size;
};

constexpr HeadCase kHeads[] = {
    {"Crlf", "A\r\nb: c\r\n\r\nbody", 11},
    {"Lf", "A\nb: c\n\nbody", 8},
    {"Mixed", "A\r\n\nbody", 4},
    {"DoubleCr", "A\r\r\n\r\r\nbody", 7},
    {"NoEnd", "A\r\nb: c\r\n", {}},
    {"HalfAnEnd", "A\r\n\r", {}},
    {"FirstLineIsNoEnd", "\r\nbody\n\n", 8},
    {"Nothing", "", {}},
};

class FieldsHead : public testing::TestWithParam<HeadCase> {};
TEST_P(FieldsHead, EndsWithTheFirstEmptyLine) { EXPECT_EQ(head_size(GetParam().text), GetParam().size); }
INSTANTIATE_TEST_SUITE_P(Heads, FieldsHead, testing::ValuesIn(kHeads),
                         [](const auto& row) { return row.param.name; });

struct FieldCase {
  const char* name;
  std::string_view lines;
  std::string_view first;
  std::string_view all;
};

// Of the fields that are called "x".
constexpr FieldCase kFields[] = {
    {"One", "X: a\r\n", "a", "a"},
    {"AnyLetters", "x:a\n", "a", "a"},
    {"BlankBeforeTheColon", "X : a", "a", "a"},
    {"ColonsInTheValue", "X: http://a:1/\r\n", "http://a:1/", "http://a:1/"},
    {"Several", "X: a\r\nY: b\r\nX: c\r\n", "a", "a, c"},
    {"Continued", "X: a\r\n  b\r\n\tc\r\nY: d\r\n", "a b c", "a b c"},
    {"ContinuedFromNothing", "X:\r\n a\r\n", "a", "a"},
    {"ContinuationOfNoField", " a\r\nX: b\r\n", "b", "b"},
    {"WhatIsNoFieldIsPassedOver", "nonsense\r\n more\r\nX: a\r\n", "a", "a"},
    {"TheEmptyLineEndsThem", "\r\nX: a\r\n", "", ""},
    {"None", "Y: a\r\n", "", ""},
};

class Fields : public testing::TestWithParam<FieldCase> {};
TEST_P(Fields, AreFound) {
  const HeaderFields fields(GetParam().lines);
  EXPECT_EQ(fields.first("x"), GetParam().first);
  EXPECT_EQ(fields.all("x"), GetParam().all);
}
INSTANTIATE_TEST_SUITE_P(Lines, Fields, testing::ValuesIn(kFields),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::io

#include "text/span.h"

#include <gtest/gtest.h>

namespace sito {
namespace {

TEST(Span, IsEmptyWhereItsEndsMeet) {
  EXPECT_TRUE(Span{}.empty());
  EXPECT_TRUE((Span{7, 7}.empty()));
  EXPECT_FALSE((Span{7, 8}.empty()));
}

TEST(Span, IsEqualByBothEnds) {
  EXPECT_EQ((Span{1, 2}), (Span{1, 2}));
  EXPECT_NE((Span{1, 2}), (Span{1, 3}));
  EXPECT_NE((Span{1, 2}), (Span{0, 2}));
}

TEST(ByteRange, MeasuresAndCuts) {
  EXPECT_TRUE(ByteRange{}.empty());
  EXPECT_TRUE((ByteRange{5, 5}.empty()));
  EXPECT_EQ((ByteRange{2, 6}.size()), 4U);
  EXPECT_EQ((ByteRange{2, 6}.of("a сито")), "си");
  EXPECT_EQ((ByteRange{3, 3}.of("sito")), "");
  EXPECT_EQ((ByteRange{4, 4}.of("sito")), "");
}

// Two ranges, and whether the first holds the second.
struct ContainsCase {
  const char* name;
  ByteRange outer;
  ByteRange inner;
  bool contains;
};

constexpr ContainsCase kContains[] = {
    {"Itself", {2, 5}, {2, 5}, true},           {"Inner", {2, 5}, {3, 4}, true},
    {"EmptyAtTheBegin", {2, 5}, {2, 2}, true},  {"EmptyAtTheEnd", {2, 5}, {5, 5}, true},
    {"SticksOutBefore", {2, 5}, {1, 3}, false}, {"SticksOutBehind", {2, 5}, {4, 6}, false},
    {"Around", {2, 5}, {1, 6}, false},          {"Before", {2, 5}, {0, 1}, false},
    {"Behind", {2, 5}, {6, 7}, false},
};

class Contains : public testing::TestWithParam<ContainsCase> {};
TEST_P(Contains, Answers) { EXPECT_EQ(GetParam().outer.contains(GetParam().inner), GetParam().contains); }
INSTANTIATE_TEST_SUITE_P(ByteRanges, Contains, testing::ValuesIn(kContains),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito

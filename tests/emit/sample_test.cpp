#include "emit/sample.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::emit {
namespace {

struct ShareCase {
  const char* name;
  const char* share;
  bool is_one;
};

constexpr ShareCase kShares[] = {
    {"AWholeNumber", "1%", true},
    {"AFraction", "0.05%", true},
    {"All", "100%", true},
    {"AllWithAFraction", "100.0%", true},
    {"WithoutTheSign", "1", false},
    {"Nothing", "0%", false},
    {"NothingWithAFraction", "0.000%", false},
    {"MoreThanAll", "100.1%", false},
    {"BelowZero", "-5%", false},
    {"NoNumber", "%", false},
    {"Empty", "", false},
    {"AnExponent", "1e1%", false},
    {"NotANumber", "nan%", false},
    {"Infinite", "inf%", false},
    {"ASpace", "1 %", false},
    {"ASpaceInFront", " 1%", false},
    {"AComma", "0,5%", false},
    {"TwoSigns", "1%%", false},
};

class Shares : public testing::TestWithParam<ShareCase> {};
TEST_P(Shares, Parse) { EXPECT_EQ(Sample::parse(GetParam().share).has_value(), GetParam().is_one); }
INSTANTIATE_TEST_SUITE_P(Samples, Shares, testing::ValuesIn(kShares),
                         [](const auto& row) { return row.param.name; });

std::string id(int number) { return "archive/page-" + std::to_string(number) + ".txt"; }

int held(const Sample& sample, int ids) {
  int count = 0;
  for (int number = 0; number < ids; ++number) count += sample.holds(id(number)) ? 1 : 0;
  return count;
}

// 100,000 ids: the standard deviation of the tenth is 95, of the thousandth 10.
TEST(Samples, HoldTheirShare) {
  EXPECT_NEAR(held(*Sample::parse("10%"), 100000), 10000, 500);
  EXPECT_NEAR(held(*Sample::parse("0.1%"), 100000), 100, 50);
  EXPECT_EQ(held(*Sample::parse("100%"), 1000), 1000);
}

TEST(Samples, ASmallerOneIsPartOfEveryLarger) {
  const auto small = *Sample::parse("3%"), large = *Sample::parse("3.5%");
  for (int number = 0; number < 20000; ++number)
    EXPECT_TRUE(large.holds(id(number)) || !small.holds(id(number))) << number;
  EXPECT_LT(held(small, 20000), held(large, 20000));
}

// What was sampled stays sampled: these are the answers of the first version.
TEST(Samples, AreTheSameInEveryVersion) {
  std::string drawn;
  for (int number = 0; number < 40; ++number) drawn += Sample::parse("25%")->holds(id(number)) ? 'x' : '.';
  EXPECT_EQ(drawn, "........x.....x..x...x.x...x..x..x.....x");
}

}  // namespace
}  // namespace sito::emit

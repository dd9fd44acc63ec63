#include "io/expansion.h"

#include <gtest/gtest.h>

namespace sito::io {
namespace {

TEST(ExpansionLimit, CountsBeyondItsFloor) {
  const ExpansionLimit limit{.ratio = 10, .floor = 100};
  EXPECT_TRUE(limit.allows(0, 100));
  EXPECT_FALSE(limit.allows(0, 101));
  EXPECT_TRUE(limit.allows(20, 209));
  EXPECT_FALSE(limit.allows(20, 210));
  EXPECT_EQ(limit.words(), "it unpacks to more than 10 times its size, the limit of --max-ratio");
}

TEST(ExpansionLimit, ZeroIsNone) {
  const ExpansionLimit limit{.ratio = 0, .floor = 1};
  EXPECT_TRUE(limit.allows(1, std::uint64_t{1} << 60));
}

}  // namespace
}  // namespace sito::io

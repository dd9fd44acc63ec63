#include "document/scratch.h"

#include <gtest/gtest.h>

namespace sito {
namespace {

TEST(Counts, AddUpInAnySplitAndOrder) {
  Counts whole, left, right;
  whole.add("strip.lines", 2);
  whole.add("meta.dates", 1);
  whole.add("strip.lines", 3);
  left.add("strip.lines", 3);
  right.add("meta.dates", 1);
  right.add("strip.lines", 2);
  Counts one = left, other = right;
  one.merge(right);
  other.merge(left);
  EXPECT_EQ(one.sums(), whole.sums());
  EXPECT_EQ(other.sums(), whole.sums());
  EXPECT_EQ(whole.sums().at("strip.lines"), 5);
}

}  // namespace
}  // namespace sito

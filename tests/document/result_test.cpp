#include "document/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace sito {
namespace {

Result<std::unique_ptr<int>> half(int number) {
  if (number % 2 != 0) return Reject{"an odd number"};
  return std::make_unique<int>(number / 2);
}

TEST(Result, HoldsAValueOrAReason) {
  auto good = half(4);
  ASSERT_TRUE(good);
  EXPECT_EQ(**good, 2);
  const std::unique_ptr<int> taken = *std::move(good);
  EXPECT_EQ(*taken, 2);

  const auto bad = half(3);
  EXPECT_FALSE(bad.has_value());
  EXPECT_EQ(bad.error().reason, "an odd number");
}

TEST(Result, OfNothingIsGoodOrAReason) {
  EXPECT_TRUE(Result<void>());
  const Result<void> bad = Reject{"why"};
  EXPECT_FALSE(bad);
  EXPECT_EQ(bad.error().reason, "why");
}

}  // namespace
}  // namespace sito

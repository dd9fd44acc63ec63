#include "batch/partition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace sito::batch {
namespace {

using Numbers = std::vector<std::size_t>;

TEST(Partition, CutsWhereTheHeaviestPieceIsLightest) {
  EXPECT_EQ(partition(std::vector<std::uint64_t>{1, 1, 1, 1}, 2), (Numbers{0, 2}));
  EXPECT_EQ(partition(std::vector<std::uint64_t>{9, 1, 1, 1}, 2), (Numbers{0, 1}));
  EXPECT_EQ(partition(std::vector<std::uint64_t>{1, 1, 9, 1, 1}, 3), (Numbers{0, 2, 3}));
}

TEST(Partition, AGiantDoesNotMakeOthersHeavy) {
  EXPECT_EQ(partition(std::vector<std::uint64_t>{1, 1, 1, 1, 90, 1, 1, 1, 1}, 5), (Numbers{0, 2, 4, 5, 7}));
}

TEST(Partition, PiecesMayBeEmpty) {
  EXPECT_EQ(partition(std::vector<std::uint64_t>{5}, 3), (Numbers{0, 1, 1}));
  EXPECT_EQ(partition({}, 2), (Numbers{0, 0}));
  EXPECT_EQ(partition(std::vector<std::uint64_t>{0, 0}, 1), (Numbers{0}));
}

TEST(Partition, NoPieceIsMuchHeavierThanItsShare) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::uint64_t> weights(random() % 50 + 1);
    for (auto& weight : weights) weight = random() % 1000;
    const std::size_t pieces = random() % 10 + 1;
    const auto begins = partition(weights, pieces);
    ASSERT_EQ(begins.size(), pieces);
    ASSERT_EQ(begins.front(), 0U);
    ASSERT_TRUE(std::is_sorted(begins.begin(), begins.end()));
    const auto total = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
    const auto largest = *std::max_element(weights.begin(), weights.end());
    for (std::size_t i = 0; i < pieces; ++i) {
      const auto end = i + 1 < pieces ? begins[i + 1] : weights.size();
      std::uint64_t load = 0;
      for (auto at = begins[i]; at < end; ++at) load += weights[at];
      ASSERT_LE(load, total / pieces + largest);
    }
  }
}

}  // namespace
}  // namespace sito::batch

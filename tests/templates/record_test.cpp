#include "templates/record.h"

#include <gtest/gtest.h>

namespace sito::templates {
namespace {

TEST(Record, PagesAddUpAndDistancesAreTheLeast) {
  Seen sum{3, 10, 0};
  add(sum, {4, 2, 7});
  EXPECT_EQ(sum, (Seen{7, 2, 0}));
}

TEST(Record, PagesSaturate) {
  Seen sum{kMostPages - 1, 0, 0};
  add(sum, {1, 0, 0});
  EXPECT_EQ(sum.pages, kMostPages);
  add(sum, {kMostPages, 0, 0});
  EXPECT_EQ(sum.pages, kMostPages);
}

TEST(Record, SaturatingSumsAssociate) {
  const std::uint32_t numbers[] = {0, 1, 2, 5, 9, 10};
  for (const auto a : numbers)
    for (const auto b : numbers)
      for (const auto c : numbers) {
        EXPECT_EQ(saturating_sum(saturating_sum(a, b, 10), c, 10),
                  saturating_sum(a, saturating_sum(b, c, 10), 10));
        EXPECT_EQ(saturating_sum(a, b, 10), saturating_sum(b, a, 10));
      }
  EXPECT_EQ(saturating_sum(kMostSitePages, 1, kMostSitePages), kMostSitePages);
}

TEST(Record, OfTwoExcerptsTheLesserByBytesWins) {
  Record sum{1, {1, 0, 0}, "б"};
  add_to(sum, {1, {1, 0, 0}, "а"});
  EXPECT_EQ(sum.excerpt, "а");
  add_to(sum, {1, {1, 0, 0}, "б"});
  EXPECT_EQ(sum.excerpt, "а");
  EXPECT_EQ(sum.seen.pages, 3U);
}

}  // namespace
}  // namespace sito::templates

#include "templates/sums.h"

#include <gtest/gtest.h>

#include "learnt.h"

namespace sito::templates {
namespace {

TEST(Sums, AddUpBySiteAndKey) {
  Sums sums;
  const auto a = sums.number_of("а");
  const auto b = sums.number_of("б");
  sums.add_page(a);
  sums.add_page(a);
  sums.add_page(b);
  sums.add(a, {5, {1, 9, 3}, "Мапа"});
  sums.add(a, {5, {1, 2, 4}, "Мапа"});
  sums.add(b, {5, {1, 0, 0}, "Мапа"});
  std::string model;
  sums.drain(into(model));
  EXPECT_EQ(listed(model), "а\t2\t2\t100.0\t2\t3\tМапа\nб\t1\t1\t100.0\t0\t0\tМапа\n");
}

TEST(Sums, AreEmptyOnceDrained) {
  Sums sums;
  EXPECT_TRUE(sums.empty());
  const auto least = sums.bytes_to_add();
  for (std::uint64_t key = 0; key < 5000; ++key) sums.add(sums.number_of("а"), {key, {1, 0, 0}, "x"});
  EXPECT_FALSE(sums.empty());
  EXPECT_GT(sums.bytes_to_add(), least);
  std::string model;
  sums.drain(into(model));
  EXPECT_TRUE(sums.empty());
  EXPECT_EQ(sums.bytes_to_add(), least);
  std::string nothing;
  sums.drain(into(nothing));
  EXPECT_EQ(nothing, learnt({}));
}

TEST(Sums, OfTwoLinesWithOneKeyTheLesserExcerptIsKept) {
  for (const bool lesser_first : {true, false}) {
    Sums sums;
    const auto site = sums.number_of("а");
    sums.add(site, {5, {1, 0, 0}, lesser_first ? "а" : "бб"});
    sums.add(site, {5, {1, 0, 0}, lesser_first ? "бб" : "а"});
    std::string model;
    sums.drain(into(model));
    EXPECT_TRUE(listed(model).ends_with("\tа\n"));
  }
}

}  // namespace
}  // namespace sito::templates

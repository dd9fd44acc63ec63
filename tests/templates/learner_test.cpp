#include "templates/learner.h"

#include <gtest/gtest.h>

#include "learnt.h"

namespace sito::templates {
namespace {

TEST(Learner, CountsPagesNotLines) {
  const auto model = learnt({{"а", "Мапа\nМапа\nДрук"}, {"а", "Мапа"}, {"а", "\n"}});
  EXPECT_EQ(listed(model), "а\t2\t3\t66.7\t0\t0\tМапа\nа\t1\t3\t33.3\t2\t0\tДрук\n");
}

TEST(Learner, NoPagesAreAModelToo) { EXPECT_EQ(listed(learnt({})), ""); }

// 100,000 lines of 7 sites do not fit in the least memory by far: there are more runs than are read at once.
TEST(Learner, TheBytesDoNotDependOnTheMemory) {
  std::vector<Page> pages;
  for (std::size_t page = 0; page < 1000; ++page) {
    std::string text = "Мапа\n";
    for (std::size_t line = 0; line < 100; ++line)
      text += "рядок " + std::to_string(page * (line % 3) + line) + "\n";
    pages.push_back({"s" + std::to_string(page % 7), text + "Друк"});
  }
  const auto at_once = learnt(pages);
  EXPECT_EQ(learnt(pages, 0), at_once);
  EXPECT_EQ(learnt(pages, std::size_t{1} << 20), at_once);
}

}  // namespace
}  // namespace sito::templates

// What must hold for every set of pages: models add up to the same bytes whatever the way.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "../templates/learnt.h"
#include "io/error.h"
#include "templates/model.h"

namespace sito::templates {
namespace {

std::size_t below(std::mt19937& random, std::size_t end) { return random() % end; }

/// Pages that share some lines, some with numbers, in few sites; some are empty.
std::vector<Page> random_pages(std::mt19937& random) {
  const std::vector<std::string> lines = {"Головна", "Мапа\u00a0сайту", "© 2020 Вісник",
                                          "",        "Коментарі: 12",   "Вівторок, 5 травня"};
  std::vector<Page> pages(1 + below(random, 60));
  for (auto& page : pages) {
    page.site = std::string(1, static_cast<char>('a' + below(random, 4)));
    for (std::size_t line = below(random, 30); line > 0; --line) {
      page.text += lines[below(random, lines.size())];
      if (below(random, 2) == 0)
        page.text += " та ще " + std::to_string(below(random, 40)) + ". Наш сайт тут";
      page.text += '\n';
    }
  }
  return pages;
}

/// The models of random parts of the pages.
std::vector<std::string> parts(std::vector<Page> pages, std::mt19937& random) {
  std::shuffle(pages.begin(), pages.end(), random);
  std::vector<std::vector<Page>> split(1 + below(random, 6));
  for (auto& page : pages) split[below(random, split.size())].push_back(std::move(page));
  std::vector<std::string> models;
  for (const auto& part : split) models.push_back(learnt(part));
  return models;
}

/// Merges some models at a time, in any order, until there is one.
std::string merged_somehow(std::vector<std::string> models, std::mt19937& random) {
  while (models.size() > 1) {
    std::shuffle(models.begin(), models.end(), random);
    const auto some = static_cast<std::ptrdiff_t>(2 + below(random, models.size() - 1));
    const std::vector<std::string> taken(models.end() - some, models.end());
    models.erase(models.end() - some, models.end());
    models.push_back(merged(taken));
  }
  return models.front();
}

TEST(Templates, AnyTreeOfMergesIsLearningAllAtOnce) {
  std::mt19937 random(20201124);
  for (int round = 0; round < 60; ++round) {
    const auto pages = random_pages(random);
    EXPECT_EQ(merged_somehow(parts(pages, random), random), learnt(pages)) << "round " << round;
  }
}

TEST(Templates, AnyMemoryGivesTheSameBytes) {
  std::mt19937 random(7);
  std::vector<Page> pages;
  for (int i = 0; i < 40; ++i)
    for (auto& page : random_pages(random)) pages.push_back(std::move(page));
  for (std::size_t i = 0; i < pages.size(); ++i) pages[i].text += "рядок " + std::string(i, 'x') + "\n";
  const auto at_once = learnt(pages);
  for (const std::size_t memory : {0U, 200U << 10, 1U << 20}) EXPECT_EQ(learnt(pages, memory), at_once);
}

// Whatever stands in a file, it is read whole or refused.
TEST(Templates, ADamagedModelIsRefusedByEverybody) {
  std::mt19937 random(11);
  const auto model = learnt(random_pages(random));
  for (int round = 0; round < 300; ++round) {
    auto damaged = model;
    damaged[below(random, damaged.size())] ^= static_cast<char>(1 + below(random, 255));
    if (below(random, 2) == 0) damaged.resize(below(random, damaged.size()));
    EXPECT_THROW(static_cast<void>(Model::read(opened(damaged))), IoError);
    EXPECT_THROW(static_cast<void>(merged({model, damaged})), IoError);
    EXPECT_THROW(static_cast<void>(compacted(damaged)), IoError);
    EXPECT_THROW(static_cast<void>(listed(damaged)), IoError);
  }
}

}  // namespace
}  // namespace sito::templates

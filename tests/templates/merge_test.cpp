#include "templates/merge.h"

#include <gtest/gtest.h>

#include <boost/filesystem.hpp>

#include "io/error.h"
#include "learnt.h"
#include "temporary_folder.h"

namespace sito::templates {
namespace {

const std::vector<Page> kMonday = {{"а", "Мапа\nТема 1\nДрук"}, {"в", "Пошук"}};
const std::vector<Page> kTuesday = {{"а", "Нове\nМапа\nДрук"}, {"б", ""}, {"в", "Пошук\nЩе"}};

std::vector<Page> both() {
  auto pages = kMonday;
  pages.insert(pages.end(), kTuesday.begin(), kTuesday.end());
  return pages;
}

TEST(Merge, IsLearningAllAtOnce) {
  EXPECT_EQ(merged({learnt(kMonday), learnt(kTuesday)}), learnt(both()));
  EXPECT_EQ(merged({learnt(kTuesday), learnt(kMonday)}), learnt(both()));
}

TEST(Merge, OfOneIsTheSame) { EXPECT_EQ(merged({learnt(kMonday)}), learnt(kMonday)); }

TEST(Merge, NothingAddsNothing) {
  EXPECT_EQ(merged({learnt({}), learnt(kMonday), learnt({})}), learnt(kMonday));
  EXPECT_EQ(merged({}), learnt({}));
}

TEST(Merge, ACompactedModelIsRefusedByName) {
  std::vector<io::Input> models;
  models.push_back(opened(learnt(kMonday)));
  models.push_back(opened(compacted(learnt(kTuesday)), "small.model"));
  std::string out;
  try {
    merge(std::move(models), into(out));
    ADD_FAILURE() << "it was merged";
  } catch (const IoError& error) {
    EXPECT_STREQ(error.what(), "small.model: cannot merge: compacted, so its counts are no longer whole");
  }
}

TEST(Merge, AnyNumberOfFiles) {
  TemporaryFolder folder;
  std::vector<std::string> paths;
  std::vector<Page> pages;
  for (std::size_t i = 0; i < 2 * kFanIn + 3; ++i) {
    const Page page{"s" + std::to_string(i % 3), "Мапа\nрядок " + std::to_string(i)};
    pages.push_back(page);
    paths.push_back(folder.write(std::to_string(i), learnt({page})));
  }
  std::string out;
  merge_files(paths, into(out));
  EXPECT_EQ(out, learnt(pages));
}

TEST(Compact, DropsRareLinesAndKeepsSites) {
  const auto model = learnt(both());
  EXPECT_EQ(listed(compacted(model)), listed(model, {{}, 2}));
  EXPECT_EQ(listed(compacted(model, 3)), "");
  EXPECT_EQ(compacted(compacted(model)), compacted(model));
  EXPECT_NE(compacted(model, 1), model) << "it is marked";
}

}  // namespace
}  // namespace sito::templates

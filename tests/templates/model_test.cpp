#include "templates/model.h"

#include <gtest/gtest.h>

#include "document/digest.h"
#include "io/error.h"
#include "learnt.h"
#include "templates/line_key.h"
#include "templates/model_reader.h"

namespace sito::templates {
namespace {

TEST(Model, KnowsTheLinesOfEachSite) {
  const auto bytes =
      learnt({{"а.example", "Мапа\nТема дня\nДрук"}, {"а.example", "Мапа\nДрук"}, {"б.example", "Мапа"}});
  const auto model = Model::read(opened(bytes));
  const auto site = model.of("а.example");
  EXPECT_EQ(site.pages(), 2U);
  EXPECT_EQ(site.find(exact_key(" Мапа ")), (Seen{2, 0, 1}));
  EXPECT_EQ(site.find(exact_key("Тема дня")), (Seen{1, 1, 1}));
  EXPECT_FALSE(site.find(exact_key("Пошук")));
  EXPECT_FALSE(model.of("б.example").find(exact_key("Друк")));
  EXPECT_EQ(model.digest(), digest(DigestKind::kXxh128, bytes));
}

TEST(Model, NothingIsKnownOfAnotherSite) {
  const auto model = Model::read(opened(learnt({{"а.example", "Мапа"}})));
  const auto site = model.of("в.example");
  EXPECT_EQ(site.pages(), 0U);
  EXPECT_FALSE(site.find(exact_key("Мапа")));
  EXPECT_FALSE(SiteTemplates().find(0));
}

TEST(Model, ASiteOfEmptyPagesHasNoLines) {
  const auto model = Model::read(opened(learnt({{"а.example", "\n"}})));
  EXPECT_EQ(model.of("а.example").pages(), 1U);
  EXPECT_FALSE(model.of("а.example").find(exact_key("Мапа")));
}

TEST(Model, ACompactedOneKnowsPagesAndFrequentLines) {
  const auto model = Model::read(opened(compacted(learnt({{"а", "Мапа"}, {"а", "Мапа\nДрук"}}))));
  EXPECT_EQ(model.of("а").pages(), 2U);
  EXPECT_TRUE(model.of("а").find(exact_key("Мапа")));
  EXPECT_FALSE(model.of("а").find(exact_key("Друк")));
}

TEST(Model, OutlivesBeingMoved) {
  auto model = Model::read(opened(learnt({{"а", "Мапа"}})));
  const auto site = model.of("а");
  const auto moved = std::move(model);
  EXPECT_TRUE(site.find(exact_key("Мапа")));
}

// Keys that are spread as hashes are, and such as guessing is worst at.
TEST(Model, FindsEveryKeyAndNoOther) {
  for (const std::uint64_t step : {1ULL, 3ULL, 0x0000f00000000001ULL}) {
    std::string bytes;
    ModelWriter writer(into(bytes), {});
    writer.begin_site("а", 1);
    std::vector<std::uint64_t> keys;
    for (std::uint64_t i = 0; i < kBlockRecords + 500; ++i) keys.push_back(i < 300 ? i * 2 : 1000 + i * step);
    for (const auto key : keys) writer.add({key, {1, 0, 0}, ""});
    writer.finish();
    const auto model = Model::read(opened(bytes));
    const auto site = model.of("а");
    for (const auto key : keys) EXPECT_TRUE(site.find(key));
    for (const std::uint64_t other : {1ULL, 599ULL, 999ULL, ~0ULL}) EXPECT_FALSE(site.find(other));
  }
}

}  // namespace
}  // namespace sito::templates

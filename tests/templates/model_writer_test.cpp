#include "templates/model_writer.h"

#include <gtest/gtest.h>

#include "learnt.h"
#include "templates/model_reader.h"

namespace sito::templates {
namespace {

/// How many records the blocks of a model have.
std::vector<std::size_t> block_sizes(const std::string& model) {
  ModelReader reader(opened(model));
  std::vector<std::size_t> sizes;
  while (const Block* block = reader.next()) sizes.push_back(block->keys.size());
  return sizes;
}

std::string with_records(std::size_t count) {
  std::string model;
  ModelWriter writer(into(model), {});
  writer.begin_site("а.example", 1);
  for (std::size_t key = 0; key < count; ++key) writer.add({key, {1, 0, 0}, "x"});
  writer.begin_site("б.example", 1);
  writer.finish();
  return model;
}

TEST(ModelWriter, CutsSitesIntoFullBlocks) {
  using Sizes = std::vector<std::size_t>;
  EXPECT_EQ(block_sizes(with_records(0)), (Sizes{0, 0}));
  EXPECT_EQ(block_sizes(with_records(1)), (Sizes{1, 0}));
  EXPECT_EQ(block_sizes(with_records(kBlockRecords)), (Sizes{kBlockRecords, 0}));
  EXPECT_EQ(block_sizes(with_records(kBlockRecords + 1)), (Sizes{kBlockRecords, 1, 0}));
}

TEST(ModelWriter, AModelOfNothingIsOneToo) {
  std::string model;
  ModelWriter(into(model), {}).finish();
  EXPECT_EQ(model.size(), kHeadBytes + kTrailerBytes);
  EXPECT_TRUE(block_sizes(model).empty());
}

}  // namespace
}  // namespace sito::templates

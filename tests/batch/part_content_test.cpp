#include "batch/part_content.h"

#include <gtest/gtest.h>

#include "batch/part_writer.h"
#include "io/error.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

TEST(PartContent, IsReadForwardsHereAndThere) {
  const TemporaryFolder folder;
  const std::string filling(200'000, 'x');
  PartWriter writer(folder.path("part.jsonl.zst"), "part", "");
  writer.add("a", "one\n");
  writer.add("b", filling + "\n");
  writer.add("c", "three\n");
  (void)writer.finish();
  PartContent content(folder.path("part.jsonl.zst"));
  std::string out;
  content.read(0, 4, out);
  EXPECT_EQ(out, "one\n");
  content.read(200'005, 6, out);
  EXPECT_EQ(out, "three\n");
  EXPECT_THROW(content.read(200'011, 1, out), IoError);
}

}  // namespace
}  // namespace sito::batch

#include "batch/part_writer.h"

#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>

#include "io/input.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

TEST(PartWriter, TellsWhatStandsInTheFile) {
  const TemporaryFolder folder;
  PartWriter writer(folder.path("a.jsonl"), "a.jsonl", "id\n");
  writer.add("one", "1\n");
  writer.add("two", "2\n");
  writer.add("two", "22\n");
  const Part part = writer.finish();
  EXPECT_EQ(folder.read("a.jsonl"), "id\n1\n2\n22\n");
  EXPECT_EQ(part.name, "a.jsonl");
  EXPECT_EQ(part.records, 3);
  EXPECT_EQ(part.bytes, 10);
  EXPECT_EQ(part.content_bytes, 10);
  EXPECT_EQ(part.first_id, "one");
  EXPECT_EQ(part.last_id, "two");
  EXPECT_EQ(part.digest, digest(DigestKind::kSha256, folder.read("a.jsonl")));
}

TEST(PartWriter, CountsWhatIsCompressedTwice) {
  const TemporaryFolder folder;
  PartWriter writer(folder.path("a.jsonl.zst"), "a", "");
  writer.add("one", std::string(100'000, ' '));
  const Part part = writer.finish();
  EXPECT_EQ(part.content_bytes, 100'000);
  EXPECT_EQ(part.bytes, static_cast<std::int64_t>(folder.read("a.jsonl.zst").size()));
  EXPECT_EQ(part.digest, digest(DigestKind::kSha256, folder.read("a.jsonl.zst")));
}

TEST(PartWriter, WithoutFinishNothingStays) {
  const TemporaryFolder folder;
  { PartWriter(folder.path("a.jsonl"), "a", "").add("one", "1\n"); }
  EXPECT_TRUE(boost::filesystem::is_empty(folder.path("")));
}

}  // namespace
}  // namespace sito::batch

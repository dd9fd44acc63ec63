#include "batch/done.h"

#include <gtest/gtest.h>

#include "io/error.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

Done example() {
  Done done;
  done.task = 3;
  done.key = {"xxh128:1", "xxh128:2", "xxh128:3"};
  done.part = {"part-00003.jsonl", 2, 4, 4, "sha256:5", "a", "b"};
  done.rejects = {"rejects/3.jsonl", 7, "sha256:6"};
  done.documents = 8;
  done.rejected = 9;
  done.skipped = 10;
  done.host = "node-1";
  done.process = 11;
  return done;
}

TEST(Done, ComesBack) {
  const auto done = parse_done(to_json(example()), "f");
  EXPECT_EQ(to_json(done), to_json(example()));
  EXPECT_EQ(done.key, example().key);
  EXPECT_EQ(done.part.last_id, "b");
}

TEST(Done, AModelAndRecordsMayBeMissing) {
  auto done = example();
  done.key.model.clear();
  done.part = {"part-00003.jsonl", 0, 0, 0, "sha256:5", "", ""};
  const auto json = to_json(done);
  EXPECT_NE(json.find("\"model\":null"), std::string::npos);
  EXPECT_EQ(to_json(parse_done(json, "f")), json);
}

TEST(Done, DamageIsTold) {
  const auto json = to_json(example());
  EXPECT_THROW((void)parse_done(json.substr(0, 50), "f"), DamagedInput);
  EXPECT_THROW((void)parse_done("{}", "f"), DamagedInput);
}

TEST(Done, IsWhereThePartIs) {
  const TemporaryFolder folder;
  const auto in = folder.path() + "/";
  EXPECT_FALSE(is_done(in, 3, example().key));
  folder.write(done_name(3), to_json(example()));
  EXPECT_FALSE(is_done(in, 3, example().key));
  folder.write("part-00003.jsonl", "1\n2");
  EXPECT_FALSE(is_done(in, 3, example().key));
  folder.write("part-00003.jsonl", "1\n2\n");
  EXPECT_TRUE(is_done(in, 3, example().key));
  auto other = example().key;
  other.model.clear();
  EXPECT_FALSE(is_done(in, 3, other));
  folder.write(done_name(4), to_json(example()));
  EXPECT_FALSE(is_done(in, 4, example().key));
  folder.write(done_name(3), "{");
  EXPECT_FALSE(read_done(in, 3));
}

}  // namespace
}  // namespace sito::batch

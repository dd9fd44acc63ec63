#include "batch/task_writer.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>

#include "document/frame.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

constexpr const char* kPart = "part-00003.jsonl";

std::string frames() {
  std::string frames;
  append_frame(frames, {"a", "1\n"});
  append_frame(frames, {"b", "2\n"});
  return frames;
}

TEST(TaskWriter, LeavesAPartItsRejectsAndAnAnswer) {
  const TemporaryFolder folder;
  TaskWriter writer(folder.path() + "/", kPart, 3, "id\n");
  writer.add(frames());
  writer.refuse("{}\n");
  EXPECT_EQ(writer.content_bytes(), 7);
  Done done;
  done.key = {"p", "o", "m"};
  done.rejected = 1;
  writer.finish(done);
  EXPECT_EQ(folder.read(kPart), "id\n1\n2\n");
  EXPECT_EQ(folder.read("rejects/3.jsonl"), "{}\n");
  const auto answer = read_done(folder.path() + "/", 3);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->task, 3U);
  EXPECT_EQ(answer->key, done.key);
  EXPECT_EQ(answer->part.records, 2);
  EXPECT_EQ(answer->part.first_id, "a");
  EXPECT_EQ(answer->rejects.bytes, 3);
  EXPECT_EQ(answer->rejects.digest, digest(DigestKind::kSha256, "{}\n"));
  EXPECT_EQ(answer->rejected, 1);
  EXPECT_EQ(answer->process, ::getpid());
  EXPECT_TRUE(is_done(folder.path() + "/", 3, done.key));
}

TEST(TaskWriter, WithoutFinishNothingStays) {
  const TemporaryFolder folder;
  { TaskWriter(folder.path() + "/", kPart, 3, "").add(frames()); }
  EXPECT_FALSE(boost::filesystem::exists(folder.path(kPart)));
  EXPECT_TRUE(boost::filesystem::is_empty(folder.path("rejects")));
}

TEST(TaskWriter, AttemptsAtOnceLeaveOneWholePart) {
  const TemporaryFolder folder;
  TaskWriter one(folder.path() + "/", kPart, 3, "");
  TaskWriter other(folder.path() + "/", kPart, 3, "");
  one.add(frames());
  other.add(frames());
  other.finish({});
  one.finish({});
  EXPECT_EQ(folder.read(kPart), "1\n2\n");
  EXPECT_TRUE(is_done(folder.path() + "/", 3, {}));
}

}  // namespace
}  // namespace sito::batch

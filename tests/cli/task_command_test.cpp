#include "cli/task_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <cstdlib>

#include "cli/exit_status.h"
#include "cli/planned.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

using testing::HasSubstr;

class TaskCommandTest : public testing::Test {
 protected:
  TaskCommandTest() {
    EXPECT_EQ(planned({folder_.path("d"), "--tasks", "2", "--read.root", folder_.path(), "--emit.compress",
                       "none", "--emit.fields", "id,text", "-o", plan_})
                  .status,
              0);
  }

  [[nodiscard]] bool exists(const std::string& name) const {
    return boost::filesystem::exists(folder_.path(name));
  }

  TemporaryFolder folder_;
  std::string a_ = folder_.write("d/a.txt", "one");
  std::string b_ = folder_.write("d/b.bin", std::string("\0\1\2", 3));
  std::string plan_ = folder_.path("c/plan.json");
};

TEST_F(TaskCommandTest, LeavesItsPart) {
  const auto done = task({plan_, "0"});
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(done.out, "");
  EXPECT_EQ(done.err, "task: task 0 is done\n");
  EXPECT_EQ(folder_.read("c/part-00000.jsonl"), "{\"id\":\"d/a.txt\",\"text\":\"one\"}\n");
  EXPECT_TRUE(exists("c/done/0.json"));
  EXPECT_FALSE(exists("c/done/1.json"));
  EXPECT_EQ(task({plan_, "1", "-q"}).err, "");
  EXPECT_THAT(folder_.read("c/rejects/1.jsonl"), HasSubstr("\"skipped\":true"));
}

TEST_F(TaskCommandTest, WhatIsDoneIsNotDoneAgain) {
  EXPECT_EQ(task({plan_, "0"}).status, 0);
  folder_.write("d/a.txt", "another");
  EXPECT_EQ(task({plan_, "0"}).err, "task: task 0 is done already\n");
  boost::filesystem::remove(folder_.path("c/part-00000.jsonl"));
  EXPECT_EQ(task({plan_, "0"}).status, 3);
}

TEST_F(TaskCommandTest, AnInputThatIsNotAsPlannedIsStatus3) {
  folder_.write("d/a.txt", "two");
  const auto changed = task({plan_, "0"});
  EXPECT_EQ(changed.status, 3);
  EXPECT_EQ(changed.out, "");
  EXPECT_THAT(changed.err, HasSubstr("d/a.txt: cannot use it as planned: it has another time\n"));
  EXPECT_FALSE(exists("c/part-00000.jsonl"));
  EXPECT_FALSE(exists("c/done/0.json"));
  boost::filesystem::remove(a_);
  EXPECT_THAT(task({plan_, "0", "--until", "read"}).err, HasSubstr("it is gone"));
}

TEST_F(TaskCommandTest, AStageOfItsDocumentsCanBeHad) {
  const auto read = task({plan_, "0", "--until", "read"});
  EXPECT_EQ(read.status, 0);
  EXPECT_THAT(read.out, HasSubstr("\"text\":\"one\""));
  EXPECT_EQ(read.out.find("normalization"), std::string::npos);
  EXPECT_THAT(task({plan_, "0", "--until", "normalize"}).out, HasSubstr("normalization"));
  EXPECT_THAT(task({plan_, "0", "--until", "quotes"}).out, HasSubstr("segments"));
  EXPECT_EQ(task({plan_, "0", "--until", "read", "-o", folder_.path("out")}).out, "");
  EXPECT_EQ(folder_.read("out"), read.out);
  EXPECT_FALSE(exists("c/done/0.json"));
}

TEST_F(TaskCommandTest, WhatTheWalkCouldNotReadIsRejectedByItsTask) {
  const batch::PlanFile file(plan_);
  auto inputs = file.inputs(0);
  inputs.front().path = folder_.path("d/closed");
  inputs.front().reject = "cannot read: Permission denied";
  folder_.write("c/plan.json", to_json(file.plan(), {inputs}));
  EXPECT_EQ(task({plan_, "0"}).status, 0);
  EXPECT_THAT(folder_.read("c/rejects/0.jsonl"),
              HasSubstr("d/closed\",\"reason\":\"cannot read: Permission denied\""));
  EXPECT_EQ(folder_.read("c/part-00000.jsonl"), "");
}

TEST_F(TaskCommandTest, WrongUsage) {
  EXPECT_EQ(task({}).status, 2);
  EXPECT_EQ(task({plan_, "0", "1"}).status, 2);
  EXPECT_THAT(task({plan_, "2"}).err, HasSubstr("there is no task '2': they are 0 to 1"));
  EXPECT_THAT(task({plan_, "0", "-o", "x"}).err, HasSubstr("-o: there is nothing"));
  EXPECT_THAT(task({plan_, "0", "--until", "read", "--model", plan_}).err, HasSubstr("nothing is stripped"));
  EXPECT_THAT(task({plan_, "0", "--max-rejects", "1"}).err, HasSubstr("there is no switch"));
  EXPECT_EQ(task({folder_.path("none"), "0"}).status, 3);
  EXPECT_EQ(task({plan_, "0", "--model", plan_}).status, 3);
}

TEST_F(TaskCommandTest, AFinishedCorpusIsLeftAlone) {
  folder_.write("c/_SUCCESS", "");
  EXPECT_EQ(task({plan_, "0"}).status, 3);
  EXPECT_FALSE(exists("c/part-00000.jsonl"));
}

TEST(TaskNumber, IsTheArgumentOrTheSchedulers) {
  EXPECT_EQ(task_number("3", 4), 3U);
  for (const auto* text : {"4", "-1", "x", "1x"})
    EXPECT_THROW((void)task_number(text, 4), UsageError) << text;
  EXPECT_THROW((void)task_number(std::nullopt, 4), UsageError);
  ::setenv("JOB_COMPLETION_INDEX", "1", 1);
  EXPECT_EQ(task_number(std::nullopt, 4), 1U);
  ::setenv("SLURM_ARRAY_TASK_ID", "2", 1);
  EXPECT_EQ(task_number(std::nullopt, 4), 2U);
  EXPECT_EQ(task_number("3", 4), 3U);
  ::unsetenv("SLURM_ARRAY_TASK_ID");
  ::unsetenv("JOB_COMPLETION_INDEX");
}

}  // namespace
}  // namespace sito::cli

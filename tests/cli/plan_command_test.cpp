#include "cli/plan_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>

#include "batch/plan.h"
#include "cli/planned.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class PlanCommandTest : public testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> paths(std::size_t task) const {
    std::vector<std::string> paths;
    const batch::PlanFile file(plan_);
    for (const auto& input : file.inputs(task)) paths.push_back(input.path.substr(folder_.path().size() + 1));
    return paths;
  }

  TemporaryFolder folder_;
  std::string a_ = folder_.write("d/a.txt", "one");
  std::string b_ = folder_.write("d/b.txt", "two");
  std::string d_ = folder_.path("d");
  std::string plan_ = folder_.path("c/plan.json");
};

TEST_F(PlanCommandTest, SharesOutWhatTheWalkFinds) {
  EXPECT_EQ(planned({d_, "--tasks", "2", "--read.exclude", "c.txt", "-o", plan_}).status, 0);
  EXPECT_THAT(paths(0), ElementsAre("d/a.txt"));
  EXPECT_THAT(paths(1), ElementsAre("d/b.txt"));
  EXPECT_EQ(batch::PlanFile(plan_).inputs(0).front().digest.size(), 39U);
  const auto first = folder_.read("c/plan.json");
  EXPECT_EQ(planned({d_, "--tasks", "2", "--read.exclude", "c.txt", "-j1", "-o", plan_}).status, 0);
  EXPECT_EQ(folder_.read("c/plan.json"), first);
}

TEST_F(PlanCommandTest, DigestsCanBeLeftOut) {
  EXPECT_EQ(planned({d_, "--tasks", "1", "--no-digest", "-o", plan_}).status, 0);
  EXPECT_EQ(batch::PlanFile(plan_).inputs(0).front().digest, "");
}

TEST_F(PlanCommandTest, WhatTasksWriteIsNoInput) {
  folder_.write("d/c/part-00000.jsonl.zst", "");
  EXPECT_EQ(planned({d_, "--tasks", "1", "-o", folder_.path("d/c/plan.json")}).status, 0);
  EXPECT_EQ(batch::PlanFile(folder_.path("d/c/plan.json")).inputs(0).size(), 2U);
  folder_.write("d/done/0.json", "");
  EXPECT_EQ(planned({d_, "--tasks", "1", "-o", folder_.path("d/plan.json")}).status, 0);
  EXPECT_EQ(batch::PlanFile(folder_.path("d/plan.json")).inputs(0).size(), 4U);
}

TEST_F(PlanCommandTest, WrongUsage) {
  const auto wrong = [&](std::vector<std::string> arguments) {
    const auto told = planned(std::move(arguments));
    EXPECT_EQ(told.status, 2) << told.err;
    return told.err;
  };
  EXPECT_THAT(wrong({d_}), HasSubstr("--tasks N is needed"));
  EXPECT_THAT(wrong({"--tasks", "2"}), HasSubstr("a PATH is needed"));
  EXPECT_THAT(wrong({"-", "--tasks", "2"}), HasSubstr("standard input cannot be planned"));
  EXPECT_THAT(wrong({"/dev/null", "--tasks", "2"}), HasSubstr("is no regular file"));
  EXPECT_THAT(wrong({d_, a_, "--tasks", "2"}), HasSubstr("lies in"));
  EXPECT_THAT(wrong({d_, "--tasks", "2000000"}), HasSubstr("at most"));
  EXPECT_THAT(wrong({d_, "--tasks", "2", "--emit.shard-size", "9"}), HasSubstr("each task writes one part"));
  EXPECT_THAT(wrong({d_, "--tasks", "2", "--strip.learn"}), HasSubstr("--until normalize"));
  EXPECT_THAT(wrong({d_, "--tasks", "2", "--normalize.only", "nothing"}), HasSubstr("there is no step"));
  EXPECT_THAT(wrong({d_, "--tasks", "2", "-o", plan_ + ".gz"}), HasSubstr("not compressed"));
  folder_.write("c/_SUCCESS", "");
  EXPECT_THAT(wrong({d_, "--tasks", "2", "-o", plan_}), HasSubstr("a corpus is finished there"));
}

TEST_F(PlanCommandTest, AMissingPathIsStatus3) {
  EXPECT_EQ(planned({folder_.path("none"), "--tasks", "2", "-o", plan_}).status, 3);
  EXPECT_FALSE(boost::filesystem::exists(plan_));
}

}  // namespace
}  // namespace sito::cli

#include "batch/assembly.h"

#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <map>

#include "batch/task_writer.h"
#include "document/frame.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

class AssemblyTest : public testing::Test {
 protected:
  AssemblyTest() {
    Plan plan;
    plan.version = "1";
    plan.options = {{"emit.view", {"quote"}, {}}};
    plan.options_digest = "xxh128:1";
    plan.suffix = "jsonl";
    folder_.write("plan.json", to_json(plan, std::vector<std::vector<PlannedInput>>(5)));
  }

  [[nodiscard]] TaskKey key() const { return {plan().digest(), "xxh128:1", ""}; }
  [[nodiscard]] PlanFile plan() const { return PlanFile(folder_.path("plan.json")); }

  void do_task(std::size_t task, const TaskKey& key) const {
    TaskWriter writer(folder_.path() + "/", plan().part_name(task), task, "");
    std::string frames;
    append_frame(frames, {std::to_string(task), std::to_string(task) + "\n"});
    writer.add(frames);
    writer.refuse("{\"file\":\"" + std::to_string(task) + "\"}\n");
    Done done;
    done.key = key;
    done.documents = 1;
    done.rejected = 1;
    writer.finish(done);
  }

  void do_all() const {
    for (std::size_t task = 0; task < 5; ++task) do_task(task, key());
  }

  [[nodiscard]] std::string refused() const {
    const auto sum = assemble(plan());
    EXPECT_FALSE(sum);
    EXPECT_FALSE(boost::filesystem::exists(folder_.path("_SUCCESS")));
    return sum ? "" : sum.error().reason;
  }

  TemporaryFolder folder_;
};

TEST_F(AssemblyTest, AllPartsAreOneCorpus) {
  do_all();
  folder_.write(".part-00002.jsonl.sito-abc123", "left");
  folder_.write("done/.2.json.sito-abc123", "left");
  for (int time = 0; time < 2; ++time) {
    const auto sum = assemble(plan());
    ASSERT_TRUE(sum) << sum.error().reason;
    EXPECT_EQ(sum->tasks, 5);
    EXPECT_EQ(sum->documents, 5);
    EXPECT_EQ(sum->records, 5);
    EXPECT_EQ(sum->rejected, 5);
    EXPECT_EQ(folder_.read("_rejects.jsonl").substr(0, 26), "{\"file\":\"0\"}\n{\"file\":\"1\"}\n");
    const auto manifest = folder_.read("_manifest.json");
    EXPECT_NE(manifest.find(R"("options":{"emit.view":["quote"]},"records":5)"), std::string::npos)
        << manifest;
    EXPECT_NE(manifest.find("part-00004.jsonl"), std::string::npos);
    EXPECT_TRUE(boost::filesystem::exists(folder_.path("_SUCCESS")));
  }
  EXPECT_FALSE(boost::filesystem::exists(folder_.path(".part-00002.jsonl.sito-abc123")));
  EXPECT_FALSE(boost::filesystem::exists(folder_.path("done/.2.json.sito-abc123")));
}

TEST_F(AssemblyTest, GapsAreNamed) {
  EXPECT_EQ(refused(), "tasks 0-4 are not done");
  do_task(1, key());
  do_task(4, key());
  EXPECT_EQ(refused(), "tasks 0, 2, 3 are not done");
  do_task(0, key());
  do_task(2, key());
  EXPECT_EQ(refused(), "task 3 is not done");
}

TEST_F(AssemblyTest, WhatDoesNotFitIsNamed) {
  do_all();
  auto other = key();
  other.plan = "xxh128:0";
  do_task(1, other);
  EXPECT_EQ(refused(), "task 1 was done by another plan");
  other = key();
  other.options = "xxh128:0";
  do_task(1, other);
  EXPECT_EQ(refused(), "task 1 was done with other switches");
  other = key();
  other.model = "xxh128:0";
  do_task(1, other);
  do_task(2, other);
  EXPECT_EQ(refused(), "tasks 1, 2 were done with another model");
}

TEST_F(AssemblyTest, ChangedFilesAreNamed) {
  do_all();
  folder_.write("part-00000.jsonl", "x\n");
  folder_.write("part-00001.jsonl", "longer\n");
  boost::filesystem::remove(folder_.path("part-00002.jsonl"));
  folder_.write("rejects/3.jsonl", "");
  EXPECT_EQ(
      refused(),
      "task 2 has no part; tasks 0, 1 have other parts than they wrote; task 3 has other rejects than it "
      "wrote");
}

TEST_F(AssemblyTest, PartsOfNoTaskAreNamed) {
  do_all();
  folder_.write("part-00005.jsonl", "");
  EXPECT_EQ(refused(), "part-00005.jsonl is of no task of this plan");
}

TEST_F(AssemblyTest, AModelIsInTheManifest) {
  auto with_model = key();
  with_model.model = "xxh128:7";
  for (std::size_t task = 0; task < 5; ++task) do_task(task, with_model);
  const auto sum = assemble(plan());
  ASSERT_TRUE(sum);
  EXPECT_EQ(sum->model, "xxh128:7");
  EXPECT_NE(folder_.read("_manifest.json").find("\"model\":[\"xxh128:7\"]"), std::string::npos);
}

}  // namespace
}  // namespace sito::batch

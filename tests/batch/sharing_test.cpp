#include "batch/sharing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>

#include "pipeline/tar_bytes.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SharingTest : public testing::Test {
 protected:
  /// Of each task, its inputs as "path" or "path[begin,end)", with the names that were seen.
  std::vector<std::vector<std::string>> shared(std::size_t tasks) {
    Plan plan;
    plan.paths = {{"d", folder_.path("d")}};
    std::vector<PlannedInput> inputs;
    for (const auto& name : names_) {
      PlannedInput input;
      input.path = "d/" + name;
      input.bytes = boost::filesystem::file_size(folder_.path(input.path));
      inputs.push_back(input);
    }
    std::vector<std::vector<std::string>> result;
    for (const auto& task : share_out(plan, inputs, tasks)) {
      result.emplace_back();
      for (const auto& input : task) {
        auto drawn = input.path.substr(2);
        if (input.members)
          drawn +=
              "[" + std::to_string(input.members->begin) + "," + std::to_string(input.members->end) + ")";
        if (input.members)
          for (const auto& [name, times] : input.members->seen)
            drawn += " " + name + "*" + std::to_string(times);
        result.back().push_back(drawn);
      }
    }
    return result;
  }

  void put(const std::string& name, std::string_view content) {
    folder_.write("d/" + name, content);
    names_.push_back(name);
  }

  TemporaryFolder folder_;
  std::vector<std::string> names_;
};

TEST_F(SharingTest, TasksReadStretchesOfTheSameOrder) {
  for (const auto* name : {"a", "b", "c", "d"}) put(name, "text");
  EXPECT_THAT(shared(2), ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d")));
  EXPECT_THAT(shared(1), ElementsAre(ElementsAre("a", "b", "c", "d")));
  EXPECT_THAT(shared(5),
              ElementsAre(ElementsAre("a"), ElementsAre("b"), ElementsAre("c"), ElementsAre("d"), IsEmpty()));
}

TEST_F(SharingTest, WithoutInputsTasksHaveNone) { EXPECT_THAT(shared(2), ElementsAre(IsEmpty(), IsEmpty())); }

TEST_F(SharingTest, ALargeArchiveIsCutBetweenMembers) {
  const std::string text(20000, 'x');
  put("a.tar", pipeline::tar_bytes({{"x", text}, {"y", text}, {"x", text}, {"x", text}}));
  EXPECT_THAT(shared(2), ElementsAre(ElementsAre("a.tar[0,41984)"), ElementsAre("a.tar[41984,84992) x*1")));
  EXPECT_THAT(shared(1), ElementsAre(ElementsAre("a.tar")));
}

TEST_F(SharingTest, WhatCannotBeCutIsOneTasks) {
  put("a", std::string(100000, 'x'));
  put("b", "text");
  put("c", "text");
  EXPECT_THAT(shared(3), ElementsAre(ElementsAre("a"), ElementsAre("b"), ElementsAre("c")));
}

}  // namespace
}  // namespace sito::batch

#include "cli/finish_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>

#include "cli/planned.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

using testing::HasSubstr;

class FinishCommandTest : public testing::Test {
 protected:
  FinishCommandTest() {
    folder_.write("d/a.txt", "one");
    folder_.write("d/b.txt.gz", "\x1F\x8B no more");
    EXPECT_EQ(planned({folder_.path("d"), "--tasks", "2", "-o", plan_}).status, 0);
  }

  TemporaryFolder folder_;
  std::string plan_ = folder_.path("c/plan.json");
};

TEST_F(FinishCommandTest, WantsEveryTask) {
  const auto told = finished({plan_});
  EXPECT_EQ(told.status, 3);
  EXPECT_EQ(told.out, "");
  EXPECT_THAT(told.err, HasSubstr("plan.json: cannot finish: tasks 0, 1 are not done\n"));
}

TEST_F(FinishCommandTest, CountsTheRejectsOfAll) {
  EXPECT_EQ(task({plan_, "0"}).status, 0);
  EXPECT_EQ(task({plan_, "1"}).status, 0);
  const auto told = finished({plan_});
  EXPECT_EQ(told.status, 1);
  EXPECT_EQ(told.err, "finish: rejected 1 of 2 records\nfinish: 2 tasks, 1 record\n");
  EXPECT_TRUE(boost::filesystem::exists(folder_.path("c/_SUCCESS")));
  EXPECT_EQ(finished({plan_, "--max-rejects", "50%", "--quiet"}).status, 0);
}

TEST_F(FinishCommandTest, WrongUsage) {
  EXPECT_EQ(finished({}).status, 2);
  EXPECT_EQ(finished({plan_, plan_}).status, 2);
  EXPECT_EQ(finished({plan_, "-o", "x"}).status, 2);
}

}  // namespace
}  // namespace sito::cli

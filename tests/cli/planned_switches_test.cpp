#include "cli/planned_switches.h"

#include <gtest/gtest.h>

#include "cli/deciding_options.h"
#include "cli/exit_status.h"
#include "io/error.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

class PlannedSwitchesTest : public testing::Test {
 protected:
  batch::PlanFile plan(const std::vector<Given>& given, const std::string& version = SITO_VERSION) const {
    batch::Plan plan;
    plan.version = version;
    plan.options = planned_options(given);
    plan.options_digest = options_digest(deciding_options(given_of(plan.options)));
    plan.suffix = "jsonl";
    return batch::PlanFile(folder_.write("plan.json", to_json(plan, {{}})));
  }

  TemporaryFolder folder_;
};

TEST_F(PlannedSwitchesTest, AreParsedAsTheyWereGiven) {
  const PlannedSwitches switches(plan({{"emit.view", {"quote"}},
                                       {"emit.format", {"csv", "tsv"}},
                                       {"emit.fields", {"id", "text"}},
                                       {"read.id-prefix", {"-x=1"}},
                                       {"read.site", {""}},
                                       {"normalize.no-mojibake", {"true"}},
                                       {"strip.keep", {"true"}},
                                       {"tasks", {"3"}}}));
  EXPECT_EQ(switches.run().emit.part_shape().suffix, "tsv.zst");
  EXPECT_EQ(switches.run().emit.part_shape().head, "id\ttext\n");
  const auto naming = switches.run().read.settings({{}, {}}).raw.naming;
  EXPECT_EQ(naming.id_prefix, "-x=1");
  EXPECT_EQ(naming.site, "");
  EXPECT_FALSE(switches.run().normalize.settings().mojibake);
  EXPECT_TRUE(switches.has("strip.keep"));
  EXPECT_FALSE(switches.has("tasks"));
}

TEST_F(PlannedSwitchesTest, WhatNamesPathsHasDoneItsWork) {
  EXPECT_TRUE(planned_options({{"read.files-from", {"-"}, true}, {"read.null", {"true"}}}).empty());
}

TEST_F(PlannedSwitchesTest, FilesAreKnownByTheirContent) {
  const auto rules = folder_.write("rules.tsv", "");
  const auto made = plan({{"strip.rules", {rules}, true}});
  EXPECT_EQ(made.plan().options.front().values.front(), rules);
  EXPECT_NO_THROW(PlannedSwitches{made});
  folder_.write("rules.tsv", "\n");
  EXPECT_THROW(PlannedSwitches{made}, IoError);
  EXPECT_THROW((void)planned_options({{"strip.rules", {"-"}, true}}), UsageError);
  EXPECT_THROW((void)planned_options({{"strip.rules", {folder_.path("none")}, true}}), IoError);
}

TEST_F(PlannedSwitchesTest, AnotherVersionOrDigestIsRefused) {
  EXPECT_THROW(PlannedSwitches{plan({}, "0.0.0")}, IoError);
  auto json = folder_.read("plan.json");
  json.replace(json.find("xxh128:"), 10, "xxh128:???");
  EXPECT_THROW(PlannedSwitches{batch::PlanFile(folder_.write("plan.json", json))}, IoError);
}

TEST(Absolute, IsFromTheRootOn) {
  EXPECT_EQ(absolute("/a/../b"), "/a/../b");
  EXPECT_TRUE(absolute("a").starts_with('/'));
  EXPECT_TRUE(absolute("a").ends_with("/a"));
  EXPECT_EQ(absolute("./a/"), absolute("a/"));
  EXPECT_EQ(absolute(".") + "/a", absolute("a"));
}

}  // namespace
}  // namespace sito::cli

#include "cli/run_switches.h"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "cli/exit_status.h"

namespace sito::cli {
namespace {

TEST(RunSwitches, StandUnderTheNamesOfTheirStages) {
  CLI::App app;
  const RunSwitches run([&](const std::string& stage) { return Switches(app, stage); });
  app.parse("--strip.learn --read.dry-run --emit.schema duckdb");
  EXPECT_TRUE(run.strip.learns());
  EXPECT_TRUE(run.read.lists_only());
  EXPECT_TRUE(run.emit.wants_schema());
}

TEST(RunSwitches, MakeTheStagesInTheirOrder) {
  CLI::App app;
  const RunSwitches run([&](const std::string& stage) { return Switches(app, stage); });
  app.parse("--strip.keep");
  const auto stages = run.stages();
  ASSERT_EQ(stages.size(), 4U);
  EXPECT_EQ(stages[0]->fields().front(), "normalization");
}

TEST(RunSwitches, RefuseWhatAStageRefuses) {
  CLI::App app;
  const RunSwitches run([&](const std::string& stage) { return Switches(app, stage); });
  app.parse("--normalize.only nothing");
  EXPECT_THROW((void)run.stages(), UsageError);
}

}  // namespace
}  // namespace sito::cli

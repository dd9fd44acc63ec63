#include "cli/batch_job.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <boost/filesystem/operations.hpp>
#include <fstream>
#include <thread>

#include "cli/exit_status.h"
#include "io/error.h"
#include "pipeline/run.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

TEST(Durations, AreSecondsMinutesAndHours) {
  using namespace std::chrono_literals;
  EXPECT_EQ(parse_duration("90"), 90s);
  EXPECT_EQ(parse_duration("90s"), 90s);
  EXPECT_EQ(parse_duration("15m"), 15min);
  EXPECT_EQ(parse_duration("8h"), 8h);
  for (const auto* text : {"", "0", "-1", "h", "8d", "8 h", "1.5h", "99999999999999999999"})
    EXPECT_EQ(parse_duration(text), std::nullopt) << text;
}

class BatchJobs : public ::testing::Test {
 protected:
  /// Makes the job of `arguments` and runs it to its end; what is told then.
  std::vector<std::string> run(const std::string& arguments, const std::vector<Given>& given = {}) {
    CLI::App app;
    const BatchSwitches batch{Switches(app)};
    const RunSwitches stages([&](const std::string& stage) { return Switches(app, stage); });
    app.parse(arguments);
    const Request request{operands, {folder.path("corpus")}, output, given, "sito batch"};
    Job job = batch.job(request, stages);
    while (job.then) {
      (void)documents_of(job);
      job = job.then();
    }
    if (job.prints) {
      job.finish([&](std::string_view bytes) { printed += bytes; });
      return {};
    }
    documents = documents_of(job);
    job.destination->commit();
    satisfied = job.destination->is_satisfied();
    return job.destination->closing(true);
  }

  static std::int64_t documents_of(Job& job) {
    pipeline::Progress progress;
    const pipeline::Outlet outlet{
        [&](std::string_view lines) { job.collect ? job.collect(lines) : job.destination->write(lines); },
        [](const pipeline::Refusal&) {},
        [&] {
          if (!job.then) job.destination->delivered();
        }};
    return pipeline::run(*job.source, *job.chain, outlet, {}, progress).statistics.documents;
  }

  void file(const std::string& name, const std::string& text) {
    folder.write("in/" + name, text);
    boost::filesystem::last_write_time(folder.path("in/" + name), 1'600'000'000 + clock_++);
  }

  TemporaryFolder folder;
  std::string output = folder.path("corpus");
  std::vector<std::string> operands = {folder.path("in")};
  std::int64_t documents = 0;
  bool satisfied = true;
  std::string printed;

 private:
  std::time_t clock_ = 0;
};

TEST_F(BatchJobs, ReadWhatIsNew) {
  file("a", "Перший рядок.");
  file("b", "Другий рядок.");
  EXPECT_EQ(run("").front(), "gen-000001: 2 added, 0 replaced, 0 removed; 2 documents");
  EXPECT_EQ(documents, 2);
  file("b", "Інший рядок.");
  run("--dry-run");
  EXPECT_EQ(printed, "changed\t" + folder.path("in/b") + "\n");
  EXPECT_EQ(run("").front(), "gen-000002: 0 added, 1 replaced, 0 removed; 2 documents");
  EXPECT_EQ(documents, 1);
  EXPECT_EQ(run("").front(), "nothing is new: 0 added, 0 replaced, 0 removed; 2 documents");
}

TEST_F(BatchJobs, OtherSwitchesAreToldOf) {
  file("a", "text");
  run("");
  const auto lines = run("--strip.keep", {{"strip.keep", {"true"}}});
  EXPECT_NE(lines.back().find("--reprocess"), std::string::npos);
  EXPECT_EQ(run("--strip.keep --reprocess", {{"strip.keep", {"true"}}}).size(), 1U);
  EXPECT_EQ(documents, 1);
  EXPECT_THROW(run("--emit.view quote", {{"emit.view", {"quote"}}}), UsageError) << "another shape";
}

TEST_F(BatchJobs, ARefusedPruneIsNoSuccess) {
  file("a", "text");
  file("b", "text");
  run("");
  boost::filesystem::remove(folder.path("in/b"));
  EXPECT_EQ(run("").size(), 2U);
  EXPECT_TRUE(satisfied);
  EXPECT_NE(run("--prune").back().find("--prune=all"), std::string::npos);
  EXPECT_FALSE(satisfied);
  EXPECT_EQ(run("--prune=all").front(), "gen-000003: 0 added, 0 replaced, 1 removed; 1 document");
}

TEST_F(BatchJobs, TemplatesGrowNightForNight) {
  file("a", "Стежка");
  run("--learn");
  EXPECT_EQ(documents, 1);
  file("b", "Вуличка");
  run("--learn");
  EXPECT_EQ(documents, 1);
  EXPECT_TRUE(boost::filesystem::exists(folder.path("corpus/models/gen-000001.model")));
  EXPECT_TRUE(boost::filesystem::exists(folder.path("corpus/models/gen-000002.model")));
  const auto model = folder.read("corpus/current/_templates.model");
  EXPECT_EQ(run("--learn").front().substr(0, 14), "nothing is new");
  EXPECT_EQ(folder.read("corpus/current/_templates.model"), model);
}

TEST_F(BatchJobs, AnArchiveThatHoldsNothingChangesNothing) {
  EXPECT_THROW(run(""), IoError) << "it is not there";
  boost::filesystem::create_directories(folder.path("in"));
  EXPECT_THROW(run(""), IoError) << "it is empty";
  EXPECT_FALSE(boost::filesystem::exists(folder.path("corpus")));
}

TEST_F(BatchJobs, AListOfPathsMayBeAPipe) {
  file("a", "text");
  const auto pipe = folder.path("pipe");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(pipe) << folder.path("in/a") << "\n"; });
  operands.clear();
  run("--read.files-from " + pipe);
  writer.join();
  EXPECT_EQ(documents, 1);
  folder.write("list", "\n");
  EXPECT_THROW(run("--read.files-from " + folder.path("list")), UsageError) << "not that all is gone";
}

TEST_F(BatchJobs, WhatMakesNoSenseIsWrongUsage) {
  file("a", "text");
  for (const auto* arguments :
       {"--prune=some", "--time-limit soon", "--keep-generations 0", "--strip.learn", "--emit.format csv",
        "--emit.overwrite", "--emit.schema duckdb", "--read.dry-run", "--emit.shard-size none"})
    EXPECT_THROW(run(arguments), UsageError) << arguments;
  output = "-";
  EXPECT_THROW(run(""), UsageError);
}

}  // namespace
}  // namespace sito::cli

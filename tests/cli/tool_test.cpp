#include "cli/tool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/error.h"
#include "pipeline/line_source.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

using testing::HasSubstr;

struct Told {
  int status = 0;
  std::string out;
  std::string err;
};

/// A tool that passes records on, or fails as `broken` says.
Told told(
    std::vector<std::string> arguments, const std::function<void()>& broken = [] {}) {
  arguments.insert(arguments.begin(), "sito-try");
  std::vector<char*> argv;
  for (auto& argument : arguments) argv.push_back(argument.data());
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Told told;
  Tool tool({.name = "sito-try",
             .summary = "Try",
             .description = "Tries.",
             .operand = "[FILE...]",
             .examples = {}});
  told.status = tool.run(static_cast<int>(arguments.size()), argv.data(), [&](const Request& request) {
    broken();
    return Job{
        pipeline::make_line_source(request.operands),
        std::make_unique<pipeline::Chain>(std::vector<std::unique_ptr<Stage>>(), pipeline::make_line_sink())};
  });
  told.out = testing::internal::GetCapturedStdout();
  told.err = testing::internal::GetCapturedStderr();
  return told;
}

class ToolTest : public testing::Test {
 protected:
  TemporaryFolder folder_;
  std::string good_ = folder_.write("good.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
  std::string bad_ = folder_.write("bad.jsonl", "{\"text\":\"a\"}\n[]\n{\"text\":\"b\"}\n");
};

TEST_F(ToolTest, StatusesFollowWhatBecameOfTheRecords) {
  EXPECT_EQ(told({good_}).status, 0);
  EXPECT_EQ(told({bad_}).status, 1);
  EXPECT_EQ(told({"--max-rejects", "1", bad_}).status, 0);
  EXPECT_EQ(told({"--nonsense"}).status, 2);
  EXPECT_EQ(told({folder_.path("missing")}).status, 3);
}

TEST_F(ToolTest, WhatTheJobThrowsBecomesAStatus) {
  const auto wrong = told({good_}, [] { throw UsageError("no such thing"); });
  EXPECT_EQ(wrong.status, 2);
  EXPECT_EQ(wrong.err, "sito-try: no such thing\nTry 'sito-try --help'.\n");
  EXPECT_EQ(wrong.out, "");
  const auto failed = told({good_}, [] { throw IoError("x", "read", EIO); });
  EXPECT_EQ(failed.status, 3);
  EXPECT_EQ(failed.out, "{\"sito_aborted\":");
  EXPECT_EQ(told({good_}, [] { throw std::bad_alloc(); }).err, "sito-try: out of memory\n");
}

TEST_F(ToolTest, StrictEndsStandardOutputUnfinished) {
  const auto strict = told({"--strict", bad_});
  EXPECT_EQ(strict.status, 1);
  EXPECT_EQ(strict.out, "{\"text\":\"a\"}\n{\"sito_aborted\":");
}

TEST_F(ToolTest, AnOutputIsReplacedOnlyWhenTheRunIsComplete) {
  const auto out = folder_.write("out.jsonl", "earlier");
  EXPECT_EQ(told({"--strict", bad_, "-o", out}).status, 1);
  EXPECT_EQ(folder_.read("out.jsonl"), "earlier");
  EXPECT_EQ(told({good_, "-o", out}).status, 0);
  EXPECT_EQ(folder_.read("out.jsonl"), "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
}

TEST_F(ToolTest, AnInputMayBeNoOutput) {
  EXPECT_EQ(told({good_, "-o", good_}).status, 2);
  EXPECT_EQ(told({good_, "--rejects", good_}).status, 2);
  EXPECT_EQ(told({good_, "--stats", good_}).status, 2);
  EXPECT_EQ(told({good_, "-o", folder_.path("x"), "--rejects", folder_.path("x")}).status, 2);
  EXPECT_EQ(folder_.read("good.jsonl"), "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
}

TEST_F(ToolTest, HelpAndVersionGoToStandardOutput) {
  EXPECT_THAT(told({"--help"}).out, HasSubstr("Usage: sito-try [OPTIONS] [FILE...]"));
  EXPECT_THAT(told({"--version"}).out, HasSubstr("sito-try "));
  EXPECT_EQ(told({"--help"}).status, 0);
}

TEST_F(ToolTest, TheLastOfSeveralCounts) {
  EXPECT_EQ(told({"-j", "2", "--jobs=1", good_}).status, 0);
  EXPECT_EQ(told({"--max-rejects", "0", "--max-rejects", "1", bad_}).status, 0);
}

TEST_F(ToolTest, NothingIsCommittedByARunThatFails) {
  EXPECT_EQ(told({good_, "-o", folder_.path("out"), "--stats", folder_.path("nowhere/stats")}).status, 3);
  EXPECT_FALSE(boost::filesystem::exists(folder_.path("out")));
  EXPECT_EQ(told({good_, "-o", folder_.path("out"), "--stats", "/dev/full"}).status, 3);
  EXPECT_FALSE(boost::filesystem::exists(folder_.path("out")));
}

TEST_F(ToolTest, OutputsAreCheckedBeforeAnythingIsOpened) {
  boost::filesystem::create_directory(folder_.path("d"));
  boost::filesystem::create_symlink("d", folder_.path("l"));
  EXPECT_EQ(told({good_, "-o", ""}).status, 2);
  EXPECT_EQ(told({good_, "-o", folder_.path("x.bz2")}).status, 2);
  EXPECT_EQ(told({good_, "-o", folder_.path("d/o"), "--stats", folder_.path("l/o")}).status, 2);
  const auto config = folder_.write("config", "jobs = 1\n");
  EXPECT_EQ(told({good_, "--config", config, "-o", config}).status, 2);
  EXPECT_EQ(folder_.read("config"), "jobs = 1\n");
}

TEST_F(ToolTest, ANumberIsNoSwitch) {
  EXPECT_EQ(told({"-5"}).status, 2);
  EXPECT_EQ(told({"--", "-5"}).status, 3);
}

}  // namespace
}  // namespace sito::cli

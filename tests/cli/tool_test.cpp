#include "cli/tool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/told.h"
#include "io/error.h"
#include "pipeline/line_source.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

using testing::HasSubstr;

/// A tool that passes records on, or fails as `broken` says.
Told tried(
    std::vector<std::string> arguments, const std::function<void()>& broken = [] {}) {
  Tool tool({.name = "sito-try",
             .summary = "Try",
             .description = "Tries.",
             .operand = "[FILE...]",
             .examples = {}});
  const auto make = [&](const Request& request) {
    broken();
    return Job{
        pipeline::make_line_source(request.operands),
        std::make_unique<pipeline::Chain>(std::vector<std::unique_ptr<Stage>>(), pipeline::make_line_sink())};
  };
  return told([&](int argc, char** argv) { return tool.run(argc, argv, make); }, std::move(arguments));
}

class ToolTest : public testing::Test {
 protected:
  TemporaryFolder folder_;
  std::string good_ = folder_.write("good.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
  std::string bad_ = folder_.write("bad.jsonl", "{\"text\":\"a\"}\n[]\n{\"text\":\"b\"}\n");
};

TEST_F(ToolTest, StatusesFollowWhatBecameOfTheRecords) {
  EXPECT_EQ(tried({good_}).status, 0);
  EXPECT_EQ(tried({bad_}).status, 1);
  EXPECT_EQ(tried({"--max-rejects", "1", bad_}).status, 0);
  EXPECT_EQ(tried({"--nonsense"}).status, 2);
  EXPECT_EQ(tried({folder_.path("missing")}).status, 3);
}

TEST_F(ToolTest, WhatTheJobThrowsBecomesAStatus) {
  const auto wrong = tried({good_}, [] { throw UsageError("no such thing"); });
  EXPECT_EQ(wrong.status, 2);
  EXPECT_EQ(wrong.err, "sito-try: no such thing\nTry 'sito-try --help'.\n");
  EXPECT_EQ(wrong.out, "");
  const auto failed = tried({good_}, [] { throw IoError("x", "read", EIO); });
  EXPECT_EQ(failed.status, 3);
  EXPECT_EQ(failed.out, "{\"sito_aborted\":");
  EXPECT_EQ(tried({good_}, [] { throw std::bad_alloc(); }).err, "sito-try: out of memory\n");
}

TEST_F(ToolTest, StrictEndsStandardOutputUnfinished) {
  const auto strict = tried({"--strict", bad_});
  EXPECT_EQ(strict.status, 1);
  EXPECT_EQ(strict.out, "{\"text\":\"a\"}\n{\"sito_aborted\":");
}

TEST_F(ToolTest, AnOutputIsReplacedOnlyWhenTheRunIsComplete) {
  const auto out = folder_.write("out.jsonl", "earlier");
  EXPECT_EQ(tried({"--strict", bad_, "-o", out}).status, 1);
  EXPECT_EQ(folder_.read("out.jsonl"), "earlier");
  EXPECT_EQ(tried({good_, "-o", out}).status, 0);
  EXPECT_EQ(folder_.read("out.jsonl"), "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
}

TEST_F(ToolTest, AnInputMayBeNoOutput) {
  EXPECT_EQ(tried({good_, "-o", good_}).status, 2);
  EXPECT_EQ(tried({good_, "--rejects", good_}).status, 2);
  EXPECT_EQ(tried({good_, "--stats", good_}).status, 2);
  EXPECT_EQ(tried({good_, "-o", folder_.path("x"), "--rejects", folder_.path("x")}).status, 2);
  EXPECT_EQ(folder_.read("good.jsonl"), "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
}

TEST_F(ToolTest, HelpAndVersionGoToStandardOutput) {
  EXPECT_THAT(tried({"--help"}).out, HasSubstr("Usage: sito-try [OPTIONS] [FILE...]"));
  EXPECT_THAT(tried({"--version"}).out, HasSubstr("sito-try "));
  EXPECT_EQ(tried({"--help"}).status, 0);
}

TEST_F(ToolTest, TheLastOfSeveralCounts) {
  EXPECT_EQ(tried({"-j", "2", "--jobs=1", good_}).status, 0);
  EXPECT_EQ(tried({"--max-rejects", "0", "--max-rejects", "1", bad_}).status, 0);
}

TEST_F(ToolTest, NothingIsCommittedByARunThatFails) {
  EXPECT_EQ(tried({good_, "-o", folder_.path("out"), "--stats", folder_.path("nowhere/stats")}).status, 3);
  EXPECT_FALSE(boost::filesystem::exists(folder_.path("out")));
  EXPECT_EQ(tried({good_, "-o", folder_.path("out"), "--stats", "/dev/full"}).status, 3);
  EXPECT_FALSE(boost::filesystem::exists(folder_.path("out")));
}

TEST_F(ToolTest, OutputsAreCheckedBeforeAnythingIsOpened) {
  boost::filesystem::create_directory(folder_.path("d"));
  boost::filesystem::create_symlink("d", folder_.path("l"));
  EXPECT_EQ(tried({good_, "-o", ""}).status, 2);
  EXPECT_EQ(tried({good_, "-o", folder_.path("x.bz2")}).status, 2);
  EXPECT_EQ(tried({good_, "-o", folder_.path("d/o"), "--stats", folder_.path("l/o")}).status, 2);
  const auto config = folder_.write("config", "jobs = 1\n");
  EXPECT_EQ(tried({good_, "--config", config, "-o", config}).status, 2);
  EXPECT_EQ(folder_.read("config"), "jobs = 1\n");
}

TEST_F(ToolTest, ANumberIsNoSwitch) {
  EXPECT_EQ(tried({"-5"}).status, 2);
  EXPECT_EQ(tried({"--", "-5"}).status, 3);
}

}  // namespace
}  // namespace sito::cli

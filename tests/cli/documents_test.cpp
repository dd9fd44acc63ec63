#include "cli/documents.h"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "normalize/stage.h"
#include "pipeline/run.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

/// What comes out for one FILE.
std::string output(const std::string& arguments, const std::string& file) {
  CLI::App app;
  DocumentSwitches documents(Switches(app), "plain");
  app.parse(arguments);
  const std::vector<std::string> operands = {file};
  auto job = documents.job({operands, {}}, normalize::make_stage({}));
  std::string lines;
  pipeline::Outlet outlet;
  outlet.write = [&](std::string_view more) { lines += more; };
  outlet.refuse = [&](const pipeline::Refusal& refusal) { lines += "! " + refusal.reason; };
  pipeline::Progress progress;
  (void)pipeline::run(*job.source, *job.chain, outlet, {}, progress);
  return lines;
}

TEST(Documents, OneStageServesRecordsAndRawTexts) {
  TemporaryFolder folder;
  const auto records = folder.write("a.jsonl", "{\"text\":\"a  b\"}\n");
  const auto raw = folder.write("a.txt", "a  b");
  EXPECT_EQ(output("", records).substr(0, 14), "{\"text\":\"a b\",");
  EXPECT_EQ(output("--plain", raw), "a b\n");
}

TEST(Documents, AnEncodingIsForRawTexts) {
  TemporaryFolder folder;
  const auto raw = folder.write("a.txt", "\xf3\xc5\xd3\xa6\xd1");
  EXPECT_EQ(output("--plain --encoding KOI8-U", raw), "Сесія\n");
  EXPECT_THROW((void)output("--encoding KOI8-U", raw), UsageError);
  EXPECT_THROW((void)output("--plain --encoding KOI8-Y", raw), UsageError);
}

}  // namespace
}  // namespace sito::cli

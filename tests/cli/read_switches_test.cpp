#include "cli/read_switches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "io/error.h"
#include "pipeline/run.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

using testing::ElementsAre;

/// The ids of the documents that are read, each in its line's first field.
std::vector<std::string> ids(const std::string& arguments, const std::vector<std::string>& operands) {
  CLI::App app;
  ReadSwitches read{Switches(app)};
  app.parse(arguments);
  auto job = read.job({operands, {}, {}}, {}, pipeline::make_line_sink());
  std::vector<std::string> result;
  pipeline::Outlet outlet;
  outlet.write = [&](std::string_view lines) {
    for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1)
      result.emplace_back(lines.substr(at + 7, lines.find('"', at + 7) - at - 7));
  };
  outlet.refuse = [](const pipeline::Refusal&) {};
  pipeline::Progress progress;
  (void)pipeline::run(*job.source, *job.chain, outlet, {}, progress);
  return result;
}

TEST(ReadSwitches, ListsAndOperandsAreReadInThatOrder) {
  TemporaryFolder folder;
  const auto a = folder.write("a.txt", "a"), b = folder.write("b.txt", "b");
  const auto list = folder.write("list", a + "\n\n"), nul = folder.write("nul", a + std::string(1, '\0'));
  const auto root = "--root " + folder.path();
  EXPECT_THAT(ids(root + " --files-from " + list, {b}), ElementsAre("b.txt", "a.txt"));
  EXPECT_THAT(ids(root + " --null --files-from " + nul, {}), ElementsAre("a.txt"));
}

TEST(ReadSwitches, WrongUsageIsToldApartFromWhatIsMissing) {
  TemporaryFolder folder;
  const auto a = folder.write("d/a.txt", "a");
  EXPECT_THROW((void)ids("", {}), UsageError);
  EXPECT_THROW((void)ids("--null", {a}), UsageError);
  EXPECT_THROW((void)ids("--encoding nonsense", {a}), UsageError);
  EXPECT_THROW((void)ids("--warc-types request", {a}), UsageError);
  EXPECT_THROW((void)ids("--status 20", {a}), UsageError);
  EXPECT_THROW((void)ids("--types image/png", {a}), UsageError);
  EXPECT_THROW((void)ids("", {folder.path("d"), a}), UsageError);
  EXPECT_THROW((void)ids("", {folder.path("missing")}), IoError);
}

}  // namespace
}  // namespace sito::cli

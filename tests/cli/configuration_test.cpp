#include "cli/configuration.h"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <fstream>

#include "cli/switches.h"

namespace sito::cli {
namespace {

/// What is said of the arguments, with `config` as the configuration file CONFIG stands for; "" if nothing.
std::string said(const std::string& arguments, const std::string& config, std::size_t& jobs, bool& keep) {
  const auto path = testing::TempDir() + "configuration_test.toml";
  std::ofstream(path) << config;
  CLI::App app;
  std::string generate;
  configure(app);
  Switches(app).count("-j,--jobs", jobs, "N", "jobs");
  Switches(app, "strip").flag("--keep", keep, "keep");
  declare_information(app, &generate);
  try {
    auto line = arguments;
    if (const auto at = line.find("CONFIG"); at != std::string::npos) line.replace(at, 6, path);
    app.parse(line);
  } catch (const CLI::ParseError& error) {
    return usage_message(error, app);
  }
  return "";
}

std::string said(const std::string& arguments, const std::string& config = "") {
  std::size_t jobs = 0;
  bool keep = false;
  return said(arguments, config, jobs, keep);
}

TEST(Configuration, AFileSetsSwitchesAndSections) {
  std::size_t jobs = 0;
  bool keep = false;
  EXPECT_EQ(said("--config CONFIG", "jobs = 3\n[strip]\nkeep = true\n", jobs, keep), "");
  EXPECT_EQ(jobs, 3U);
  EXPECT_TRUE(keep);
}

TEST(Configuration, ADottedKeyIsTheSectionsKey) {
  std::size_t jobs = 0;
  bool keep = false;
  EXPECT_EQ(said("--config CONFIG", "strip.keep = true\n", jobs, keep), "");
  EXPECT_TRUE(keep);
}

TEST(Configuration, TheCommandLineWins) {
  std::size_t jobs = 0;
  bool keep = false;
  EXPECT_EQ(said("--config CONFIG --jobs 5", "jobs = 3\n", jobs, keep), "");
  EXPECT_EQ(jobs, 5U);
}

struct UsageCase {
  const char* name;
  const char* arguments;
  const char* config;
  const char* said;
};

constexpr UsageCase kUsages[] = {
    {"UnknownSwitch", "--nonsense", "", "there is no switch '--nonsense'"},
    {"NoValue", "--jobs", "", "--jobs needs a value"},
    {"UnknownKey", "--config CONFIG", "nonsense = 1\n", "--config: there is no switch 'nonsense'"},
    {"UnknownKeyOfASection", "--config CONFIG", "[strip]\nkeeep = 1\n",
     "--config: there is no switch 'strip.keeep'"},
    {"KeyOfTheCommandLineAlone", "--config CONFIG", "help = true\n",
     "--config: 'help' may not stand in a file"},
    {"NoTruth", "--config CONFIG", "strip.keep = maybe\n", "--strip.keep = maybe cannot be read"},
    {"NoSuchFile", "--config /nowhere/x.toml", "", "--config: '/nowhere/x.toml' cannot be read"},
    {"NoChoice", "--generate tcsh", "", "--generate: 'tcsh' is none of man|bash|zsh|fish"},
};

class UsageMessage : public testing::TestWithParam<UsageCase> {};
TEST_P(UsageMessage, SaysWhatIsWrong) {
  EXPECT_EQ(said(GetParam().arguments, GetParam().config), GetParam().said);
}
INSTANTIATE_TEST_SUITE_P(Rows, UsageMessage, testing::ValuesIn(kUsages),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::cli

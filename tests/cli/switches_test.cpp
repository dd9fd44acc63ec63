#include "cli/switches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

namespace sito::cli {
namespace {

using testing::ElementsAre;

/// What one switch of each kind holds after the arguments.
struct Targets {
  bool flag = false;
  bool on = true;
  std::string text = "default";
  std::string choice = "one";
  std::vector<std::string> list;
  std::vector<std::string> repeated;
  std::optional<std::string> optional;
  std::size_t count = 1;
  std::size_t bytes = 1;
  std::vector<std::string> operands;
};

Targets parsed(const std::string& arguments, const std::string& prefix = {}) {
  Targets targets;
  CLI::App app;
  Switches switches(app, prefix);
  switches.flag("-f,--flag", targets.flag, "a flag");
  switches.off("--no-on", targets.on, "not on");
  switches.text("--text", targets.text, "TEXT", "a text");
  switches.choice("--choice", targets.choice, {"one", "two"}, "a choice");
  switches.list("--list", targets.list, "A,...", "a list");
  switches.repeated("--repeated", targets.repeated, "A", "values");
  switches.optional_value("--optional", targets.optional, "SUFFIX", "maybe a value");
  switches.count("--count", targets.count, "N", "a number");
  switches.bytes("--bytes", targets.bytes, "a size");
  switches.exclude("--flag", "--text");
  app.add_option("operands", targets.operands, "");
  app.parse(arguments);
  return targets;
}

TEST(Switches, KeepTheirDefaults) {
  const auto targets = parsed("");
  EXPECT_FALSE(targets.flag);
  EXPECT_TRUE(targets.on);
  EXPECT_EQ(targets.text, "default");
  EXPECT_FALSE(targets.optional.has_value());
}

TEST(Switches, TakeTheirValues) {
  EXPECT_TRUE(parsed("--flag").flag);
  EXPECT_TRUE(parsed("-f").flag);
  EXPECT_FALSE(parsed("--no-on").on);
  EXPECT_EQ(parsed("--text=x").text, "x");
  EXPECT_EQ(parsed("--choice two").choice, "two");
  EXPECT_THAT(parsed("--list a,b --list c").list, ElementsAre("a", "b", "c"));
  EXPECT_THAT(parsed("--repeated a,b --repeated c").repeated, ElementsAre("a,b", "c"));
  EXPECT_EQ(parsed("--count 12").count, 12U);
  EXPECT_EQ(parsed("--bytes 64K").bytes, 65536U);
}

TEST(Switches, AListTakesOneArgumentAndLeavesTheOperands) {
  const auto targets = parsed("--list a,b file");
  EXPECT_THAT(targets.list, ElementsAre("a", "b"));
  EXPECT_THAT(targets.operands, ElementsAre("file"));
}

TEST(Switches, AnOptionalValueStandsBehindTheEqualsSignOnly) {
  EXPECT_EQ(parsed("--optional=.bak file").optional, ".bak");
  const auto bare = parsed("--optional file");
  EXPECT_EQ(bare.optional, "");
  EXPECT_THAT(bare.operands, ElementsAre("file"));
}

TEST(Switches, StandUnderTheirPrefix) {
  EXPECT_TRUE(parsed("--strip.flag", "strip").flag);
  EXPECT_THROW((void)parsed("--flag", "strip"), CLI::ParseError);
  EXPECT_THROW((void)parsed("-f", "strip"), CLI::ParseError);
}

class WrongUsage : public testing::TestWithParam<const char*> {};
TEST_P(WrongUsage, IsAnError) { EXPECT_THROW((void)parsed(GetParam()), CLI::ParseError); }
INSTANTIATE_TEST_SUITE_P(Arguments, WrongUsage,
                         testing::Values("--unknown", "--choice three", "--count x", "--count -1",
                                         "--count 3x", "--bytes 3Q", "--bytes K", "--text",
                                         "--flag --text x"));

TEST(ParseBytes, KnowsItsUnits) {
  EXPECT_EQ(parse_bytes("0"), 0U);
  EXPECT_EQ(parse_bytes("3k"), 3072U);
  EXPECT_EQ(parse_bytes("256M"), std::size_t{256} << 20);
  EXPECT_EQ(parse_bytes("2T"), std::size_t{2} << 40);
  EXPECT_EQ(parse_bytes("99999999999999T"), std::nullopt);
  EXPECT_EQ(parse_bytes("1KB"), std::nullopt);
  EXPECT_EQ(parse_bytes(""), std::nullopt);
}

}  // namespace
}  // namespace sito::cli

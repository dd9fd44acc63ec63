#include "cli/declared.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "cli/switches.h"

namespace sito::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Declared : public testing::Test {
 protected:
  void SetUp() override {
    app_.set_help_flag();
    Switches switches(app_, "", "Options");
    switches.flag("-k,--keep", flag_, "Keep it");
    switches.choice("--view", text_, {"one", "two"}, "What a line is");
    switches.text("-o,--output", text_, "FILE", "Where to");
    switches.text("--limit", text_, "N|P%", "How many");
    Switches(app_, "", "More").optional_value("--in-place", optional_, "SUFFIX", "Replace");
    app_.add_option("operands", operands_, "");
  }

  CLI::App app_;
  bool flag_ = false;
  std::string text_;
  std::optional<std::string> optional_;
  std::vector<std::string> operands_;
};

TEST_F(Declared, SwitchesStandInOrderWithoutOperands) {
  std::vector<std::string> usages;
  for (const auto& entry : declared_switches(app_)) usages.push_back(entry.usage());
  EXPECT_THAT(usages, ElementsAre("-k, --keep", "--view one|two", "-o, --output FILE", "--limit N|P%",
                                  "--in-place[=SUFFIX]"));
}

TEST_F(Declared, OnlyLiteralsAreChoices) {
  const auto switches = declared_switches(app_);
  EXPECT_THAT(switches[1].choices, ElementsAre("one", "two"));
  EXPECT_THAT(switches[2].choices, IsEmpty());
  EXPECT_THAT(switches[3].choices, IsEmpty());
}

TEST_F(Declared, GroupsStandInOrder) {
  EXPECT_THAT(groups(declared_switches(app_)), ElementsAre("Options", "More"));
}

}  // namespace
}  // namespace sito::cli

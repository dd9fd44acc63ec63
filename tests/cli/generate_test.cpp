#include "cli/generate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "cli/switches.h"
#include "cli/tool.h"

namespace sito::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Generate : public testing::Test {
 protected:
  void SetUp() override {
    app_.set_help_flag();
    Switches switches(app_, "", "Options");
    switches.flag("-k,--keep", flag_, "Keep it: don't [remove]");
    switches.choice("--view", text_, {"one", "two"}, "What a line is");
    program_.name = "sito-try";
    program_.summary = "Try it";
    program_.description = "First.\n\n.Second";
    program_.examples = {{"sito-try 'a' -k", "An example"}};
  }

  CLI::App app_;
  Program program_;
  bool flag_ = false;
  std::string text_;
};

TEST_F(Generate, HelpHasUsageSwitchesAndExamples) {
  const auto help = help_text(program_, app_);
  EXPECT_THAT(help, StartsWith("sito-try: Try it.\n\nUsage: sito-try [OPTIONS] FILE\n"));
  EXPECT_THAT(help, HasSubstr("\nOptions:\n  -k, --keep                  Keep it: don't [remove]\n"));
  EXPECT_THAT(help, HasSubstr("\nExamples:\n  sito-try 'a' -k\n      An example\n"));
}

TEST_F(Generate, TheManualEscapesWhatRoffReads) {
  const auto page = man_page(program_, app_);
  EXPECT_THAT(page, HasSubstr("sito\\-try \\- Try it\n"));
  EXPECT_THAT(page, HasSubstr("First.\n.PP\n\\&.Second\n"));
  EXPECT_THAT(page, HasSubstr(".B \\-k, \\-\\-keep\nKeep it: don't [remove].\n"));
  EXPECT_THAT(page, HasSubstr(".SH EXIT STATUS\n"));
}

TEST_F(Generate, CompletionsOfferSwitchesAndChoices) {
  EXPECT_THAT(completions("bash", program_, app_), HasSubstr("compgen -W 'one two'"));
  EXPECT_THAT(completions("zsh", program_, app_), HasSubstr("'*--keep[Keep it\\: don'\\''t \\[remove\\]]'"));
  EXPECT_THAT(completions("fish", program_, app_),
              HasSubstr("complete -c sito-try -l 'view' -x -a 'one two'"));
}

}  // namespace
}  // namespace sito::cli

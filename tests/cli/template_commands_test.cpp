#include "cli/template_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "temporary_folder.h"

namespace sito::cli {
namespace {

using testing::HasSubstr;

struct Told {
  int status = 0;
  std::string out;
  std::string err;
};

Told told(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "sito-templates");
  std::vector<char*> argv;
  for (auto& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  TemplateCommands commands;
  Told told;
  told.status =
      dispatch(static_cast<int>(arguments.size()), argv.data(),
               {.name = "sito-templates", .summary = "Learn", .description = "Learns.", .examples = {}},
               commands.list());
  told.out = testing::internal::GetCapturedStdout();
  told.err = testing::internal::GetCapturedStderr();
  return told;
}

class TemplateCommandsTest : public testing::Test {
 protected:
  TemporaryFolder folder_;
  std::string docs_ = folder_.write(
      "docs.jsonl",
      "{\"text\":\"Мапа\\nДрук\",\"site\":\"а\"}\n{\"text\":\"Мапа\",\"site\":\"а\"}\n{\"text\":\"\"}\n");
  std::string model_ = folder_.path("model");
};

TEST_F(TemplateCommandsTest, LearnListCompactMerge) {
  const auto learn = told({"learn", docs_, "-o", model_});
  EXPECT_EQ(learn.status, 1);
  EXPECT_THAT(learn.err, HasSubstr(":3: `site` is missing"));
  EXPECT_THAT(told({"list", model_}).out, HasSubstr("а\t2\t2\t100.0\t0\t0\tМапа\n"));
  EXPECT_EQ(told({"merge", model_}).out, folder_.read("model"));
  const auto small = folder_.path("small");
  EXPECT_EQ(told({"compact", "--min-pages", "3", model_, "-o", small}).status, 0);
  EXPECT_EQ(told({"list", "--min-pages=0", small}).out,
            "site\tpages\tof\tshare\tfrom_start\tfrom_end\tline\n");
  EXPECT_EQ(told({"merge", model_, small}).status, 3);
}

TEST_F(TemplateCommandsTest, WrongUsage) {
  EXPECT_EQ(told({"merge"}).err,
            "sito-templates merge: a MODEL is needed\nTry 'sito-templates merge --help'.\n");
  EXPECT_EQ(told({"list"}).status, 2);
  EXPECT_EQ(told({"compact", "a", "b"}).status, 2);
  EXPECT_EQ(told({"learn", "--memory", "lots"}).status, 2);
  EXPECT_EQ(told({"merge", "--jobs", "2", "a"}).status, 2) << "it reads no documents";
  EXPECT_THAT(told({"lern"}).err, HasSubstr("did you mean 'learn'?"));
}

TEST_F(TemplateCommandsTest, AModelThatIsNotThereIsStatus3) {
  EXPECT_EQ(told({"list", folder_.path("missing")}).status, 3);
  const auto merge = told({"merge", docs_});
  EXPECT_EQ(merge.status, 3);
  EXPECT_THAT(merge.err, HasSubstr("docs.jsonl: cannot read: no template model"));
  EXPECT_EQ(merge.out, "{\"sito_aborted\":");
}

TEST_F(TemplateCommandsTest, ARunThatFailsWritesNoModel) {
  const auto strict = told({"learn", "--strict", docs_});
  EXPECT_EQ(strict.status, 1);
  EXPECT_EQ(strict.out, "{\"sito_aborted\":");
  EXPECT_EQ(told({"learn", "--strict", docs_, "-o", model_}).status, 1);
  EXPECT_FALSE(boost::filesystem::exists(model_));
}

TEST_F(TemplateCommandsTest, TheManualTellsOfEveryCommand) {
  const auto page = told({"--generate", "man"}).out;
  for (const auto* part :
       {".SH SITO\\-TEMPLATES LEARN", "\\-\\-group\\-by FIELD", ".SH SITO\\-TEMPLATES LIST"})
    EXPECT_THAT(page, HasSubstr(part));
}

}  // namespace
}  // namespace sito::cli

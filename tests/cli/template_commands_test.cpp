#include "cli/template_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/told.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

using testing::HasSubstr;

Told told_by_templates(std::vector<std::string> arguments) {
  TemplateCommands commands;
  const auto program = [&](int argc, char** argv) {
    return dispatch(argc, argv,
                    {.name = "sito-templates", .summary = "Learn", .description = "Learns.", .examples = {}},
                    commands.list());
  };
  return told(program, std::move(arguments), "sito-templates");
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
  const auto learn = told_by_templates({"learn", docs_, "-o", model_});
  EXPECT_EQ(learn.status, 1);
  EXPECT_THAT(learn.err, HasSubstr(":3: `site` is missing"));
  EXPECT_THAT(told_by_templates({"list", model_}).out, HasSubstr("а\t2\t2\t100.0\t0\t0\tМапа\n"));
  EXPECT_EQ(told_by_templates({"merge", model_}).out, folder_.read("model"));
  const auto small = folder_.path("small");
  EXPECT_EQ(told_by_templates({"compact", "--min-pages", "3", model_, "-o", small}).status, 0);
  EXPECT_EQ(told_by_templates({"list", "--min-pages=0", small}).out,
            "site\tpages\tof\tshare\tfrom_start\tfrom_end\tline\n");
  EXPECT_EQ(told_by_templates({"merge", model_, small}).status, 3);
}

TEST_F(TemplateCommandsTest, WrongUsage) {
  EXPECT_EQ(told_by_templates({"merge"}).err,
            "sito-templates merge: a MODEL is needed\nTry 'sito-templates merge --help'.\n");
  EXPECT_EQ(told_by_templates({"list"}).status, 2);
  EXPECT_EQ(told_by_templates({"compact", "a", "b"}).status, 2);
  EXPECT_EQ(told_by_templates({"learn", "--memory", "lots"}).status, 2);
  EXPECT_EQ(told_by_templates({"merge", "--jobs", "2", "a"}).status, 2) << "it reads no documents";
  EXPECT_THAT(told_by_templates({"lern"}).err, HasSubstr("did you mean 'learn'?"));
}

TEST_F(TemplateCommandsTest, AModelThatIsNotThereIsStatus3) {
  EXPECT_EQ(told_by_templates({"list", folder_.path("missing")}).status, 3);
  const auto merge = told_by_templates({"merge", docs_});
  EXPECT_EQ(merge.status, 3);
  EXPECT_THAT(merge.err, HasSubstr("docs.jsonl: cannot read: no template model"));
  EXPECT_EQ(merge.out, "{\"sito_aborted\":");
}

TEST_F(TemplateCommandsTest, ARunThatFailsWritesNoModel) {
  const auto strict = told_by_templates({"learn", "--strict", docs_});
  EXPECT_EQ(strict.status, 1);
  EXPECT_EQ(strict.out, "{\"sito_aborted\":");
  EXPECT_EQ(told_by_templates({"learn", "--strict", docs_, "-o", model_}).status, 1);
  EXPECT_FALSE(boost::filesystem::exists(model_));
}

TEST_F(TemplateCommandsTest, TheManualTellsOfEveryCommand) {
  const auto page = told_by_templates({"--generate", "man"}).out;
  for (const auto* part :
       {".SH SITO\\-TEMPLATES LEARN", "\\-\\-group\\-by FIELD", ".SH SITO\\-TEMPLATES LIST"})
    EXPECT_THAT(page, HasSubstr(part));
}

}  // namespace
}  // namespace sito::cli

#include "cli/learning.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "cli/exit_status.h"
#include "document/document.h"
#include "templates/line_key.h"
#include "templates/stage.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

std::string page(const std::string& line) {
  Document document;
  Scratch scratch;
  std::string bytes;
  const auto sink = templates::make_page_sink("site");
  EXPECT_TRUE(document.assign("{\"site\":\"a\",\"text\":\"" + line + "\"}", sink->fields()));
  EXPECT_TRUE(sink->write(document, scratch, bytes));
  return bytes;
}

TEST(LearnFirst, GivesTheSecondJobWhatTheFirstCollected) {
  std::shared_ptr<const templates::Model> model;
  const auto second = [&](std::shared_ptr<const templates::Model> learnt) {
    model = std::move(learnt);
    Job job;
    job.in_turn = true;
    return job;
  };
  Job first = learn_first({}, second);
  first.collect(page("Стежка") + page("Вуличка"));
  first.collect(page("Стежка"));
  EXPECT_EQ(model, nullptr);
  EXPECT_TRUE(first.then().in_turn);
  ASSERT_NE(model, nullptr);
  EXPECT_EQ(model->of("a").pages(), 3U);
  EXPECT_EQ(model->of("a").find(templates::exact_key("Стежка"))->pages, 2U);
}

TEST(LearnMore, AddsToWhatWasLearntBefore) {
  const TemporaryFolder folder;
  const auto night = [&](const std::string& pages, const std::optional<std::string>& before,
                         const std::string& file) {
    Job first = learn_more({}, [&](const MergeModels& merge) {
      merge(before, folder.path(file));
      return Job();
    });
    first.collect(pages);
    (void)first.then();
  };
  night(page("Стежка"), std::nullopt, "one");
  night(page("Стежка") + page("Вуличка"), folder.path("one"), "two");
  night(page("Стежка") + page("Стежка") + page("Вуличка"), std::nullopt, "at-once");
  EXPECT_EQ(folder.read("two"), folder.read("at-once"));
  night("", folder.path("two"), "three");
  EXPECT_EQ(folder.read("three"), folder.read("two"));
}

TEST(ReadableTwice, IsAllButStandardInput) {
  EXPECT_NO_THROW(check_readable_twice({}));
  EXPECT_NO_THROW(check_readable_twice({"a", "b"}));
  EXPECT_THROW(check_readable_twice({"a", "-"}), UsageError);
}

}  // namespace
}  // namespace sito::cli

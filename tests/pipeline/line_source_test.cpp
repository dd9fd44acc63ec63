#include "pipeline/line_source.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "io/error.h"

namespace sito::pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Collector final : public Visitor {
 public:
  bool document(Document& document, Place place, std::string_view) override {
    seen.push_back(fmt::format("{}: {}", place.line, *document.text()));
    return seen.size() < limit;
  }
  bool reject(Place place, std::string_view reason, std::string_view record) override {
    seen.push_back(fmt::format("{}! {}", place.line, record));
    reasons.emplace_back(reason);
    return true;
  }
  bool skip(Place, std::string_view) override { return true; }

  std::vector<std::string> seen;
  std::vector<std::string> reasons;
  std::size_t limit = 1000;
};

std::string file(const std::string& name, std::string_view content) {
  const auto path = testing::TempDir() + "line_source_" + name;
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

std::vector<std::string> seen(std::vector<std::string> files, std::vector<std::string_view> known = {}) {
  auto source = make_line_source(std::move(files));
  Collector collector;
  Document document;
  Scratch scratch;
  while (auto batch = source->next()) batch->expand(known, document, scratch, collector);
  return collector.seen;
}

TEST(LineSource, LinesAreNumberedInEachFile) {
  EXPECT_THAT(seen({file("a", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n"), file("b", "{\"text\":\"c\"}")}),
              ElementsAre("1: a", "2: b", "1: c"));
}

TEST(LineSource, BlankLinesAreSkippedButCount) {
  EXPECT_THAT(seen({file("blank", "\n{\"text\":\"a\"}\r\n \t\r\n\n{\"text\":\"b\"}\n\n")}),
              ElementsAre("2: a", "5: b"));
}

TEST(LineSource, ABadLineIsRejectedWithItsNumberAndBytes) {
  EXPECT_THAT(seen({file("bad", "{\"text\":1}\n{\"text\":\"a\"}\n{\n")}),
              ElementsAre("1! {\"text\":1}", "2: a", "3! {"));
}

TEST(LineSource, AKnownKeyMayNotStandTwice) {
  const auto path = file("twice", "{\"text\":\"a\",\"x\":1,\"\\u0078\":2}\n");
  EXPECT_THAT(seen({path}), ElementsAre("1: a"));
  EXPECT_THAT(seen({path}, {"x"}), ElementsAre(HasSubstr("1! ")));
}

TEST(LineSource, AMissingFileIsToldBeforeAnythingIsRead) {
  EXPECT_THROW((void)make_line_source({file("there", ""), "/nowhere/file"}), IoError);
}

TEST(LineSource, TheLineOfAToolThatGaveUpIsAnError) {
  auto source = make_line_source({file("aborted", "{\"text\":\"a\"}\n{\"sito_aborted\":")});
  EXPECT_NE(source->next(), nullptr);
  EXPECT_THROW((void)source->next(), IoError);
}

TEST(LineSource, AVisitorCanStopIt) {
  auto source = make_line_source({file("stop", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n")});
  Collector collector;
  collector.limit = 1;
  Document document;
  Scratch scratch;
  source->next()->expand({}, document, scratch, collector);
  EXPECT_THAT(collector.seen, ElementsAre("1: a"));
}

}  // namespace
}  // namespace sito::pipeline

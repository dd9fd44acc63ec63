// Pages from tests/cases: a record goes in, and the fields that the row names must come out so. Those of
// known_failures.jsonl must not, until the code learns it and the row moves.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "case_file.h"
#include "document/json_value.h"
#include "meta/stage.h"

namespace sito::meta {
namespace {

// A value without the white space that Python's json puts between.
std::string compact(std::string_view value) {
  std::string out;
  bool quoted = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '"' && (i == 0 || value[i - 1] != '\\')) quoted = !quoted;
    if (quoted || value[i] != ' ') out += value[i];
  }
  return out;
}

// What comes out of the fields that the row wants, as an object.
std::string found(const FileCase& row) {
  const auto stage = make_stage({});
  Document document;
  Scratch scratch;
  if (auto assigned = document.assign(row.input, stage->fields()); !assigned) return assigned.error().reason;
  if (auto applied = stage->apply(document, scratch); !applied) return applied.error().reason;
  std::string out = "{";
  for (const auto& [key, value] : json::members(row.want)) {
    if (out.size() > 1) out += ',';
    out.append("\"").append(key).append("\":").append(document.field(key).value_or("missing"));
  }
  return out + '}';
}

class Pages : public testing::TestWithParam<FileCase> {};
TEST_P(Pages, HaveWhatIsWanted) {
  EXPECT_EQ(found(GetParam()), compact(GetParam().want)) << GetParam().comment;
}
INSTANTIATE_TEST_SUITE_P(Dates, Pages, testing::ValuesIn(cases_of("dates")),
                         [](const auto& row) { return name_of_case(row.param); });
INSTANTIATE_TEST_SUITE_P(Titles, Pages, testing::ValuesIn(cases_of("titles")),
                         [](const auto& row) { return name_of_case(row.param); });
INSTANTIATE_TEST_SUITE_P(Languages, Pages, testing::ValuesIn(cases_of("languages")),
                         [](const auto& row) { return name_of_case(row.param); });

INSTANTIATE_TEST_SUITE_P(People, Pages, testing::ValuesIn(cases_of("people")),
                         [](const auto& row) { return name_of_case(row.param); });

std::vector<FileCase> known_failures() {
  auto rows = cases_of("known_failures");
  std::erase_if(rows, [](const FileCase& row) { return !json::member(row.input, "text"); });
  return rows;
}

class PageFailures : public testing::TestWithParam<FileCase> {};
TEST_P(PageFailures, StillFail) {
  EXPECT_NE(found(GetParam()), compact(GetParam().want)) << "move the row to the file of its field";
}
INSTANTIATE_TEST_SUITE_P(Cases, PageFailures, testing::ValuesIn(known_failures()),
                         [](const auto& row) { return name_of_case(row.param); });
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(PageFailures);

TEST(PageFiles, HaveEachLabelOnce) {
  for (const char* file : {"dates", "titles", "languages", "people"}) {
    std::set<std::string> labels;
    for (const FileCase& row : cases_of(file)) EXPECT_TRUE(labels.insert(row.label).second) << row.label;
  }
}

}  // namespace
}  // namespace sito::meta

// Pages from tests/cases: a record goes in, and the fields that the row names must come out so.
#include <gtest/gtest.h>

#include <cctype>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include "document/json_value.h"
#include "meta/stage.h"

namespace sito::meta {
namespace {

struct PageCase {
  std::string name;
  std::string comment;
  std::string input;
  std::string want;

  friend std::ostream& operator<<(std::ostream& out, const PageCase& page) { return out << page.name; }
};

std::string as_name(std::string_view file, std::string label) {
  for (char& c : label) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return std::string(file) + "_" + label;
}

std::vector<PageCase> pages() {
  std::vector<PageCase> pages;
  for (const char* file : {"dates", "titles", "languages"}) {
    std::ifstream lines(std::string(SITO_SOURCE_DIR "/tests/cases/") + file + ".jsonl");
    for (std::string line; std::getline(lines, line);) {
      pages.push_back({as_name(file, json::string(*json::member(line, "label")).value()),
                       json::string(*json::member(line, "comment")).value(),
                       std::string(*json::member(line, "input")), std::string(*json::member(line, "want"))});
    }
  }
  return pages;
}

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

class Pages : public testing::TestWithParam<PageCase> {};

TEST_P(Pages, HaveWhatIsWanted) {
  const PageCase& page = GetParam();
  const auto stage = make_stage({});
  Document document;
  Scratch scratch;
  ASSERT_TRUE(document.assign(page.input, stage->fields()));
  ASSERT_TRUE(stage->apply(document, scratch));
  for (const auto& [key, value] : json::members(page.want)) {
    EXPECT_EQ(document.field(key).value_or("missing"), compact(value)) << key << ": " << page.comment;
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, Pages, testing::ValuesIn(pages()),
                         [](const auto& row) { return row.param.name; });

TEST(CaseFiles, HoldEnoughPages) { EXPECT_GE(pages().size(), 60U); }

}  // namespace
}  // namespace sito::meta

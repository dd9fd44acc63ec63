// Texts of tests/cases/mojibake.jsonl: each must come out as its row wants, the negatives as they went in.
// Those of known_failures.jsonl must not, until the code learns it and the row moves.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "case_file.h"
#include "normalize/mojibake.h"

namespace sito::normalize {
namespace {

std::string put_right(const std::string& text) {
  std::string out;
  return repair_mojibake(text, out).empty() ? text : out;
}

std::string input_of(const FileCase& row) { return json::string(row.input).value(); }
std::string want_of(const FileCase& row) { return json::string(row.want).value(); }

class MojibakeCases : public testing::TestWithParam<FileCase> {};
TEST_P(MojibakeCases, ComeOutAsWanted) {
  EXPECT_EQ(put_right(input_of(GetParam())), want_of(GetParam())) << GetParam().comment;
}
TEST_P(MojibakeCases, StayOnceTheyAreRight) {
  EXPECT_EQ(put_right(want_of(GetParam())), want_of(GetParam()));
}
INSTANTIATE_TEST_SUITE_P(Cases, MojibakeCases, testing::ValuesIn(cases_of("mojibake")),
                         [](const auto& row) { return name_of_case(row.param); });

// Rows of decode's have an object for their input.
std::vector<FileCase> known_failures() {
  auto rows = cases_of("known_failures");
  std::erase_if(rows, [](const FileCase& row) { return row.input[0] != '"'; });
  return rows;
}

class MojibakeFailures : public testing::TestWithParam<FileCase> {};
TEST_P(MojibakeFailures, StillFail) {
  EXPECT_NE(put_right(input_of(GetParam())), want_of(GetParam())) << "move the row to mojibake.jsonl";
}
INSTANTIATE_TEST_SUITE_P(Cases, MojibakeFailures, testing::ValuesIn(known_failures()),
                         [](const auto& row) { return name_of_case(row.param); });
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(MojibakeFailures);

TEST(MojibakeFile, HoldsHalfNegatives) {
  const auto rows = cases_of("mojibake");
  const auto negatives = std::count_if(rows.begin(), rows.end(),
                                       [](const FileCase& row) { return input_of(row) == want_of(row); });
  EXPECT_GE(rows.size(), 60U);
  EXPECT_GE(static_cast<std::size_t>(negatives) * 2, rows.size());
}

TEST(MojibakeFile, HasEachLabelOnce) {
  std::set<std::string> labels;
  for (const char* file : {"mojibake", "known_failures"})
    for (const FileCase& row : cases_of(file)) EXPECT_TRUE(labels.insert(row.label).second) << row.label;
}

}  // namespace
}  // namespace sito::normalize

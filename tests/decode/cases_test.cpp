// Bytes of tests/cases/encodings.jsonl: each must be found in the encoding that its row names, and give its
// text. Those of known_failures.jsonl must not, until the code learns it and the row moves.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "case_file.h"
#include "decode/decode.h"

namespace sito::decode {
namespace {

std::string from_base64(std::string_view digits) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned held = 0, bits = 0;
  for (const char digit : digits.substr(0, digits.find('='))) {
    held = held << 6U | static_cast<unsigned>(kDigits.find(digit));
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFFU);
  }
  return bytes;
}

std::string text_in(const std::string& object, std::string_view key) {
  return json::string(*json::member(object, key)).value();
}

Decoded decoded(const FileCase& row) { return *decode(from_base64(text_in(row.input, "base64"))); }

class EncodingCases : public testing::TestWithParam<FileCase> {};

TEST_P(EncodingCases, AreFound) {
  const auto found = decoded(GetParam());
  EXPECT_EQ(found.encoding, text_in(GetParam().want, "encoding")) << GetParam().comment;
  EXPECT_EQ(found.text, text_in(GetParam().want, "text")) << GetParam().comment;
}

TEST_P(EncodingCases, NameTheirPartsWhereTheyAreMixed) {
  std::vector<std::string> wanted, found;
  if (const auto list = json::member(GetParam().want, "encodings"))
    for (const auto& name : json::elements(*list)) wanted.push_back(json::string(name).value());
  for (const Part& part : decoded(GetParam()).parts) found.push_back(part.encoding);
  EXPECT_EQ(found, wanted) << GetParam().comment;
}

INSTANTIATE_TEST_SUITE_P(Cases, EncodingCases, testing::ValuesIn(cases_of("encodings")),
                         [](const auto& row) { return name_of_case(row.param); });

// Other rows are normalize's and meta's.
std::vector<FileCase> known_failures() {
  auto rows = cases_of("known_failures");
  std::erase_if(rows, [](const FileCase& row) { return !json::member(row.input, "base64"); });
  return rows;
}

class EncodingFailures : public testing::TestWithParam<FileCase> {};
TEST_P(EncodingFailures, StillFail) {
  EXPECT_NE(decoded(GetParam()).text, text_in(GetParam().want, "text")) << "move the row to encodings.jsonl";
}
INSTANTIATE_TEST_SUITE_P(Cases, EncodingFailures, testing::ValuesIn(known_failures()),
                         [](const auto& row) { return name_of_case(row.param); });
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(EncodingFailures);

TEST(EncodingFile, HasEachLabelOnce) {
  std::set<std::string> labels;
  for (const FileCase& row : cases_of("encodings")) EXPECT_TRUE(labels.insert(row.label).second) << row.label;
  EXPECT_GE(labels.size(), 50U);
}

}  // namespace
}  // namespace sito::decode

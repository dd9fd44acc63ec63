#include "document/offsets_fields.h"

#include <gtest/gtest.h>

namespace sito {
namespace {

struct OffsetFieldsCase {
  const char* name;
  const char* line;
  const char* left;
  std::size_t dropped;
};

constexpr OffsetFieldsCase kCases[] = {
    {"None", R"({"text":"a","created":"2024-05-01"})", R"({"text":"a","created":"2024-05-01"})", 0},
    {"One", R"({"text":"a","quotes":[],"x":1})", R"({"text":"a","x":1})", 1},
    {"All", R"({"segments":[],"text":"a","created_span":null,"people":[],"quotes":[{}]})", R"({"text":"a"})",
     4},
    {"BoilerplateCountsInAnotherText", R"({"text":"a","boilerplate":[]})", R"({"text":"a","boilerplate":[]})",
     0},
};

class OffsetFields : public testing::TestWithParam<OffsetFieldsCase> {};
TEST_P(OffsetFields, AreDropped) {
  Document document;
  ASSERT_TRUE(document.assign(GetParam().line, kOffsetFields));
  EXPECT_EQ(drop_offset_fields(document), GetParam().dropped);
  std::string left;
  document.append_to(left);
  EXPECT_EQ(left, GetParam().left);
}
INSTANTIATE_TEST_SUITE_P(Lines, OffsetFields, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito

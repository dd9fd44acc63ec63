#include "normalize/record.h"

#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

struct RecordCase {
  const char* name;
  const char* before;
  std::vector<Change> changes;
  const char* after;
};

const RecordCase kCases[] = {
    {"Null", "null", {}, R"({"form":"NFC","changes":[]})"},
    {"EmptyObject", "{}", {{"form", 1}}, R"({"form":"NFC","changes":[{"kind":"form","count":1}]})"},
    {"SameKindIsAdded",
     R"({"form": "NFC", "changes": [{"kind": "whitespace", "count": 12}]})",
     {{"line_end", 2}, {"whitespace", 3}},
     R"({"form":"NFC","changes":[{"kind":"whitespace","count":15},{"kind":"line_end","count":2}]})"},
    {"EntryWithMoreStaysAsItIs",
     R"({"changes":[{"kind":"mojibake","chain":["a", 1],"count":1}],"form":null})",
     {{"mojibake", 2}},
     R"({"form":"NFC","changes":[{"kind":"mojibake","chain":["a", 1],"count":1},{"kind":"mojibake","count":2}]})"},
    {"OtherMembersStay",
     R"({"note": [1, 2], "changes": []})",
     {},
     R"({"form":"NFC","changes":[],"note":[1, 2]})"},
    {"EscapedKeys",
     R"({"ch\u0061nges":[{"k\u0069nd":"form","count":1}]})",
     {{"form", 1}},
     R"({"form":"NFC","changes":[{"kind":"form","count":2}]})"},
};

class RecordAdds : public testing::TestWithParam<RecordCase> {};
TEST_P(RecordAdds, Json) {
  auto record = Record::read(GetParam().before);
  ASSERT_TRUE(record);
  for (const auto& change : GetParam().changes) record->add(change);
  record->set_form("NFC", true);
  std::string json = "left over";
  record->write(json);
  EXPECT_EQ(json, GetParam().after);
}
INSTANTIATE_TEST_SUITE_P(Fields, RecordAdds, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

class RecordRejects : public testing::TestWithParam<const char*> {};
TEST_P(RecordRejects, Malformed) {
  const auto record = Record::read(GetParam());
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().reason, "normalization is not an object with form and changes");
}
INSTANTIATE_TEST_SUITE_P(Fields, RecordRejects,
                         testing::Values("1", "\"NFC\"", "[]", R"({"form":1})", R"({"changes":{}})",
                                         R"({"changes":null})", R"({"changes":[1]})", R"({"changes":[{}]})",
                                         R"({"changes":[{"kind":"form"}]})", R"({"changes":[{"count":1}]})",
                                         R"({"changes":[{"kind":1,"count":1}]})",
                                         R"({"changes":[{"kind":"form","count":-1}]})",
                                         R"({"changes":[{"kind":"form","count":1.5}]})",
                                         R"({"changes":[{"kind":"form","count":9223372036854775807}]})",
                                         R"({"changes":[{"kind":"\ud800","count":1}]})"));

TEST(RecordSuspects, AreThoseOfThisRun) {
  auto record = Record::read(R"({"form":"NFC","changes":[],"suspects":[{"kind":"old"}],"note":1})");
  ASSERT_TRUE(record);
  std::string json;
  record->write(json);
  EXPECT_EQ(json, R"({"form":"NFC","changes":[],"note":1})");
  constexpr std::string_view kKinds[] = {"lost_letters"};
  record->set_suspects(kKinds);
  record->write(json);
  EXPECT_EQ(json, R"({"form":"NFC","changes":[],"suspects":[{"kind":"lost_letters"}],"note":1})");
}

struct FormFieldCase {
  const char* before;
  const char* made;
  bool changed;
  const char* form;
};
TEST(RecordForm, IsNamedOnlyWhereKnown) {
  constexpr FormFieldCase kForms[] = {
      {"null", "NFC", false, "\"NFC\""},
      {"null", "NFKC", true, "\"NFKC\""},
      {"null", "", false, "null"},
      {"null", "", true, "null"},
      {R"({"form":"NFC"})", "", false, "\"NFC\""},
      {R"({"form":"NFC"})", "", true, "null"},
      {R"({"form":"NFC"})", "NFKC", false, "\"NFKC\""},
      {R"({"form":"NFKC"})", "NFC", false, "\"NFKC\""},
      {R"({"form":"NFKC"})", "NFC", true, "\"NFC\""},
  };
  for (const auto& row : kForms) {
    auto record = Record::read(row.before);
    ASSERT_TRUE(record);
    record->set_form(row.made, row.changed);
    std::string json;
    record->write(json);
    EXPECT_EQ(json, std::string("{\"form\":") + row.form + ",\"changes\":[]}");
  }
}

}  // namespace
}  // namespace sito::normalize

#include "emit/schema.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sito::emit {
namespace {

// Fields of the quote or the document view, and DuckDB's columns for them.
struct ColumnsCase {
  const char* name;
  View view;
  std::vector<std::string> paths;
  Format format;
  const char* columns;
};

const ColumnsCase kColumns[] = {
    {"Scalars",
     View::kDocument,
     {"id", "created", "created_time"},
     Format::kJsonLines,
     "'id': 'VARCHAR', 'created': 'DATE', 'created_time': 'VARCHAR'"},
    {"AnObjectIsAStruct",
     View::kDocument,
     {"origin.bytes", "origin.confidence", "origin.bom"},
     Format::kJsonLines,
     R"('origin': 'STRUCT("bytes" BIGINT, "confidence" DOUBLE, "bom" BOOLEAN)')"},
    {"AListIsAListOfStructs",
     View::kQuote,
     {"spans"},
     Format::kJsonLines,
     R"('spans': 'STRUCT("start" BIGINT, "end" BIGINT)[]')"},
    {"ListsInObjects",
     View::kDocument,
     {"normalization"},
     Format::kJsonLines,
     R"('normalization': 'STRUCT("form" VARCHAR, "changes" STRUCT("kind" VARCHAR, "chain" VARCHAR, )"
     R"("count" BIGINT)[], "suspects" STRUCT("kind" VARCHAR)[])')"},
    {"InCellsAnObjectIsItsMembers",
     View::kQuote,
     {"speaker.mention", "key"},
     Format::kCsv,
     "'speaker.mention.start': 'BIGINT', 'speaker.mention.end': 'BIGINT', 'key': 'VARCHAR'"},
    {"InCellsAListIsJson",
     View::kQuote,
     {"spans.end", "created"},
     Format::kTsv,
     "'spans': 'JSON', 'created': 'DATE'"},
};

class Columns : public testing::TestWithParam<ColumnsCase> {};
TEST_P(Columns, AreDuckDbs) {
  const auto& [name, view, paths, format, columns] = GetParam();
  EXPECT_EQ(duckdb_columns(*parse_fields(view, paths), format), "columns={" + std::string(columns) + "}\n");
}
INSTANTIATE_TEST_SUITE_P(Schema, Columns, testing::ValuesIn(kColumns),
                         [](const auto& row) { return row.param.name; });

// What follows the title, its spaces left out.
std::string body(const std::vector<std::string>& paths, bool keep_foreign = false,
                 View view = View::kDocument) {
  std::string schema = json_schema(view, *parse_fields(view, paths), keep_foreign);
  schema.erase(0, schema.find("line\",\n") + 7);
  std::erase(schema, ' ');
  std::erase(schema, '\n');
  return schema;
}

TEST(JsonSchema, NamesItsDraftAndItsView) {
  const std::string schema = json_schema(View::kQuote, all_fields(View::kQuote), false);
  EXPECT_TRUE(
      schema.starts_with("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
                         "  \"title\": \"sito quote line\",\n"));
  EXPECT_TRUE(schema.ends_with("\n}\n"));
}

TEST(JsonSchema, WhatIsCertainIsNeverNull) {
  EXPECT_EQ(body({"id", "title", "created"}),
            R"("type":"object","required":["id","title","created"],"additionalProperties":false,)"
            R"("properties":{"id":{"type":"string"},"title":{"type":["string","null"]},)"
            R"("created":{"type":["string","null"],"format":"date"}}})");
  EXPECT_EQ(body({"start"}, false, View::kParagraph),
            R"("type":"object","required":["start"],"additionalProperties":false,)"
            R"("properties":{"start":{"type":"integer","minimum":0}}})");
}

TEST(JsonSchema, GoesToTheFullDepth) {
  EXPECT_EQ(body({"people.mention.end", "origin.bom"}),
            R"("type":"object","required":["people","origin"],"additionalProperties":false,)"
            R"("properties":{"people":{"type":"array","items":{"type":"object","required":["mention"],)"
            R"("additionalProperties":false,"properties":{"mention":{"type":"object","required":["end"],)"
            R"("additionalProperties":false,"properties":{"end":{"type":["integer","null"]}}}}}},)"
            R"("origin":{"type":"object","required":["bom"],"additionalProperties":false,)"
            R"("properties":{"bom":{"type":["boolean","null"]}}}}})");
}

TEST(JsonSchema, ForeignFieldsAreAllowedOnRequest) {
  EXPECT_EQ(
      body({"created_span.start"}, true),
      R"("type":"object","required":["created_span"],"additionalProperties":true,)"
      R"("properties":{"created_span":{"type":"object","required":["start"],"additionalProperties":true,)"
      R"("properties":{"start":{"type":["integer","null"]}}}}})");
}

}  // namespace
}  // namespace sito::emit

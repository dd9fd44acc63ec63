#include "emit/line.h"

#include <gtest/gtest.h>

namespace sito::emit {
namespace {

// A field of the document view, its value in the row, and what is written of it (or the reason).
struct LineCase {
  const char* name;
  const char* path;
  std::string_view value;
  std::string_view written;
};

constexpr LineCase kLines[] = {
    {"MissingString", "title", "", "null"},
    {"MissingObject", "created_span", "", R"({"start":null,"end":null})"},
    {"MissingList", "segments", "", "[]"},
    {"MissingNestedObject", "normalization", "null", R"({"form":null,"changes":[],"suspects":[]})"},
    {"Null", "title", "null", "null"},
    {"NullList", "quotes", "null", "[]"},
    {"StringAsItStands", "title", R"("\u0430\/")", R"("\u0430\/")"},
    {"NumbersAsTheyStand", "origin.confidence", R"({"confidence":9.50e-1})", R"({"confidence":9.50e-1})"},
    {"OrderIsTheShapes", "created_span", R"({ "end" : 2, "start":1 })", R"({"start":1,"end":2})"},
    {"MissingMembers", "people", R"([{"name":"Ліна"}, {}])",
     R"([{"name":"Ліна","role":null,"mention":{"start":null,"end":null}},)"
     R"({"name":null,"role":null,"mention":{"start":null,"end":null}}])"},
    {"ForeignMembersGo", "strip", R"({"by":"x","removed":true})",
     R"({"removed":true,"input_digest":null,"output_digest":null,"model":null})"},
    {"EscapedMembers", "created_span", R"({"st\u0061rt":0,"end":0})", R"({"start":0,"end":0})"},
    {"PartOfAList", "quotes.spans.start", R"([{"spans":[{"start":1,"end":2}],"text":"a"},{}])",
     R"([{"spans":[{"start":1}]},{"spans":[]}])"},
    {"TheTextsEndIsInIt", "created_span", R"({"start":10,"end":10})", R"({"start":10,"end":10})"},
    {"BoilerplateCountsElsewhere", "boilerplate.end", R"([{"start":90,"end":100}])", R"([{"end":100}])"},

    {"ADate", "created", R"("2024-02-29")", R"("2024-02-29")"},
    {"NoDate", "created", "null", "null"},
    {"NumberForDate", "created", "20240501", "`created` is no date such as 2024-05-01"},
    {"ADayThatIsNone", "created", R"("2023-02-29")", "`created` is no date such as 2024-05-01"},
    {"AMonthThatIsNone", "created", R"("2024-13-01")", "`created` is no date such as 2024-05-01"},
    {"DateWithTime", "created", R"("2024-05-01T10:00:00Z")", "`created` is no date such as 2024-05-01"},
    {"DateOfAnotherForm", "created", R"("01.05.2024")", "`created` is no date such as 2024-05-01"},
    {"DateWithoutZeros", "created", R"("2024-5-1")", "`created` is no date such as 2024-05-01"},
    {"EmptyDate", "created", R"("")", "`created` is no date such as 2024-05-01"},

    {"NumberForString", "title", "5", "`title` is no string"},
    {"ListForString", "title", "[]", "`title` is no string"},
    {"StringForList", "quotes", R"("")", "`quotes` is no list"},
    {"ListForObject", "origin", "[]", "`origin` is no object"},
    {"StringForObjectInList", "quotes", R"([{},"a"])", "`quotes[1]` is no object"},
    {"NullInList", "people", "[null]", "`people[0]` is no object"},
    {"SpansAreNoList", "quotes", R"([{},{"spans":{"start":0,"end":1}}])", "`quotes[1].spans` is no list"},
    {"FractionForInteger", "origin.bytes", R"({"bytes":1.5})", "`origin.bytes` is no integer"},
    {"StringForNumber", "origin.confidence", R"({"confidence":"1"})", "`origin.confidence` is no number"},
    {"StringForBoolean", "strip.removed", R"({"removed":"no"})", "`strip.removed` is neither true nor false"},
    {"SpanBehindTheText", "quotes", R"([{"spans":[{"start":0,"end":1},{"start":10,"end":11}]}])",
     "`quotes[0].spans[1]` is no span of the text"},
    {"SpanTurnedRound", "created_span", R"({"start":2,"end":1})", "`created_span` is no span of the text"},
    {"SpanWithoutEnd", "created_span", R"({"start":2})", "`created_span` is no span of the text"},
    {"NegativeSpan", "created_span", R"({"start":-1,"end":1})", "`created_span` is no span of the text"},
    {"CueBehindTheText", "quotes", R"([{"cue":{"text":"a","start":99,"end":100}}])",
     "`quotes[0].cue` is no span of the text"},
    {"LoneSurrogate", "people", R"([{"name":"\udc00"}])", "`people[0].name` holds a lone surrogate"},
};

class Line : public testing::TestWithParam<LineCase> {};
TEST_P(Line, Writes) {
  const std::string path = GetParam().path;
  const std::string name = path.substr(0, path.find('.'));
  Row row;
  if (!GetParam().value.empty()) row.own.push_back({name, GetParam().value});
  std::string out;
  const std::vector paths = {path};
  const auto written = append_line(row, {*parse_fields(View::kDocument, paths)}, 10, out);
  const std::string answer = written ? out : written.error().reason;
  const std::string expected(GetParam().written);
  EXPECT_EQ(answer, expected.starts_with('`') ? expected : "{\"" + name + "\":" + expected + "}\n");
}
INSTANTIATE_TEST_SUITE_P(Values, Line, testing::ValuesIn(kLines),
                         [](const auto& row) { return row.param.name; });

TEST(ForeignFields, StandBehindOurs) {
  const Row row{{{"id", R"("a")"}, {"strip", R"({"by" : [1, 2],"removed":true})"}}, {{"x", "{ }"}}};
  const std::vector<std::string> paths = {"strip", "id"};
  LineSettings settings{*parse_fields(View::kDocument, paths), true};
  std::string out;
  ASSERT_TRUE(append_line(row, settings, 0, out));
  EXPECT_EQ(out,
            R"({"strip":{"removed":true,"input_digest":null,"output_digest":null,"model":null,"by":[1, 2]},)"
            R"("id":"a","x":{ }})"
            "\n");
}

TEST(ForeignFields, AreNotInAnObjectOfWhichAPartIsWanted) {
  const Row row{{{"strip", R"({"by":1,"removed":true})"}}, {}};
  const std::vector<std::string> paths = {"strip.removed"};
  std::string out;
  ASSERT_TRUE(append_line(row, {*parse_fields(View::kDocument, paths), true}, 0, out));
  EXPECT_EQ(out, "{\"strip\":{\"removed\":true}}\n");
}

}  // namespace
}  // namespace sito::emit

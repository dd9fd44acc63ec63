#include "emit/cells.h"

#include <gtest/gtest.h>

#include <vector>

namespace sito::emit {
namespace {

// A title as JSON, and its cell in CSV and in TSV.
struct CellCase {
  const char* name;
  const char* json;
  const char* csv;
  const char* tsv;
};

constexpr CellCase kCells[] = {
    {"PlainText", R"("Міст відкрили")", "Міст відкрили", "Міст відкрили"},
    {"NullIsEmpty", "null", "", ""},
    {"TheEmptyStringHasMarks", R"("")", R"("")", R"("")"},
    {"AMarkIsDoubled", R"("за \"мир\"")", R"("за ""мир""")", R"("за ""мир""")"},
    {"AMarkAlone", R"("\"")", R"("""")", R"("""")"},
    {"AComma", R"("так, ні")", R"("так, ні")", "так, ні"},
    {"ATab", R"("так\tні")", "так\tні", "\"так\tні\""},
    {"ALineFeed", R"("так\nні")", "\"так\nні\"", "\"так\nні\""},
    {"ACarriageReturn", R"("так\rні")", "\"так\rні\"", "\"так\rні\""},
    {"ASpaceInFront", R"(" так")", R"(" так")", R"(" так")"},
    {"ASpaceBehind", R"("так ")", R"("так ")", R"("так ")"},
    {"EscapesAreCharacters", R"("\u0442\u0430\u043A\/\\")", R"(так/\)", R"(так/\)"},
    {"BeyondTheFirstPlane", R"("\ud83d\ude00")", "😀", "😀"},
    {"WordsThatLookLikeNull", R"("NULL")", "NULL", "NULL"},
    {"ASemicolonPartsNothing", R"("a;b")", "a;b", "a;b"},
    {"SeparatorsOfUnicodeAreText", R"("a\u2028b\u0085c")", "a\u2028b\u0085c", "a\u2028b\u0085c"},
};

std::string row(const std::string& line, const std::vector<std::string>& paths, Format format,
                View view = View::kDocument) {
  std::string out;
  append_cells(line, *parse_fields(view, paths), format, out);
  return out;
}

class Cells : public testing::TestWithParam<CellCase> {};
TEST_P(Cells, Write) {
  const std::string line = R"({"title":)" + std::string(GetParam().json) + R"(,"id":"a"})";
  EXPECT_EQ(row(line, {"title", "id"}, Format::kCsv), std::string(GetParam().csv) + ",a\r\n");
  EXPECT_EQ(row(line, {"title", "id"}, Format::kTsv), std::string(GetParam().tsv) + "\ta\n");
}
INSTANTIATE_TEST_SUITE_P(Values, Cells, testing::ValuesIn(kCells),
                         [](const auto& row) { return row.param.name; });

TEST(Rows, NumbersAndTruthValuesStandAsInJson) {
  EXPECT_EQ(row(R"({"origin":{"bytes":42,"confidence":9.50e-1,"bom":false}})",
                {"origin.bytes", "origin.confidence", "origin.bom"}, Format::kCsv),
            "42,9.50e-1,false\r\n");
}

TEST(Rows, AnObjectIsItsMembersAndAListIsJson) {
  EXPECT_EQ(row(R"({"created_span":{"start":1,"end":2},"people":[{"name":"Ліна"}],"quotes":[]})",
                {"created_span", "people.name", "quotes.kind"}, Format::kTsv),
            "1\t2\t\"[{\"\"name\"\":\"\"Ліна\"\"}]\"\t[]\n");
}

struct HeaderCase {
  const char* name;
  View view;
  std::vector<std::string> paths;
  Format format;
  const char* header;
};

const HeaderCase kHeaders[] = {
    {"InTheOrderOfTheFields", View::kDocument, {"title", "id"}, Format::kCsv, "title,id\r\n"},
    {"TabsInTsv", View::kDocument, {"title", "id"}, Format::kTsv, "title\tid\n"},
    {"MembersByTheirPath",
     View::kQuote,
     {"speaker"},
     Format::kCsv,
     "speaker.name,speaker.role,speaker.mention.start,speaker.mention.end,speaker.resolution\r\n"},
    {"SomeMembers",
     View::kDocument,
     {"origin.html.title", "origin.path", "id"},
     Format::kCsv,
     "origin.html.title,origin.path,id\r\n"},
    {"AListIsOneColumn",
     View::kDocument,
     {"people.mention.start", "quotes"},
     Format::kCsv,
     "people,quotes\r\n"},
};

class Headers : public testing::TestWithParam<HeaderCase> {};
TEST_P(Headers, Name) {
  std::string out;
  append_header(*parse_fields(GetParam().view, GetParam().paths), GetParam().format, out);
  EXPECT_EQ(out, GetParam().header);
}
INSTANTIATE_TEST_SUITE_P(Columns, Headers, testing::ValuesIn(kHeaders),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::emit

#include "decode/declared_type.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sito::decode {
namespace {

struct DeclaredCase {
  const char* name;
  std::string_view sniffed;
  std::string_view declared;
  std::string_view type;
};

constexpr DeclaredCase kCases[] = {
    {"NothingSaid", "text/plain", "", "text/plain"},
    {"Prose", "text/plain", "text/plain", "text/plain"},
    {"ProseCalledHtml", "text/plain", "text/html", "text/plain"},
    {"ProseOfAnotherKind", "text/plain", "text/markdown", "text/plain"},
    {"ProseOfUnknownKind", "text/plain", "application/octet-stream", "text/plain"},
    {"FieldsOfACrawler", "text/plain", "application/warc-fields", "text/plain"},
    {"Styles", "text/plain", "text/css", "text/css"},
    {"ScriptByItsOldName", "text/plain", "application/x-javascript", "text/javascript"},
    {"ListOfAnApplication", "text/plain", "application/activity+json", "application/json"},
    {"Table", "text/plain", "text/csv", "text/csv"},
    {"Subtitles", "text/plain", "text/vtt", "text/vtt"},
    {"XmlWithoutItsDeclaration", "text/plain", "application/xml", "text/xml"},
    {"Drawing", "text/xml", "image/svg+xml", "image/svg+xml"},
    {"Feed", "text/xml", "application/rss+xml", "application/rss+xml"},
    {"XmlCalledAScript", "text/xml", "text/javascript", "text/xml"},
    {"PageCalledXhtml", "text/plain", "application/xhtml+xml", "text/plain"},
    {"PageCalledJson", "text/html", "application/json", "text/html"},
    {"PictureCalledAStyle", "image/png", "text/css", "image/png"},
};

class DeclaredType : public testing::TestWithParam<DeclaredCase> {};
TEST_P(DeclaredType, Is) {
  EXPECT_EQ(declared_type(GetParam().sniffed, GetParam().declared), GetParam().type);
}
INSTANTIATE_TEST_SUITE_P(Words, DeclaredType, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(TextTypes, AreSorted) {
  EXPECT_TRUE(std::is_sorted(text_types().begin(), text_types().end()));
  EXPECT_TRUE(is_text_type("text/plain"));
  EXPECT_FALSE(is_text_type("application/pdf"));
}

}  // namespace
}  // namespace sito::decode

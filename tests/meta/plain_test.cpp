#include "meta/plain.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::meta {
namespace {

std::string shown(std::string_view line, bool colour = false) {
  Document document;
  Scratch scratch;
  EXPECT_TRUE(document.assign(line));
  std::string out;
  EXPECT_TRUE(make_plain_sink(colour)->write(document, scratch, out));
  return out;
}

TEST(Plain, ShowsEveryField) {
  EXPECT_EQ(
      shown(R"({"id":"a/1","text":"","created":"2023-09-01","created_time":"11:40","created_from":"text",)"
            R"("title":"Новий міст","language":"uk","people":[{"name":"Остап Верба","role":"міський голова",)"
            R"("mention":{"start":0,"end":1}},{"name":"Анна Лінд","role":null}]})"),
      "id: a/1\ncreated: 2023-09-01 11:40 (text)\ntitle: Новий міст\nlanguage: uk\npeople:\n"
      "  Остап Верба, міський голова\n  Анна Лінд\n");
}

TEST(Plain, ShowsWhatIsMissingAsAHyphen) {
  EXPECT_EQ(shown(R"({"text":"","created":null,"title":null,"people":[]})"),
            "created: -\ntitle: -\nlanguage: -\npeople: -\n");
}

TEST(Plain, ControlCharactersAreSpaces) {
  EXPECT_EQ(shown(R"({"text":"","title":"a\u001b[31m\nb"})"),
            "created: -\ntitle: a [31m b\nlanguage: -\npeople: -\n");
}

TEST(Plain, ColoursTheNames) {
  EXPECT_EQ(shown(R"({"text":""})", true).substr(0, 20), "\x1b[1mcreated:\x1b[0m -\n\x1b");
}

}  // namespace
}  // namespace sito::meta

#include "document/json_writer.h"

#include <gtest/gtest.h>

#include "document/json_value.h"

namespace sito::json {
namespace {

using namespace std::string_view_literals;

std::string as_json(std::string_view valid) {
  std::string out;
  append_string(out, valid);
  return out;
}

TEST(JsonWriter, StringsEscapeLittle) {
  EXPECT_EQ(as_json(""), R"("")");
  EXPECT_EQ(as_json("сито – \x7f/'"), "\"сито – \x7f/'\"");
  EXPECT_EQ(as_json("\"\\\b\f\n\r\t"), R"("\"\\\b\f\n\r\t")");
  EXPECT_EQ(as_json("\0\x1f"sv), R"("\u0000\u001f")");
}

TEST(JsonWriter, StringsReadBackAtEveryLength) {
  std::string text;
  for (int i = 0; i < 300; ++i) {
    text += i % 7 == 0 ? "\n" : i % 5 == 0 ? "\"" : i % 3 == 0 ? "–" : "щ";
    ASSERT_EQ(string(as_json(text)), text);
  }
}

TEST(JsonWriter, CommasComeByThemselves) {
  std::string out = "what was there before";
  Writer json(out);
  json.begin_object();
  json.key("name").string("Ліна");
  json.key("mention").span({3, 7});
  json.key("list").begin_array();
  json.integer(-1).size(2).null().boolean(true).boolean(false);
  json.begin_object().end_object().begin_array().end_array();
  json.end_array();
  json.key("raw").raw("[1, 2]");
  json.end_object();
  EXPECT_EQ(
      out,
      R"({"name":"Ліна","mention":{"start":3,"end":7},"list":[-1,2,null,true,false,{},[]],"raw":[1, 2]})");
}

TEST(JsonWriter, ScoresAreShort) {
  const auto score = [](double value) {
    std::string out;
    Writer(out).score(value);
    return out;
  };
  EXPECT_EQ(score(1), "1");
  EXPECT_EQ(score(0.95), "0.95");
  EXPECT_EQ(score(0.12344), "0.1234");
  EXPECT_EQ(score(-0.00001), "0");
  EXPECT_EQ(score(1e-9), "0");
}

}  // namespace
}  // namespace sito::json

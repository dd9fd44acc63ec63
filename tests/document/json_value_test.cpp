#include "document/json_value.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sito::json {
namespace {

using namespace std::string_view_literals;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(JsonValue, KindIsTheFirstByte) {
  EXPECT_EQ(kind("{}"), Kind::kObject);
  EXPECT_EQ(kind("[]"), Kind::kArray);
  EXPECT_EQ(kind(R"("")"), Kind::kString);
  EXPECT_EQ(kind("-1"), Kind::kNumber);
  EXPECT_EQ(kind("true"), Kind::kBoolean);
  EXPECT_EQ(kind("false"), Kind::kBoolean);
  EXPECT_EQ(kind("null"), Kind::kNull);
}

TEST(JsonValue, ElementsStandInOrder) {
  EXPECT_THAT(elements("[]"), IsEmpty());
  EXPECT_THAT(elements("[ ]"), IsEmpty());
  EXPECT_THAT(elements(R"( [1])"sv.substr(1)), ElementsAre("1"));
  EXPECT_THAT(elements(R"([ "a]\"" , [1,[2]] ,{"b":"}"}, -1e5 ,null])"),
              ElementsAre(R"("a]\"")", "[1,[2]]", R"({"b":"}"})", "-1e5", "null"));
  EXPECT_THAT(elements(R"({"a":1})"), IsEmpty());
  EXPECT_THAT(elements("1"), IsEmpty());
}

TEST(JsonValue, MembersStandInOrder) {
  const auto found = members(R"({ "a" : 1 ,"\"b":{"c":[]}, "":"" })");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].key, "a");
  EXPECT_EQ(found[0].value, "1");
  EXPECT_EQ(found[1].key, R"(\"b)");
  EXPECT_EQ(found[1].value, R"({"c":[]})");
  EXPECT_EQ(found[2].key, "");
  EXPECT_EQ(found[2].value, R"("")");
  EXPECT_THAT(members("[1]"), IsEmpty());
}

TEST(JsonValue, MemberIsTheFirstOfItsName) {
  EXPECT_EQ(member(R"({"b":0,"\u0061":1,"a":2})", "a"), "1");
  EXPECT_EQ(member(R"({"b":{"a":1}})", "a"), std::nullopt);
  EXPECT_EQ(member(R"(["a"])", "a"), std::nullopt);
}

TEST(JsonValue, StringIsUnescaped) {
  EXPECT_EQ(string(R"("сито")"), "сито");
  EXPECT_EQ(string(R"("\u0441\ud834\udd1e\n\u0000")"), "с𝄞\n\0"sv);
  EXPECT_EQ(string(R"("\ud834")"), std::nullopt);
  EXPECT_EQ(string("null"), std::nullopt);
}

// A string's inside, its characters, and how many of them stand for a lone surrogate.
struct UnescapeCase {
  const char* name;
  std::string_view escaped;
  std::string_view plain;
  std::size_t lone;
};
constexpr UnescapeCase kEscaped[] = {
    {"Empty", "", "", 0},
    {"Plain", "сито", "сито", 0},
    {"Short", R"(\"\\\/\b\f\n\r\t)", "\"\\/\b\f\n\r\t", 0},
    {"Hex", R"(\u0041\u0451\u2013\uFfFf)", "Aё–\uFFFF", 0},
    {"Pair", R"(a\uD834\uDD1Eb)", "a𝄞b", 0},
    {"LastPair", R"(\udbff\udfff)", "\U0010FFFF", 0},
    {"HighAtTheEnd", R"(a\ud834)", "a\uFFFD", 1},
    {"HighBeforeLetter", R"(\ud834a)", "\uFFFDa", 1},
    {"HighBeforeOtherEscape", R"(\ud834\n)", "\uFFFD\n", 1},
    {"HighBeforePair", R"(\ud834\ud834\udd1e)", "\uFFFD𝄞", 1},
    {"HighBeforeScalar", R"(\ud834\u0041)", "\uFFFDA", 1},
    {"LowFirst", R"(\udd1e\ud834)", "\uFFFD\uFFFD", 2},
    {"EscapedBackslash", R"(\\ud834)", R"(\ud834)", 0},
};
class Unescape : public testing::TestWithParam<UnescapeCase> {};
TEST_P(Unescape, Characters) {
  std::string plain = "=";
  EXPECT_EQ(unescape(GetParam().escaped, plain), GetParam().lone);
  EXPECT_EQ(plain, "=" + std::string(GetParam().plain));
  EXPECT_EQ(has_lone_surrogate("[\"" + std::string(GetParam().escaped) + "\"]"), GetParam().lone > 0);
}
INSTANTIATE_TEST_SUITE_P(Strings, Unescape, testing::ValuesIn(kEscaped),
                         [](const auto& row) { return row.param.name; });

TEST(JsonValue, IntegerIsWholeAndFits) {
  EXPECT_EQ(integer("0"), 0);
  EXPECT_EQ(integer("-17"), -17);
  EXPECT_EQ(integer("9223372036854775807"), INT64_MAX);
  EXPECT_EQ(integer("9223372036854775808"), std::nullopt);
  EXPECT_EQ(integer("1.0"), std::nullopt);
  EXPECT_EQ(integer("1e3"), std::nullopt);
  EXPECT_EQ(integer(R"("1")"), std::nullopt);
}

TEST(JsonValue, KeysCompareUnescaped) {
  EXPECT_TRUE(key_equals("text", "text"));
  EXPECT_TRUE(key_equals(R"(te\u0078t)", "text"));
  EXPECT_FALSE(key_equals("text", "tex"));
  EXPECT_FALSE(key_equals(R"(te\u0079t)", "text"));
  EXPECT_FALSE(key_equals(R"(\ud800)", "\uFFFD"));
}

}  // namespace
}  // namespace sito::json

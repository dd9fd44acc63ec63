#include "strip/marks.h"

#include <gtest/gtest.h>

#include <string>

#include "document/digest.h"

namespace sito::strip {
namespace {

Document record(const std::string& line) {
  Document document;
  const auto result = document.assign(line);
  EXPECT_TRUE(result) << result.error().reason;
  return document;
}

std::string strip_field(bool removed, std::string_view input, std::string_view output) {
  return std::string(R"("strip":{"removed":)") + (removed ? "true" : "false") + R"(,"input_digest":")" +
         digest(DigestKind::kXxh128, input) + R"(","output_digest":")" + digest(DigestKind::kXxh128, output) +
         "\"}";
}

// Fields of a record that nobody stripped.
TEST(Marks, NoneWhereNobodyStripped) {
  for (const char* line : {R"({"text":"a"})", R"({"text":"a","boilerplate":[],"strip":null})",
                           R"({"text":"a","boilerplate":null,"strip":null})"}) {
    const auto found = marks(record(line));
    ASSERT_TRUE(found) << line;
    EXPECT_FALSE(found->has_value()) << line;
  }
}

struct FaultCase {
  const char* name;
  const char* fields;
  const char* reason;
};

constexpr FaultCase kFaults[] = {
    {"OnlyBoilerplate", R"("boilerplate":[{"start":0,"end":1,"text":"x"}])", "`boilerplate` without `strip`"},
    {"OnlyStrip", R"("strip":{"removed":true,"input_digest":"a","output_digest":"b"})",
     "`strip` without `boilerplate`"},
    {"StripOfAnotherShape", R"("boilerplate":[],"strip":true)", "`strip` is not as strip writes it"},
    {"NoDigest", R"("boilerplate":[],"strip":{"removed":true})", "`strip` is not as strip writes it"},
    {"NoArray", R"("boilerplate":{},"strip":{"removed":true,"input_digest":"a","output_digest":"b"})",
     "`boilerplate` is not as strip writes it"},
    {"NegativeStart",
     R"("boilerplate":[{"start":-1,"end":1,"text":"x"}],"strip":{"removed":true,"input_digest":"a","output_digest":"b"})",
     "`boilerplate` is not as strip writes it"},
    {"NoText",
     R"("boilerplate":[{"start":0,"end":1}],"strip":{"removed":true,"input_digest":"a","output_digest":"b"})",
     "`boilerplate` is not as strip writes it"},
};

class MarksFaults : public testing::TestWithParam<FaultCase> {};
TEST_P(MarksFaults, AreRejected) {
  const auto found = marks(record(std::string(R"({"text":"a",)") + GetParam().fields + "}"));
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().reason, GetParam().reason);
}
INSTANTIATE_TEST_SUITE_P(Fields, MarksFaults, testing::ValuesIn(kFaults),
                         [](const auto& row) { return row.param.name; });

TEST(Marks, WrittenAndReadAgain) {
  const std::string input = "Міст\n\nДрук\n";
  const std::vector<Removal> removals = {{{9, 19}, "print-button", "друк", 0.93}};
  std::string output;
  cut(input, removals, output);
  ASSERT_EQ(output, "Міст\n");
  Document document = record(R"({"text":"Міст\n"})");
  Scratch scratch;
  set_marks(document, input, removals, output, "", scratch);
  EXPECT_EQ(document.field("boilerplate"),
            R"([{"start":5,"end":11,"text":"\nДрук\n","reason":"print-button","rule":"друк","score":0.93}])");
  const auto found = marks(document);
  ASSERT_TRUE(found);
  ASSERT_TRUE(found->has_value());
  EXPECT_TRUE((*found)->removed);
  EXPECT_EQ((*found)->boilerplate.at(0).reason, "print-button");
  EXPECT_EQ((*found)->boilerplate.at(0).rule, "друк");
  EXPECT_DOUBLE_EQ((*found)->boilerplate.at(0).score, 0.93);
  const auto back = input_text(**found, output);
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, input);
}

TEST(Marks, TellTemplatesByTheirKeyAndModel) {
  const std::string input = "Міст\n\nДрук\n";
  const std::vector<Removal> removals = {{{9, 19}, "template", "", 0.9, 0xAB}};
  Document document = record(R"({"text":"Міст\n"})");
  Scratch scratch;
  set_marks(document, input, removals, "Міст\n", "xxh128:0", scratch);
  EXPECT_EQ(
      document.field("boilerplate"),
      R"([{"start":5,"end":11,"text":"\nДрук\n","reason":"template","rule":"00000000000000ab","score":0.9}])");
  EXPECT_TRUE(document.field("strip")->ends_with(R"("model":"xxh128:0"})"));
  EXPECT_TRUE(marks(document)->has_value());
}

TEST(Marks, ChangedTextIsRejected) {
  const auto found =
      marks(record("{\"text\":\"a\",\"boilerplate\":[]," + strip_field(false, "a", "a") + "}"));
  ASSERT_TRUE(found && found->has_value());
  EXPECT_TRUE(input_text(**found, "a"));
  const auto changed = input_text(**found, "b");
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().reason, "the text was changed after strip: its digest is another");
}

TEST(Marks, SpansThatDoNotFitAreRejected) {
  for (const char* span : {R"({"start":1,"end":2,"text":"y"})", R"({"start":7,"end":8,"text":"x"})",
                           R"({"start":1,"end":3,"text":"x"})"}) {
    const auto found = marks(record("{\"text\":\"a\",\"boilerplate\":[" + std::string(span) + "]," +
                                    strip_field(true, "ax", "a") + "}"));
    ASSERT_TRUE(found && found->has_value());
    const auto input = input_text(**found, "a");
    ASSERT_FALSE(input) << span;
    EXPECT_EQ(input.error().reason, "the spans of `boilerplate` do not fit the text");
  }
}

}  // namespace
}  // namespace sito::strip

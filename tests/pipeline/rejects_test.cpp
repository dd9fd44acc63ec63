#include "pipeline/rejects.h"

#include <gtest/gtest.h>

namespace sito::pipeline {
namespace {

TEST(Refusals, WhatIsNoFileHasNoMediaType) {
  EXPECT_EQ(to_json({"a.warc/1", 0, "WARC request", {}, true}),
            "{\"file\":\"a.warc/1\",\"reason\":\"WARC request\",\"skipped\":true}\n");
}

using namespace std::string_view_literals;

struct RefusalCase {
  const char* name;
  Refusal refusal;
  const char* message;
  const char* json;
};

const RefusalCase kRefusals[] = {
    {"ALine",
     {"in.jsonl", 7, "no text", R"({"id":"1"})"},
     "in.jsonl:7: no text",
     R"({"file":"in.jsonl","line":7,"reason":"no text","record":"{\"id\":\"1\"}"})"},
    {"NoUtf8",
     {"-", 1, "bad", "\xFF\x01z"},
     "-:1: bad",
     R"({"file":"-","line":1,"reason":"bad","record_base64":"/wF6"})"},
    {"Base64OfOneByte",
     {"-", 1, "bad", "\xFF"},
     "-:1: bad",
     R"({"file":"-","line":1,"reason":"bad","record_base64":"/w=="})"},
    {"Base64OfTwoBytes",
     {"-", 1, "bad", "\xFF\xFE"},
     "-:1: bad",
     R"({"file":"-","line":1,"reason":"bad","record_base64":"//4="})"},
    {"ARawFileHasNoContent",
     {"a/b.txt", 0, "permission denied", ""},
     "a/b.txt: permission denied",
     R"({"file":"a/b.txt","reason":"permission denied"})"},
    {"ANameCannotDriveTheTerminal",
     {"a\x1b[2J\n\xF1", 0, "gone", ""},
     R"(a\x1b[2J\x0a\xf1: gone)",
     "{\"file\":\"a\\u001b[2J\\n\uFFFD\",\"reason\":\"gone\"}"},
    {"Skipped",
     {"logo.png", 0, "image/png", "", true},
     "logo.png: image/png",
     R"({"file":"logo.png","reason":"no text","media_type":"image/png","skipped":true})"},
};

class Refusals : public testing::TestWithParam<RefusalCase> {};
TEST_P(Refusals, Message) { EXPECT_EQ(message(GetParam().refusal), GetParam().message); }
TEST_P(Refusals, Json) { EXPECT_EQ(to_json(GetParam().refusal), std::string(GetParam().json) + "\n"); }
INSTANTIATE_TEST_SUITE_P(Rows, Refusals, testing::ValuesIn(kRefusals),
                         [](const auto& row) { return row.param.name; });

TEST(RejectLimit, CountsOrPercent) {
  EXPECT_TRUE(RejectLimit{}.allows(0, 10));
  EXPECT_FALSE(RejectLimit{}.allows(1, 10));
  EXPECT_TRUE((RejectLimit{2, false}.allows(2, 2)));
  EXPECT_TRUE((RejectLimit{1, true}.allows(1, 100)));
  EXPECT_FALSE((RejectLimit{1, true}.allows(2, 100)));
  EXPECT_TRUE((RejectLimit{0.5, true}.allows(1, 200)));
  EXPECT_TRUE((RejectLimit{1, true}.allows(0, 0)));
}

}  // namespace
}  // namespace sito::pipeline

#include "quotes/plain.h"

#include <gtest/gtest.h>

#include <string>

#include "quotes/stage.h"

namespace sito::quotes {
namespace {

std::string painted(std::string_view line, bool colour, bool find = true) {
  Document document;
  Scratch scratch;
  std::string out;
  EXPECT_TRUE(document.assign(line));
  EXPECT_TRUE(!find || make_stage()->apply(document, scratch).has_value());
  auto written = make_plain_sink(colour)->write(document, scratch, out);
  return written ? out : "rejected: " + written.error().reason;
}

TEST(PlainSink, BracketsAndMargin) {
  EXPECT_EQ(
      painted(R"({"text":"«Дощ», – каже Ніна Сич.\nГазета «Час». Це «звично»."})", false),
      "«[[Дощ]]», – каже Ніна Сич.\n    | speech: Ніна Сич (каже)\nГазета «{{Час}}». Це «<<звично>>».\n");
}

TEST(PlainSink, Colours) {
  EXPECT_EQ(painted(R"({"text":"Газета «Час».\n"})", true), "Газета «\x1b[34mЧас\x1b[0m».\n");
}

TEST(PlainSink, TheMarginStandsWhereTheLastSpanEnds) {
  EXPECT_EQ(painted(R"({"text":"«Раз.\n\n«Два», – каже Ніна Сич."})", false),
            "«[[Раз.]]\n\n«[[Два]]», – каже Ніна Сич.\n    | speech: Ніна Сич (каже)\n");
}

TEST(PlainSink, ControlCharactersCannotDriveATerminal) {
  EXPECT_EQ(painted(R"({"text":"а\u001b[31mб"})", false), "а\uFFFD[31mб\n");
}

TEST(PlainSink, RejectsWhatItCannotDraw) {
  EXPECT_EQ(painted(R"({"text":"а"})", false, false), "rejected: no field 'quotes'");
  const std::string beyond = R"({"text":"а","quotes":[{"kind":"term","spans":[{"start":0,"end":9}]}]})";
  EXPECT_EQ(painted(beyond, false, false), "rejected: a quote without kind or spans, or outside the text");
}

}  // namespace
}  // namespace sito::quotes

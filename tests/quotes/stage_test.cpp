#include "quotes/stage.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::quotes {
namespace {

std::string applied(std::string_view line) {
  Document document;
  Scratch scratch;
  EXPECT_TRUE(document.assign(line));
  EXPECT_TRUE(make_stage()->apply(document, scratch));
  std::string out;
  document.append_to(out);
  return out;
}

TEST(QuoteStage, WritesCodePoints) {
  EXPECT_EQ(
      applied(R"({"text":"😀 «Дощ», – каже Ніна Сич."})"),
      R"({"text":"😀 «Дощ», – каже Ніна Сич.","quotes":[{"kind":"speech","spans":[{"start":3,"end":6}],"text":"Дощ",)"
      R"("speaker":{"name":"Ніна Сич","mention":{"start":16,"end":24},"resolution":"name"},)"
      R"("cue":{"text":"каже","start":11,"end":15}}],)"
      R"("segments":[{"type":"narrative","start":0,"end":2},{"type":"quote","start":2,"end":7,"quote":0},)"
      R"({"type":"narrative","start":7,"end":25}]})");
}

TEST(QuoteStage, WritesBothFieldsAnew) {
  EXPECT_EQ(applied(R"({"quotes":[1],"text":"Дощ","segments":null})"),
            R"({"quotes":[],"text":"Дощ","segments":[{"type":"narrative","start":0,"end":3}]})");
}

TEST(QuoteStage, EmptyTextHasNoSegments) {
  EXPECT_EQ(applied(R"({"text":""})"), R"({"text":"","quotes":[],"segments":[]})");
}

TEST(QuoteStage, RunsTwiceTheSame) {
  const auto once = applied(R"({"text":"«Дощ», – каже Ніна. Газета «Час».","language":"uk"})");
  EXPECT_EQ(applied(once), once);
}

TEST(QuoteStage, CountsKinds) {
  Document document;
  Scratch scratch;
  ASSERT_TRUE(document.assign(R"({"text":"«Дощ», – каже Ніна. Газета «Час». Це «звично»."})"));
  ASSERT_TRUE(make_stage()->apply(document, scratch));
  EXPECT_EQ(scratch.counts.sums().at("quotes.speech"), 1);
  EXPECT_EQ(scratch.counts.sums().at("quotes.title"), 1);
  EXPECT_EQ(scratch.counts.sums().at("quotes.term"), 1);
}

TEST(QuoteStage, RejectsALoneSurrogateInTheText) {
  Document document;
  Scratch scratch;
  ASSERT_TRUE(document.assign(R"({"text":"\ud800"})"));
  EXPECT_FALSE(make_stage()->apply(document, scratch));
}

}  // namespace
}  // namespace sito::quotes

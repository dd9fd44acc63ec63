#include "normalize/stage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

using testing::ElementsAre;
using testing::Pair;
using testing::UnorderedElementsAre;

struct StageCase {
  const char* name;
  const char* line;
  const char* after;
};

constexpr StageCase kCases[] = {
    {"NormalTextKeepsItsBytes", R"({ "text" : "\u0421ито\/",  "x":1 })",
     R"({ "text" : "\u0421ито\/",  "x":1 ,"normalization":{"form":"NFC","changes":[]}})"},
    {"ChangedTextIsWrittenAnew", R"({"text":"\u0421ито\u00a0й\r\nрешето","x":1})",
     R"({"text":"Сито й\nрешето","x":1,"normalization":{"form":"NFC","changes":[{"kind":"line_end","count":1},{"kind":"whitespace","count":1}]}})"},
    {"EmptyText", R"({"text":""})", R"({"text":"","normalization":{"form":"NFC","changes":[]}})"},
    {"LoneSurrogateIsReplaced", R"({"text":"a\ud800b"})",
     R"({"text":"a�b","normalization":{"form":"NFC","changes":[{"kind":"surrogate","count":1}]}})"},
    {"LoneSurrogateAndMore", R"({"text":"a\ud800  b\udc00"})",
     R"({"text":"a� b�","normalization":{"form":"NFC","changes":[{"kind":"surrogate","count":2},{"kind":"whitespace","count":1}]}})"},
    {"SecondRunAdds",
     R"({"normalization":{"form":"NFC","changes":[{"kind":"whitespace","count":4}]},"text":"a  b"})",
     R"({"normalization":{"form":"NFC","changes":[{"kind":"whitespace","count":5}]},"text":"a b"})"},
    {"ChangeTakesFieldsWithOffsets",
     R"({"text":"a  b","people":[],"created":"2024-05-01","created_span":{"start":0,"end":1},"quotes":[],"segments":[]})",
     R"({"text":"a b","created":"2024-05-01","normalization":{"form":"NFC","changes":[{"kind":"whitespace","count":1}]}})"},
    {"NoChangeLeavesThem", R"({"text":"a b","people":[],"segments":[]})",
     R"({"text":"a b","people":[],"segments":[],"normalization":{"form":"NFC","changes":[]}})"},
};

std::string applied(std::string_view line, const Settings& settings, Scratch& scratch) {
  const auto stage = make_stage(settings);
  Document document;
  if (const auto assigned = document.assign(line, stage->fields()); !assigned) return assigned.error().reason;
  if (const auto done = stage->apply(document, scratch); !done) return done.error().reason;
  std::string out;
  document.append_to(out);
  return out;
}

class NormalizeStage : public testing::TestWithParam<StageCase> {};
TEST_P(NormalizeStage, Line) {
  Scratch scratch;
  EXPECT_EQ(applied(GetParam().line, {}, scratch), GetParam().after);
}
INSTANTIATE_TEST_SUITE_P(Lines, NormalizeStage, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(NormalizeStageRejects, AMalformedRecord) {
  Scratch scratch;
  EXPECT_EQ(applied(R"({"text":"a","normalization":1})", {}, scratch),
            "normalization is not an object with form and changes");
}

TEST(NormalizeStageRejects, AFieldThatStandsTwice) {
  Scratch scratch;
  EXPECT_EQ(applied(R"({"text":"a","normalization":null,"normalization":null})", {}, scratch),
            "`normalization` stands twice");
}

TEST(NormalizeStageCounts, GoToTheStatistics) {
  Scratch scratch;
  applied(R"({"text":"a  b\r","people":[],"quotes":[]})", {}, scratch);
  applied(R"({"text":"a   b"})", {}, scratch);
  EXPECT_THAT(scratch.counts.sums(),
              UnorderedElementsAre(Pair("normalize.line_end", 1), Pair("normalize.whitespace", 3),
                                   Pair("normalize.dropped_fields", 2)));
}

TEST(NormalizeStageForm, IsNullWhereTheStepIsOff) {
  Scratch scratch;
  Settings settings;
  settings.form = false;
  EXPECT_EQ(applied(R"({"text":"и\u0306"})", settings, scratch),
            R"({"text":"и\u0306","normalization":{"form":null,"changes":[]}})");
}

TEST(NormalizeStageForm, IsNfkcOnRequest) {
  Scratch scratch;
  Settings settings;
  settings.compatibility = true;
  EXPECT_EQ(
      applied(R"({"text":"ﬁ"})", settings, scratch),
      R"({"text":"fi","normalization":{"form":"NFKC","changes":[{"kind":"compatibility","count":1}]}})");
}

TEST(NormalizeStageSuspects, LostLettersAreToldAndCounted) {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "У вддл освти є новини. ";
  Scratch scratch;
  const std::string line = R"({"text":")" + text + "\"}";
  const auto once = applied(line, {}, scratch);
  EXPECT_TRUE(once.ends_with(R"(,"suspects":[{"kind":"lost_letters"}]}})")) << once;
  EXPECT_EQ(applied(once, {}, scratch), once);
  EXPECT_EQ(scratch.counts.sums().at("normalize.lost_letters"), 2);
}

TEST(NormalizeStageFields, AreItsOwnAndThoseWithOffsets) {
  EXPECT_THAT(make_stage({})->fields(),
              ElementsAre("normalization", "created_span", "people", "quotes", "segments"));
}

}  // namespace
}  // namespace sito::normalize

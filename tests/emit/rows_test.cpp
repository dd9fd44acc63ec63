#include "emit/rows.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace sito::emit {
namespace {

/// Each row's fields in the order of their names, foreign ones behind a bar; then why it ended.
std::string drawn(View view, std::string_view line) {
  Document document;
  Scratch scratch;
  if (const auto assigned = document.assign(line); !assigned) return assigned.error().reason;
  Rows rows(view);
  if (const auto begun = rows.begin(document, scratch); !begun) return begun.error().reason;
  std::string out;
  for (;;) {
    const auto next = rows.next();
    if (!next) return out + next.error().reason;
    if (!*next) return out;
    auto own = rows.row().own;
    std::sort(own.begin(), own.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    for (const auto& [key, value] : own) out += fmt::format("{}={} ", key, value);
    for (const auto& [key, value] : rows.row().foreign) out += fmt::format("| {}={} ", key, value);
    out.back() = '\n';
  }
}

struct RowsCase {
  const char* name;
  View view;
  std::string_view line;
  std::string_view drawn;
};

constexpr RowsCase kRows[] = {
    {"DocumentIsOneRow", View::kDocument, R"({"id":"a/\u0431","text":"t\n\nu","x":1})",
     R"(id="a/\u0431" key="a/\u0431" text="t\n\nu" | x=1)"
     "\n"},
    {"UriIsTheOrigins", View::kDocument, R"({"id":"a","text":"","uri":"b","key":"c","origin":{"uri":"d"}})",
     R"(id="a" key="a" origin={"uri":"d"} text="" uri="d")"
     "\n"},
    {"NoId", View::kDocument, R"({"text":""})", "`id` is missing"},
    {"IdIsANumber", View::kQuote, R"({"text":"","id":1})", "`id` is no string"},
    {"LoneSurrogateInText", View::kDocument, R"({"id":"a","text":"\ud800"})", "a lone surrogate in `text`"},

    {"ParagraphsAreLinesThatAreNotBlank", View::kParagraph,
     R"({"id":"a","text":"Перший.\n\n \u00a0\n  Другий «рядок» \nІ третій","title":"T","people":[]})",
     R"(end=7 id="a" key="a#paragraph=0" paragraph=0 start=0 text="Перший." title="T")"
     "\n"
     R"(end=28 id="a" key="a#paragraph=1" paragraph=1 start=14 text="Другий «рядок»" title="T")"
     "\n"
     R"(end=38 id="a" key="a#paragraph=2" paragraph=2 start=30 text="І третій" title="T")"
     "\n"},
    {"EmptyTextHasNoParagraph", View::kParagraph, R"({"id":"a","text":"\n \n"})", ""},

    {"SegmentsTakeTheirText", View::kSegment,
     R"({"id":"a","text":"Каже: «Так».","quotes":[{"speaker":{"name":"Ліна"}}],)"
     R"("segments":[{"type":"narrative","start":0,"end":6},{"type":"quote","start":6,"end":11,"quote":0}]})",
     R"(end=6 id="a" key="a#segment=0" segment=0 start=0 text="Каже: " type="narrative")"
     "\n"
     R"(end=11 id="a" key="a#segment=1" quote=0 segment=1 speaker="Ліна" start=6 text="«Так»" type="quote")"
     "\n"},
    {"SegmentOfAQuoteByNobody", View::kSegment,
     R"({"id":"a","text":"я","quotes":[{}],"segments":[{"start":0,"end":1,"quote":0}]})",
     R"(end=1 id="a" key="a#segment=0" quote=0 segment=0 start=0 text="я")"
     "\n"},
    {"SegmentBehindTheText", View::kSegment, R"({"id":"a","text":"яя","segments":[{"start":0,"end":3}]})",
     "segments[0]: is no span of the text"},
    {"SegmentWithoutEnd", View::kSegment, R"({"id":"a","text":"яя","segments":[{"start":0}]})",
     "segments[0]: is no span of the text"},
    {"SegmentTurnedRound", View::kSegment, R"({"id":"a","text":"яя","segments":[{"start":2,"end":1}]})",
     "segments[0]: is no span of the text"},
    {"SegmentBeforeTheText", View::kSegment, R"({"id":"a","text":"яя","segments":[{"start":-1,"end":1}]})",
     "segments[0]: is no span of the text"},
    {"SegmentOfNoQuote", View::kSegment,
     R"({"id":"a","text":"яя","segments":[{"start":0,"end":1,"quote":0}]})",
     "segments[0]: `quote` is the index of none"},
    {"SegmentsAreNoList", View::kSegment, R"({"id":"a","text":"","segments":{}})", "`segments` is no list"},
    {"NoSegments", View::kSegment, R"({"id":"a","text":"t"})", ""},

    {"QuotesBringTheirFields", View::kQuote,
     R"({"id":"a","text":"я","x":1,"quotes":[{"kind":"term","y":2,"id":3},{"te\u0078t":"я"}],)"
     R"("origin":{"uri":"u"},"source":"s"})",
     R"(id="a" key="a#quote=0" kind="term" quote=0 source="s" uri="u" | x=1 | y=2)"
     "\n"
     R"(id="a" key="a#quote=1" quote=1 source="s" text="я" uri="u" | x=1)"
     "\n"},
    {"ForeignFieldsGiveWay", View::kQuote, R"({"id":"a","text":"я","quote":1,"kind":2,"quotes":[{}]})",
     R"(id="a" key="a#quote=0" quote=0)"
     "\n"},
    {"QuotesAreNull", View::kQuote, R"({"id":"a","text":"","quotes":null})", ""},
    {"QuotesAreNoList", View::kQuote, R"({"id":"a","text":"","quotes":"q"})", "`quotes` is no list"},
    {"QuoteIsNoObject", View::kQuote, R"({"id":"a","text":"","quotes":[{},null]})",
     "`quotes[1]` is no object"},
};

class RowsOf : public testing::TestWithParam<RowsCase> {};
TEST_P(RowsOf, Draw) { EXPECT_EQ(drawn(GetParam().view, GetParam().line), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Views, RowsOf, testing::ValuesIn(kRows),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::emit

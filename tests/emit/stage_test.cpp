#include "emit/stage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "document/frame.h"
#include "document/json_value.h"
#include "emit/shape.h"

namespace sito::emit {
namespace {

// A page that had everything, one that had nothing, and one with nulls.
constexpr std::string_view kFull =
    R"({"id":"archive/a.txt","text":"Каже Ліна: «Так».","source":"archive","site":"a.example",)"
    R"("origin":{"path":"archive/a.txt","uri":"https://a.example/1","bytes":31,"digest":"xxh128:0","encoding":"UTF-8",)"
    R"("confidence":1,"bom":false,"media_type":"text/plain","html":{"title":"T"},"encodings":[{"start":0,"end":31,)"
    R"("encoding":"UTF-8"}]},"created":"2023-09-01","created_span":{"start":0,"end":4},"title":"Назва","language":"uk",)"
    R"("people":[{"name":"Ліна","role":"лікарка","mention":{"start":5,"end":9}}],)"
    R"("quotes":[{"kind":"speech","spans":[{"start":12,"end":15}],"text":"Так","speaker":{"name":"Ліна",)"
    R"("resolution":"name"},"cue":{"text":"Каже","start":0,"end":4}}],)"
    R"("segments":[{"type":"narrative","start":0,"end":11},{"type":"quote","start":11,"end":16,"quote":0},)"
    R"({"type":"narrative","start":16,"end":17}],"normalization":{"form":"NFC","changes":[{"kind":"form","count":1}]},)"
    R"("boilerplate":[],"strip":{"removed":true,"input_digest":"a","output_digest":"b"},"mine":[1]})";
constexpr std::string_view kBare = R"({"text":"Рядок","id":"b"})";
constexpr std::string_view kNulls =
    R"({"quotes":null,"segments":null,"created":null,"origin":null,"people":null,"text":"Рядок","id":"c"})";

std::string emitted(std::string_view line, Settings settings) {
  const auto sink = make_sink(std::move(settings));
  Document document;
  Scratch scratch;
  std::string out;
  if (auto assigned = document.assign(line, sink->fields()); !assigned) return assigned.error().reason;
  if (auto written = sink->write(document, scratch, out); !written) return written.error().reason;
  return out;
}

/// The keys of a value to their full depth, as `a{b[c]}`; an empty list is as its shape says.
std::string keys_of(json::Value value, std::span<const Shape> shapes) {
  std::string out;
  for (const auto& [key, member] : json::members(value)) {
    const Shape* shape = shape_named(shapes, key);
    out += std::string(key) + ' ';
    if (shape == nullptr || !shape->is_nested()) continue;
    if (shape->type == Type::kObject) out += '{' + keys_of(member, shape->members) + '}';
    std::string inside;
    for (const auto& element : json::elements(member)) {
      const auto keys = keys_of(element, shape->members);
      EXPECT_TRUE(inside.empty() || inside == keys) << key;
      inside = keys;
    }
  }
  return out;
}

TEST(Emit, EveryLineOfAViewHasEveryFieldInTheSameOrder) {
  for (const View view : kViews) {
    std::string expected;
    for (const auto line : {kFull, kBare, kNulls}) {
      const std::string out = emitted(line, {view});
      for (std::size_t at = 0; at < out.size(); at = out.find('\n', at) + 1) {
        const auto keys = keys_of(std::string_view(out).substr(at, out.find('\n', at) - at), shapes(view));
        if (expected.empty()) expected = keys;
        EXPECT_EQ(keys, expected);
      }
    }
    EXPECT_FALSE(expected.empty());
  }
}

TEST(Emit, ADocument) {
  EXPECT_EQ(
      emitted(kBare, {}),
      R"({"id":"b","key":"b","text":"Рядок","source":null,"site":null,"uri":null,)"
      R"("origin":{"path":null,"member":null,"uri":null,"record":null,"date":null,"bytes":null,"digest":null,)"
      R"("encoding":null,"confidence":null,"replaced":null,"bom":null,"media_type":null,"modified":null,)"
      R"("html":{"title":null,"published":null,"canonical":null,"language":null},"encodings":[]},)"
      R"("created":null,"created_time":null,"created_span":{"start":null,"end":null},"created_from":null,)"
      R"("title":null,"language":null,"people":[],"quotes":[],"segments":[],)"
      R"("normalization":{"form":null,"changes":[],"suspects":[]},"boilerplate":[],)"
      R"("strip":{"removed":null,"input_digest":null,"output_digest":null,"model":null}})"
      "\n");
}

TEST(Emit, ADocumentTwiceIsTheSame) {
  for (const auto line : {kFull, kBare, kNulls}) {
    for (const bool keep : {false, true}) {
      const std::string once = emitted(line, {View::kDocument, {}, keep});
      EXPECT_EQ(emitted(std::string_view(once).substr(0, once.size() - 1), {View::kDocument, {}, keep}),
                once);
    }
  }
}

TEST(Emit, Quotes) {
  EXPECT_EQ(
      emitted(kFull, {View::kQuote}),
      R"({"id":"archive/a.txt","quote":0,"key":"archive/a.txt#quote=0","kind":"speech",)"
      R"("spans":[{"start":12,"end":15}],"text":"Так","speaker":{"name":"Ліна","role":null,)"
      R"("mention":{"start":null,"end":null},"resolution":"name"},"cue":{"text":"Каже","start":0,"end":4},)"
      R"("created":"2023-09-01","title":"Назва","language":"uk","site":"a.example","source":"archive",)"
      R"("uri":"https://a.example/1"})"
      "\n");
  EXPECT_EQ(emitted(kBare, {View::kQuote}), "");
}

TEST(Emit, Segments) {
  const std::vector<std::string> paths = {"key", "type", "start", "end", "text", "quote", "speaker"};
  EXPECT_EQ(emitted(kFull, {View::kSegment, *parse_fields(View::kSegment, paths)}),
            R"({"key":"archive/a.txt#segment=0","type":"narrative","start":0,"end":11,"text":"Каже Ліна: ",)"
            R"("quote":null,"speaker":null})"
            "\n"
            R"({"key":"archive/a.txt#segment=1","type":"quote","start":11,"end":16,"text":"«Так»",)"
            R"("quote":0,"speaker":"Ліна"})"
            "\n"
            R"({"key":"archive/a.txt#segment=2","type":"narrative","start":16,"end":17,"text":".",)"
            R"("quote":null,"speaker":null})"
            "\n");
}

TEST(Emit, Paragraphs) {
  EXPECT_EQ(
      emitted(kBare, {View::kParagraph}),
      R"({"id":"b","paragraph":0,"key":"b#paragraph=0","start":0,"end":5,"text":"Рядок","created":null,)"
      R"("title":null,"language":null,"site":null,"source":null,"uri":null})"
      "\n");
}

TEST(Emit, ForeignFieldsAreDroppedOrKept) {
  const std::vector<std::string> id = {"id"};
  const auto with = [&](View view, bool keep) {
    return emitted(kFull, {view, *parse_fields(view, id), keep});
  };
  for (const View view : {View::kDocument, View::kParagraph, View::kQuote}) {
    EXPECT_EQ(with(view, false), "{\"id\":\"archive/a.txt\"}\n");
    EXPECT_EQ(with(view, true), "{\"id\":\"archive/a.txt\",\"mine\":[1]}\n");
  }
}

Settings table(Format format, const std::vector<std::string>& paths) {
  Settings settings;
  settings.format = format;
  settings.fields = *parse_fields(View::kDocument, paths);
  return settings;
}

TEST(Emit, Tables) {
  EXPECT_EQ(emitted(kFull, table(Format::kCsv, {"id", "created_span", "site"})),
            "archive/a.txt,0,4,a.example\r\n");
  EXPECT_EQ(emitted(kBare, table(Format::kTsv, {"id", "created_span", "people"})), "b\t\t\t[]\n");
}

TEST(Emit, TheHeadIsTheColumnsBehindAMark) {
  EXPECT_EQ(head({}), "");
  Settings settings = table(Format::kTsv, {"id", "created_span"});
  EXPECT_EQ(head(settings), "id\tcreated_span.start\tcreated_span.end\n");
  settings.byte_order_mark = true;
  EXPECT_EQ(head(settings), "\xEF\xBB\xBFid\tcreated_span.start\tcreated_span.end\n");
  Settings all;
  all.view = View::kParagraph;
  all.format = Format::kCsv;
  EXPECT_EQ(head(all), "id,paragraph,key,start,end,text,created,title,language,site,source,uri\r\n");
}

TEST(Emit, EachLineStandsInAFrameOfItsDocument) {
  const std::vector<std::string> paths = {"segment"};
  for (const Format format : {Format::kJsonLines, Format::kTsv}) {
    Settings settings;
    settings.view = View::kSegment;
    settings.fields = *parse_fields(View::kSegment, paths);
    settings.format = format;
    const std::string plain = emitted(kFull, settings);
    settings.framed = true;
    const std::string frames = emitted(kFull, settings);
    std::string records;
    int count = 0;
    for (std::string_view left = frames; !left.empty(); ++count) {
      const Framed framed = take_frame(left);
      EXPECT_EQ(framed.id, "archive/a.txt");
      records += framed.record;
    }
    EXPECT_EQ(count, 3);
    EXPECT_EQ(records, plain);
  }
}

TEST(Emit, WhatIsNotInTheSampleIsCountedAndStillChecked) {
  Settings settings;
  settings.sample = Sample::parse("0.0000001%");
  EXPECT_EQ(emitted(kBare, settings), "");
  EXPECT_EQ(emitted(R"({"text":""})", settings), "`id` is missing");
  Document document;
  Scratch scratch;
  std::string out;
  ASSERT_TRUE(document.assign(kBare));
  ASSERT_TRUE(make_sink(settings)->write(document, scratch, out));
  EXPECT_THAT(scratch.counts.sums(), testing::ElementsAre(testing::Pair("emit.not_sampled", 1)));
}

TEST(Emit, RejectsWhatToolsDoNotWrite) {
  using testing::StartsWith;
  EXPECT_EQ(emitted(R"({"text":""})", {}), "`id` is missing");
  EXPECT_EQ(emitted(R"({"id":"a","text":"","title":1})", {}), "`title` is no string");
  EXPECT_EQ(emitted(R"({"id":"a","text":"","title":1})", {View::kQuote}), "");
  EXPECT_EQ(emitted(R"({"id":"a","text":"t","quotes":[{},{"spans":[{"start":0,"end":2}]}]})", {View::kQuote}),
            "quotes[1]: `spans[0]` is no span of the text");
  EXPECT_EQ(emitted(R"({"id":"a","text":"t","quotes":[{"spans":1}]})", {View::kQuote}),
            "quotes[0]: `spans` is no list");
  EXPECT_EQ(emitted(R"({"id":"a","id":"a","text":"t"})", {}), "`id` stands twice");
}

}  // namespace
}  // namespace sito::emit

#include "pipeline/raw_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sito::pipeline {
namespace {

using testing::HasSubstr;

std::string described(const RawDocument& raw, const std::string& encoding = "auto") {
  auto decoders = *DecoderPool::make({encoding, {}, {}});
  Document document;
  Scratch scratch;
  describe(raw, {decoders->decode(raw.bytes), "text/plain"}, DigestKind::kXxh128, document, scratch);
  std::string line;
  document.append_to(line);
  return line;
}

TEST(Describe, FieldsStandInTheContractsOrder) {
  RawDocument raw;
  raw.id = "news/a.txt";
  raw.source = "news";
  raw.site = "rada";
  raw.path = "news/a.txt";
  raw.modified = 1704067200;
  raw.bytes = "Рада";
  EXPECT_EQ(
      described(raw),
      R"({"id":"news/a.txt","text":"Рада","source":"news","site":"rada","origin":{"path":"news/a.txt","bytes":8,)"
      R"("digest":"xxh128:ef709a02a1e1ce3cf470b3f1355fab80","encoding":"UTF-8","confidence":1,"bom":false,)"
      R"("media_type":"text/plain","modified":"2024-01-01T00:00:00Z"}})");
}

TEST(Describe, AMemberNamesItsArchive) {
  RawDocument raw;
  raw.id = "a.zip/b.txt";
  raw.path = "a.zip";
  raw.member = "b.txt";
  EXPECT_THAT(described(raw), HasSubstr(R"("origin":{"path":"a.zip","member":"b.txt","bytes":0,)"));
}

TEST(Describe, ARecordSaysWhereItIsFrom) {
  RawDocument raw;
  raw.id = "a.warc/3";
  raw.path = "a.warc";
  raw.uri = "http://a/";
  raw.record = "urn:uuid:1";
  raw.date = "2022-10-07T12:00:00Z";
  EXPECT_THAT(
      described(raw),
      HasSubstr(
          R"("origin":{"path":"a.warc","uri":"http://a/","record":"urn:uuid:1","date":"2022-10-07T12:00:00Z","bytes":0)"));
}

// Bytes of the file, so that each part can be looked up there.
TEST(Describe, TheEncodingsOfAMixedFileAreNamedWithTheirPlaces) {
  RawDocument raw;
  raw.id = "a";
  raw.path = "a";
  raw.bytes =
      "Рада погодилася полагодити міст.\n"
      "\xCC\xE5\xF8\xEA\xE0\xED\xF6\xB3 \xEF\xEE\xEF\xF0\xEE\xF1\xE8\xEB\xE8 \xED\xEE\xE2\xF3 "
      "\xEF\xE5\xEA\xE0\xF0\xED\xFE.\n"
      "Крамниця відчинена щодня.\n";
  const auto line = described(raw);
  EXPECT_THAT(
      line, HasSubstr(R"("text":"Рада погодилася полагодити міст.\nМешканці попросили нову пекарню.\nКрам)"));
  EXPECT_THAT(
      line,
      HasSubstr(
          R"("encoding":"UTF-8","confidence":0.95,"encodings":[{"start":0,"end":61,"encoding":"UTF-8"},)"
          R"({"start":61,"end":94,"encoding":"windows-1251"},{"start":94,"end":142,"encoding":"UTF-8"}],"bom":)"));
}

TEST(Describe, AFileInOneEncodingHasNoPlaces) {
  RawDocument raw;
  raw.id = "a";
  raw.bytes = "\xD0\xE0\xE4\xE0 \xF1\xE5\xEB\xE0\n";
  EXPECT_THAT(described(raw), testing::Not(HasSubstr("encodings")));
}

TEST(Describe, WhatCannotBeDecodedIsCounted) {
  auto decoders = *DecoderPool::make({"UTF-8", {}, {}});
  RawDocument raw;
  raw.id = "a";
  raw.bytes = "a\xFF";
  Document document;
  Scratch scratch;
  describe(raw, {decoders->decode(raw.bytes), "text/plain"}, DigestKind::kXxh128, document, scratch);
  EXPECT_EQ(*document.text(), "a\uFFFD");
  EXPECT_EQ(scratch.counts.sums().at("read.replaced"), 1);
}

TEST(DecoderPool, AnUnknownEncodingIsRejected) { EXPECT_FALSE(DecoderPool::make({"nonsense-1", {}, {}})); }

}  // namespace
}  // namespace sito::pipeline

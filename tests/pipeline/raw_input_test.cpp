#include "pipeline/raw_input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/compressed.h"
#include "io/warc_bytes.h"
#include "pipeline/collector.h"
#include "pipeline/tar_bytes.h"

namespace sito::pipeline {
namespace {

using testing::ElementsAre;

class RawInput : public testing::Test {
 protected:
  std::vector<std::string> seen(const std::string& bytes) {
    auto decoders = *DecoderPool::make({});
    Collector collector;
    Document document;
    RawVisit visit(settings_, *decoders, document, collector.scratch, collector);
    io::Input input(bytes, "in");
    io::FoundFile file;
    file.path = "d/in";
    file.given = "d";
    file.below = "in";
    EXPECT_TRUE(visit.input(input, RawName::of(file)));
    return collector.seen;
  }

  RawSettings settings_;
};

TEST_F(RawInput, ATextIsADocument) { EXPECT_THAT(seen("Рада"), ElementsAre("d/in: Рада")); }
TEST_F(RawInput, WhatIsNoTextIsSkipped) {
  EXPECT_THAT(seen("%PDF-1.4\n"), ElementsAre("d/in? application/pdf"));
}

TEST_F(RawInput, AnArchiveIsItsMembers) {
  EXPECT_THAT(seen(tar_bytes({{"a/b.txt", "one"}, {"c.txt", "two"}})),
              ElementsAre("d/in/a/b.txt: one", "d/in/c.txt: two"));
}

TEST_F(RawInput, ArchivesInArchivesAreOpenedToALevel) {
  const auto inner = tar_bytes({{"x.txt", "one"}});
  const auto nested = tar_bytes({{"i.tar", inner}, {"y.txt", "two"}});
  EXPECT_THAT(seen(nested), ElementsAre("d/in/i.tar/x.txt: one", "d/in/y.txt: two"));
  settings_.nesting = 0;
  EXPECT_THAT(seen(nested),
              ElementsAre("d/in/i.tar! an archive within an archive: deeper than --nesting opens",
                          "d/in/y.txt: two"));
}

TEST_F(RawInput, MembersAreFilteredAndLimited) {
  settings_.tree.include = {io::Glob("*.txt")};
  settings_.max_bytes = 3;
  EXPECT_THAT(seen(tar_bytes({{"a.txt", "one"}, {"b.html", "two"}, {"c.txt", "three"}})),
              ElementsAre("d/in/a.txt: one", testing::StartsWith("d/in/c.txt! ")));
}

TEST_F(RawInput, WhatIsLeftOutIsNotRejected) {
  settings_.tree.exclude = {io::Glob("*.mp4")};
  settings_.max_bytes = 3;
  EXPECT_THAT(seen(tar_bytes({{"a.txt", "one"}, {"b.mp4", "four"}})), ElementsAre("d/in/a.txt: one"));
}

TEST_F(RawInput, BombsAreRejectedWhateverTheyArePackedIn) {
  settings_.expansion = {.ratio = 50, .floor = 100000};
  const std::string blank(2000000, ' ');
  const std::string words = "it unpacks to more than 50 times its size, the limit of --max-ratio";
  const auto packed = io::compressed(io::Compression::kZstd, blank);
  EXPECT_THAT(seen(packed), ElementsAre("d/in! " + words));
  EXPECT_THAT(seen(tar_bytes({{"a", packed}, {"b", "two"}})), ElementsAre("d/in/a! " + words, "d/in/b: two"));
  const auto response =
      io::warc_response("http://a/", packed, "HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n");
  EXPECT_THAT(seen(response), ElementsAre("d/in/1! " + words));
  const auto page = io::compressed(io::Compression::kGzip, io::warc_response("http://a/", "page"));
  const auto bomb = io::compressed(io::Compression::kGzip, io::warc_response("http://a/", blank));
  EXPECT_THAT(seen(page + bomb + page), ElementsAre("d/in/1: page", "d/in/2! " + words));
}

TEST_F(RawInput, AWarcGivesItsDocuments) {
  const auto gone = io::warc_response("http://b/", "gone", "HTTP/1.1 404 Not Found\r\n");
  const auto warc = io::warc_record({.type = "request", .uri = "http://a/"}, "GET") +
                    io::warc_response("http://a/", "4\r\npage\r\n0\r\n\r\n",
                                      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n") +
                    gone + io::warc_response("http://a/", "<!DOCTYPE html><p>a &amp; b") +
                    io::warc_response("http://a/", "x", "HTTP/1.1 200 OK\r\nContent-Encoding: odd\r\n");
  const auto expected = ElementsAre("d/in/1? WARC request", "d/in/2: page", "d/in/3? HTTP status 404",
                                    "d/in/4: a & b", "d/in/5! content encoding 'odd' is not known");
  EXPECT_THAT(seen(warc), expected);
  EXPECT_THAT(seen(io::compressed(io::Compression::kGzip, warc)), expected);
  EXPECT_THAT(seen(tar_bytes({{"w", gone}, {"a.txt", "a"}})),
              ElementsAre("d/in/w/1? HTTP status 404", "d/in/a.txt: a"));
  EXPECT_THAT(seen("filedesc://a 0 0 text/plain 0\n"),
              ElementsAre("d/in! an ARC file: of the archives of crawlers only WARC is read"));
}

TEST_F(RawInput, TypesSayWhatBecomesADocument) {
  const auto sent = [](const std::string& type, const std::string& body) {
    return io::warc_response("http://a/", body, "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n");
  };
  const auto warc = sent("text/css; charset=utf-8", "b {}") + sent("application/json", "{}") +
                    sent("text/plain", "page") + sent("text/css", "<!doctype html><p>page");
  EXPECT_THAT(seen(warc),
              ElementsAre("d/in/1? text/css", "d/in/2? application/json", "d/in/3: page", "d/in/4: page"));
  settings_.types = *WantedTypes::of({"text/*", "-text/plain"});
  EXPECT_THAT(seen(warc),
              ElementsAre("d/in/1: b {}", "d/in/2? application/json", "d/in/3? text/plain", "d/in/4: page"));
  EXPECT_THAT(seen("<?xml version='1.0'?><rss/>"), ElementsAre("d/in: <?xml version='1.0'?><rss/>"));
  EXPECT_THAT(seen("%PDF-1.4\n"), ElementsAre("d/in? application/pdf"));
  settings_.html = HtmlMode::kSkip;
  EXPECT_THAT(seen("<!doctype html><p>page"), ElementsAre("d/in? text/html"));
}

}  // namespace
}  // namespace sito::pipeline

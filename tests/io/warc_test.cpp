#include "io/warc.h"

#include <gmock/gmock.h>

#include "compressed.h"
#include "io/archive.h"
#include "warc_bytes.h"

namespace sito::io {
namespace {

using testing::ElementsAre;

/// "NUMBER=BODY", "NUMBER? KIND" or "NUMBER! REASON" of each record.
std::vector<std::string> drawn(std::string bytes, const WarcSettings& settings = {}) {
  Input input(std::move(bytes), "memory");
  Warc warc(input, settings);
  std::vector<std::string> all;
  WarcRecord record;
  while (warc.next(record)) {
    auto line = std::to_string(record.number);
    if (record.reject) {
      line += "! " + record.reject->reason;
    } else if (!record.skipped.empty()) {
      line += "? " + record.skipped;
    } else {
      line += "=" + record.body;
    }
    EXPECT_TRUE(record.body.empty() || (!record.reject && record.skipped.empty()));
    all.push_back(line);
  }
  EXPECT_FALSE(warc.next(record));
  return all;
}

std::string resource(std::string_view text, const std::string& length = {}) {
  return warc_record({.type = "resource", .uri = "http://a/", .length = length}, text);
}

TEST(IsWarc, AVersionAndAField) {
  EXPECT_TRUE(is_warc(resource("one")));
  EXPECT_TRUE(is_warc("WARC/0.17\nWARC-Type: warcinfo\n"));
  EXPECT_FALSE(is_warc("WARC/1.0 is a format.\nIts fields: many\n"));
  EXPECT_FALSE(is_warc("WARC/1.0\nand that is all there is: nothing\n"));
  EXPECT_FALSE(is_warc("WARC/1.0\r\n"));
  EXPECT_FALSE(is_warc(""));
}

TEST(Statuses, AreNumbersAndRanges) {
  const auto ranges = StatusRanges::of({"200", "3XX", "404-405"});
  ASSERT_TRUE(ranges);
  for (const int status : {200, 300, 399, 404, 405}) EXPECT_TRUE(ranges->contains(status)) << status;
  for (const int status : {199, 201, 400, 406}) EXPECT_FALSE(ranges->contains(status)) << status;
  for (const char* word : {"", "x", "2x", "99", "1000", "300-200", "200-", "-200", "200,"})
    EXPECT_FALSE(StatusRanges::of({word})) << word;
}

TEST(WarcRecords, DocumentsComeAndOthersAreSaid) {
  const auto all = warc_record({.type = "warcinfo"}, "software: x\r\n") +
                   warc_record({.type = "request", .uri = "http://a/"}, "GET / HTTP/1.1\r\n\r\n") +
                   warc_response("http://a/", "page") +
                   warc_response("http://b/", "gone", "HTTP/1.1 404 Not Found\r\n") +
                   warc_record({.type = "revisit", .uri = "http://a/"}, "HTTP/1.1 200 OK\r\n\r\n") +
                   resource("resource") + warc_record({.type = "conversion", .uri = "http://a/"}, "text") +
                   warc_record({.type = "metadata", .uri = "http://a/"}, "x: y") +
                   warc_record({.type = "continuation", .more = "WARC-Segment-Number: 2\r\n"}, "x") +
                   warc_record({.type = "invented"}, "x") +
                   warc_record({.type = "response", .uri = "dns:a", .content_type = "text/dns"}, "x") +
                   warc_record({.type = "resource", .uri = "metadata://gnu.org/wget/log"}, "x");
  const std::vector<std::string> expected = {"1? WARC warcinfo",
                                             "2? WARC request",
                                             "3=page",
                                             "4? HTTP status 404",
                                             "5? WARC revisit",
                                             "6=resource",
                                             "7=text",
                                             "8? WARC metadata",
                                             "9? WARC continuation",
                                             "10? WARC record of unknown type",
                                             "11? WARC response without HTTP",
                                             "12? WARC resource of its writer"};
  EXPECT_EQ(drawn(all), expected);
  for (const Compression format : kFormats) EXPECT_EQ(drawn(compressed(format, all)), expected);
  WarcSettings settings;
  settings.types = {"response"};
  settings.statuses = *StatusRanges::of({"4xx"});
  const auto some = drawn(all, settings);
  EXPECT_THAT(some[2], "3? HTTP status 200");
  EXPECT_THAT(some[3], "4=gone");
  EXPECT_THAT(some[5], "6? WARC resource");
}

TEST(WarcRecords, FieldsAreReadInAnyForm) {
  const std::string bytes =
      "WARC/0.17\nwarc-type:resource\nWARC-TARGET-URI: <http://a/b/>\nWARC-Record-ID: <urn:x>\n"
      "WARC-Date:\n 2022-10-07\nWARC-Truncated: length\nContent-Length: 3\nContent-Type: text/html; "
      "charset=x\n\none\n\n";
  Input input(bytes + bytes, "memory");
  Warc warc(input, {});
  WarcRecord record;
  for (std::size_t i = 1; i <= 2; ++i) {
    ASSERT_TRUE(warc.next(record));
    EXPECT_EQ(record.number, i);
    EXPECT_EQ(record.uri, "http://a/b/");
    EXPECT_EQ(record.id, "urn:x");
    EXPECT_EQ(record.date, "2022-10-07");
    EXPECT_EQ(record.http.content_type, "text/html; charset=x");
    EXPECT_TRUE(record.truncated);
    EXPECT_EQ(record.body, "one");
  }
  EXPECT_FALSE(warc.next(record));
}

struct FormCase {
  const char* name;
  std::string bytes;
  std::vector<std::string> drawn;
};

std::string without_end(std::string bytes, std::size_t size) {
  bytes.resize(bytes.size() - size);
  return bytes;
}

const FormCase kForms[] = {
    {"NoBlankLinesBehind", without_end(resource("a"), 4) + resource("b"), {"1=a", "2=b"}},
    {"NoBlankLinesAtTheEnd", without_end(resource("a"), 4), {"1=a"}},
    {"ManyBlankLines", resource("a") + "\r\n\n\n\r\n" + resource("b") + "\n\n\n", {"1=a", "2=b"}},
    {"Empty", resource("") + resource("b"), {"1=", "2=b"}},
    {"AWarcInside",
     resource("\r\n\r\n" + resource("x")) + resource("b"),
     {"1=\r\n\r\n" + resource("x"), "2=b"}},
    {"LengthTooSmall", resource("abc def", "3") + resource("b"), {"1! its Content-Length is wrong", "2=b"}},
    {"LengthTooLarge",
     resource("abc", "30") + resource("b") + resource("c"),
     {"1! its Content-Length is wrong", "2=b", "3=c"}},
    {"LengthFarTooLarge", resource("abc", "3000") + resource("b"), {"1! it is cut short", "2=b"}},
    {"LengthBeyondTheLimit", resource("abc", "300000000000") + resource("b"), {"1! it is cut short", "2=b"}},
    {"NoLength", resource("abc", "x") + resource("b"), {"1! its Content-Length cannot be read", "2=b"}},
    {"NegativeLength",
     resource("abc", "-1") + resource("b"),
     {"1! its Content-Length cannot be read", "2=b"}},
    {"AHugeLength",
     resource("a", "99999999999999999999999") + resource("b"),
     {"1! its Content-Length cannot be read", "2=b"}},
    {"GarbageBetween",
     resource("a") + "garbage\r\n" + resource("b"),
     {"1=a", "2! what stands before the next record is none", "3=b"}},
    {"ADamagedVersion",
     resource("a") + "X" + resource("b").substr(1) + resource("c"),
     {"1=a", "2! what stands before the next record is none", "3=c"}},
    {"GarbageThatLooksLikeARecord",
     resource("a", "x") + "\nWARC/x\nWARC/1.0 no\n" + resource("b"),
     {"1! its Content-Length cannot be read", "2=b"}},
    {"CutInTheHead", resource("a") + "WARC/1.0\r\nWARC-Type: res", {"1=a", "2! it is cut short"}},
    {"CutInTheBlock", resource("a") + without_end(resource("abcdef"), 7), {"1=a", "2! it is cut short"}},
    {"NoHttp",
     warc_record({.type = "response", .content_type = "application/http"}, "x") + resource("b"),
     {"1! its HTTP head cannot be read", "2=b"}},
    {"ASegment",
     warc_record({.type = "resource", .more = "WARC-Segment-Number: 1\r\n"}, "x"),
     {"1! a segment of a record; segments are not joined"}},
};

class WarcForm : public testing::TestWithParam<FormCase> {};
TEST_P(WarcForm, IsDrawn) { EXPECT_EQ(drawn(GetParam().bytes), GetParam().drawn); }
TEST_P(WarcForm, IsTheSameCompressed) {
  EXPECT_EQ(drawn(compressed(Compression::kGzip, GetParam().bytes)), GetParam().drawn);
}
INSTANTIATE_TEST_SUITE_P(Forms, WarcForm, testing::ValuesIn(kForms),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(WarcRecords, OverTheLimitIsRejectedAndTheRestRead) {
  WarcSettings settings;
  settings.body.max_bytes = 1000;
  const auto all = resource(std::string(3000000, 'x')) + resource("b") +
                   warc_record({.type = "request"}, std::string(3000000, 'x')) + resource("c");
  EXPECT_THAT(drawn(all, settings), ElementsAre("1! more than 1000 bytes", "2=b", "3? WARC request", "4=c"));
  const auto wrong = resource("a", "30000000") + resource("b") + resource(std::string(30000000, 'x'));
  EXPECT_THAT(drawn(wrong, settings),
              ElementsAre("1! its Content-Length is wrong", "2=b", "3! more than 1000 bytes"));
}

TEST(WarcRecords, AHeadThatDoesNotEndIsRejected) {
  const auto huge = warc_record({.type = "resource", .more = "X: " + std::string(900000, 'x') + "\r\n"}, "a");
  EXPECT_THAT(drawn(huge), ElementsAre("1=a"));
  const auto endless =
      warc_record({.type = "resource", .more = "X: " + std::string(2000000, 'x') + "\r\n"}, "a");
  EXPECT_THAT(drawn(endless + resource("b")), ElementsAre("1! its head does not end", "2=b"));
}

TEST(WarcRecords, CutAnywhereIsSaidOrWhole) {
  const auto bytes = resource("one") + warc_response("http://a/", "two");
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    const auto all = drawn(bytes.substr(0, size));
    ASSERT_FALSE(all.empty());
    EXPECT_TRUE(all[0] == "1=one" || size < resource("one").size()) << size;
    EXPECT_TRUE(all.back() == "1=one" || all.back() == "2=two" || all.back().find("! ") == 1) << all.back();
  }
}

class WarcMembers : public testing::TestWithParam<Compression> {
 protected:
  static std::string one(const std::string& text) { return compressed(GetParam(), resource(text)); }
};
INSTANTIATE_TEST_SUITE_P(Formats, WarcMembers, testing::Values(Compression::kGzip, Compression::kZstd),
                         [](const auto& row) { return std::string(name_of(row.param)); });

TEST_P(WarcMembers, AreRecords) {
  EXPECT_THAT(drawn(one("a") + one("b") + one("c")), ElementsAre("1=a", "2=b", "3=c"));
}

TEST_P(WarcMembers, ADamagedOneCostsOneRecord) {
  const auto whole = one("a"), other = one("c");
  const auto middle = one("some text that is longer than nothing");
  for (std::size_t at = 0; at < middle.size(); ++at) {
    auto damaged = middle;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    const auto all = drawn(whole + damaged + other);
    ASSERT_GE(all.size(), 2U);
    EXPECT_EQ(all.front(), "1=a") << at;
    EXPECT_EQ(all.back(), "3=c") << at << testing::PrintToString(all);
  }
}

TEST_P(WarcMembers, TheFirstMayBeDamagedToo) {
  auto damaged = one("some text that is longer than nothing");
  damaged[damaged.size() / 2] ^= 0x55;
  for (const auto& before : {std::string(), one("a")}) {
    Input input(before + damaged + one("c"), "memory");
    ASSERT_EQ(archive_format(input).value(), ArchiveFormat::kWarc);
    Warc warc(input, {});
    WarcRecord record;
    if (!before.empty()) {
      ASSERT_TRUE(warc.next(record));
      EXPECT_EQ(record.body, "a");
    }
    ASSERT_TRUE(warc.next(record));
    EXPECT_TRUE(record.reject);
    ASSERT_TRUE(warc.next(record));
    EXPECT_EQ(record.body, "c");
    EXPECT_EQ(record.number, before.empty() ? 2U : 3U);
    EXPECT_FALSE(warc.next(record));
  }
}

TEST_P(WarcMembers, CutAnywhereIsSaid) {
  const auto bytes = one("a") + one("some text that is longer than nothing");
  for (std::size_t size = one("a").size() + 1; size < bytes.size(); ++size) {
    const auto all = drawn(bytes.substr(0, size));
    EXPECT_EQ(all.front(), "1=a") << size;
    EXPECT_EQ(all.size(), 2U) << size << testing::PrintToString(all);
    EXPECT_EQ(all.back().substr(0, 3), "2! ") << size;
  }
}

TEST_P(WarcMembers, GarbageBetweenThemIsSaid) {
  const auto all = drawn(one("a") + "garbage" + one("b") + "garbage");
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0], "1=a");
  EXPECT_EQ(all[1].substr(0, 11), "2! damaged ");
  EXPECT_EQ(all[2], "3=b");
}

}  // namespace
}  // namespace sito::io

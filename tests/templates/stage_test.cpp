#include "templates/stage.h"

#include <gtest/gtest.h>

#include <string>

#include "templates/page_bytes.h"

namespace sito::templates {
namespace {

/// The site and the excerpts that a record gives, or why it is rejected.
std::string taken(const std::string& line, const std::string& group_by = "site") {
  const auto sink = make_page_sink(group_by);
  Document document;
  Scratch scratch;
  std::string out;
  auto result = document.assign(line, sink->fields());
  if (result) result = sink->write(document, scratch, out);
  if (!result) return "rejected: " + result.error().reason;
  std::string_view bytes = out;
  PageOfSite page;
  take_page(bytes, page);
  std::string drawn(page.site);
  for (const auto& record : page.records) drawn += "|" + std::string(record.excerpt);
  return drawn;
}

struct SinkCase {
  const char* name;
  const char* line;
  const char* taken;
};

constexpr SinkCase kRecords[] = {
    {"Page", R"({"text":"Мапа\n","site":"а.example"})", "а.example|Мапа"},
    {"EscapedSite", R"({"text":"Мапа","site":"\u0430"})", "а|Мапа"},
    {"EmptySite", R"({"text":"Мапа","site":""})", "|Мапа"},
    {"EmptyText", R"({"text":"","site":"а"})", "а"},
    {"NoSite", R"({"text":"Мапа"})", "rejected: `site` is missing"},
    {"SiteIsNoString", R"({"text":"Мапа","site":null})", "rejected: `site` is no string"},
    {"SiteTwice", R"({"text":"Мапа","site":"а","site":"б"})", "rejected: `site` stands twice"},
    {"LoneSurrogate", R"({"text":"\ud800","site":"а"})", "rejected: a lone surrogate in `text`"},
};

class PageSink : public testing::TestWithParam<SinkCase> {};
TEST_P(PageSink, Takes) { EXPECT_EQ(taken(GetParam().line), GetParam().taken); }
INSTANTIATE_TEST_SUITE_P(Records, PageSink, testing::ValuesIn(kRecords),
                         [](const auto& row) { return row.param.name; });

TEST(PageSink, AnyFieldMayNameTheSite) {
  EXPECT_EQ(taken(R"({"text":"Мапа","source":"s","site":"а"})", "source"), "s|Мапа");
  EXPECT_EQ(taken(R"({"text":"Мапа","site":"а"})", "source"), "rejected: `source` is missing");
}

TEST(PageSink, NamesHaveAnEnd) {
  const auto record = [](std::size_t size) {
    return R"({"text":"","site":")" + std::string(size, 'x') + "\"}";
  };
  EXPECT_EQ(taken(record(4096)), std::string(4096, 'x'));
  EXPECT_EQ(taken(record(4097)), "rejected: `site` is longer than 4096 bytes");
}

}  // namespace
}  // namespace sito::templates

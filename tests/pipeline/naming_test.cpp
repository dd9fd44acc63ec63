#include "pipeline/naming.h"

#include <gtest/gtest.h>

namespace sito::pipeline {
namespace {

using namespace std::string_view_literals;

struct NameCase {
  const char* name;
  std::string_view bytes;
  std::string_view encoded;
};

constexpr NameCase kNames[] = {
    {"PlainStays", "site/page one.txt"sv, "site/page one.txt"sv},
    {"CyrillicStays", "новини/сесія.txt"sv, "новини/сесія.txt"sv},
    {"PercentIsEncoded", "100%.txt"sv, "100%25.txt"sv},
    {"LineEndIsEncoded", "a\nb"sv, "a%0Ab"sv},
    {"EscapeIsEncoded", "a\x1b[31m"sv, "a%1B[31m"sv},
    {"C1IsEncoded", "a\u0085b"sv, "a%C2%85b"sv},
    {"IllFormedIsEncoded", "\xF1\xE8.txt"sv, "%F1%E8.txt"sv},
    {"IllFormedBetween", "а\xFFб"sv, "а%FFб"sv},
    {"FinalNumberIsEncoded", "page#2"sv, "page%232"sv},
    {"OtherHashStays", "c#/page#two"sv, "c#/page#two"sv},
    {"BareHashStays", "page#"sv, "page#"sv},
    {"OnlyTheLastHash", "a#1#2"sv, "a#1%232"sv},
};

class EncodedName : public testing::TestWithParam<NameCase> {};
TEST_P(EncodedName, Draws) { EXPECT_EQ(encoded_name(GetParam().bytes), GetParam().encoded); }
INSTANTIATE_TEST_SUITE_P(Names, EncodedName, testing::ValuesIn(kNames),
                         [](const auto& row) { return row.param.name; });

TEST(DocumentId, RootIsTakenOffAsWholeFolders) {
  NamingSettings settings{.root = "/srv/news/", .id_prefix = "news:", .source = {}, .site = {}};
  EXPECT_EQ(document_id(settings, "/srv/news/a/page.txt"), "news:a/page.txt");
  EXPECT_EQ(document_id(settings, "/srv/newspaper/page.txt"), "news:/srv/newspaper/page.txt");
  EXPECT_EQ(document_id(settings, "/srv/news/a.zip", "b/c.txt"), "news:a.zip/b/c.txt");
}

TEST(SourceName, IsTheFoldersName) {
  EXPECT_EQ(source_name({}, "data/news/", true), "news");
  EXPECT_EQ(source_name({}, "data/news/page.txt", false), "news");
  EXPECT_EQ(source_name({}, "/page.txt", false), "/");
  EXPECT_EQ(source_name({}, "-", false), "stdin");
  NamingSettings named;
  named.source = "press";
  EXPECT_EQ(source_name(named, "data/news/", true), "press");
}

TEST(SiteName, IsTheFirstFolderElseTheSource) {
  EXPECT_EQ(site_name({}, "rada.example", "news"), "rada.example");
  EXPECT_EQ(site_name({}, "100%", "news"), "100%25");
  EXPECT_EQ(site_name({}, "", "news"), "news");
  NamingSettings named;
  named.site = "rada";
  EXPECT_EQ(site_name(named, "x", "news"), "rada");
}

struct HostCase {
  const char* name;
  std::string_view uri;
  std::string_view host;
};

constexpr HostCase kHosts[] = {
    {"Plain", "https://news.example/a?b=c://d", "news.example"},
    {"Capitals", "http://News.Example", "news.example"},
    {"Port", "http://news.example:8080/", "news.example"},
    {"User", "ftp://me:x@news.example/", "news.example"},
    {"FinalDot", "http://news.example./", "news.example"},
    {"Address", "http://[::1]:80/", "[::1]"},
    {"QueryAtOnce", "http://news.example?x", "news.example"},
    {"NoHost", "urn:uuid:1", ""},
    {"NoScheme", "/a/b://c", ""},
    {"Nothing", "", ""},
};

class UriHost : public testing::TestWithParam<HostCase> {};
TEST_P(UriHost, IsFound) { EXPECT_EQ(uri_host(GetParam().uri), GetParam().host); }
INSTANTIATE_TEST_SUITE_P(Uris, UriHost, testing::ValuesIn(kHosts),
                         [](const auto& row) { return row.param.name; });

TEST(MemberCounter, ASecondMemberOfOneNameIsNumbered) {
  MemberCounter counter;
  EXPECT_EQ(counter.suffix("a"), "");
  EXPECT_EQ(counter.suffix("b"), "");
  EXPECT_EQ(counter.suffix("a"), "#2");
  EXPECT_EQ(counter.suffix("a"), "#3");
  counter.have_seen("c", 4);
  EXPECT_EQ(counter.suffix("c"), "#5");
}

TEST(MemberCounter, ManyNamesAreTold) {
  MemberCounter counter;
  for (int i = 0; i < 10000; ++i) EXPECT_EQ(counter.suffix(std::to_string(i)), "");
  for (int i = 0; i < 10000; ++i) EXPECT_EQ(counter.suffix(std::to_string(i)), "#2");
}

}  // namespace
}  // namespace sito::pipeline

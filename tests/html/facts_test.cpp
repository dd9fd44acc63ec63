#include "html/facts.h"

#include <gtest/gtest.h>

#include <string>

#include "html/page_text.h"

namespace sito::html {
namespace {

/// A page, and its facts by `title|published|canonical|language`.
struct FactsCase {
  const char* name;
  std::string_view page;
  std::string_view facts;
};

constexpr FactsCase kPages[] = {
    {"Nothing", "", "|||"},
    {"Text", "Дощ", "|||"},
    {"Title", "<title>Дощ &amp; <b>сніг</b></title>", "Дощ & <b>сніг</b>|||"},
    {"TitleCollapses", "<title>\n  Дощ\n\tіде </title>", "Дощ іде|||"},
    {"FirstTitle", "<title>a</title><title>b</title>", "a|||"},
    {"FirstTitleWithText", "<title> </title><title>b</title>", "b|||"},
    {"TitleWithoutEnd", "<title>a", "a|||"},
    {"TitleOfSvg", "<svg><title>a</title></svg><title>b</title>", "b|||"},
    {"TitleOfAHiddenSvg", "<div hidden><svg><title>a</title></svg></div><title>b</title>", "b|||"},
    {"PublishedTime", "<meta property=\"article:published_time\" content=\"2021-03-04T10:20\">",
     "|2021-03-04T10:20||"},
    {"PublishedTimeByName", "<meta name='Article:Published_Time' content=' 2021-03-04 '>", "|2021-03-04||"},
    {"FirstPublishedTime",
     "<meta property='article:published_time' content='1'><meta property='article:published_time' "
     "content='2'>",
     "|1||"},
    {"EmptyPublishedTime",
     "<meta property='article:published_time' content=' '><meta property='article:published_time' "
     "content='2'>",
     "|2||"},
    {"ModifiedTimeIsAnother", "<meta property='article:modified_time' content='1'>", "|||"},
    {"JsonLd",
     "<script "
     "type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-04\"}</script>",
     "|2021-03-04||"},
    {"JsonLdSpaces", "<script type=application/ld+json>{\"datePublished\" :\n \"2021\"}</script>", "|2021||"},
    {"JsonLdEscapes",
     "<script type=application/ld+json>{\"datePublished\":\"2021\\u002d03\\/04\\u002B02\\\"\"}</script>",
     "|2021-03/04+02\"||"},
    {"JsonLdOfOtherShape",
     "<script "
     "type=application/ld+json>[\"datePublished\",{\"datePublished\":[],\"datePublished\":\"1\"}]</script>",
     "|1||"},
    {"JsonLdBroken", "<script type=application/ld+json>{\"datePublished\":\"20", "|20||"},
    {"JsonLdCut", "<script type=application/ld+json>{\"datePublished\":", "|||"},
    {"OtherScript", "<script>{\"datePublished\":\"1\"}</script>", "|||"},
    {"ItemOfMeta", "<meta itemprop=datePublished content=2021-03-04>", "|2021-03-04||"},
    {"ItemOfTime", "<time itemprop='dateCreated datePublished' datetime=2021-03-04>4.03</time>",
     "|2021-03-04||"},
    {"ItemHidden", "<div style='display:none'><meta itemprop=datePublished content=1></div>", "|1||"},
    {"TimeWithPubdate", "<time datetime=1 pubdate>a</time>", "|1||"},
    {"TimeInArticle", "<time datetime=1>a</time><article><time datetime=2>b</time></article>", "|2||"},
    {"TimeOutside", "<article></article><time datetime=1>a</time>", "|||"},
    {"TimeWithoutDatetime", "<article><time>1</time><time datetime=2></time></article>", "|2||"},
    {"BetterSourceBehind", "<article><time datetime=5></time><meta itemprop=datePublished content=3>",
     "|3||"},
    {"JsonLdOverItem",
     "<meta itemprop=datePublished content=3><script "
     "type=application/ld+json>{\"datePublished\":\"2\"}</script>",
     "|2||"},
    {"WorseSourceBehind",
     "<meta property=article:published_time content=1><meta itemprop=datePublished content=3>", "|1||"},
    {"Canonical", "<link rel=canonical href=\"https://news.example/a?b&amp;c\">",
     "||https://news.example/a?b&c|"},
    {"CanonicalAmongWords", "<link rel='shortlink CANONICAL' href=/a>", "||/a|"},
    {"OtherLink", "<link rel=canonicals href=/a><link rel=alternate href=/b>", "|||"},
    {"CanonicalOfOpenGraph", "<meta property=og:url content=/b>", "||/b|"},
    {"CanonicalOverOpenGraph", "<meta property=og:url content=/b><link rel=canonical href=/a>", "||/a|"},
    {"Language", "<html lang=uk-UA>", "|||uk-UA"},
    {"LanguageOfXml", "<html xml:lang=pl>", "|||pl"},
    {"LanguageOverXml", "<html xml:lang=pl lang=uk>", "|||uk"},
    {"ContentLanguage", "<meta http-equiv=Content-Language content='uk, ru'>", "|||uk"},
    {"Locale", "<meta property=og:locale content=uk_UA>", "|||uk-UA"},
    {"HtmlOverContentLanguage", "<html lang=uk><meta http-equiv=content-language content=ru>", "|||uk"},
    {"LanguageOfAPart", "<div lang=en>a</div>", "|||"},
    {"InAComment", "<!-- <meta property=og:url content=/b> <title>a</title> -->", "|||"},
    {"InAScript", "<script>'<title>a</title>'</script>", "|||"},
};

class FactsPages : public testing::TestWithParam<FactsCase> {};
TEST_P(FactsPages, SayOfThemselves) {
  const Facts facts = read_page(GetParam().page).facts;
  EXPECT_EQ(facts.title + "|" + facts.published + "|" + facts.canonical + "|" + facts.language,
            GetParam().facts);
}
INSTANTIATE_TEST_SUITE_P(Facts, FactsPages, testing::ValuesIn(kPages),
                         [](const auto& row) { return row.param.name; });

TEST(Facts, AreOfThePageReadLast) {
  PageReader reader;
  Page page;
  reader.read("<html lang=uk><title>a</title><link rel=canonical href=b>", page);
  EXPECT_EQ(page.facts.title, "a");
  reader.read("<p>c", page);
  EXPECT_EQ(page.facts, Facts());
  EXPECT_EQ(page.text, "c");
}

}  // namespace
}  // namespace sito::html

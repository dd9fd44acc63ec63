#include "html/markup.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::html {
namespace {

const char* drawn(Markup markup) {
  switch (markup) {
    case Markup::kNone: return "none";
    case Markup::kHtml: return "html";
    case Markup::kSvg: return "svg";
    case Markup::kXml: return "xml";
  }
  return "";
}

struct MarkupCase {
  const char* name;
  std::string_view head;
  std::string_view markup;
};

constexpr MarkupCase kHeads[] = {
    {"Nothing", "", "none"},
    {"OnlyWhiteSpace", " \r\n\t", "none"},
    {"Doctype", "<!DOCTYPE html>\n<p>", "html"},
    {"DoctypeInSmallLetters", "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", "html"},
    {"DoctypeCut", "<!DOCTYPE ht", "none"},
    {"EmptyDoctype", "<!DOCTYPE>", "html"},
    {"Html", "<html>", "html"},
    {"HtmlWithAttributes", "<HTML lang=uk>", "html"},
    {"Head", "<head><title>", "html"},
    {"Body", "<body bgcolor=white>", "html"},
    {"ByteOrderMark", "\xEF\xBB\xBF\r\n<html>", "html"},
    {"CommentBefore", "<!-- saved from url=(0020)http://news.example/ -->\n<html>", "html"},
    {"CommentThenText", "<!-- a --> text", "html"},
    {"CommentWithoutEnd", "<!-- a", "html"},
    {"CommentThenFeed", "<!-- a --><rss version=\"2.0\">", "xml"},
    {"Xhtml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\">",
     "html"},
    {"XhtmlWithoutDoctype", "<?xml version='1.0'?><html xmlns=\"http://www.w3.org/1999/xhtml\">", "html"},
    {"Fragment", "<p>Дощ.</p>", "html"},
    {"FragmentWithDiv", "  <div class=a>", "html"},
    {"Script", "<script>var a", "html"},
    {"Link", "<a href=x>Дощ</a>", "html"},
    {"BoldAtTheHead", "<b>Дощ</b>", "html"},
    {"BreakAtTheHead", "<br/>Дощ", "html"},
    {"BoldWithin", "Сильний <b>дощ</b>", "none"},
    {"HtmlWithin", "Пишемо <html> і <body>.", "none"},
    {"LessThan", "< 5 грн", "none"},
    {"LessThanNumber", "<5 грн", "none"},
    {"NameInBrackets", "<Іван> привіт", "none"},
    {"AddressInBrackets", "<ivan@news.example> wrote:", "none"},
    {"WordInBrackets", "<laughs> no", "none"},
    {"NameMustEnd", "<bodyguard>", "none"},
    {"NameCut", "<ht", "none"},
    {"EndTag", "</p>", "none"},
    {"Program", "<?php echo 1;", "none"},
    {"QuotationMark", "\"<html>\"", "none"},
    {"Json", "{\"a\":\"<html>\"}", "none"},
    {"Rss", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>", "xml"},
    {"RssOne", "<?xml version=\"1.0\"?>\n<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\">", "xml"},
    {"RssDoctype", "<!DOCTYPE rss PUBLIC \"a\" \"b\"><rss>", "xml"},
    {"Atom", "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">", "xml"},
    {"AtomWithoutDeclaration", "<feed xmlns=\"http://www.w3.org/2005/Atom\">", "xml"},
    {"FeedInBrackets", "<feed>", "none"},
    {"Svg", "<svg viewBox=\"0 0 1 1\">", "svg"},
    {"SvgDeclared", "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"a\" \"b\"><svg>", "svg"},
    {"Xml", "<?xml version=\"1.0\"?><book><p>a</p></book>", "xml"},
    {"XmlWithPageElements", "<?xml version=\"1.0\"?><p>a</p>", "xml"},
    {"XmlStyleSheet", "<?xml version=\"1.0\"?><?xml-stylesheet href=\"a\"?><rss>", "xml"},
    {"XmlDoctype", "<!DOCTYPE book [<!ENTITY a \"<html>\">]><book>", "xml"},
    {"XmlNamespace", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">", "xml"},
    {"XmlDeclarationOnly", "<?xml version=\"1.0\"?>", "xml"},
    {"Utf16IsNotDecodedHere", std::string_view("<\0h\0t\0m\0l\0>\0", 12), "none"},
};

class MarkupHeads : public testing::TestWithParam<MarkupCase> {};
TEST_P(MarkupHeads, Are) { EXPECT_EQ(drawn(markup(GetParam().head)), GetParam().markup); }
INSTANTIATE_TEST_SUITE_P(Markup, MarkupHeads, testing::ValuesIn(kHeads),
                         [](const auto& row) { return row.param.name; });

TEST(Markup, LooksAtTheHeadOnly) {
  EXPECT_EQ(markup(std::string(kMarkupHead, ' ') + "<html>"), Markup::kNone);
  EXPECT_EQ(markup(std::string(kMarkupHead - 6, ' ') + "<html>"), Markup::kHtml);
}

}  // namespace
}  // namespace sito::html

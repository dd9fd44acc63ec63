#include "pipeline/html_page.h"

#include <gtest/gtest.h>

#include <string>

#include "encoded.h"

namespace sito::pipeline {
namespace {

const std::string kBody =
    "<p>Міська рада ухвалила рішення про ремонт дороги до лікарні.<p>Кошти виділять із бюджету громади.";
const std::string kText =
    "Міська рада ухвалила рішення про ремонт дороги до лікарні.\n\nКошти виділять із бюджету громади.";

HtmlPage read(std::string_view bytes, std::string_view http = {}, const std::string& named = "auto") {
  const auto decoders = *DecoderPool::make({named, {}, {}});
  html::PageReader reader;
  return read_html(bytes, http, *decoders, reader);
}

// What the bytes are in, what the page and the server say, and what they are found to be.
struct CharsetCase {
  const char* name;
  const char* bytes;
  const char* declared;
  const char* http;
  const char* found;
};

constexpr CharsetCase kCharsets[] = {
    {"Declared", "windows-1251", "windows-1251", "", "windows-1251"},
    {"DeclaredByAnAlias", "windows-1251", "cp1251", "", "windows-1251"},
    {"SaidByTheServer", "KOI8-U", "", "koi8-u", "KOI8-U"},
    {"NobodySays", "windows-1251", "", "", "windows-1251"},
    {"Utf8WhateverIsDeclared", "UTF-8", "windows-1251", "koi8-u", "UTF-8"},
    {"Utf8IsDeclaredAndIsNot", "windows-1251", "utf-8", "", "windows-1251"},
    {"LatinIsDeclaredAndIsNot", "KOI8-U", "iso-8859-1", "", "KOI8-U"},
    {"TheServerIsWrong", "windows-1251", "", "koi8-u", "windows-1251"},
    {"NobodyKnowsTheLabel", "windows-1251", "x-nonsense", "", "windows-1251"},
};

class Charsets : public testing::TestWithParam<CharsetCase> {};
TEST_P(Charsets, AreSettled) {
  const CharsetCase& row = GetParam();
  const std::string meta = *row.declared == '\0' ? "" : "<meta charset=" + std::string(row.declared) + ">";
  const HtmlPage page = read(encoded("<!doctype html>" + meta + kBody, row.bytes), row.http);
  EXPECT_EQ(page.decoded.encoding, row.found);
  EXPECT_EQ(page.decoded.text, kText);
}
INSTANTIATE_TEST_SUITE_P(Pages, Charsets, testing::ValuesIn(kCharsets),
                         [](const auto& row) { return row.param.name; });

TEST(ReadHtml, InDoubtItIsAsDeclared) {
  // The two pages of Central Europe have these letters in the same places.
  const std::string page = "<!doctype html><meta charset=iso-8859-2><p>" + std::string("\xE1\xE9 m\xE1me");
  EXPECT_EQ(read(page).decoded.encoding, "ISO-8859-2");
}

TEST(ReadHtml, WhatTheUserNamedIsNotAskedAbout) {
  const std::string page = encoded("<!doctype html><meta charset=koi8-u>" + kBody, "windows-1251");
  EXPECT_EQ(read(page, "utf-8", "windows-1251").decoded.text, kText);
}

TEST(ReadHtml, ALongDisputedPageIsWhole) {
  std::string page = "<!doctype html><meta charset=koi8-u>", text;
  for (int i = 0; i < 200; ++i) {
    page += kBody;
    text += (i == 0 ? "" : "\n\n") + kText;
  }
  const HtmlPage long_page = read(encoded(page + "<link rel=canonical href=a>", "windows-1251"));
  EXPECT_EQ(long_page.decoded.encoding, "windows-1251");
  EXPECT_EQ(long_page.decoded.text, text);
  EXPECT_EQ(long_page.facts.canonical, "a");
}

TEST(ReadHtml, FactsComeWithTheText) {
  const HtmlPage page = read("<!doctype html><html lang=uk><title>Міст &mdash; Вісті</title><p>Міст.");
  EXPECT_EQ(page.facts.title, "Міст — Вісті");
  EXPECT_EQ(page.facts.language, "uk");
  EXPECT_EQ(page.decoded.text, "Міст.");
}

TEST(ReadHtml, NothingIsAnEmptyText) { EXPECT_EQ(read("").decoded.text, ""); }

}  // namespace
}  // namespace sito::pipeline

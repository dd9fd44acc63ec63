#include "html/page_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "data/tables.h"
#include "text/utf8.h"

namespace sito::html {
namespace {

using namespace std::string_view_literals;

std::string text_of(std::string_view page) { return read_page(page).text; }

struct TextCase {
  const char* name;
  std::string_view page;
  std::string_view text;
};

constexpr TextCase kBreaks[] = {
    {"Nothing", "", ""},
    {"OnlyTags", "<html><body><p></p></body></html>", ""},
    {"Text", "Дощ іде.", "Дощ іде."},
    {"InlineJoins", "До<b>щ</b><i> і</i><span>де</span>", "Дощ іде"},
    {"SpaceBesideInline", "Дощ <b>іде</b> <i> сильний</i>", "Дощ іде сильний"},
    {"UnknownIsInline", "a<my-tag>b</my-tag>c", "abc"},
    {"WhiteSpaceCollapses", "Дощ\n   іде\t\tсильний", "Дощ іде сильний"},
    {"NoBreakSpaceStays", "10&nbsp;000 &#160; грн", "10\u00A0000 \u00A0 грн"},
    {"SoftHyphenStays", "слово&shy;мова", "слово\u00ADмова"},
    {"NulGoes", "a\0b"sv, "ab"},
    {"CarriageReturns", "a\r\nb\rc", "a b c"},
    {"Div", "a<div>b</div>c", "a\nb\nc"},
    {"DivInDiv", "<div><div>a</div></div><div>b</div>", "a\nb"},
    {"Paragraphs", "<p>a</p><p>b</p>", "a\n\nb"},
    {"ParagraphsWithoutEnd", "<p>a<p>b", "a\n\nb"},
    {"TextBesideParagraph", "a<p>b</p>c", "a\n\nb\n\nc"},
    {"EmptyParagraphs", "<p>a</p><p> </p><p></p><p>b", "a\n\nb"},
    {"ParagraphEndedByABlock", "<p>a<div>b</div>c", "a\n\nb\nc"},
    {"ParagraphEndedByItsParent", "<div><p>a</div><div>b</div>", "a\n\nb"},
    {"ParagraphEndedByAHiddenBlock", "<p>a<div hidden>b</div>c", "a\n\nc"},
    {"ParagraphNotEndedByAStrayTag", "<p>a</section>b<div>c", "a\n\nb\n\nc"},
    {"ParagraphEndedByItsCell", "<table><tr><td><p>a</table><div>b</div><div>c</div>", "a\n\nb\nc"},
    {"ParagraphNotEndedByInline", "<b><p>a</b>b<div>c", "ab\n\nc"},
    {"StrayEndTagBreaks", "a</p>b", "a\n\nb"},
    {"StrayInlineEndTag", "a</b>b", "ab"},
    {"Headings", "<h1>a</h1><h2>b</h2>c", "a\n\nb\n\nc"},
    {"Sections", "<header>a</header><article>b<section>c</section></article>", "a\n\nb\n\nc"},
    {"ParagraphInDiv", "<div>a<p>b</p></div><div>c</div>", "a\n\nb\n\nc"},
    {"Break", "a<br>b<br/>c</br>d", "a\nb\nc\nd"},
    {"BreakInCapitals", "a<BR CLEAR=all>b", "a\nb"},
    {"TwoBreaks", "a<br><br>b", "a\n\nb"},
    {"ManyBreaks", "a<br><br><br> <br>b", "a\n\nb"},
    {"BreakAtABlocksEnd", "<div>a<br></div><div>b</div>", "a\nb"},
    {"BreakBetweenBlocks", "<div>a</div><br><div>b</div>", "a\n\nb"},
    {"SpacesBesideBreak", "a <br> b", "a\nb"},
    {"Rule", "a<hr>b", "a\n\nb"},
    {"WordBreakIsNothing", "дощо<wbr>вик", "дощовик"},
    {"ImageIsNothing", "a<img src=x alt='текст'>b", "ab"},
    {"List", "<ul><li>a</li><li>b</li></ul>c", "a\nb\n\nc"},
    {"ListWithoutEndTags", "<p>x<ol><li>a<li>b</ol>c", "x\n\na\nb\n\nc"},
    {"ListInList", "<ul><li>a<ul><li>b<li>c</ul><li>d</ul>e", "a\nb\nc\nd\n\ne"},
    {"TermsAndDescriptions", "<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a\nb\nc\nd"},
    {"Table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>e",
     "a\tb\n\nc\td\n\ne"},
    {"TableWithoutEndTags", "<table><thead><tr><th>a<th>b<tbody><tr><td>c<td>d</table>", "a\tb\n\nc\td"},
    {"TableWithSpaces", "<table>\n <tr>\n <td> a </td>\n <td> b </td>\n </tr>\n</table>", "a\tb"},
    {"EmptyCells", "<table><tr><td>a<td><td>c<td><tr><td><td>d</table>", "a\t\tc\n\nd"},
    {"Caption", "<table><caption>x</caption><tr><td>a</table>", "x\n\na"},
    {"ParagraphsInCells",
     "<table><tr><td><p>a</p></td>\n<td><p>b</p></td></tr><tr><td><div>c</div><td>d</table>", "a\tb\n\nc\td"},
    {"CellOfTwoParagraphs", "<table><tr><td>a<td><p>b<p>c<td><p>d</table>", "a\tb\n\nc\n\nd"},
    {"CellWithABreak", "<table><tr><td>a<br>b<td>c<br><td>d</table>", "a\nb\tc\td"},
    {"CellWithAList", "<table><tr><td>a<td><ul><li>b<li>c</ul><td>d</table>", "a\tb\nc\n\nd"},
    {"EmptyParagraphsInCells", "<table><tr><td><p></p><td><p>a</p><td><p></p><td><p>b</table>", "a\t\tb"},
    {"TableInACell", "<table><tr><td>a<td><table><tr><td>b<td>c</table><td>d</table>e",
     "a\n\nb\tc\n\nd\n\ne"},
    {"TableInADeeperCell", "<table><tr><td><table><tr><td>a</table><td><table><tr><td>b</table></table>",
     "a\n\nb"},
    {"EmptyRows", "<table><tr><td></tr><tr></tr><tr><td>a<td></tr><tr><td></table><p>b", "a\n\nb"},
    {"CellWithoutARow", "<table><td><p>a</p><td><p>b</p></table><p>c</p><td>d", "a\tb\n\nc\n\nd"},
    {"RowsOfAHead", "<table><thead><tr><th>a</thead><tbody><tr><td>b</table>", "a\n\nb"},
    {"Figure", "a<figure><img><figcaption>b</figcaption></figure>c", "a\n\nb\n\nc"},
    {"Address", "a<address>b</address>c", "a\n\nb\n\nc"},
    {"Details", "<details><summary>a</summary>b</details>", "a\nb"},
    {"Preformatted", "<pre>\n a  b\n  c\n</pre>d", " a  b\n  c\n\nd"},
    {"PreformattedWithTags", "<pre>a <b>b</b>\n<i>  c</i></pre>", "a b\n  c"},
    {"PreformattedKeepsOneLineEnd", "x<pre>\n\na</pre>", "x\n\n\na"},
    {"Xmp", "<xmp>a <b>\n c</xmp>d", "a <b>\n c\n\nd"},
    {"Plaintext", "a<plaintext>b <b>\n</plaintext>", "a\n\nb <b>\n</plaintext>"},
    {"Ruby", "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"},
    {"Quotation", "a <q>b <q>c</q></q>", "a “b ‘c’”"},
    {"QuotationOfALanguage", "<html lang=uk-UA>a <q>b <q>c</q></q> d", "a «b „c“» d"},
    {"QuotationWithoutEnd", "<html lang=pl><q>b", "„b"},
    {"QuotationsEndTagAlone", "a</q>b<q>c</q>", "ab“c”"},
    {"References", "&lt;b&gt; &amp;amp; &copy 2021 &#8212;", "<b> &amp; © 2021 —"},
    {"LessThan", "5 < 6 > 4", "5 < 6 > 4"},
    {"Comment", "a<!-- b -->c<!d>e<?f?>g", "aceg"},
    {"HeadWithoutEnd", "<head><title>x</title><meta a><p>b", "b"},
    {"TextInHead", "<head>a</head>b", "ab"},
    {"EndOfBodyIsNoEnd", "a</body></html>b", "a\nb"},
    {"TagCutAtTheEnd", "a<b", "a"},
};

class Breaks : public testing::TestWithParam<TextCase> {};
TEST_P(Breaks, AreShown) { EXPECT_EQ(text_of(GetParam().page), GetParam().text); }
INSTANTIATE_TEST_SUITE_P(PageText, Breaks, testing::ValuesIn(kBreaks),
                         [](const auto& row) { return row.param.name; });

constexpr TextCase kGone[] = {
    {"Script", "a<script>b</script>c", "ac"},
    {"ScriptWithMarkup", "a<script>if(x<b)document.write('<p>d</p>')</script>c", "ac"},
    {"ScriptInAComment", "a<script><!--\nvar s='</p>';\n//--></script>c", "ac"},
    {"ScriptBetweenWords", "a <script></script> c", "a c"},
    {"Style", "a<style>p > b {}</style>c", "ac"},
    {"Title", "<title>b</title>c", "c"},
    {"Template", "a<template><p>b<template>c</template>d</template>e", "ae"},
    {"Noscript", "a<noscript><p>b</p></noscript>c", "ac"},
    {"Iframe", "a<iframe src=x><p>b</iframe>c", "ac"},
    {"Svg", "a<svg><title>b</title><text>c</text><style>d</style></svg>e", "ae"},
    {"SvgSelfClosing", "a<svg/>b", "ab"},
    {"SvgWithCdata", "a<svg><![CDATA[</svg>]]></svg>b", "ab"},
    {"SvgWithoutEnd", "a<svg><path><p>b", "a\n\nb"},
    {"Math", "<math><mi>x</mi><mo>=</mo><mn>1</mn><annotation>y</annotation></math>", "x=1"},
    {"Video", "a<video controls><source>b</video>c", "ac"},
    {"Canvas", "a<canvas>b</canvas>c", "ac"},
    {"Object", "a<object><param><embed>b</object>c", "ac"},
    {"Button", "a<button>b</button>c", "a c"},
    {"Select", "a<select><option>b<option selected>c</select>d", "a d"},
    {"Textarea", "a<textarea><p>b</textarea>c", "a c"},
    {"Input", "a<input value=b>c", "a c"},
    {"Datalist", "a<datalist><option value=b>c</datalist>d", "a d"},
    {"FormItselfStays", "<form><label>a</label> <p>b</form>", "a\n\nb"},
    {"FieldsetStays", "<fieldset><legend>a</legend>b</fieldset>", "a\nb"},
    {"Hidden", "a<div hidden>b</div>c", "ac"},
    {"HiddenWithValue", "a<span HIDDEN=hidden>b</span>c", "ac"},
    {"HiddenUntilFound", "<div hidden=until-found>b</div>c", "b\nc"},
    {"DisplayNone", "a<div style='color:red; DISPLAY : none !important'>b</div>c", "ac"},
    {"VisibilityHidden", "a<span style=visibility:hidden;>b</span>c", "ac"},
    {"DisplayBlock", "<div style='display:block'>b</div>", "b"},
    {"OtherPropertyWithNone", "<div style='list-style:none;text-display:none'>b</div>", "b"},
    {"AriaHiddenIsSeen", "<span aria-hidden=true>b</span>", "b"},
    {"AriaHiddenDialog", "a<div role=dialog aria-hidden=true>b</div>c", "ac"},
    {"ClosedDialog", "a<dialog>b</dialog>c", "ac"},
    {"OpenDialog", "<dialog open>b</dialog>c", "b\n\nc"},
    {"HiddenBodyIsSeen", "<html hidden><body style=display:none>b", "b"},
    {"HiddenInHidden", "a<div hidden><div hidden>b</div>c</div>d", "ad"},
    {"HiddenHoldsScripts", "a<div hidden><script>'</div>'</script>b</div>c", "ac"},
    {"HiddenHoldsSvg", "a<div hidden><svg><p></svg></div>c", "ac"},
    {"HiddenVoid", "a<br hidden>b", "a\nb"},
    {"HiddenWithoutEndEndsWithItsParent", "<section><div hidden>a</section>b", "b"},
    {"HiddenWithoutEndIsShown", "a<div hidden>b<p>c</body></html>", "a\nb\n\nc"},
    {"HiddenWithoutEndIsShownOnce", "<i hidden>a<b hidden>b</b>c</body>", "ac"},
    {"HiddenAndCutIsNotShown", "a<div hidden>b<p>c", "a"},
    {"AllIsHidden", "<body><div style='display:none'><p>a</p></div></body>", "a"},
    {"AllIsHiddenAndCut", "<body><div style='display:none'><p>a</p></div>", ""},
    {"AllIsHiddenButNotByAttributes", "<body><select><option>a</select></body>", ""},
    {"SelectWithoutEnd", "<select><option>a<p>b</body>", "a\n\nb"},
    {"TitleWithoutEnd", "<title>a<body><p>b</body>", "a\n\nb"},
    {"NoscriptWithoutEnd", "a<noscript>b<p>c</body>", "ab\n\nc"},
    {"StyleWithoutEnd", "a<style>b<p>c</body>", "a"},
    {"SelfClosingScriptOfXml", "<?xml version='1.0'?><html><script src=a /><p>b", "b"},
    {"SelfClosingScriptOfHtml", "<html><script src=a /><p>b</script>c", "c"},
};

class Gone : public testing::TestWithParam<TextCase> {};
TEST_P(Gone, IsNotShown) { EXPECT_EQ(text_of(GetParam().page), GetParam().text); }
INSTANTIATE_TEST_SUITE_P(PageText, Gone, testing::ValuesIn(kGone),
                         [](const auto& row) { return row.param.name; });

// Hiding takes back a bounded number of times, and nesting needs no stack.
constexpr TextCase kRepeated[] = {
    {"Divs", "<div>", ""},
    {"HiddenDivs", "<div hidden>a", ""},
    {"HiddenItems", "<li hidden>", ""},
    {"Templates", "<template>", ""},
    {"Svgs", "<svg>", ""},
    {"Quotations", "<q>", ""},
    {"Selects", "<select>", ""},
    {"Titles", "<title></body>", ""},
    {"BodyEnds", "<p hidden></body>", ""},
    {"Cells", "<td>", ""},
    {"Pre", "<pre>\n", ""},
    {"Styles", "<b style='display:'>", ""},
    {"ClosedLists", "</ul>", ""},
    {"JsonLd", "<script type=ld+json>\"datePublished\"</script>", ""},
};
class Megabytes : public testing::TestWithParam<TextCase> {};
TEST_P(Megabytes, TakeLinearTime) {
  std::string page;
  while (page.size() < std::size_t{1} << 20) page += GetParam().page;
  EXPECT_LE(text_of(page).size(), 4 * page.size());
  EXPECT_LE(text_of(page + "</body>").size(), 4 * page.size());
}
INSTANTIATE_TEST_SUITE_P(PageText, Megabytes, testing::ValuesIn(kRepeated),
                         [](const auto& row) { return row.param.name; });

TEST(QuotationMarks, AreOfTheirExamples) {
  const auto& table = data::page_quotation_marks();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto cells = table.row(i).cells;
    const std::string page = "<html lang=" + std::string(cells[0]) + "><q>a<q>b</q></q>";
    std::string marks = text_of(page);
    for (std::size_t at = 0, mark = 1; mark <= 4; ++mark) {
      constexpr std::size_t kOrder[] = {0, 1, 3, 4, 2};
      at = cells[5].find(cells[kOrder[mark]], at);
      ASSERT_NE(at, std::string_view::npos) << cells[5];
      at += cells[kOrder[mark]].size();
    }
    EXPECT_EQ(marks, std::string(cells[1]).append("a").append(cells[3]).append("b").append(cells[4]).append(
                         cells[2]));
  }
}

TEST(PageText, OfTheHeadIsTheTextsHead) {
  std::string html = "<title>a</title>";
  for (int i = 0; i < 100; ++i) html += "<p>слово</p>";
  PageReader reader;
  Page head;
  EXPECT_FALSE(reader.read_head(html, 200, head));
  EXPECT_GE(head.text.size(), 200U);
  EXPECT_LE(head.text.size(), 220U);
  EXPECT_TRUE(text_of(html).starts_with(head.text));
  EXPECT_TRUE(reader.read_head(html, 2000, head));
  EXPECT_EQ(head.text, text_of(html));
}

std::string random_text(std::mt19937& random) {
  constexpr char32_t kAlphabet[] = {U'a', U'Я', U'ї', U'7', U'<', U'>', U'&',  U'"',      U'\'', U';',
                                    U'#', U'=', U'/', U'!', U'-', U' ', U'\n', U'\u00A0', U'«',  U'😀'};
  std::string text;
  for (std::size_t left = random() % 80; left > 0; --left)
    text::append(text, kAlphabet[random() % std::size(kAlphabet)]);
  return text;
}

std::string collapsed(std::string_view text) {
  std::string out;
  LineWriter writer;
  writer.assign(out);
  writer.text(text);
  return out;
}

TEST(PageText, OfEscapedTextIsThatText) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    std::string escaped;
    for (const char c : text) {
      if (c == '<')
        escaped += "&lt;";
      else if (c == '&')
        escaped += random() % 2 == 0 ? "&amp;" : "&#38;";
      else if (c == '>' && random() % 2 == 0)
        escaped += "&gt;";
      else
        escaped += c;
    }
    ASSERT_EQ(text_of("<p>" + escaped + "</p>"), collapsed(text)) << escaped;
  }
}

constexpr std::string_view kPieces[] = {"<p>",
                                        "</p>",
                                        "<div>",
                                        "</div>",
                                        "<div class='a b'>",
                                        "<b>",
                                        "</b>",
                                        "<a href=\"x?a&b\">",
                                        "</a>",
                                        "<li>",
                                        "<ul>",
                                        "</ul>",
                                        "<table>",
                                        "<tr>",
                                        "<td>",
                                        "</table>",
                                        "<br>",
                                        "<hr/>",
                                        "<!-- c -->",
                                        "<span hidden>",
                                        "</span>",
                                        "<script>s</script>",
                                        "<q>",
                                        "</q>",
                                        "<svg><path/></svg>",
                                        "<h1>",
                                        "</h1>",
                                        "<pre>",
                                        "</pre>",
                                        "&nbsp;",
                                        " ",
                                        "\n",
                                        "</x>",
                                        "<x>",
                                        "<img>",
                                        "</td>",
                                        "<option>",
                                        "</select>",
                                        "<em x=y",
                                        "<!doctype html>",
                                        "</>",
                                        "< ",
                                        "слово",
                                        "Дощ іде.",
                                        "<style>",
                                        "</style>",
                                        "<title>",
                                        "</title>",
                                        "<template>",
                                        "</template>",
                                        "</body>",
                                        "<body>"};

std::string random_page(std::mt19937& random, std::size_t most) {
  std::string page;
  for (std::size_t left = random() % most; left > 0; --left) page += kPieces[random() % std::size(kPieces)];
  return page;
}

// Whatever is cut off cannot change what was written before it, but for the last line and what hiding
// means, which the end of the body tells.
TEST(PageText, OfAPagesHeadIsATextsHead) {
  std::mt19937 random(2);
  for (int round = 0; round < 60; ++round) {
    std::string page = random_page(random, 40);
    for (std::size_t at = page.find("</body>"); at != std::string::npos; at = page.find("</body>"))
      page.erase(at, 7);
    const std::string whole = text_of(page);
    for (std::size_t size = 0; size <= page.size(); ++size) {
      std::string text = text_of(page.substr(0, size));
      // A tag or reference that is cut may be text: "<" or "&nb".
      while (!text.empty() && text.back() != ' ' && text.back() != '\n' && text.back() != '\t')
        text.pop_back();
      while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t'))
        text.pop_back();
      ASSERT_EQ(whole.substr(0, text.size()), text) << page.substr(0, size);
    }
  }
}

// Words in soup without hiding come out, all of them and in order.
TEST(PageText, LosesNoWordOfTagSoup) {
  constexpr std::string_view kHiding[] = {
      "<span hidden>",      "<option>", "<em x=y", "<style>", "<title>", "<template>",
      "<script>s</script>", "&nbsp;",   "< ",      "<q>",     "</q>",    "<!doctype html>"};
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string page, words;
    for (std::size_t left = random() % 60; left > 0; --left) {
      const std::string_view piece = kPieces[random() % std::size(kPieces)];
      if (std::find(std::begin(kHiding), std::end(kHiding), piece) != std::end(kHiding)) continue;
      page += piece;
      if (piece.find('<') == std::string_view::npos) words += piece;
    }
    std::string text = text_of(page);
    for (std::string* each : {&text, &words})
      std::erase_if(*each, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
    ASSERT_EQ(text, words) << page;
  }
}

TEST(PageText, HasNoWhiteSpaceAtTheEndsOfLines) {
  std::mt19937 random(4);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = text_of(random_page(random, 60));
    for (const std::string_view wrong : {" \n"sv, "\t\n"sv, "\t "sv, " \t"sv})
      ASSERT_EQ(text.find(wrong), std::string::npos) << text;
    if (text.empty()) continue;
    ASSERT_NE(text.back(), '\n');
    ASSERT_NE(text.front(), '\n');
  }
}

}  // namespace
}  // namespace sito::html

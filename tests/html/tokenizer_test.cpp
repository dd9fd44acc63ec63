#include "html/tokenizer.h"

#include <gtest/gtest.h>

#include <string>

#include "html/drawn_tokens.h"

namespace sito::html {
namespace {

using namespace std::string_view_literals;

// What follows, with the state of the standard in which it begins, is the tokens of each transition.
constexpr TokensCase kData[] = {
    {"Nothing", "", ""},
    {"OnlyText", "мама", "мама"},
    {"NulStays", "a\000b"sv, "a\000b"sv},
    {"CarriageReturnIsALineEnd", "a\rb", "a\nb"},
    {"CarriageReturnLineFeedIsOne", "a\r\nb\r\r\nc", "a\nb\n\nc"},
    {"ReferenceInText", "a&lt;b", "a<b"},
    {"TwoReferences", "&amp;&amp;", "&&"},
    {"AmpersandAlone", "a & b", "a & b"},
    {"AmpersandAtTheEnd", "a&", "a&"},
    {"BytesPassThrough", "\302\255\342\200\213😀", "\302\255\342\200\213😀"},
    {"LessThanAlone", "a < b", "a < b"},
    {"LessThanAtTheEnd", "a<", "a<"},
    {"LessThanTwice", "<<a>", "<{a}"},
    {"LessThanDigit", "<1>", "<1>"},
    {"LessThanEquals", "a<=b", "a<=b"},
    {"LessThanNul", "<\000a>"sv, "<\000a>"sv},
    {"LessThanReference", "<&lt;", "<<"},
    {"LetterBeyondAsciiBeginsNoTag", "<є>", "<є>"},
    {"TagOpenLetter", "<a>", "{a}"},
    {"TagOpenCapital", "<B>", "{b}"},
    {"TagOpenSlash", "</a>", "{/a}"},
    {"TagOpenQuestionMark", "<?php echo 1 ?>x", "{#?php echo 1 ?}x"},
    {"TagOpenQuestionMarkAtTheEnd", "<?", "{#?}"},
    {"TagOpenExclamationMark", "<!x>y", "{#x}y"},
    {"TagOpenExclamationMarkAtTheEnd", "<!", "{#}"},
    {"EndTagOpenCapital", "</B>", "{/b}"},
    {"EndTagOpenGreaterThan", "a</>b", "ab"},
    {"EndTagOpenAtTheEnd", "a</", "a</"},
    {"EndTagOpenSpace", "</ a>b", "{# a}b"},
    {"EndTagOpenDigit", "</1>b", "{#1}b"},
    {"EndTagOpenNul", "</\000>b"sv, "{#�}b"},
    {"EndTagOpenUnclosed", "</ a", "{# a}"},
    {"EndTagOpenLessThan", "</<a>b", "{#<a}b"},
    {"EndTagOpenSlash", "<//a>b", "{#/a}b"},
};
constexpr TokensCase kComments[] = {
    {"Plain", "<!-- так -->", "{# так }"},
    {"Empty", "<!---->", "{#}"},
    {"OneGreaterThanCloses", "<!-->a-->", "{#}a-->"},
    {"DashGreaterThanCloses", "<!--->a-->", "{#}a-->"},
    {"DashStays", "<!---a-->", "{#-a}"},
    {"DashesWithin", "<!-- a--b - -->", "{# a--b - }"},
    {"ThreeDashesAtTheEnd", "<!--a--->", "{#a-}"},
    {"FourDashesAtTheEnd", "<!--a---->", "{#a--}"},
    {"OnlyDashes", "<!------>", "{#--}"},
    {"SpaceBeforeGreaterThan", "<!--a-- >b-->", "{#a-- >b}"},
    {"DashAndLetter", "<!--a-b-->", "{#a-b}"},
    {"BangCloses", "<!--a--!>b", "{#a}b"},
    {"BangClosesEmpty", "<!----!>b", "{#}b"},
    {"BangAndMore", "<!--a--!b-->", "{#a--!b}"},
    {"BangAndDash", "<!--a--!-->", "{#a--!}"},
    {"BangAndDashAndMore", "<!--a--!-b-->", "{#a--!-b}"},
    {"BangTwice", "<!--a--!!>b-->", "{#a--!!>b}"},
    {"BangBehindThreeDashes", "<!--a---!>", "{#a-}"},
    {"BangIsNoEndAlone", "<!--!>a-->", "{#!>a}"},
    {"BangBehindOneDash", "<!---!>a-->", "{#-!>a}"},
    {"LessThan", "<!--<-->", "{#<}"},
    {"LessThanTwice", "<!--<<-->", "{#<<}"},
    {"LessThanBang", "<!--<!-->", "{#<!}"},
    {"LessThanBangDash", "<!--<!--->", "{#<!-}"},
    {"LessThanBangDashLetter", "<!--<!-a-->", "{#<!-a}"},
    {"LessThanBangDashDash", "<!--<!-- a -->", "{#<!-- a }"},
    {"LessThanBangDashDashBang", "<!--<!--!>", "{#<!}"},
    {"LessThanBangLetter", "<!--<!a-->", "{#<!a}"},
    {"NestedEndsOnce", "<!-- <!-- a --> b -->", "{# <!-- a } b -->"},
    {"HoldsTags", "<!--<p a=\"-->\">", "{#<p a=\"}\">"},
    {"HoldsNul", "<!--a\000b-->"sv, "{#a�b}"},
    {"BeginsWithNul", "<!--\000-->"sv, "{#�}"},
    {"NulBehindDash", "<!---\000-->"sv, "{#-�}"},
    {"NulBehindDashes", "<!--a--\000-->"sv, "{#a--�}"},
    {"NulBehindBang", "<!--a--!\000-->"sv, "{#a--!�}"},
    {"HoldsLineEnds", "<!--a\r\nb-->", "{#a\nb}"},
    {"HoldsReference", "<!--&amp;-->", "{#&amp;}"},
    {"UnclosedEmpty", "x<!--", "x{#}"},
    {"UnclosedDash", "x<!---", "x{#}"},
    {"UnclosedText", "x<!--a", "x{#a}"},
    {"UnclosedTextAndDash", "x<!--a-", "x{#a}"},
    {"UnclosedTextAndDashes", "x<!--a--", "x{#a}"},
    {"UnclosedThreeDashes", "x<!--a---", "x{#a-}"},
    {"UnclosedBang", "x<!--a--!", "x{#a}"},
    {"UnclosedLessThan", "x<!--<", "x{#<}"},
    {"UnclosedLessThanBang", "x<!--<!", "x{#<!}"},
    {"UnclosedLessThanBangDash", "x<!--<!-", "x{#<!}"},
    {"UnclosedLessThanBangDashDash", "x<!--<!--", "x{#<!}"},
    {"OneDashIsBogus", "<!-a-->b", "{#-a--}b"},
    {"BogusHoldsDashes", "<!a--b>c", "{#a--b}c"},
    {"BogusHoldsNul", "<!a\000b>"sv, "{#a�b}"},
    {"BogusUnclosed", "<!a", "{#a}"},
    {"BogusEmpty", "<!>a", "{#}a"},
    {"BogusQuestionMark", "<?xml version=\"1.0\"?>a", "{#?xml version=\"1.0\"?}a"},
    {"BogusQuestionMarkHoldsGreaterThan", "<?a > b?>", "{#?a } b?>"},
    {"BogusEndTag", "</ a=\"b>c\">", "{# a=\"b}c\">"},
    {"DoctypeWithALetterMissing", "<!DOCTYP html>", "{#DOCTYP html}"},
    {"CdataIsBogus", "<![CDATA[a>b]]>", "{#[CDATA[a}b]]>"},
};

class InData : public testing::TestWithParam<TokensCase> {};
TEST_P(InData, GivesTokens) { EXPECT_EQ(drawn_tokens(GetParam().page), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Data, InData, testing::ValuesIn(kData), row_name);
INSTANTIATE_TEST_SUITE_P(Comments, InData, testing::ValuesIn(kComments), row_name);

constexpr TokensCase kCdata[] = {
    {"Text", "a<b>&amp;", "a<b>&amp;"},
    {"NulStays", "a\000b"sv, "a\000b"sv},
    {"Closed", "a]]>b", "ab"},
    {"ClosedAtOnce", "]]>b", "b"},
    {"OneBracket", "a]b]]>", "a]b"},
    {"TwoBrackets", "a]]b]]>", "a]]b"},
    {"ThreeBrackets", "a]]]>b", "a]b"},
    {"ManyBrackets", "a]]]]]]>b", "a]]]]b"},
    {"BracketAtTheEnd", "a]", "a]"},
    {"BracketsAtTheEnd", "a]]", "a]]"},
    {"BracketGreaterThan", "a]>b]]>", "a]>b"},
    {"DataBehind", "a]]><b>&amp;]]>", "a{b}&]]>"},
};

class InCdata : public testing::TestWithParam<TokensCase> {};
TEST_P(InCdata, GivesTokens) {
  EXPECT_EQ(drawn_tokens(GetParam().page, Tokenizer::State::kCdata), GetParam().drawn);
}
INSTANTIATE_TEST_SUITE_P(Cdata, InCdata, testing::ValuesIn(kCdata), row_name);

// A page, and its tokens by a tokenizer that follows start tags.
constexpr TokensCase kFollowed[] = {
    {"Title", "<title>a<b>&lt;</title><b>", "{title}a<b><{/title}{b}"},
    {"Textarea", "<textarea><p></textarea><p>", "{textarea}<p>{/textarea}{p}"},
    {"Style", "<style><p>&lt;</style><p>", "{style}<p>&lt;{/style}{p}"},
    {"Script", "<script>a<b<!--</script><p>", "{script}a<b<!--{/script}{p}"},
    {"ScriptInCapitals", "<SCRIPT a=b><p></Script><P>", "{script a=[b]}<p>{/script}{p}"},
    {"EmptyScript", "<script></script><p>", "{script}{/script}{p}"},
    {"UnclosedScript", "<script><p>", "{script}<p>"},
    {"ScriptCutInItsEndTag", "<script>a</script", "{script}a</script"},
    {"ScriptCutInItsEndTagsAttributes", "<script>a</script b", "{script}a"},
    {"SelfClosingScriptIsOpen", "<script/><p></script>", "{script /}<p>{/script}"},
    {"Iframe", "<iframe><p></iframe>", "{iframe}<p>{/iframe}"},
    {"Noembed", "<noembed><p></noembed>", "{noembed}<p>{/noembed}"},
    {"Noframes", "<noframes><p></noframes>", "{noframes}<p>{/noframes}"},
    {"Noscript", "<noscript><p></noscript>", "{noscript}<p>{/noscript}"},
    {"Xmp", "<xmp><p></xmp>", "{xmp}<p>{/xmp}"},
    {"Plaintext", "<plaintext><p></plaintext>", "{plaintext}<p></plaintext>"},
    {"OnlyItsOwnEndTagEndsIt", "<style></script></title></style>", "{style}</script></title>{/style}"},
    {"EndTagAloneChangesNothing", "</script><p>", "{/script}{p}"},
    {"CdataIsACommentOutsideSvg", "<![CDATA[a]]>", "{#[CDATA[a]]}"},
    {"OtherElementsChangeNothing", "<div><p></div>", "{div}{p}{/div}"},
};
class Followed : public testing::TestWithParam<TokensCase> {};
TEST_P(Followed, ChangesTheState) {
  EXPECT_EQ(drawn_tokens(GetParam().page, Tokenizer::Settings()), GetParam().drawn);
}
INSTANTIATE_TEST_SUITE_P(Pages, Followed, testing::ValuesIn(kFollowed), row_name);

TEST(Tokenizer, ReadsNoscriptWithoutScripting) {
  EXPECT_EQ(drawn_tokens("<noscript><p></noscript>", {.scripting = false}), "{noscript}{p}{/noscript}");
}

TEST(Tokenizer, TakesSelfClosingAtItsWordInXml) {
  EXPECT_EQ(drawn_tokens("<script/><p><title/>", {.is_xml = true}), "{script /}{p}{title /}");
}

TEST(Tokenizer, ReadsCdataAndNoStatesInForeignContent) {
  Tokenizer tokenizer("<title><![CDATA[<b>&amp;]]></title>", Tokenizer::Settings());
  tokenizer.set_foreign(true);
  std::string drawn;
  for (const Token* token = &tokenizer.next(); token->kind != Token::Kind::kEnd; token = &tokenizer.next())
    drawn += drawn_token(*token);
  EXPECT_EQ(drawn, "{title}<b>&amp;{/title}");
}

TEST(Tokenizer, ComesBackToAPosition) {
  Tokenizer tokenizer("<b>\r\n<script>x", Tokenizer::Settings());
  (void)tokenizer.next();
  const std::size_t position = tokenizer.position();
  while (tokenizer.next().kind != Token::Kind::kEnd) continue;
  tokenizer.seek(position);
  EXPECT_EQ(drawn_token(tokenizer.next()), "\n");
  EXPECT_EQ(drawn_token(tokenizer.next()), "{script}");
}

TEST(Tokenizer, StaysAtTheEnd) {
  Tokenizer tokenizer("a", Tokenizer::Settings());
  EXPECT_EQ(tokenizer.next().kind, Token::Kind::kText);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(tokenizer.next().kind, Token::Kind::kEnd);
  EXPECT_EQ(Tokenizer().next().kind, Token::Kind::kEnd);
}

// What repeats for a megabyte, from data on. Were one of them quadratic, this would take minutes.
struct RepeatedCase {
  const char* name;
  std::string_view before;
  std::string_view repeated;
};

constexpr RepeatedCase kRepeated[] = {
    {"LessThan", "", "<"},
    {"Ampersand", "", "&"},
    {"AmpersandName", "", "&abcdefghijklmnopqrstuvwxyz"},
    {"NumberSign", "", "&#"},
    {"DigitsWithoutEnd", "&#", "1"},
    {"Comment", "", "<!--"},
    {"CommentDashes", "<!--", "-"},
    {"CommentBangs", "<!--", "--!"},
    {"BogusComment", "", "<!"},
    {"QuestionMark", "", "<?"},
    {"EndTagOpen", "", "</"},
    {"TagsWithoutEnd", "", "<a "},
    {"TagsWithoutQuote", "", "<a b=\""},
    {"TagsWithoutSingleQuote", "", "<a b='"},
    {"OneTagOfAttributes", "<a", " b"},
    {"OneTagOfSlashes", "<a", "/"},
    {"OneNameOfEquals", "<a ", "="},
    {"Capitals", "<a ", "A b=\"&amp;\" "},
    {"Doctype", "", "<!DOCTYPE "},
    {"DoctypeIdentifier", "<!DOCTYPE a PUBLIC \"", "a"},
    {"CdataInData", "", "<![CDATA["},
    {"Script", "", "<script>"},
    {"ScriptComment", "", "<script><!--<script>"},
    {"ScriptEndTags", "<script>", "</scrip"},
    {"ScriptDashes", "<script><!--", "-"},
    {"ScriptDoubled", "<script><!--", "<script></script "},
    {"TitleEndTags", "<title>", "</titl"},
    {"TitleAmpersands", "<title>", "&"},
    {"TitleReferences", "<title>", "&amp;"},
    {"StyleEndTags", "<style>", "</style "},
    {"StyleLessThan", "<style>", "<"},
    {"Nul", "<style>", std::string_view("\0", 1)},
    {"CarriageReturn", "", "\r"},
};

class Megabyte : public testing::TestWithParam<RepeatedCase> {};
TEST_P(Megabyte, TakesLinearTime) {
  std::string page(GetParam().before);
  while (page.size() < std::size_t{1} << 20) page += GetParam().repeated;
  Tokenizer tokenizer(page, Tokenizer::Settings());
  std::size_t tokens = 0;
  while (tokenizer.next().kind != Token::Kind::kEnd) ++tokens;
  EXPECT_LE(tokens, page.size());
}
INSTANTIATE_TEST_SUITE_P(Repeated, Megabyte, testing::ValuesIn(kRepeated),
                         [](const auto& row) { return row.param.name; });

TEST(Tokenizer, DropsRepeatedAttributesOfALargeTag) {
  std::string page = "<a";
  for (int i = 0; i < 50000; ++i)
    page.append(" b").append(std::to_string(i % 25000)).append("=").append(std::to_string(i));
  page += '>';
  Tokenizer tokenizer(page, Tokenizer::Settings());
  const auto attributes = tokenizer.next().tag->attributes();
  ASSERT_EQ(attributes.size(), 25000U);
  for (std::size_t i = 0; i < attributes.size(); ++i) ASSERT_EQ(attributes[i].raw, std::to_string(i));
}

}  // namespace
}  // namespace sito::html

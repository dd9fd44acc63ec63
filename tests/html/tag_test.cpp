#include "html/tag.h"

#include <gtest/gtest.h>

#include <string>

#include "html/drawn_tokens.h"

namespace sito::html {
namespace {

using namespace std::string_view_literals;

constexpr TokensCase kTags[] = {
    {"Plain", "<h1>", "{h1}"},
    {"CapitalsBecomeSmall", "<HtMl>", "{html}"},
    {"OnlyAsciiBecomesSmall", "<aЯÉ>", "{aЯÉ}"},
    {"NameHoldsDigitsAndSigns", "<h1-x:y_z.>", "{h1-x:y_z.}"},
    {"NameHoldsLessThan", "<a<b>", "{a<b}"},
    {"NameHoldsQuotes", "<a\"b'c>", "{a\"b'c}"},
    {"NameHoldsEquals", "<a=b>", "{a=b}"},
    {"NameHoldsNul", "<a\000b>"sv, "{a�b}"},
    {"NameHoldsAmpersand", "<a&lt;b>", "{a&lt;b}"},
    {"NameEndsAtTab", "<a\tb>", "{a b=[]}"},
    {"NameEndsAtLineFeed", "<a\nb>", "{a b=[]}"},
    {"NameEndsAtFormFeed", "<a\fb>", "{a b=[]}"},
    {"NameEndsAtSpace", "<a b>", "{a b=[]}"},
    {"NameEndsAtCarriageReturn", "<a\rb>", "{a b=[]}"},
    {"NameEndsAtSlash", "<a/b>", "{a b=[]}"},
    {"NameAtTheEnd", "x<a", "x"},
    {"NameAndSpaceAtTheEnd", "x<a ", "x"},
    {"NoBreakSpaceIsPartOfAName", "<a\302\240b>", "{a\302\240b}"},
    {"SelfClosing", "<br/>", "{br /}"},
    {"SelfClosingBehindSpace", "<br />", "{br /}"},
    {"SlashAndSpaceIsNotSelfClosing", "<br/ >", "{br}"},
    {"TwoSlashes", "<br//>", "{br /}"},
    {"SlashAtTheEnd", "x<br/", "x"},
    {"SlashBeforeAttribute", "<a/b/c/>", "{a b=[] c=[] /}"},
    {"EndTag", "</p>", "{/p}"},
    {"EndTagWithSpace", "</p >", "{/p}"},
    {"EndTagLosesAttributes", "</p a=b c>", "{/p}"},
    {"EndTagLosesSlash", "</p/>", "{/p}"},
    {"EndTagCapitals", "</DIV>", "{/div}"},
    {"EndTagAtTheEnd", "x</p", "x"},
    {"EndTagHoldsNul", "</p\000>"sv, "{/p�}"},
    {"TextAroundTags", "a<b>c</b>d", "a{b}c{/b}d"},
    {"TagsSideBySide", "<a><b></b></a>", "{a}{b}{/b}{/a}"},
};

constexpr TokensCase kAttributeNames[] = {
    {"WithoutValue", "<a b>", "{a b=[]}"},
    {"Two", "<a b c>", "{a b=[] c=[]}"},
    {"CapitalsBecomeSmall", "<a HREF>", "{a href=[]}"},
    {"OnlyAsciiBecomesSmall", "<a ЯÉ>", "{a ЯÉ=[]}"},
    {"HoldsNul", "<a b\000c>"sv, "{a b�c=[]}"},
    {"BeginsWithNul", "<a \000>"sv, "{a �=[]}"},
    {"HoldsQuotes", "<a b\"c'd>", "{a b\"c'd=[]}"},
    {"BeginsWithQuote", "<a \"b\">", "{a \"b\"=[]}"},
    {"HoldsLessThan", "<a b<c>", "{a b<c=[]}"},
    {"BeginsWithLessThan", "<a <b>", "{a <b=[]}"},
    {"BeginsWithEquals", "<a =b>", "{a =b=[]}"},
    {"OnlyEquals", "<a =>", "{a ==[]}"},
    {"TwoEquals", "<a ==>", "{a ==[]}"},
    {"EqualsAndValue", "<a =b=c>", "{a =b=[c]}"},
    {"HoldsAmpersand", "<a &lt;=b>", "{a &lt;=[b]}"},
    {"EndsAtTab", "<a b\tc>", "{a b=[] c=[]}"},
    {"EndsAtLineFeed", "<a b\nc>", "{a b=[] c=[]}"},
    {"EndsAtFormFeed", "<a b\fc>", "{a b=[] c=[]}"},
    {"EndsAtSlash", "<a b/c>", "{a b=[] c=[]}"},
    {"EndsAtSlashAndCloses", "<a b/>", "{a b=[] /}"},
    {"AtTheEnd", "x<a b", "x"},
    {"SpaceBehindAtTheEnd", "x<a b ", "x"},
    {"SpaceBeforeEquals", "<a b =c>", "{a b=[c]}"},
    {"LinesBeforeEquals", "<a b\t\n\f =c>", "{a b=[c]}"},
    {"SpaceAndSlash", "<a b /c>", "{a b=[] c=[]}"},
    {"SpaceAndClose", "<a b >", "{a b=[]}"},
    {"SpaceAndNul", "<a b \000>"sv, "{a b=[] �=[]}"},
    {"SpaceAndQuote", "<a b \"c\">", "{a b=[] \"c\"=[]}"},
    {"RepeatedFirstWins", "<a b=1 b=2>", "{a b=[1]}"},
    {"RepeatedInCapitals", "<a b=1 B=2>", "{a b=[1]}"},
    {"RepeatedWithoutValue", "<a b b=2>", "{a b=[]}"},
    {"RepeatedThreeTimes", "<a b=1 c=2 b=3 c=4 b=5>", "{a b=[1] c=[2]}"},
    {"SpaceOfMoreLines", "<a\n\n b\n>", "{a b=[]}"},
    {"SpaceOfTabsAndFeeds", "<a \t\fb \t\f>", "{a b=[]}"},
    {"NoBreakSpaceIsPartOfAName", "<a b\302\240c>", "{a b\302\240c=[]}"},
};

constexpr TokensCase kAttributeValues[] = {
    {"DoubleQuoted", "<a b=\"c d\">", "{a b=[c d]}"},
    {"SingleQuoted", "<a b='c d'>", "{a b=[c d]}"},
    {"Unquoted", "<a b=c>", "{a b=[c]}"},
    {"EmptyDouble", "<a b=\"\">", "{a b=[]}"},
    {"EmptySingle", "<a b=''>", "{a b=[]}"},
    {"Missing", "<a b=>", "{a b=[]}"},
    {"MissingBehindSpace", "<a b= >", "{a b=[]}"},
    {"SpacesBeforeValue", "<a b=\t\n\f \"c\">", "{a b=[c]}"},
    {"SpaceBeforeUnquoted", "<a b= c>", "{a b=[c]}"},
    {"ValueAtTheEnd", "x<a b=", "x"},
    {"DoubleHoldsSingle", "<a b=\"'\">", "{a b=[']}"},
    {"SingleHoldsDouble", "<a b='\"'>", "{a b=[\"]}"},
    {"DoubleHoldsGreaterThan", "<a b=\"c>d\">", "{a b=[c>d]}"},
    {"SingleHoldsTag", "<a b='</a>'>", "{a b=[</a>]}"},
    {"DoubleHoldsLineEnds", "<a b=\"c\r\nd\re\">", "{a b=[c\nd\ne]}"},
    {"DoubleHoldsNul", "<a b=\"c\000d\">"sv, "{a b=[c�d]}"},
    {"SingleHoldsNul", "<a b='c\000d'>"sv, "{a b=[c�d]}"},
    {"UnquotedHoldsNul", "<a b=c\000d>"sv, "{a b=[c�d]}"},
    {"DoubleKeepsCase", "<a b=\"CdЯ\">", "{a b=[CdЯ]}"},
    {"DoubleReference", "<a b=\"&amp;&#1108;\">", "{a b=[&є]}"},
    {"SingleReference", "<a b='&amp;&#x454;'>", "{a b=[&є]}"},
    {"UnquotedReference", "<a b=&amp;c>", "{a b=[&c]}"},
    {"DoubleAtTheEnd", "x<a b=\"c", "x"},
    {"SingleAtTheEnd", "x<a b='c", "x"},
    {"UnquotedAtTheEnd", "x<a b=c", "x"},
    {"ReferenceAtTheEnd", "x<a b=\"&amp", "x"},
    {"DoubleUnclosedSwallows", "x<a b=\"c>d</a>", "x"},
    {"UnquotedEndsAtTab", "<a b=c\td>", "{a b=[c] d=[]}"},
    {"UnquotedEndsAtLineFeed", "<a b=c\nd>", "{a b=[c] d=[]}"},
    {"UnquotedEndsAtFormFeed", "<a b=c\fd>", "{a b=[c] d=[]}"},
    {"UnquotedHoldsSlash", "<a b=c/d>", "{a b=[c/d]}"},
    {"UnquotedSlashIsNotSelfClosing", "<a b=c/>", "{a b=[c/]}"},
    {"UnquotedHoldsQuotes", "<a b=c\"d'e>", "{a b=[c\"d'e]}"},
    {"UnquotedHoldsLessThan", "<a b=c<d>", "{a b=[c<d]}"},
    {"UnquotedHoldsEquals", "<a b=c=d>", "{a b=[c=d]}"},
    {"UnquotedHoldsGrave", "<a b=`c`>", "{a b=[`c`]}"},
    {"UnquotedBeginsWithEquals", "<a b==c>", "{a b=[=c]}"},
    {"UnquotedBeginsWithLessThan", "<a b=<c>", "{a b=[<c]}"},
    {"UnquotedBeginsWithSlash", "<a b=/>", "{a b=[/]}"},
    {"BehindQuotesSpace", "<a b=\"c\" d>", "{a b=[c] d=[]}"},
    {"BehindQuotesTab", "<a b=\"c\"\td>", "{a b=[c] d=[]}"},
    {"BehindQuotesLineFeed", "<a b='c'\nd>", "{a b=[c] d=[]}"},
    {"BehindQuotesFormFeed", "<a b=\"c\"\fd>", "{a b=[c] d=[]}"},
    {"BehindQuotesSlash", "<a b=\"c\"/>", "{a b=[c] /}"},
    {"BehindQuotesClose", "<a b='c'>", "{a b=[c]}"},
    {"BehindQuotesNext", "<a b=\"c\"d='e'f>", "{a b=[c] d=[e] f=[]}"},
    {"BehindQuotesSlashAndNext", "<a b=\"c\"/d>", "{a b=[c] d=[]}"},
    {"BehindQuotesAtTheEnd", "x<a b=\"c\"", "x"},
    {"BehindQuotesQuote", "<a b=\"c\"\">", "{a b=[c] \"=[]}"},
    {"BehindQuotesEquals", "<a b=\"c\"=d>", "{a b=[c] =d=[]}"},
};

class Tags : public testing::TestWithParam<TokensCase> {};
TEST_P(Tags, GivesTokens) { EXPECT_EQ(drawn_tokens(GetParam().page), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Tags, Tags, testing::ValuesIn(kTags), row_name);
INSTANTIATE_TEST_SUITE_P(AttributeNames, Tags, testing::ValuesIn(kAttributeNames), row_name);
INSTANTIATE_TEST_SUITE_P(AttributeValues, Tags, testing::ValuesIn(kAttributeValues), row_name);

TEST(Tag, FindsAttributes) {
  Tag tag;
  const std::string_view page = "<a HREF=x b>rest";
  EXPECT_EQ(tag.read(page, 1), page.size() - 4);
  ASSERT_NE(tag.find("href"), nullptr);
  EXPECT_EQ(tag.find("href")->raw, "x");
  EXPECT_EQ(tag.find("b")->raw, "");
  EXPECT_EQ(tag.find("c"), nullptr);
  EXPECT_EQ(tag.element().name, "a");
}

TEST(Tag, TellsThatThePageEnds) {
  Tag tag;
  for (const std::string_view page : {"a", "a ", "a b", "a b=", "a b='c", "a /"})
    EXPECT_EQ(tag.read(page, 0), Tag::kUnfinished) << page;
}

// Small letters lie in one buffer, which grows under the names that were there before.
TEST(Tag, KeepsNamesThatAreNotAsInThePage) {
  std::string page = "P", want = "{p";
  for (int i = 0; i < 12; ++i) {
    page.append(" ").append(std::string(40, static_cast<char>('A' + i)));
    want.append(" ").append(std::string(40, static_cast<char>('a' + i))).append("=[]");
  }
  EXPECT_EQ(drawn_tokens("<" + page + ">"), want + "}");
}

TEST(Tag, ValueIsAViewWhereItCanBe) {
  std::string buffer;
  const Attribute plain{"a", "b c"};
  EXPECT_EQ(value(plain, buffer).data(), plain.raw.data());
  EXPECT_EQ(value({"a", "b&amp;c"}, buffer), "b&c");
}

}  // namespace
}  // namespace sito::html

#include "html/raw_text.h"

#include <gtest/gtest.h>

#include "html/drawn_tokens.h"

namespace sito::html {
namespace {

using namespace std::string_view_literals;

constexpr TokensCase kCharacters[] = {
    {"Text", "a<b>c", "a<b>c"},
    {"ReferenceResolves", "&lt;b&gt;", "<b>"},
    {"AmpersandAlone", "a & b", "a & b"},
    {"AmpersandAtTheEnd", "a&", "a&"},
    {"NulIsReplaced", "a\000b"sv, "a�b"},
    {"LessThanAtTheEnd", "a<", "a<"},
    {"EndTag", "a</title>b", "a{/title}b"},
    {"EndTagCapitals", "a</TITLE>b", "a{/title}b"},
    {"EndTagSpace", "a</title >b", "a{/title}b"},
    {"EndTagTab", "a</title\t>b", "a{/title}b"},
    {"EndTagLineFeed", "a</title\n>b", "a{/title}b"},
    {"EndTagFormFeed", "a</title\f>b", "a{/title}b"},
    {"EndTagSlash", "a</title/>b", "a{/title}b"},
    {"EndTagAttributes", "a</title b=c>d", "a{/title}d"},
    {"EndTagOfOther", "a</b>c", "a</b>c"},
    {"EndTagWithMore", "a</titles>b", "a</titles>b"},
    {"EndTagCut", "a</titl>b", "a</titl>b"},
    {"EndTagUnclosed", "a</title", "a</title"},
    {"EndTagUnclosedSpace", "a</title ", "a"},
    {"SlashAtTheEnd", "a</", "a</"},
    {"SlashAndSpace", "a</ title>", "a</ title>"},
    {"SlashAndDigit", "a</1>", "a</1>"},
    {"LessThanTwice", "a<</title>b", "a<{/title}b"},
    {"EndTagAtOnce", "</title>b", "{/title}b"},
    {"DataBehind", "a</title><b>&amp;\000"sv, "a{/title}{b}&\000"sv},
    {"CommentIsText", "<!--a-->", "<!--a-->"},
    {"ReferenceBeforeEnd", "&amp;</title>b", "&{/title}b"},
    {"HalfReferenceBeforeEnd", "&am</title>b", "&am{/title}b"},
};

class Characters : public testing::TestWithParam<TokensCase> {};
TEST_P(Characters, GivesTokens) {
  EXPECT_EQ(drawn_tokens(GetParam().page, Tokenizer::State::kCharacters, "title"), GetParam().drawn);
}
INSTANTIATE_TEST_SUITE_P(Characters, Characters, testing::ValuesIn(kCharacters), row_name);

constexpr TokensCase kRaw[] = {
    {"Text", "a<b>c", "a<b>c"},
    {"ReferenceIsText", "&lt;", "&lt;"},
    {"NulIsReplaced", "a\000b"sv, "a�b"},
    {"LessThanAtTheEnd", "a<", "a<"},
    {"EndTag", "a</style>b", "a{/style}b"},
    {"EndTagCapitals", "a</StYlE>b", "a{/style}b"},
    {"EndTagSpace", "a</style >b", "a{/style}b"},
    {"EndTagTab", "a</style\t>b", "a{/style}b"},
    {"EndTagLineFeed", "a</style\n>b", "a{/style}b"},
    {"EndTagFormFeed", "a</style\f>b", "a{/style}b"},
    {"EndTagSlash", "a</style/>b", "a{/style}b"},
    {"EndTagAttributes", "a</style b=\"</style>\">c", "a{/style}c"},
    {"EndTagOfOther", "a</script>b", "a</script>b"},
    {"EndTagWithMore", "a</stylex>b", "a</stylex>b"},
    {"EndTagWithSign", "a</style=>b", "a</style=>b"},
    {"EndTagCut", "a</styl", "a</styl"},
    {"EndTagUnclosed", "a</style", "a</style"},
    {"EndTagUnclosedSlash", "a</style/", "a"},
    {"SlashAndSpace", "a</ style>", "a</ style>"},
    {"LessThanTwice", "a<</style>b", "a<{/style}b"},
    {"SlashTwice", "a<//style>b", "a<//style>b"},
    {"EndTagAtOnce", "</style>b", "{/style}b"},
    {"CommentHidesNothing", "<!--</style>-->", "<!--{/style}-->"},
    {"LineEnds", "a\r\nb", "a\nb"},
};

class Raw : public testing::TestWithParam<TokensCase> {};
TEST_P(Raw, GivesTokens) {
  EXPECT_EQ(drawn_tokens(GetParam().page, Tokenizer::State::kRaw, "style"), GetParam().drawn);
}
INSTANTIATE_TEST_SUITE_P(Raw, Raw, testing::ValuesIn(kRaw), row_name);

constexpr TokensCase kScript[] = {
    {"Text", "a<b>c", "a<b>c"},
    {"ReferenceIsText", "&lt;", "&lt;"},
    {"NulIsReplaced", "a\000b"sv, "a�b"},
    {"LessThanAtTheEnd", "a<", "a<"},
    {"LessThanLetter", "a<b", "a<b"},
    {"EndTag", "a</script>b", "a{/script}b"},
    {"EndTagCapitals", "a</SCRIPT>b", "a{/script}b"},
    {"EndTagSpace", "a</script >b", "a{/script}b"},
    {"EndTagTab", "a</script\t>b", "a{/script}b"},
    {"EndTagLineFeed", "a</script\n>b", "a{/script}b"},
    {"EndTagFormFeed", "a</script\f>b", "a{/script}b"},
    {"EndTagSlash", "a</script/>b", "a{/script}b"},
    {"EndTagAttributes", "a</script b>c", "a{/script}c"},
    {"EndTagOfOther", "a</style>b", "a</style>b"},
    {"EndTagWithMore", "a</scripts>b", "a</scripts>b"},
    {"EndTagCut", "a</scrip", "a</scrip"},
    {"EndTagUnclosed", "a</script", "a</script"},
    {"SlashAtTheEnd", "a</", "a</"},
    {"SlashAndDigit", "a</1", "a</1"},
    {"BangAtTheEnd", "a<!", "a<!"},
    {"BangLetter", "a<!b</script>c", "a<!b{/script}c"},
    {"BangDashAtTheEnd", "a<!-", "a<!-"},
    {"BangDashLetter", "a<!-b</script>c", "a<!-b{/script}c"},
    {"EscapedAtTheEnd", "a<!--", "a<!--"},
    {"EscapedText", "<!--a-->b</script>c", "<!--a-->b{/script}c"},
    {"EscapedEndsAtOnce", "<!--></script>a", "<!-->{/script}a"},
    {"EscapedEndsWithDash", "<!---></script>a", "<!--->{/script}a"},
    {"EscapedManyDashes", "<!--a------></script>b", "<!--a------>{/script}b"},
    {"EscapedDash", "<!--a-b-</script>c", "<!--a-b-{/script}c"},
    {"EscapedDashDash", "<!--a--b--</script>c", "<!--a--b--{/script}c"},
    {"EscapedDashLessThan", "<!--a-<b-->", "<!--a-<b-->"},
    {"EscapedDashDashLessThan", "<!--a--<b-->", "<!--a--<b-->"},
    {"EscapedNul", "<!--\000-\000--\000-->"sv, "<!--�-�--�-->"},
    {"EscapedNulBehindText", "<!--a\000-->"sv, "<!--a�-->"},
    {"EscapedUnclosed", "<!--a", "<!--a"},
    {"EscapedUnclosedDash", "<!--a-", "<!--a-"},
    {"EscapedUnclosedDashDash", "<!--a--", "<!--a--"},
    {"EscapedLessThanAtTheEnd", "<!--a<", "<!--a<"},
    {"EscapedLessThanSign", "<!--a<1-->", "<!--a<1-->"},
    {"EscapedEndTag", "<!--a</script>b", "<!--a{/script}b"},
    {"EscapedEndTagSpace", "<!--a</script >b", "<!--a{/script}b"},
    {"EscapedEndTagTab", "<!--a</script\t>b", "<!--a{/script}b"},
    {"EscapedEndTagLineFeed", "<!--a</script\n>b", "<!--a{/script}b"},
    {"EscapedEndTagFormFeed", "<!--a</script\f>b", "<!--a{/script}b"},
    {"EscapedEndTagCapitals", "<!--a</SCRIPT>b", "<!--a{/script}b"},
    {"EscapedEndTagSlash", "<!--a</script/>b", "<!--a{/script}b"},
    {"EscapedEndTagOfOther", "<!--a</style>b", "<!--a</style>b"},
    {"EscapedEndTagWithMore", "<!--a</scripts>b", "<!--a</scripts>b"},
    {"EscapedEndTagSlashAtTheEnd", "<!--a</", "<!--a</"},
    {"EscapedEndTagDigit", "<!--a</1>", "<!--a</1>"},
    {"EscapedEndTagUnclosed", "<!--a</script", "<!--a</script"},
    {"DoubledHidesEndTag", "<!--<script></script>a</script>b", "<!--<script></script>a{/script}b"},
    {"DoubledBySpace", "<!--<script </script>a</script>b", "<!--<script </script>a{/script}b"},
    {"DoubledByTab", "<!--<script\t</script>a</script>b", "<!--<script\t</script>a{/script}b"},
    {"DoubledByLineFeed", "<!--<script\n</script>a</script>b", "<!--<script\n</script>a{/script}b"},
    {"DoubledByFormFeed", "<!--<script\f</script>a</script>b", "<!--<script\f</script>a{/script}b"},
    {"DoubledBySlash", "<!--<script/</script>a</script>b", "<!--<script/</script>a{/script}b"},
    {"DoubledCapitals", "<!--<SCRIPT></SCRIPT>a</script>b", "<!--<SCRIPT></SCRIPT>a{/script}b"},
    {"DoubledNotByMore", "<!--<scripts></script>a", "<!--<scripts>{/script}a"},
    {"DoubledNotByLess", "<!--<scrip></script>a", "<!--<scrip>{/script}a"},
    {"DoubledNotBySign", "<!--<script-></script>a", "<!--<script->{/script}a"},
    {"DoubledNotByOther", "<!--<style></script>a", "<!--<style>{/script}a"},
    {"DoubledEndsWithComment", "<!--<script>--></script>a", "<!--<script>-->{/script}a"},
    {"DoubledManyDashes", "<!--<script>----></script>a", "<!--<script>---->{/script}a"},
    {"DoubledDash", "<!--<script>-a-</script>b</script>c", "<!--<script>-a-</script>b{/script}c"},
    {"DoubledDashDash", "<!--<script>--a--</script>b</script>c", "<!--<script>--a--</script>b{/script}c"},
    {"DoubledNul", "<!--<script>\000-\000--\000</script></script>a"sv,
     "<!--<script>�-�--�</script>{/script}a"},
    {"DoubledUnclosed", "<!--<script>a", "<!--<script>a"},
    {"DoubledUnclosedDash", "<!--<script>a-", "<!--<script>a-"},
    {"DoubledUnclosedDashDash", "<!--<script>a--", "<!--<script>a--"},
    {"DoubledLessThan", "<!--<script>a<b</script>c</script>d", "<!--<script>a<b</script>c{/script}d"},
    {"DoubledLessThanAtTheEnd", "<!--<script><", "<!--<script><"},
    {"DoubledLessThanSlash", "<!--<script></ script></script>a</script>b",
     "<!--<script></ script></script>a{/script}b"},
    {"DoubledEndWithMore", "<!--<script></scripts>a</script>b</script>c",
     "<!--<script></scripts>a</script>b{/script}c"},
    {"DoubledEndBySpace", "<!--<script></script a</script>b", "<!--<script></script a{/script}b"},
    {"DoubledEndBySlash", "<!--<script></script/a</script>b", "<!--<script></script/a{/script}b"},
    {"DoubledEndByTab", "<!--<script></script\ta</script>b", "<!--<script></script\ta{/script}b"},
    {"DoubledEndByLineFeed", "<!--<script></script\na</script>b", "<!--<script></script\na{/script}b"},
    {"DoubledEndByFormFeed", "<!--<script></script\fa</script>b", "<!--<script></script\fa{/script}b"},
    {"DoubledEndCapitals", "<!--<script></SCRIPT>a</script>b", "<!--<script></SCRIPT>a{/script}b"},
    {"DoubledEndUnclosed", "<!--<script></script", "<!--<script></script"},
    {"DoubledNulBehindText", "<!--<script>a\000</script></script>b"sv, "<!--<script>a�</script>{/script}b"},
    {"DoubledTwice", "<!--<script></script><script></script></script>a",
     "<!--<script></script><script></script>{/script}a"},
    {"DoubledNeverThrice", "<!--<script><script></script></script>a",
     "<!--<script><script></script>{/script}a"},
    {"DashDashLessThanDoubled", "<!----<script></script>a</script>b", "<!----<script></script>a{/script}b"},
    {"EscapedAgain", "<!--a--><!--b--></script>c", "<!--a--><!--b-->{/script}c"},
};

class Script : public testing::TestWithParam<TokensCase> {};
TEST_P(Script, GivesTokens) {
  EXPECT_EQ(drawn_tokens(GetParam().page, Tokenizer::State::kScript, "script"), GetParam().drawn);
}
INSTANTIATE_TEST_SUITE_P(Script, Script, testing::ValuesIn(kScript), row_name);

constexpr TokensCase kRest[] = {
    {"Text", "a<b>c", "a<b>c"},
    {"ReferenceIsText", "&lt;", "&lt;"},
    {"NulIsReplaced", "a\000b"sv, "a�b"},
    {"EndTagIsText", "a</plaintext>b", "a</plaintext>b"},
    {"CommentIsText", "<!--a-->", "<!--a-->"},
    {"LineEnds", "a\rb", "a\nb"},
};

class Rest : public testing::TestWithParam<TokensCase> {};
TEST_P(Rest, GivesTokens) {
  EXPECT_EQ(drawn_tokens(GetParam().page, Tokenizer::State::kRest, "plaintext"), GetParam().drawn);
}
INSTANTIATE_TEST_SUITE_P(Rest, Rest, testing::ValuesIn(kRest), row_name);

TEST(RawText, HasNoEndWithoutAName) {
  EXPECT_FALSE(is_end_tag("</>", 0, ""));
  EXPECT_EQ(drawn_tokens("a</>b</c>", Tokenizer::State::kRaw, ""), "a</>b</c>");
}

TEST(RawText, EndsWhereItIsAsked) {
  const std::string_view page = "a</b>c</b >d";
  EXPECT_EQ(find_end_tag(page, 0, "b"), 1U);
  EXPECT_EQ(find_end_tag(page, 2, "b"), 6U);
  EXPECT_EQ(find_end_tag(page, 7, "b"), page.size());
  EXPECT_EQ(find_script_end("<!--<script></script>--></script>", 0, "script"), 24U);
}

}  // namespace
}  // namespace sito::html

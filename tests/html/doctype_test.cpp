#include "html/doctype.h"

#include <gtest/gtest.h>

#include "html/drawn_tokens.h"

namespace sito::html {
namespace {

using namespace std::string_view_literals;

constexpr TokensCase kDoctypes[] = {
    {"Html", "<!DOCTYPE html>", "{!html}"},
    {"InSmallLetters", "<!doctype HTML>", "{!html}"},
    {"InMixedLetters", "<!dOcTyPe html>", "{!html}"},
    {"NoName", "<!DOCTYPE>", "{!(none) quirks}"},
    {"NoNameBehindSpace", "<!DOCTYPE >", "{!(none) quirks}"},
    {"NoNameAtTheEnd", "<!DOCTYPE", "{!(none) quirks}"},
    {"NoNameBehindSpaceAtTheEnd", "<!DOCTYPE ", "{!(none) quirks}"},
    {"NoSpaceBeforeName", "<!DOCTYPEhtml>", "{!html}"},
    {"LinesBeforeName", "<!DOCTYPE\t\n\f html>", "{!html}"},
    {"NameBeginsWithNul", "<!DOCTYPE \000a>"sv, "{!�a}"},
    {"NulRightBehind", "<!DOCTYPE\000>"sv, "{!�}"},
    {"NameHoldsNul", "<!DOCTYPE a\000b>"sv, "{!a�b}"},
    {"NameKeepsOtherCapitals", "<!DOCTYPE AЯ>", "{!aЯ}"},
    {"NameAtTheEnd", "<!DOCTYPE html", "{!html quirks}"},
    {"NameAndSpaceAtTheEnd", "<!DOCTYPE html ", "{!html quirks}"},
    {"NameAndLines", "<!DOCTYPE html\t\n\f >", "{!html}"},
    {"NameHoldsLessThan", "<!DOCTYPE <a>", "{!<a}"},
    {"BehindNameLetter", "<!DOCTYPE html a>b", "{!html quirks}b"},
    {"BehindNameHalfWord", "<!DOCTYPE html PUBLI \"a\">", "{!html quirks}"},
    {"BehindNameOtherWord", "<!DOCTYPE html SYSTEMS \"a\">", "{!html quirks}"},
    {"BehindNameBogusAtTheEnd", "<!DOCTYPE html a", "{!html quirks}"},
    {"BehindNameBogusHoldsNul", "<!DOCTYPE html a\000b>"sv, "{!html quirks}"},
    {"BehindNameBogusHoldsQuotes", "<!DOCTYPE html a \">b", "{!html quirks}b"},
    {"Public", "<!DOCTYPE html PUBLIC \"a\">", "{!html public=[a]}"},
    {"PublicSmall", "<!DOCTYPE html public 'a'>", "{!html public=[a]}"},
    {"PublicWithoutSpace", "<!DOCTYPE html PUBLIC\"a\">", "{!html public=[a]}"},
    {"PublicWithoutSpaceSingle", "<!DOCTYPE html PUBLIC'a'>", "{!html public=[a]}"},
    {"PublicNothing", "<!DOCTYPE html PUBLIC>", "{!html quirks}"},
    {"PublicNothingAtTheEnd", "<!DOCTYPE html PUBLIC", "{!html quirks}"},
    {"PublicSpace", "<!DOCTYPE html PUBLIC >", "{!html quirks}"},
    {"PublicSpaceAtTheEnd", "<!DOCTYPE html PUBLIC ", "{!html quirks}"},
    {"PublicLines", "<!DOCTYPE html PUBLIC\t\n\f \"a\">", "{!html public=[a]}"},
    {"PublicLetter", "<!DOCTYPE html PUBLIC a>", "{!html quirks}"},
    {"PublicLetterWithoutSpace", "<!DOCTYPE html PUBLICa>", "{!html quirks}"},
    {"PublicEmpty", "<!DOCTYPE html PUBLIC \"\">", "{!html public=[]}"},
    {"PublicHoldsOtherQuote", "<!DOCTYPE html PUBLIC \"a'b\">", "{!html public=[a'b]}"},
    {"PublicSingleHoldsDouble", "<!DOCTYPE html PUBLIC 'a\"b'>", "{!html public=[a\"b]}"},
    {"PublicHoldsNul", "<!DOCTYPE html PUBLIC \"a\000b\">"sv, "{!html public=[a�b]}"},
    {"PublicSingleHoldsNul", "<!DOCTYPE html PUBLIC 'a\000b'>"sv, "{!html public=[a�b]}"},
    {"PublicCutByGreaterThan", "<!DOCTYPE html PUBLIC \"a>b\">", "{!html public=[a] quirks}b\">"},
    {"PublicSingleCutByGreaterThan", "<!DOCTYPE html PUBLIC 'a>b'>", "{!html public=[a] quirks}b'>"},
    {"PublicUnclosed", "<!DOCTYPE html PUBLIC \"a", "{!html public=[a] quirks}"},
    {"PublicSingleUnclosed", "<!DOCTYPE html PUBLIC 'a", "{!html public=[a] quirks}"},
    {"PublicThenEnd", "<!DOCTYPE html PUBLIC \"a\"", "{!html public=[a] quirks}"},
    {"PublicThenSpaceAndEnd", "<!DOCTYPE html PUBLIC \"a\" ", "{!html public=[a] quirks}"},
    {"PublicThenLetter", "<!DOCTYPE html PUBLIC \"a\"b>", "{!html public=[a] quirks}"},
    {"PublicThenSpaceAndLetter", "<!DOCTYPE html PUBLIC \"a\" b>", "{!html public=[a] quirks}"},
    {"PublicThenSpace", "<!DOCTYPE html PUBLIC \"a\" >", "{!html public=[a]}"},
    {"PublicAndSystem", "<!DOCTYPE html PUBLIC \"a\" \"b\">", "{!html public=[a] system=[b]}"},
    {"PublicAndSystemSingle", "<!DOCTYPE html PUBLIC 'a' 'b'>", "{!html public=[a] system=[b]}"},
    {"PublicAndSystemWithoutSpace", "<!DOCTYPE html PUBLIC \"a\"\"b\">", "{!html public=[a] system=[b]}"},
    {"PublicAndSystemLines", "<!DOCTYPE html PUBLIC \"a\"\t\n\f \"b\">", "{!html public=[a] system=[b]}"},
    {"PublicKeepsCase",
     "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\">",
     "{!html public=[-//W3C//DTD HTML 4.01//EN] system=[http://www.w3.org/TR/html4/strict.dtd]}"},
    {"System", "<!DOCTYPE html SYSTEM \"a\">", "{!html system=[a]}"},
    {"SystemSmall", "<!DOCTYPE html system 'a'>", "{!html system=[a]}"},
    {"SystemWithoutSpace", "<!DOCTYPE html SYSTEM\"a\">", "{!html system=[a]}"},
    {"SystemWithoutSpaceSingle", "<!DOCTYPE html SYSTEM'a'>", "{!html system=[a]}"},
    {"SystemNothing", "<!DOCTYPE html SYSTEM>", "{!html quirks}"},
    {"SystemNothingAtTheEnd", "<!DOCTYPE html SYSTEM", "{!html quirks}"},
    {"SystemSpace", "<!DOCTYPE html SYSTEM >", "{!html quirks}"},
    {"SystemSpaceAtTheEnd", "<!DOCTYPE html SYSTEM ", "{!html quirks}"},
    {"SystemLines", "<!DOCTYPE html SYSTEM\t\n\f \"a\">", "{!html system=[a]}"},
    {"SystemLetter", "<!DOCTYPE html SYSTEM a>", "{!html quirks}"},
    {"SystemEmpty", "<!DOCTYPE html SYSTEM ''>", "{!html system=[]}"},
    {"SystemHoldsNul", "<!DOCTYPE html SYSTEM \"a\000b\">"sv, "{!html system=[a�b]}"},
    {"SystemSingleHoldsNul", "<!DOCTYPE html SYSTEM 'a\000b'>"sv, "{!html system=[a�b]}"},
    {"SystemCutByGreaterThan", "<!DOCTYPE html SYSTEM \"a>b\">", "{!html system=[a] quirks}b\">"},
    {"SystemUnclosed", "<!DOCTYPE html SYSTEM \"a", "{!html system=[a] quirks}"},
    {"SystemSingleUnclosed", "<!DOCTYPE html SYSTEM 'a", "{!html system=[a] quirks}"},
    {"SystemThenEnd", "<!DOCTYPE html SYSTEM \"a\"", "{!html system=[a] quirks}"},
    {"SystemThenSpaceAndEnd", "<!DOCTYPE html SYSTEM \"a\" ", "{!html system=[a] quirks}"},
    {"SystemThenLetterIsNoQuirk", "<!DOCTYPE html SYSTEM \"a\"b>", "{!html system=[a]}"},
    {"SystemThenSpaceAndLetter", "<!DOCTYPE html SYSTEM \"a\" b>", "{!html system=[a]}"},
    {"SystemThenLetterAndEnd", "<!DOCTYPE html SYSTEM \"a\" b", "{!html system=[a]}"},
    {"SystemThenQuotes", "<!DOCTYPE html SYSTEM \"a\" \"b\">", "{!html system=[a]}"},
    {"CarriageReturnsWithin", "<!DOCTYPE\rhtml\r\n>", "{!html}"},
};

class Doctypes : public testing::TestWithParam<TokensCase> {};
TEST_P(Doctypes, GivesTokens) { EXPECT_EQ(drawn_tokens(GetParam().page), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Doctypes, Doctypes, testing::ValuesIn(kDoctypes), row_name);

}  // namespace
}  // namespace sito::html

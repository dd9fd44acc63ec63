#include "html/references.h"

#include <gtest/gtest.h>

#include <string>

#include "data/tables.h"
#include "html/drawn_tokens.h"

namespace sito::html {
namespace {

using namespace std::string_view_literals;

constexpr TokensCase kReferences[] = {
    {"Named", "&eacute;", "é"},
    {"NamedOfTwoCharacters", "&nGt;", "≫⃒"},
    {"NamedOfTheMostLetters", "&CounterClockwiseContourIntegral;", "∳"},
    {"NamedBeyondTheBasicPlane", "&Afr;", "𝔄"},
    {"NamedInOtherCase", "&EACUTE;", "&EACUTE;"},
    {"CaseTellsNames", "&Dagger;&dagger;", "‡†"},
    {"WithoutSemicolon", "&eacute", "é"},
    {"WithoutSemicolonInAWord", "&eacutex", "éx"},
    {"WithoutSemicolonBeforeEquals", "&amp=", "&="},
    {"WithoutSemicolonBeforeMarkup", "&lt<a>", "<{a}"},
    {"LongestMatch", "&notin;", "∉"},
    {"LongestMatchWithoutSemicolon", "&notit;", "¬it;"},
    {"LongestMatchOfTwo", "&frac12x&frac123;", "½x½3;"},
    {"NeedsItsSemicolon", "&alpha", "&alpha"},
    {"NeedsItsSemicolonInAWord", "&alphax;", "&alphax;"},
    {"Unknown", "&xyzzy;", "&xyzzy;"},
    {"UnknownWithoutSemicolon", "&xyzzy ", "&xyzzy "},
    {"UnknownLong", "&abcdefghijklmnopqrstuvwxyzabcdefghijklmnop;",
     "&abcdefghijklmnopqrstuvwxyzabcdefghijklmnop;"},
    {"UnknownThenNamed", "&x&amp;", "&x&"},
    {"SpaceBehindAmpersand", "& amp;", "& amp;"},
    {"SemicolonBehindAmpersand", "&;", "&;"},
    {"MarkupBehindAmpersand", "&<b>", "&{b}"},
    {"TwoAmpersands", "&&amp;", "&&"},
    {"ResolvedOnce", "&amp;lt;", "&lt;"},
    {"Decimal", "&#1108;", "є"},
    {"DecimalWithoutSemicolon", "&#1108", "є"},
    {"DecimalThenLetter", "&#65B", "AB"},
    {"DecimalThenMarkup", "&#65<b>", "A{b}"},
    {"DecimalWithZeros", "&#00000000000000000065;", "A"},
    {"Hexadecimal", "&#x454;", "є"},
    {"HexadecimalCapitals", "&#X45A;", "њ"},
    {"HexadecimalWithoutSemicolon", "&#x41", "A"},
    {"HexadecimalThenLetter", "&#x41g", "Ag"},
    {"NumberSignAlone", "&#", "&#"},
    {"NumberSignAndSemicolon", "&#;", "&#;"},
    {"NumberSignAndLetter", "&#a;", "&#a;"},
    {"NumberSignAndSpace", "&# 65;", "&# 65;"},
    {"XAlone", "&#x", "&#x"},
    {"XAndSemicolon", "&#x;", "&#x;"},
    {"XAndLetter", "&#xg;", "&#xg;"},
    {"CapitalXAlone", "&#X", "&#X"},
    {"Zero", "&#0;", "�"},
    {"ZeroHexadecimal", "&#x0;", "�"},
    {"BeyondUnicode", "&#x110000;", "�"},
    {"FarBeyondUnicode", "&#99999999999999999999999999;", "�"},
    {"LastOfUnicode", "&#x10FFFF;", "\364\217\277\277"},
    {"FirstSurrogate", "&#xD800;", "�"},
    {"LastSurrogate", "&#xDFFF;", "�"},
    {"BeforeSurrogates", "&#xD7FF;", "퟿"},
    {"BehindSurrogates", "&#xE000;", "\356\200\200"},
    {"Noncharacter", "&#xFFFE;", "\357\277\276"},
    {"NoncharacterWithin", "&#xFDD0;", "\357\267\220"},
    {"Control", "&#1;", "\001"},
    {"Delete", "&#x7F;", "\177"},
    {"CarriageReturnStaysOne", "&#13;", "\r"},
    {"LineFeed", "&#10;", "\n"},
    {"C1Euro", "&#128;", "€"},
    {"C1Unassigned", "&#129;", "\302\201"},
    {"C1LowQuote", "&#x84;", "„"},
    {"C1Caron", "&#138;", "Š"},
    {"C1Zhe", "&#142;", "Ž"},
    {"C1Quotes", "&#145;&#146;&#147;&#148;", "‘’“”"},
    {"C1Dashes", "&#150;&#151;", "–—"},
    {"C1Last", "&#159;", "Ÿ"},
    {"BehindC1", "&#160;", "\302\240"},
};

constexpr TokensCase kReferencesInAttributes[] = {
    {"Named", "<a b=\"&eacute;\">", "{a b=[é]}"},
    {"WithoutSemicolonAtTheEnd", "<a b=\"&eacute\">", "{a b=[é]}"},
    {"WithoutSemicolonBeforeSpace", "<a b=\"&eacute x\">", "{a b=[é x]}"},
    {"WithoutSemicolonBeforeSign", "<a b=\"&amp-\">", "{a b=[&-]}"},
    {"WithoutSemicolonBeforeLetter", "<a b=\"&notit;\">", "{a b=[&notit;]}"},
    {"WithoutSemicolonBeforeCapital", "<a b=\"&copyX\">", "{a b=[&copyX]}"},
    {"WithoutSemicolonBeforeDigit", "<a b=\"&copy1\">", "{a b=[&copy1]}"},
    {"WithoutSemicolonBeforeEquals", "<a b=\"?a=1&copy=2\">", "{a b=[?a=1&copy=2]}"},
    {"WithoutSemicolonBeforeEnd", "<a b=&amp>", "{a b=[&]}"},
    {"LongestMatch", "<a b=\"&notin;\">", "{a b=[∉]}"},
    {"SemicolonBeforeLetter", "<a b=\"&amp;x\">", "{a b=[&x]}"},
    {"SemicolonBeforeEquals", "<a b=\"&amp;=\">", "{a b=[&=]}"},
    {"NeedsItsSemicolon", "<a b=\"&alpha\">", "{a b=[&alpha]}"},
    {"Unknown", "<a b=\"&xyzzy;\">", "{a b=[&xyzzy;]}"},
    {"AmpersandAlone", "<a b=\"& &\">", "{a b=[& &]}"},
    {"AmpersandAndQuote", "<a b=\"&\"c>", "{a b=[&] c=[]}"},
    {"Decimal", "<a b=\"&#65x&#65\">", "{a b=[AxA]}"},
    {"DecimalBeforeEquals", "<a b='&#65=&#65'>", "{a b=[A=A]}"},
    {"Hexadecimal", "<a b=&#x41g>", "{a b=[Ag]}"},
    {"NumberSignAlone", "<a b=\"&#\">", "{a b=[&#]}"},
    {"XAlone", "<a b=\"&#x\">", "{a b=[&#x]}"},
    {"Zero", "<a b=\"&#0;\">", "{a b=[�]}"},
    {"QuoteByReference", "<a b=\"&quot;\">", "{a b=[\"]}"},
};

class References : public testing::TestWithParam<TokensCase> {};
TEST_P(References, GivesTokens) { EXPECT_EQ(drawn_tokens(GetParam().page), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(References, References, testing::ValuesIn(kReferences), row_name);
INSTANTIATE_TEST_SUITE_P(ReferencesInAttributes, References, testing::ValuesIn(kReferencesInAttributes),
                         row_name);

// Every row of the table, in a text and in a value, with its semicolon and without.
TEST(References, ReadsEveryName) {
  const auto& table = data::character_references();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto cells = table.row(i).cells;
    const std::string name = "&" + std::string(cells[0]);
    for (const bool in_attribute : {false, true}) {
      EXPECT_EQ(read_reference(name + ";", 0, in_attribute).characters(), cells[1]) << name;
      EXPECT_EQ(read_reference(name + ";", 0, in_attribute).length(), name.size() + 1) << name;
      const Reference without = read_reference(name, 0, in_attribute);
      if (cells[2] == "needed")
        EXPECT_NE(without.length(), name.size()) << name;
      else
        EXPECT_EQ(without.characters(), cells[1]) << name;
    }
  }
}

TEST(References, ResolvesAValue) {
  std::string out = "x";
  append_resolved("a&amp;b&c=d\0&#65;"sv, out);
  EXPECT_EQ(out, "xa&b&c=d\uFFFDA");
}

}  // namespace
}  // namespace sito::html

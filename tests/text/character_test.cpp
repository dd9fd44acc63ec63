#include "text/character.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <string>

#include "text/utf8.h"

namespace sito::text {
namespace {

// A code point and all that is true of it, a letter each: Letter, Upper, lOwer, Digit, Cyrillic, laTin,
// Blank, line End, dasH, Apostrophe.
struct CharacterCase {
  const char* name;
  char32_t character;
  std::string_view traits;
};

constexpr CharacterCase kCharacters[] = {
    {"Nul", U'\0', ""},
    {"SmallLatin", U'z', "LOT"},
    {"CapitalLatin", U'A', "LUT"},
    {"AtSign", U'@', ""},
    {"Bracket", U'[', ""},
    {"Brace", U'{', ""},
    {"SmallLatinWithMark", U'ż', "LOT"},
    {"SharpS", U'ß', "LOT"},
    {"TitleCase", U'\u01C5', "LUT"},
    {"CapitalCyrillic", U'Ж', "LUC"},
    {"SmallCyrillic", U'я', "LOC"},
    {"CapitalUkrainian", U'Ґ', "LUC"},
    {"SmallUkrainian", U'ї', "LOC"},
    {"CapitalIe", U'Є', "LUC"},
    {"ThousandsSignIsNoLetter", U'\u0482', "C"},
    {"CombiningCyrillic", U'\u0483', "LC"},
    {"SupplementCyrillic", U'\u0501', "LOC"},
    {"GreekIsNeither", U'ω', "LO"},
    {"Ideograph", U'字', "L"},
    {"CombiningAcuteIsALetter", U'\u0301', "L"},
    {"Digit", U'7', "D"},
    {"ArabicDigit", U'\u0663', "D"},
    {"SuperscriptIsNoDigit", U'²', ""},
    {"RomanNumeralIsNoLetter", U'\u2160', "T"},
    {"Space", U' ', "B"},
    {"Tab", U'\t', "B"},
    {"NoBreakSpace", U'\u00A0', "B"},
    {"FigureSpace", U'\u2007', "B"},
    {"NarrowNoBreakSpace", U'\u202F', "B"},
    {"IdeographicSpace", U'\u3000', "B"},
    {"OghamSpace", U'\u1680', "B"},
    {"ZeroWidthSpaceIsNoSpace", U'\u200B', ""},
    {"SoftHyphenIsNoDash", U'\u00AD', ""},
    {"ByteOrderMark", U'\uFEFF', ""},
    {"LineFeed", U'\n', "E"},
    {"CarriageReturn", U'\r', "E"},
    {"VerticalTab", U'\v', "E"},
    {"FormFeed", U'\f', "E"},
    {"NextLine", U'\u0085', "E"},
    {"LineSeparator", U'\u2028', "E"},
    {"ParagraphSeparator", U'\u2029', "E"},
    {"UnitSeparator", U'\x1F', ""},
    {"Hyphen", U'-', "H"},
    {"NoBreakHyphen", U'\u2011', "H"},
    {"EnDash", U'–', "H"},
    {"EmDash", U'—', "H"},
    {"HorizontalBar", U'―', "H"},
    {"Minus", U'−', "H"},
    {"DoubleLineIsNoDash", U'\u2016', ""},
    {"Apostrophe", U'\'', "A"},
    {"CurlyApostrophe", U'’', "A"},
    {"OpeningCurly", U'‘', "A"},
    {"ModifierApostropheIsALetterToo", U'\u02BC', "LA"},
    {"TurnedCommaIsALetterToo", U'\u02BB', "LA"},
    {"Backtick", U'`', "A"},
    {"Prime", U'′', "A"},
    {"FullWidthApostrophe", U'\uFF07', "A"},
    {"LowQuoteIsNoApostrophe", U'‚', ""},
    {"Guillemet", U'«', ""},
    {"Emoji", U'😀', ""},
    {"LastCodePoint", U'\U0010FFFF', ""},
};

std::string traits_of(char32_t c) {
  std::string traits;
  if (is_letter(c)) traits += 'L';
  if (is_upper(c)) traits += 'U';
  if (is_lower(c)) traits += 'O';
  if (is_digit(c)) traits += 'D';
  if (is_cyrillic(c)) traits += 'C';
  if (is_latin(c)) traits += 'T';
  if (is_blank(c)) traits += 'B';
  if (is_line_end(c)) traits += 'E';
  if (is_dash(c)) traits += 'H';
  if (is_apostrophe(c)) traits += 'A';
  return traits;
}

class Character : public testing::TestWithParam<CharacterCase> {};
TEST_P(Character, HasItsTraits) { EXPECT_EQ(traits_of(GetParam().character), GetParam().traits); }
INSTANTIATE_TEST_SUITE_P(CodePoints, Character, testing::ValuesIn(kCharacters),
                         [](const auto& row) { return row.param.name; });

// The short cuts must say what Unicode says.
TEST(Character, AgreesWithUnicodeBelowTheSurrogates) {
  for (char32_t c = 0; c < 0xD800; ++c) {
    const auto unicode = static_cast<UChar32>(c);
    ASSERT_EQ(is_space(c), u_isUWhiteSpace(unicode) != 0) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(is_digit(c), u_isdigit(unicode) != 0) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(is_assigned(c), u_isdefined(unicode) != 0) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(is_lower(c), u_charType(unicode) == U_LOWERCASE_LETTER) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(is_upper(c), u_isupper(unicode) || u_istitle(unicode)) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(to_lower(c), static_cast<char32_t>(u_tolower(unicode))) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(to_upper(c), static_cast<char32_t>(u_toupper(unicode))) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Character, BlanksAndLineEndsPartWhiteSpace) {
  for (char32_t c = 0; c < 0x3100; ++c)
    ASSERT_FALSE(is_blank(c) && is_line_end(c)) << static_cast<unsigned>(c);
}

// A text, and the form that keys of tables have.
struct FoldCase {
  const char* name;
  std::string_view text;
  std::string_view folded;
};

constexpr FoldCase kFolds[] = {
    {"Empty", "", ""},
    {"Latin", "Said ŻÓŁW", "said żółw"},
    {"Cyrillic", "Ґанок ЇЖАКА", "ґанок їжака"},
    {"EveryApostrophe", "п’ять п\u02BCять п`ять п‘ять", "п'ять п'ять п'ять п'ять"},
    {"QuotesAndDashesStay", "«Так» – „ні“", "«так» – „ні“"},
    {"SharpSKeepsItsLength", "Straße", "straße"},
    {"Emoji", "😀A", "😀a"},
};

class Folded : public testing::TestWithParam<FoldCase> {};
TEST_P(Folded, HasTheFormOfKeys) {
  EXPECT_EQ(folded(GetParam().text), GetParam().folded);
  std::string out = "what stood here before is written over";
  fold(GetParam().text, out);
  EXPECT_EQ(out, GetParam().folded);
  EXPECT_EQ(folded(out), out);
}
INSTANTIATE_TEST_SUITE_P(Texts, Folded, testing::ValuesIn(kFolds),
                         [](const auto& row) { return row.param.name; });

TEST(PlainlySmall, IsSmallLettersOnly) {
  for (const std::string_view word : {"міст", "ёлка", "road", "q"})
    EXPECT_TRUE(is_plainly_small(word)) << word;
  for (const std::string_view word : {"Міст", "міст1", "мі-ст", "žár", "Q", "мiст "})
    EXPECT_FALSE(is_plainly_small(word)) << word;
  EXPECT_FALSE(is_plainly_small("ёлка", true));
  EXPECT_TRUE(is_plainly_small("ялинка", true));
}

TEST(GeneralPunctuation, HasNoLettersAndNoDigits) {
  for (char32_t c = 0x2000; c < 0x2070; ++c) {
    EXPECT_TRUE(is_general_punctuation(c));
    EXPECT_FALSE(is_other_letter(c)) << static_cast<std::uint32_t>(c);
    EXPECT_FALSE(is_other_digit(c)) << static_cast<std::uint32_t>(c);
  }
  EXPECT_FALSE(is_general_punctuation(0x2071));
}

TEST(FoldCyrillic, IsToLowerOfTheWholeBlock) {
  for (char32_t c = 0x0390; c < 0x0490; ++c) {
    std::string text, small, out(8, ' ');
    append(text, c);
    append(small, to_lower(c));
    const auto folded = fold_cyrillic(text, out.data());
    EXPECT_EQ(folded, is_basic_cyrillic(c) ? 2U : 0U) << static_cast<unsigned>(c);
    if (folded > 0) {
      EXPECT_EQ(out.substr(0, folded), small);
    }
  }
}

TEST(FoldCyrillic, StopsAtOtherCharacters) {
  std::string out(32, ' ');
  EXPECT_EQ(fold_cyrillic("ЇжАК x", out.data()), 8U);
  EXPECT_EQ(out.substr(0, 8), "їжак");
  EXPECT_EQ(fold_cyrillic("", out.data()), 0U);
  EXPECT_EQ(fold_cyrillic("xЇ", out.data()), 0U);
}

}  // namespace
}  // namespace sito::text

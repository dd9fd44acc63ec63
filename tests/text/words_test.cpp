#include "text/words.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/character.h"
#include "text/utf8.h"

namespace sito::text {
namespace {

// The text with every range in brackets.
std::string drawn(std::string_view text, const std::vector<ByteRange>& ranges) {
  std::string out;
  std::size_t at = 0;
  for (const auto range : ranges) {
    out.append(text.substr(at, range.begin - at)).append("[").append(range.of(text)).append("]");
    at = range.end;
  }
  return out.append(text.substr(at));
}

struct DrawnCase {
  const char* name;
  std::string_view text;
  std::string_view drawn;
};

constexpr DrawnCase kLines[] = {
    {"NoText", "", ""},
    {"OneWithoutEnd", "один", "[один]"},
    {"OneWithEnd", "один\n", "[один]\n"},
    {"OnlyAnEnd", "\n", "[]\n"},
    {"EmptyBetween", "a\n\nb", "[a]\n[]\n[b]"},
    {"EmptyFirst", "\na", "[]\n[a]"},
    {"TwoEndsAreTwoLines", "\n\n", "[]\n[]\n"},
    {"CarriageReturnStays", "a\r\nb\r", "[a\r]\n[b\r]"},
    {"SeparatorsEndNoLine", "a\u2028b\u0085c", "[a\u2028b\u0085c]"},
};

class Lines : public testing::TestWithParam<DrawnCase> {};
TEST_P(Lines, Draws) { EXPECT_EQ(drawn(GetParam().text, lines(GetParam().text)), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Texts, Lines, testing::ValuesIn(kLines),
                         [](const auto& row) { return row.param.name; });

constexpr DrawnCase kWords[] = {
    {"NoText", "", ""},
    {"NoWord", " – «…» 😀", " – «…» 😀"},
    {"Plain", "Дощ іде.", "[Дощ] [іде]."},
    {"DigitsAreWords", "у 2022 році", "[у] [2022] [році]"},
    {"LettersAndDigits", "Ту-154б", "[Ту-154б]"},
    {"ApostropheInside", "об’єднань, don't", "[об’єднань], [don't]"},
    {"ModifierApostrophe", "об\u02BCєднань", "[об\u02BCєднань]"},
    {"ApostropheAtTheEnds", "'так' ’ні’", "'[так]' ’[ні]’"},
    {"HyphenInside", "Івано-Франківськ", "[Івано-Франківськ]"},
    {"HyphenAtTheEnds", "-так- ні-", "-[так]- [ні]-"},
    {"TwoHyphensPart", "так--ні", "[так]--[ні]"},
    {"DashParts", "так–ні—ще", "[так]–[ні]—[ще]"},
    {"HyphenBeforeApostrophe", "так-'ні", "[так]-'[ні]"},
    {"CombiningMarkInside", "и\u0306ого", "[и\u0306ого]"},
    {"CombiningMarkAtTheEnd", "\u0456\u0308 є", "[\u0456\u0308] [є]"},
    {"NoBreakSpaceParts", "пан\u00A0Сич", "[пан]\u00A0[Сич]"},
    {"QuotesPart", "«Час»", "«[Час]»"},
    {"UnderscoreParts", "a_b", "[a]_[b]"},
    {"PointParts", "3.14", "[3].[14]"},
    {"NulParts", std::string_view("a\0b", 3), std::string_view("[a]\0[b]", 7)},
};

class Words : public testing::TestWithParam<DrawnCase> {};
TEST_P(Words, Draws) { EXPECT_EQ(drawn(GetParam().text, words(GetParam().text)), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Texts, Words, testing::ValuesIn(kWords),
                         [](const auto& row) { return row.param.name; });

TEST(AppendWords, SeesNothingOutsideItsRange) {
  const std::string_view text = "abc-def ghi";
  std::vector<ByteRange> out = {{0, 1}};
  append_words(text, {1, 4}, out);  // the hyphen's letter lies outside
  EXPECT_EQ(out, (std::vector<ByteRange>{{0, 1}, {1, 3}}));
  append_words(text, {4, 4}, out);
  EXPECT_EQ(out.size(), 2U);
}

// A line, and whether it is blank.
struct BlankCase {
  const char* name;
  std::string_view line;
  bool blank;
};

constexpr BlankCase kBlanks[] = {
    {"Empty", "", true},
    {"Spaces", " \t ", true},
    {"NoBreakSpaces", "\u00A0\u202F\u2007", true},
    {"CarriageReturn", "\r", true},
    {"Separators", "\u2028\u0085", true},
    {"ZeroWidth", "\u200B\u200E\u2060\uFEFF\u00AD", true},
    {"Letter", " я ", false},
    {"Dash", "—", false},
    {"Underscores", "___", false},
    {"CombiningMark", " \u0301", false},
    {"Nul", std::string_view("\0", 1), false},
};

class BlankLine : public testing::TestWithParam<BlankCase> {};
TEST_P(BlankLine, IsTold) { EXPECT_EQ(is_blank_line(GetParam().line), GetParam().blank); }
INSTANTIATE_TEST_SUITE_P(Lines, BlankLine, testing::ValuesIn(kBlanks),
                         [](const auto& row) { return row.param.name; });

// A text, and what is left without the white space at its ends.
constexpr DrawnCase kTrims[] = {
    {"NoText", "", ""},
    {"AllWhite", " \n\u00A0\u2029\t", ""},
    {"BothEnds", "\u00A0 так, ні \r\n", "так, ні"},
    {"NothingToTrim", "так", "так"},
    {"ZeroWidthStays", "\u200Bтак\uFEFF ", "\u200Bтак\uFEFF"},
};

class Trimmed : public testing::TestWithParam<DrawnCase> {};
TEST_P(Trimmed, Draws) { EXPECT_EQ(trimmed(GetParam().text), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Texts, Trimmed, testing::ValuesIn(kTrims),
                         [](const auto& row) { return row.param.name; });

TEST(Trimmed, KeepsToItsRange) {
  EXPECT_EQ(trimmed("a  b  c", {1, 6}), (ByteRange{3, 4}));
  EXPECT_TRUE(trimmed("a  b", {1, 3}).empty());
}

// Lines give the text back; words come in order, and what lies between them holds no letter or digit.
TEST(Words, CoverEveryLetterOfRandomText) {
  constexpr char32_t kAlphabet[] = {U'a',      U'Я', U'ї', U'7',  U'\u0301', U'\'', U'’', U'-',
                                    U'\u2011', U'–', U' ', U'\n', U'\u00A0', U'«',  U'😀', U'\0'};
  std::mt19937 random(2);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::size_t left = random() % 60; left > 0; --left)
      append(text, kAlphabet[random() % std::size(kAlphabet)]);
    std::string joined;
    for (const auto line : lines(text)) joined.append(line.of(text)).append("\n");
    ASSERT_EQ(joined, text.empty() || text.back() == '\n' ? text : text + "\n");

    std::size_t at = 0;
    auto found = words(text);
    found.push_back({text.size(), text.size()});
    for (const auto word : found) {
      ASSERT_LE(at, word.begin);
      for (; at < word.begin; at += decode(text, at).length)
        ASSERT_FALSE(is_letter(decode(text, at).code_point) || is_digit(decode(text, at).code_point)) << text;
      ASSERT_TRUE(is_valid(word.of(text)));
      at = word.end;
    }
  }
}

}  // namespace
}  // namespace sito::text

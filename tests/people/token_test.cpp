#include "people/token.h"

#include <gtest/gtest.h>

#include <string>

#include "text/words.h"

namespace sito::people {
namespace {

char letter_of(Gap gap) { return "n_.,-!;(\"|"[static_cast<std::size_t>(gap)]; }
char letter_of(Shape shape) { return "lCUIo"[static_cast<std::size_t>(shape)]; }

/// A letter for what stands before each word and one for how it is written.
std::string drawn(std::string_view text) {
  std::string out;
  for (const Token& token : tokens(text)) {
    out += letter_of(token.before);
    out += letter_of(token.shape);
  }
  return out;
}

// A text, and its words: before each ! a sentence, _ blanks, . , - ; marks, ( a bracket, " a quotation
// mark, | a line's end, n else; then l lower case, C capital, U capitals, I initial, o other.
struct TokenCase {
  const char* name;
  const char* text;
  const char* drawn;
};

constexpr TokenCase kCases[] = {
    {"Empty", "", ""},
    {"Words", "міський голова Ірпеня", "!l_l_C"},
    {"Initials", "О. Ф. Зайченко", "!I.I.C"},
    {"InitialsTogether", "О.Ф. Зайченко", "!I.I.C"},
    {"TwoLetterInitial", "Дж. Гарлоу", "!I.C"},
    {"CapitalAtSentenceEndIsNoInitial", "Це А", "!C_C"},
    {"Capitals", "ЗАЙЧЕНКО Іван", "!U_C"},
    {"Hyphen", "Зайченко-Рись", "!C"},
    {"ParticleWithHyphen", "al-Hadidi", "!C"},
    {"Digits", "2023 рік", "!o_l"},
    {"Comma", "Зайченко, голова", "!C,l"},
    {"DashAndComma", "так, – каже", "!l-l"},
    {"DashBehindASentence", "Рись. – Сестра", "!C!C"},
    {"DashBehindAnInitial", "Рись О. – Голова", "!C_I-C"},
    {"DashBehindAStop", "так. – каже", "!l-l"},
    {"Sentence", "Так! Ні? Ось: так", "!C!C!C!l"},
    {"Semicolon", "голова; мер", "!l;l"},
    {"Bracket", "Осло (Норвегія)", "!C(C"},
    {"Quote", "ТОВ «Рись»", "!U\"C"},
    {"Line", "Іван.\nМарія", "!C|C"},
    {"NoBreakSpaceIsBlank", "Іван\u00a0Зайченко", "!C_C"},
    {"EnglishGenitive", "Harlow's plan", "!Cnl"},
};

class Tokens : public testing::TestWithParam<TokenCase> {};
TEST_P(Tokens, Draws) { EXPECT_EQ(drawn(GetParam().text), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Words, Tokens, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(Tokens, GenitiveIsNoPartOfTheWord) {
  const std::string_view text = "Harlow’s plan";
  EXPECT_EQ(tokens(text).front().range.of(text), "Harlow");
}

TEST(Tokens, OfWordsThatWereCutBefore) {
  const std::string_view text = "Мер (Іван)";
  const auto words = text::words(text);
  const auto cut = tokens(text, words);
  ASSERT_EQ(cut.size(), 2U);
  EXPECT_EQ(cut[1].range, words[1]);
  EXPECT_EQ(cut[1].before, Gap::kBracket);
}

}  // namespace
}  // namespace sito::people

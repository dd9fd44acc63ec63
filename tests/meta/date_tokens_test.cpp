#include "meta/date_tokens.h"

#include <gtest/gtest.h>

#include <string>

#include "data/tables.h"

namespace sito::meta {
namespace {

std::vector<Token> tokens_of(std::string_view line) { return date_tokens(line, {0, line.size()}); }

// Numbers in <>, words in [], marks as they are, a blank where white space parts two.
std::string drawn(std::string_view line) {
  std::string out;
  for (const Token& token : tokens_of(line)) {
    if (token.spaced && !out.empty()) out += ' ';
    const std::string_view written = token.place.of(line);
    if (token.is_number()) {
      out.append("<").append(written).append(">");
    } else if (token.is_word()) {
      out.append("[").append(token.word).append("]");
    } else {
      out.append(written);
    }
  }
  return out;
}

struct TokenCase {
  const char* name;
  const char* line;
  const char* drawn;
};

constexpr TokenCase kCases[] = {
    {"Empty", "", ""},
    {"WordsFold", "П’ятниця, 9 ЧЕРВНЯ", "[п'ятниця], <9> [червня]"},
    {"NumbersAndMarks", "12.05.2020", "<12>.<05>.<2020>"},
    {"HyphenBetweenLetters", "Прес-служба", "[прес-служба]"},
    {"HyphenBesideDigits", "12-May-2020", "<12>-[may]-<2020>"},
    {"LetterBehindDigits", "14h30", "<14>[h]<30>"},
    {"NoBreakSpaceParts", "14\u00a0травня", "<14> [травня]"},
    {"ZeroWidthIsNothing", "14\u200b травня", "<14> [травня]"},
    {"ApostropheAtTheEnd", "rock' 5", "[rock]' <5>"},
    {"Astral", "🕔5", "🕔<5>"},
};

class DateTokens : public testing::TestWithParam<TokenCase> {};
TEST_P(DateTokens, Draws) { EXPECT_EQ(drawn(GetParam().line), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Lines, DateTokens, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(DateTokens, CapitalsAndValues) {
  const auto tokens = tokens_of("Веселе КРАЮ рада 0512 123456789");
  EXPECT_TRUE(tokens[0].capital && !tokens[0].all_capitals);
  EXPECT_TRUE(tokens[1].capital && tokens[1].all_capitals);
  EXPECT_FALSE(tokens[2].capital);
  EXPECT_EQ(tokens[3].value, 512U);
  EXPECT_EQ(tokens[3].digits, 4U);
  EXPECT_EQ(tokens[4].digits, 9U);
}

TEST(DateTokens, StopAtTheLimit) {
  const std::string line(1000, '.');
  EXPECT_EQ(date_tokens(line, {0, line.size()}, 10).size(), 10U);
}

TEST(DateTokens, KeysOfSeveralWords) {
  const auto tokens = tokens_of("дата публікації: 5");
  EXPECT_EQ(key_length(tokens, 0, "дата"), 1U);
  EXPECT_EQ(key_length(tokens, 0, "дата публікації"), 2U);
  EXPECT_EQ(key_length(tokens, 0, "дата події"), 0U);
  EXPECT_EQ(key_length(tokens, 1, "публікації сайту"), 0U);
  EXPECT_EQ(key_length(tokens, 4, "дата"), 0U);
}

TEST(DateTokens, TheLongestPhraseStands) {
  const auto tokens = tokens_of("Дата публікації: 5");
  EXPECT_EQ(phrase_at(data::date_labels(), tokens, 0).row.key(), "дата публікації");
  EXPECT_EQ(phrase_at(data::date_labels(), tokens, 2).length, 0U);
}

}  // namespace
}  // namespace sito::meta

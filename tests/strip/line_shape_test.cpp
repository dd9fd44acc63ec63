#include "strip/line_shape.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::strip {
namespace {

// A line, and its tokens with the marks behind them drawn as : | - . , (for any other).
struct ShapeCase {
  const char* name;
  const char* line;
  const char* tokens;
};

std::string drawn(const LineShape& shape) {
  std::string out;
  for (const Token& token : shape.tokens()) {
    if (!out.empty()) out += ' ';
    out += token.word;
    if (token.after != Mark::kNone) out += ":|-.,"[static_cast<std::size_t>(token.after)];
  }
  return out;
}

constexpr ShapeCase kShapes[] = {
    {"Empty", "", ""},
    {"CaseAndBlanks", "  Фото\u00a0\u00a0АВТОРА ", "фото автора"},
    {"Label", "Фото: Лада", "фото: лада"},
    {"LabelAfterBlank", "Фото : Лада", "фото: лада"},
    {"BulletsAndEmoji", "• 📷 – Фото", "фото"},
    {"ZeroWidth", "Фо\u200bто", "фото"},
    {"Apostrophe", "обов’язкове", "обов'язкове"},
    {"HyphenInside", "прес-служба", "прес-служба"},
    {"DashBetween", "Фото – Лада", "фото- лада"},
    {"EmDashTouches", "Read also—Bridge", "read also- bridge"},
    {"YearsAreOneNumber", "© 2012-2022", "© 0"},
    {"YearsWithEnDash", "© 2012–2022 Обрій", "© 0 обрій"},
    {"LetterForSign", "(c) 2012", "© 0"},
    {"CyrillicLetterForSign", "(С) Обрій", "© обрій"},
    {"ListLetterIsNoSign", "пункти (a), (c) та (d)", "пункти, a, c, та, d,"},
    {"NumberWithGroups", "Переглядів: 1 234", "переглядів: 0 0"},
    {"TimeIsANumber", "відео 02:15", "відео 0"},
    {"NumberInWord", "COVID-19", "covid-19"},
    {"Separators", "Дім » Новини / Місто | Рада", "дім| новини| місто| рада"},
    {"ClosingMarkIsNoSeparator", "«Дім» буде", "дім, буде"},
    {"SlashInside", "і/або", "і, або"},
    {"Mail", "пишіть: red@visnyk.example.", "пишіть: @."},
    {"Link", "https://visnyk.example/a?b=1 тут", "% тут"},
    {"Domain", "Вісник (visnyk.example)", "вісник, %"},
    {"AbbreviationIsNoDomain", "U.S. market", "u. s. market"},
    {"Keys", "Ctrl+Enter", "ctrl, enter"},
    {"Stop", "Кінець.", "кінець."},
};

class LineShapes : public testing::TestWithParam<ShapeCase> {};
TEST_P(LineShapes, Draws) {
  LineShape shape;
  shape.assign(GetParam().line);
  EXPECT_EQ(drawn(shape), GetParam().tokens);
}
INSTANTIATE_TEST_SUITE_P(Lines, LineShapes, testing::ValuesIn(kShapes),
                         [](const auto& row) { return row.param.name; });

TEST(LineShape, SentencesEndBehindQuotationMarks) {
  LineShape shape;
  shape.assign("Так і буде.»");
  EXPECT_TRUE(shape.ends_sentence());
  shape.assign("Так і буде");
  EXPECT_FALSE(shape.ends_sentence());
  shape.assign("Що?  \u00a0");
  EXPECT_TRUE(shape.ends_sentence());
}

TEST(LineShape, LongLinesAreCut) {
  std::string words;
  for (int i = 0; i < 65; ++i) words += "ab ";
  LineShape shape;
  shape.assign(words);
  EXPECT_TRUE(shape.is_cut());
  EXPECT_EQ(shape.tokens().size(), kMaxTokens);
  std::string letters;
  for (int i = 0; i < 1000; ++i) letters += "\u20ac";
  shape.assign(letters);
  EXPECT_TRUE(shape.is_cut());
  EXPECT_EQ(shape.folded().size(), kMaxLineBytes);
}

TEST(LineShape, FoldedIsLowerCaseWithSingleBlanks) {
  LineShape shape;
  shape.assign(" A\u00a0 B’s\t…");
  EXPECT_EQ(shape.folded(), "a b's …");
}

}  // namespace
}  // namespace sito::strip

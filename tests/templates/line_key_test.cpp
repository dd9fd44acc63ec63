#include "templates/line_key.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::templates {
namespace {

// A line, what its exact key is made of, and what its masked key is made of; "" for none.
struct FormCase {
  const char* name;
  const char* line;
  const char* exact;
  const char* masked;
};

constexpr FormCase kForms[] = {
    {"Plain", "Головна | Новини", "Головна | Новини", ""},
    {"BlanksAtTheEnds", "  Мапа\t\r", "Мапа", ""},
    {"RunsOfBlanks", "Мапа \t  сайту", "Мапа сайту", ""},
    {"NoBreakSpaces", "Мапа\u00a0сайту\u202f\u3000тут", "Мапа сайту тут", ""},
    {"SpaceAndNoBreakSpace", "а \u00a0б", "а б", ""},
    {"ZeroWidthStays", "Ма\u200bпа", "Ма\u200bпа", ""},
    {"MarksBesideSpacesStay", "а — «б» © в", "а — «б» © в", ""},
    {"CaseStays", "МАПА", "МАПА", ""},
    {"Empty", "", "", ""},
    {"Number", "Коментарі: 15", "Коментарі: 15", "Коментарі: 0"},
    {"NumberInAWord", "A4 3D", "A4 3D", "A0 0D"},
    {"DateInDigits", "12.05.2021 10:30", "12.05.2021 10:30", "0 0"},
    {"RangeAndFraction", "2019-2020 і 1,5 та 7/8", "2019-2020 і 1,5 та 7/8", "0 і 0 та 0"},
    {"MarkBehindANumberStays", "Разом 15.", "Разом 15.", "Разом 0."},
    {"TwoMarksPartNumbers", "1..2", "1..2", "0..0"},
    {"MonthAndWeekday", "Вівторок, 12 ТРАВНЯ 2020", "Вівторок, 12 ТРАВНЯ 2020", "*, 0 * 0"},
    {"MonthOfAnotherLanguage", "Monday, May 4", "Monday, May 4", "*, * 0"},
    {"ApostropheInAWeekday", "П’ятниця, 1 липня", "П’ятниця, 1 липня", "*, 0 *"},
    {"MonthWithinAWord", "травня2 травнями 1", "травня2 травнями 1", "*0 травнями 0"},
    {"RomanNumeralIsAWord", "I 1 V 2", "I 1 V 2", "I 0 V 0"},
    {"NoDigitNoMask", "Субота, травень", "Субота, травень", ""},
    {"OtherScriptsDigitsStay", "٣ дні", "٣ дні", ""},
    {"ItsOwnMaskStillCounts", "Сторінка 0", "Сторінка 0", "Сторінка 0"},
};

class LineForm : public testing::TestWithParam<FormCase> {};
TEST_P(LineForm, IsWhatKeysAreMadeOf) {
  const auto& row = GetParam();
  std::string blanks, masks;
  const auto exact = exact_form(row.line, blanks);
  EXPECT_EQ(exact, row.exact);
  EXPECT_EQ(masked_form(exact, masks).value_or(""), row.masked);
  EXPECT_EQ(exact_key(row.line), key_of_exact(row.exact));
  const auto masked = masked_key(row.line);
  ASSERT_EQ(masked.has_value(), *row.masked != '\0');
  EXPECT_EQ(masked.value_or(0), masked ? key_of_masked(row.masked) : 0U);
}
INSTANTIATE_TEST_SUITE_P(Lines, LineForm, testing::ValuesIn(kForms),
                         [](const auto& row) { return row.param.name; });

// Models hold keys: these may change only with the format's version.
TEST(LineKey, StaysTheSameForEver) {
  EXPECT_EQ(exact_key("Головна | Новини"), 1071860097287954777U);
  EXPECT_EQ(masked_key("Коментарі: 15").value_or(0), 14734915131128627182U);
}

TEST(LineKey, AMaskedLineHasTwoKeys) { EXPECT_NE(exact_key("Сторінка 0"), masked_key("Сторінка 0")); }

TEST(LineKey, ProseHasNoMaskedKey) {
  const std::string long_line(298, 'a');
  EXPECT_TRUE(masked_key(long_line + " 1"));
  EXPECT_FALSE(masked_key(long_line + "a 1"));
  std::string cyrillic = "7";
  for (int i = 0; i < 299; ++i) cyrillic += "ж";
  EXPECT_TRUE(masked_key(cyrillic)) << "characters count, not bytes";
  EXPECT_FALSE(masked_key(cyrillic + "ж"));
}

TEST(LineKey, AnUnchangedLineIsNotCopied) {
  std::string buffer;
  const std::string line = "  Мапа сайту ";
  const auto form = exact_form(line, buffer);
  EXPECT_GE(form.data(), line.data());
  EXPECT_LE(form.data(), line.data() + line.size());
}

struct SentenceCase {
  const char* name;
  const char* line;
  const char* last;
};

constexpr SentenceCase kSentences[] = {
    {"OfTwo", "Міст відкрили. Фото надав музей", "Фото надав музей"},
    {"OfThree", "Раз. Два! Три і чотири?", "Три і чотири?"},
    {"Ellipsis", "Далі буде… Читайте нас щодня", "Читайте нас щодня"},
    {"BehindClosingMarks", "Він сказав «так.») Наш сайт тут", "Наш сайт тут"},
    {"BehindAnOpeningMark", "Кінець. «Вісник» за 2020 рік", "«Вісник» за 2020 рік"},
    {"Copyright", "Кінець. © 2020 Вісник", "© 2020 Вісник"},
    {"Digit", "Кінець. 24 години на добу", "24 години на добу"},
    {"BlanksAtTheEnd", "Кінець. Наш сайт тут. \t", "Наш сайт тут."},
    {"OneSentence", "Міст відкрили.", ""},
    {"LowerCaseGoesOn", "о 10 год. ранку", ""},
    {"OneWordIsTooLittle", "Міст відкрили. Джерело", ""},
    {"OneWordMoreToTheLeft", "Міст відкрили. Фото музею. Джерело", "Фото музею. Джерело"},
    {"NoBlankNoCut", "Сайт example.Org тут", ""},
    {"Empty", "", ""},
    {"MarkAlone", ". ", ""},
};

class LastSentence : public testing::TestWithParam<SentenceCase> {};
TEST_P(LastSentence, IsCutOff) { EXPECT_EQ(last_sentence(GetParam().line), GetParam().last); }
INSTANTIATE_TEST_SUITE_P(Lines, LastSentence, testing::ValuesIn(kSentences),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::templates

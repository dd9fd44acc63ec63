#include "strip/line_form.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::strip {
namespace {

// A line and its form: words, commas, stops within, separators, and `c`losed, `g`oes on, `i`tem, `d`ated.
struct FormCase {
  const char* name;
  const char* line;
  std::size_t words, commas, stops, separators;
  const char* marks;
};

constexpr FormCase kForms[] = {
    {"Empty", "", 0, 0, 0, 0, ""},
    {"Heading", "Нова переправа", 2, 0, 0, 0, ""},
    {"Sentence", "Міст, якого чекали, відкрили.", 4, 2, 0, 0, "c"},
    {"TwoSentences", "Міст відкрили. Його чекали!", 4, 0, 1, 0, "c"},
    {"Quoted", "«Міст відкрили.»", 2, 0, 0, 0, "c"},
    {"InitialIsNoStop", "І. Гай і О. Ліс", 5, 0, 0, 0, ""},
    {"Menu", "Новини | Про нас › Контакти", 4, 0, 0, 2, ""},
    {"GoesOn", "Участь узяли:", 2, 0, 0, 0, "g"},
    {"ListItem", "• голова ради;", 2, 0, 0, 0, "gi"},
    {"NumberedItem", "3) голова ради", 3, 0, 0, 0, "i"},
    {"DashItem", "– голова ради", 2, 0, 0, 0, "i"},
    {"Year", "Вербівка, 2014", 2, 1, 0, 0, "d"},
    {"NoYear", "Площа 3000 метрів", 3, 0, 0, 0, ""},
    {"Date", "5.03.2014", 3, 0, 0, 0, "d"},
    {"Time", "о 17:30 годині", 4, 0, 0, 0, "d"},
    {"Apostrophe", "об’єднання п'ятниця", 2, 0, 0, 0, ""},
    {"Japanese", "村の住民は橋を直した。", 5, 0, 0, 0, "c"},
};

class Forms : public testing::TestWithParam<FormCase> {};
TEST_P(Forms, AreCounted) {
  const LineForm form = line_form(GetParam().line);
  const std::string marks = std::string(form.closed ? "c" : "") + (form.goes_on ? "g" : "") +
                            (form.item ? "i" : "") + (form.dated ? "d" : "");
  EXPECT_EQ(form.words, GetParam().words);
  EXPECT_EQ(form.commas, GetParam().commas);
  EXPECT_EQ(form.stops, GetParam().stops);
  EXPECT_EQ(form.separators, GetParam().separators);
  EXPECT_EQ(marks, GetParam().marks);
}
INSTANTIATE_TEST_SUITE_P(Lines, Forms, testing::ValuesIn(kForms),
                         [](const auto& row) { return row.param.name; });

TEST(Capitals, AreAShareOfTheWords) {
  EXPECT_EQ(line_form("Роман Лісовий").capitals, 1);
  EXPECT_EQ(line_form("Роман з міста 5").capitals, 1.0 / 3);
  EXPECT_EQ(line_form("2014").capitals, 0);
}

TEST(LineForm, TellsShortLinesAndProse) {
  EXPECT_TRUE(line_form("Про нас").is_short());
  EXPECT_FALSE(line_form("Міст відкрито.").is_short());
  EXPECT_FALSE(line_form("Участь узяли:").is_short());
  EXPECT_TRUE(line_form("Міст будували два роки, а кошти зібрали самі громади.").is_prose());
  EXPECT_FALSE(line_form("Міст будували два роки, а кошти зібрали самі громади").is_prose());
}

}  // namespace
}  // namespace sito::strip

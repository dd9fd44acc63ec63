#include "meta/title.h"

#include <gtest/gtest.h>

#include <string>

#include "data/tables.h"

namespace sito::meta {
namespace {

const std::string kBody =
    "Селищна рада розглянула звіт водоканалу і погодила графік ремонту на трьох вулицях.\n";

std::string titled(const std::string& text) {
  const auto found = headline(text, "uk");
  return found ? std::string(found->of(text)) : "-";
}

// What stands above the text, and the headline.
struct TitleCase {
  const char* name;
  const char* above;
  const char* title;
};

constexpr TitleCase kCases[] = {
    {"Nothing", "", "-"},
    {"BeforeDate", "Водогін відремонтують\n7 червня 2021\n", "Водогін відремонтують"},
    {"AfterDate", "7 червня 2021\nВодогін відремонтують\n", "Водогін відремонтують"},
    {"Trimmed", "\n \u00a0 Водогін відремонтують \n", "Водогін відремонтують"},
    {"BetweenMenuAndDate", "Головна\nПошук\nВодогін відремонтують\n7 червня 2021\n", "Водогін відремонтують"},
    {"LastOfAMenuOfUnknownWords", "Служба води\nСлужба доріг\nСлужба тепла\nВодогін відремонтують\n",
     "Водогін відремонтують"},
    {"ShortRubricAbove", "Тихі вулиці\nВодогін на трьох вулицях відремонтують\n",
     "Водогін на трьох вулицях відремонтують"},
    {"BehindMenuAndDate",
     "Про село\nНаші школи\nЛікарі села\n7 червня 2021\nВодогін на трьох вулицях відремонтують\n",
     "Водогін на трьох вулицях відремонтують"},
    {"LongLineInAMenu",
     "Про село\nНаші школи\nЛікарі села\nСписок усіх наших вулиць\nПаркани\nПлан села\n"
     "Водогін на трьох вулицях відремонтують\n",
     "Водогін на трьох вулицях відремонтують"},
    {"StandsTwice", "Тихі вулиці\nВодогін відремонтують\n7 червня 2021\nВодогін відремонтують\n",
     "Водогін відремонтують"},
    {"WithADateInIt", "Звітна конференція, 7 червня 2021\n", "Звітна конференція, 7 червня 2021"},
    {"Salutation", "Шановні мешканці!\n", "-"},
    {"NameOfTheSite", "Офіційний сайт села Веселого\nВодогін відремонтують\n", "Водогін відремонтують"},
    {"Question", "Тихі вулиці\nКоли буде вода?\n", "Коли буде вода?"},
    {"ListHeading", "7 червня 2021\nУ засіданні взяли участь:\n", "-"},
    {"OneWord", "Водогін\n", "-"},
    {"SentenceOfText", "Водогін відремонтують.\n", "-"},
    {"Semicolon", "Водогін відремонтують;\n", "-"},
    {"SmallLetter", "водогін відремонтують\n", "-"},
    {"Bullet", "– Водогін відремонтують\n", "-"},
    {"Dateline", "Веселе. 7 червня 2021 року. ВІСТІ - Водогін\n", "-"},
};

class Titles : public testing::TestWithParam<TitleCase> {};
TEST_P(Titles, Names) { EXPECT_EQ(titled(GetParam().above + kBody), GetParam().title); }
INSTANTIATE_TEST_SUITE_P(Pages, Titles, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(Titles, NoneWithoutTextBehind) {
  EXPECT_EQ(titled("Водогін відремонтують\nРинок працюватиме\n"), "-");
  EXPECT_EQ(titled(""), "-");
}

// Alone on its line, no page word is a headline: the line below it is.
TEST(PageWordRows, AreNoHeadlines) {
  for (std::size_t i = 0; i < data::page_words().size(); ++i) {
    const data::Row row = data::page_words().row(i);
    EXPECT_EQ(titled(std::string(row.key()) + "\nВодогін відремонтують\n" + kBody), "Водогін відремонтують")
        << row.language << ' ' << row.key();
  }
}

TEST(Titles, MegabytesCostTheHead) {
  for (const char* piece : {"\n", "«", "Ї ", "| "}) {
    std::string text;
    while (text.size() < (1U << 20)) text += piece;
    EXPECT_EQ(titled(text), "-") << piece;
  }
}

}  // namespace
}  // namespace sito::meta

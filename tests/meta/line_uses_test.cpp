#include "meta/line_uses.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::meta {
namespace {

// One letter a token: d date, t time, w goes with one of them, p page word, o office, - left over.
std::string drawn(std::string_view line) {
  const LineUses uses = line_uses(date_tokens(line, {0, line.size()}), {}, DateLabel::kNone);
  std::string out;
  for (const Use use : uses.uses) out += "-dtwpo"[static_cast<std::size_t>(use)];
  return out;
}

// A line, and what its tokens are there for.
struct UsesCase {
  const char* name;
  const char* line;
  const char* uses;
};

constexpr UsesCase kUses[] = {
    {"Nothing", "", ""},
    {"DateAlone", "12.05.2020", "ddddd"},
    {"WeekdayAndTime", "Вівторок, 12 травня 2020, 14:05", "w-ddd-ttt"},
    {"WeekdayBehindAPreposition", "у вівторок, 12 травня 2020", "ww-ddd"},
    {"LabelWithColon", "Опубліковано: 12.05.2020", "wwddddd"},
    {"EndingForTheOtherSex", "Додав(ла): 12.05.2020", "ppppwddddd"},
    {"AuthorsName", "Автор: Остап Верба, 12.05.2020", "pwww-ddddd"},
    {"AccountName", "by webmaster on 12 May 2020", "pwwddd"},
    {"CounterAndItsNumber", "12.05.2020 Переглядів: 345", "dddddpww"},
    {"OfficeAndWhoseItIs", "Прес-служба ради, 12.05.2020", "o--ddddd"},
    {"SectionInMarks", "12.05.2020 у рубриці «Спорт»", "dddddppwww"},
    {"PressReleaseNumber", "Pressemitteilung Nr. 4/2019 vom 6. Juni 2019", "pwwwwwwdddd"},
    {"TimeWithDashBehindADate", "23.08.17р. 16-40", "dddddwwttt"},
    {"TimeWithDotBeforeADate", "14.05, 12 червня 2020", "ttt-ddd"},
    {"NoTimeBehindAColon", "12 червня 2020: 10-14", "ddd----"},
    {"UnknownWords", "Концерт 12.05.2020", "-ddddd"},
};

class Uses : public testing::TestWithParam<UsesCase> {};
TEST_P(Uses, Draws) { EXPECT_EQ(drawn(GetParam().line), GetParam().uses) << GetParam().line; }
INSTANTIATE_TEST_SUITE_P(Lines, Uses, testing::ValuesIn(kUses),
                         [](const auto& row) { return row.param.name; });

TEST(LineUses, ALabelIsLeftForTheNextLine) {
  const std::string_view line = "Опубліковано:";
  const LineUses uses = line_uses(date_tokens(line, {0, line.size()}), {}, DateLabel::kNone);
  EXPECT_TRUE(uses.has_label);
  EXPECT_EQ(uses.label, DateLabel::kPublished);
  const std::string_view next = "12.05.2020";
  const LineUses dated = line_uses(date_tokens(next, {0, next.size()}), {}, uses.label);
  ASSERT_EQ(dated.dates.size(), 1U);
  EXPECT_EQ(dated.dates.front().label, DateLabel::kPublished);
}

}  // namespace
}  // namespace sito::meta

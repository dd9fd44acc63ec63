#include "people/table_builder.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::people {
namespace {

// What the builder promises beyond single rows of table_test.cpp.

TEST(TableBuilder, NumbersPeopleByFirstMention) {
  const std::string_view text = "Тут був Рись. Марія Залеська мовчала. Слово мав Іван Рись.";
  const PeopleTable table(text, "uk");
  ASSERT_EQ(table.people().size(), 2U);
  EXPECT_EQ(table.people()[0].name, "Іван Рись");
  EXPECT_EQ(table.people()[1].name, "Марія Залеська");
  EXPECT_EQ(table.mentions()[table.people()[0].first_mention].range.of(text), "Рись");
}

TEST(TableBuilder, RolesDoNotReachAcrossAnotherPerson) {
  const std::string_view text = "Директор Іван Рись та Олена Залеська прийшли";
  const PeopleTable table(text, "uk");
  ASSERT_EQ(table.people().size(), 2U);
  EXPECT_EQ(table.role(table.people()[0]), "Директор");
  EXPECT_EQ(table.role(table.people()[1]), "");
}

TEST(TableBuilder, LaterMentionsDecideWhatAnEarlierOneMeant) {
  const PeopleTable table("За словами Олександра Лаврова, дощить. Лавров мовчить.", "uk");
  ASSERT_EQ(table.people().size(), 1U);
  EXPECT_EQ(table.people()[0].name, "Олександр Лавров");
  EXPECT_EQ(table.people()[0].gender, Gender::kMasculine);
}

TEST(TableBuilder, NamesakesWithOtherGivenNamesStayApart) {
  constexpr std::string_view kGiven[] = {"Іван",  "Петро",  "Олег",  "Тарас",
                                         "Роман", "Степан", "Марко", "Назар"};
  std::string text;
  for (int round = 0; round < 3; ++round)
    for (std::string_view given : kGiven) text.append("Прийшов ").append(given).append(" Зайченко. ");
  const PeopleTable table(text, "uk");
  ASSERT_EQ(table.people().size(), std::size(kGiven));
  for (std::size_t person = 0; person < std::size(kGiven); ++person)
    EXPECT_EQ(table.people()[person].name, std::string(kGiven[person]) + " Зайченко");
  EXPECT_EQ(table.mentions().size(), 3 * std::size(kGiven));
}

}  // namespace
}  // namespace sito::people

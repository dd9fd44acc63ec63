#include "people/people.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::people {
namespace {

TEST(PeopleWithRoles, ListsOnlyThoseWithARole) {
  const std::string_view text =
      "Прийшли Марія Залеська та Степан Рись.\n\nІван Зайченко, міський голова Ірпеня, привітав усіх. Слово "
      "мала "
      "посол України в Норвегії Лілія Мацкевич.";
  const auto people = people_with_roles(text, "uk");
  ASSERT_EQ(people.size(), 2U);
  EXPECT_EQ(people[0].name, "Іван Зайченко");
  EXPECT_EQ(people[0].role, "міський голова Ірпеня");
  EXPECT_EQ(people[0].mention.of(text), "Іван Зайченко");
  EXPECT_EQ(people[1].name, "Лілія Мацкевич");
  EXPECT_EQ(people[1].role, "посол України в Норвегії");
}

TEST(PeopleWithRoles, GuessesTheLanguage) {
  const auto people = people_with_roles("Przyszedł burmistrz miasta Łukasz Wilczak, żeby zacząć.");
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(people[0].name, "Łukasz Wilczak");
  EXPECT_EQ(people[0].role, "burmistrz miasta");
}

TEST(PeopleWithRoles, EmptyForNobody) {
  EXPECT_TRUE(people_with_roles("").empty());
  EXPECT_TRUE(people_with_roles("У залі тихо.").empty());
}

TEST(PeopleWithRoles, TheSameFromTableAndText) {
  const std::string_view text = "Директорка Олена Рись прийшла.";
  const auto direct = people_with_roles(text, "uk");
  const auto through = people_with_roles(PeopleTable(text, "uk"), text);
  ASSERT_EQ(direct.size(), 1U);
  ASSERT_EQ(through.size(), 1U);
  EXPECT_EQ(direct[0].name, through[0].name);
  EXPECT_EQ(direct[0].mention, through[0].mention);
}

}  // namespace
}  // namespace sito::people

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

std::string listed(std::string_view text, std::string_view language) {
  std::string out;
  for (const auto& person : people_with_roles(text, language)) {
    if (!out.empty()) out += "; ";
    out += person.name + ": " + person.role;
  }
  return out;
}

TEST(PeopleWithRoles, APluralIsEachBearers) {
  EXPECT_EQ(listed("Проти були депутати Олег Рись, Ніна Сич та Іван Лящ.", "uk"),
            "Олег Рись: депутати; Ніна Сич: депутати; Іван Лящ: депутати");
  // A genitive of the singular looks the same.
  EXPECT_EQ(listed("Слова кухарки Олени Рись і Марії Залеської.", "uk"), "Олена Рись: кухарки");
}

TEST(PeopleWithRoles, WhatIsBehindANameMayBeTheNextOnes) {
  EXPECT_EQ(listed("Členové: pekař Jan Vlček, starosta Karel Horák, blogerka Hana Vlčková", "cs"),
            "Jan Vlček: pekař; Karel Horák: starosta; Hana Vlčková: blogerka");
}

TEST(PeopleWithRoles, AGenitiveHasNoPostInTheNominative) {
  EXPECT_EQ(listed("Лауреатка премії Івана Рися, майстер Олена Залеська прийшла.", "uk"),
            "Олена Залеська: майстер");
}

TEST(PeopleWithRoles, NoInstitutionIsAPerson) {
  EXPECT_EQ(listed("Прийшов засновник хору «Дзвони Карпат» учора.", "uk"), "");
  EXPECT_EQ(listed("Mówi kierowniczka Katedry Botaniki.", "pl"), "");
}

TEST(PeopleWithRoles, TheTownInARoleIsNoPerson) {
  EXPECT_EQ(
      listed("Міська голова Тихоріча Ярина Дзвонецька прийшла. Далі міська голова Тихоріча мовчала.", "uk"),
      listed("Міська голова Тихоріча Ярина Дзвонецька прийшла.", "uk"));
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

#include "people/nominative.h"

#include <gtest/gtest.h>

namespace sito::people {
namespace {

// A name in another case, and its nominative.
struct NominativeCase {
  const char* name;
  const char* language;
  const char* text;
  const char* nominative;
};

constexpr NominativeCase kCases[] = {
    {"Nominative", "uk", "Олена Зайченко", "Олена Зайченко"},
    {"MasculineGenitive", "uk", "Олександра Мацкевича", "Олександр Мацкевич"},
    {"MasculineInO", "uk", "Івана Зайченка", "Іван Зайченко"},
    {"MasculineAdjective", "uk", "Тараса Залеського", "Тарас Залеський"},
    {"MasculineDative", "uk", "Сергієві Лаврову", "Сергій Лавров"},
    {"MasculineInstrumental", "uk", "Олегом Зайченком", "Олег Зайченко"},
    {"FeminineGenitive", "uk", "Олени Залеської", "Олена Залеська"},
    {"FeminineKeepsSurname", "uk", "Анну Зайченко", "Анна Зайченко"},
    {"FeminineForeign", "uk", "Ангелою Штрауб", "Ангела Штрауб"},
    {"Foreign", "uk", "Дональда Гарпа", "Дональд Гарп"},
    {"Hyphen", "uk", "Світлани Лаврової-Залеської", "Світлана Лаврова-Залеська"},
    {"Patronymic", "uk", "Івана Петровича Зайченка", "Іван Петрович Зайченко"},
    {"Initials", "uk", "О. Ф. Зайченко", "О. Ф. Зайченко"},
    {"Capitals", "uk", "Сергій ЗАЛЕСЬКИЙ", "Сергій Залеський"},
    {"BehindAVowel", "uk", "Арсена Лупія", "Арсен Лупій"},
    {"FleetingVowel", "uk", "Гнатом Орлом", "Гнат Орел"},
    {"MasculineInA", "uk", "Ореста Кандиби", "Орест Кандиба"},
    {"FeminineUnlistedAdjective", "uk", "Лариси Нагірної", "Лариса Нагірна"},
    {"PolishFleetingVowel", "pl", "Józefa Kwietnia", "Józef Kwiecień"},
    {"CzechDative", "cs", "Otovi Plíškovi", "Ota Plíšek"},
    {"Russian", "ru", "Сергеем Петровичем Залесским", "Сергей Петрович Залесский"},
    {"RussianFeminine", "ru", "Марии Залесской", "Мария Залесская"},
    {"Polish", "pl", "Andrzeja Zaleskiego", "Andrzej Zaleski"},
    {"PolishFeminine", "pl", "Anny Zaleskiej", "Anna Zaleska"},
    {"Czech", "cs", "Jana Vlčka", "Jan Vlček"},
    {"CzechKeepsItsVowel", "cs", "Jana Horáka", "Jan Horák"},
    {"CzechFeminine", "cs", "Hany Vlčkové", "Hana Vlčková"},
    {"EnglishStaysAsItIs", "en", "Helen Harlow", "Helen Harlow"},
    {"BlanksBecomeOne", "uk", "Олена  \u00a0Зайченко", "Олена Зайченко"},
};

class Nominatives : public testing::TestWithParam<NominativeCase> {};
TEST_P(Nominatives, AreFormed) {
  const std::string_view text = GetParam().text;
  const Language language = language_of(GetParam().language, text);
  const auto all_tokens = tokens(text);
  const Vocabulary words(text, all_tokens, language);
  const auto names = find_names(words);
  ASSERT_EQ(names.size(), 1U);
  const auto all = name_readings(words, names[0]);
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(nominative(words, names[0], all.front()), GetParam().nominative);
}
INSTANTIATE_TEST_SUITE_P(Names, Nominatives, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(NameReadings, ListBothWhereBothAreGood) {
  const std::string_view text = "Олександра Лаврова";
  const auto all_tokens = tokens(text);
  const Vocabulary words(text, all_tokens, Language::kUkrainian);
  const auto names = find_names(words);
  ASSERT_EQ(names.size(), 1U);
  bool woman = false, man = false;
  for (const NameReading& reading : name_readings(words, names[0])) {
    woman |= reading.gender == Gender::kFeminine && !reading.oblique && reading.surname == "лаврова";
    man |= reading.gender == Gender::kMasculine && reading.oblique && reading.surname == "лавров";
  }
  EXPECT_TRUE(woman);
  EXPECT_TRUE(man);
}

}  // namespace
}  // namespace sito::people

#include "people/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "data/tables.h"
#include "people/people.h"
#include "people/token.h"
#include "text/character.h"

namespace sito::people {
namespace {

std::string cell(const data::Row& row, std::size_t column) { return std::string(row.cells[column]); }
std::string where(const data::Row& row) { return std::string(row.language) + " " + std::string(row.key()); }
Gender gender_of(std::string_view cell) {
  return cell == "m" ? Gender::kMasculine : cell == "f" ? Gender::kFeminine : Gender::kUnknown;
}

TEST(GivenNames, EveryRowFiresOnItsExample) {
  const data::Table& table = data::given_names();
  ASSERT_GT(table.size(), 3000U);
  for (std::size_t i = 0; i < table.size(); ++i) {
    const data::Row row = table.row(i);
    SCOPED_TRACE(where(row));
    EXPECT_EQ(row.key(), text::folded(row.key()));
    EXPECT_TRUE(cell(row, 1) == "m" || cell(row, 1) == "f" || cell(row, 1) == "c");
    EXPECT_TRUE(given_name(row.key()).known);
    const auto names = find_names(row.cells[2], row.language);
    ASSERT_EQ(names.size(), 1U);
    EXPECT_EQ(text::folded(names[0].given.of(row.cells[2])), row.key());
    EXPECT_EQ(names[0].range.size(), row.cells[2].size());
  }
}

TEST(SurnameEndings, EveryRowFiresOnItsExample) {
  const data::Table& table = data::surname_endings();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const data::Row row = table.row(i);
    SCOPED_TRACE(where(row));
    const std::string word = text::folded(row.cells[4]);
    EXPECT_TRUE(word.ends_with(row.key()));
    ASSERT_TRUE(cell(row, 1) == "surname" || cell(row, 1) == "patronymic");
    const Ending ending = cell(row, 1) == "surname" ? surname_ending(word) : patronymic_ending(word);
    EXPECT_TRUE(ending.known);
    EXPECT_EQ(ending.gender, gender_of(row.cells[2]));
  }
}

TEST(Declension, EveryRowFiresOnItsExample) {
  const data::Table& table = data::declension();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const data::Row row = table.row(i);
    SCOPED_TRACE(where(row));
    EXPECT_TRUE(cell(row, 3) == "yes" || cell(row, 3) == "-");
    const std::string word = text::folded(row.cells[4]);
    ASSERT_TRUE(word.ends_with(row.key()));
    std::string nominative = word.substr(0, word.size() - row.key().size());
    if (cell(row, 1) != "-") nominative += row.cells[1];
    const auto all = readings(word, language_of(row.language, ""));
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const Reading& reading) {
      return reading.nominative == nominative && reading.oblique &&
             reading.gender == gender_of(row.cells[2]) && reading.sure == (cell(row, 3) == "yes") &&
             !reading.joins_vowel;
    }));
    EXPECT_EQ(all.front().nominative, word);
    EXPECT_FALSE(all.front().oblique);
  }
}

TEST(PersonWords, EveryRowFiresOnItsExample) {
  const data::Table& table = data::person_words();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const data::Row row = table.row(i);
    SCOPED_TRACE(where(row));
    EXPECT_EQ(row.key(), text::folded(row.key()));
    const bool is_ending = row.key().front() == '-';
    // An ending needs a stem before it; a beginning is asked for as it stands.
    const std::string word = (is_ending ? "xxxx" : "") + text::folded(row.cells[2]);
    EXPECT_EQ(is_ending ? word.substr(4) : word, is_ending ? row.key().substr(1) : row.key());
    EXPECT_NE(word_classes(word, language_of(row.language, ""), false), 0U);
    EXPECT_EQ(row.key().back() == '-', cell(row, 1) == "prefix");
  }
}

TEST(Roles, EveryRowFiresOnItsExample) {
  const data::Table& table = data::roles();
  ASSERT_GT(table.size(), 800U);
  for (std::size_t i = 0; i < table.size(); ++i) {
    const data::Row row = table.row(i);
    SCOPED_TRACE(where(row));
    const auto people = people_with_roles(row.cells[3], row.language);
    EXPECT_EQ(people.size(), 1U);
    const std::string role = people.empty() ? "" : text::folded(people[0].role);
    if (row.key().front() == '-') {
      EXPECT_TRUE(role.ends_with(row.key().substr(1))) << role;
    } else {
      EXPECT_EQ(role, row.key());
    }
    EXPECT_EQ(role_noun(role, language_of(row.language, "")).lemma, row.key());
    EXPECT_EQ(role_noun(role, language_of(row.language, "")).field, row.cells[2]);
  }
}

TEST(PluralEndings, EveryRowFiresOnItsExample) {
  const data::Table& table = data::plural_endings();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const data::Row row = table.row(i);
    SCOPED_TRACE(where(row));
    const std::string word = text::folded(row.cells[3]);
    ASSERT_TRUE(word.ends_with(row.key()));
    std::string singular = word.substr(0, word.size() - row.key().size());
    if (cell(row, 1) != "-") singular += row.cells[1];
    const Language language = language_of(row.language, "");
    ASSERT_TRUE(role_noun(singular, language).known) << singular;
    const RoleNoun plural = plural_role_noun(word, language);
    EXPECT_TRUE(plural.known);
    EXPECT_NE(plural.gender, Gender::kMasculine);
    ASSERT_TRUE(cell(row, 2) == "n" || cell(row, 2) == "o");
    EXPECT_TRUE(cell(row, 2) == "o" || !plural.oblique);
  }
}

// A word, and a nominative that it comes from.
struct InflectedCase {
  const char* name;
  const char* language;
  const char* word;
  const char* nominative;
};

constexpr InflectedCase kInflected[] = {
    {"MasculineGenitive", "uk", "олександра", "олександр"},
    {"Surname", "uk", "зайченка", "зайченко"},
    {"Adjective", "uk", "залеської", "залеська"},
    {"SoftGenitive", "uk", "ігоря", "ігор"},
    {"Consonants", "uk", "ользі", "ольга"},
    {"FleetingVowel", "uk", "кравця", "кравець"},
    {"Russian", "ru", "сергеем", "сергей"},
    {"RussianFleeting", "ru", "павла", "павел"},
    {"Polish", "pl", "marka", "marek"},
    {"PolishAdjective", "pl", "zaleskiego", "zaleski"},
    {"Czech", "cs", "vlčkové", "vlčková"},
    {"ItselfFirst", "en", "harlow", "harlow"},
};

class Inflected : public testing::TestWithParam<InflectedCase> {};
TEST_P(Inflected, HasTheNominative) {
  const auto all = readings(GetParam().word, language_of(GetParam().language, ""));
  EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const Reading& reading) {
    return reading.nominative == GetParam().nominative;
  }));
}
INSTANTIATE_TEST_SUITE_P(Words, Inflected, testing::ValuesIn(kInflected),
                         [](const auto& row) { return row.param.name; });

// A word in any case, and its role noun; none: empty.
struct RoleNounCase {
  const char* name;
  const char* language;
  const char* word;
  const char* lemma;
};

constexpr RoleNounCase kRoleNouns[] = {
    {"Nominative", "uk", "голова", "голова"},
    {"Genitive", "uk", "голови", "голова"},
    {"Instrumental", "uk", "директором", "директор"},
    {"Feminine", "uk", "директорки", "директорка"},
    {"Compound", "uk", "екс-президента", "президент"},
    {"AdjectivalNoun", "uk", "слідчого", "слідчий"},
    {"NoRole", "uk", "миколаєва", ""},
    {"OtherLanguage", "uk", "mayor", ""},
    {"Polish", "pl", "burmistrza", "burmistrz"},
    {"Empty", "uk", "", ""},
};

class RoleNouns : public testing::TestWithParam<RoleNounCase> {};
TEST_P(RoleNouns, HaveTheLemma) {
  const RoleNoun noun = role_noun(GetParam().word, language_of(GetParam().language, ""));
  EXPECT_EQ(noun.lemma, GetParam().lemma);
  EXPECT_EQ(noun.known, *GetParam().lemma != '\0');
}
INSTANTIATE_TEST_SUITE_P(Words, RoleNouns, testing::ValuesIn(kRoleNouns),
                         [](const auto& row) { return row.param.name; });

struct LanguageCase {
  const char* name;
  const char* code;
  const char* text;
  Language language;
};

constexpr LanguageCase kLanguages[] = {
    {"CodeDecides", "ru", "Її їжа", Language::kRussian},
    {"CodeWithRegion", "pl-PL", "", Language::kPolish},
    {"Ukrainian", "", "Їжак і єнот", Language::kUkrainian},
    {"Russian", "", "Мы съели сыр", Language::kRussian},
    {"English", "", "The quiet town", Language::kEnglish},
    {"Polish", "", "Zażółć gęślą jaźń", Language::kPolish},
    {"Czech", "", "Příliš žluťoučký kůň", Language::kCzech},
    {"UnknownCodeIsGuessed", "xx", "Їжак", Language::kUkrainian},
};

class Languages : public testing::TestWithParam<LanguageCase> {};
TEST_P(Languages, AreTold) { EXPECT_EQ(language_of(GetParam().code, GetParam().text), GetParam().language); }
INSTANTIATE_TEST_SUITE_P(Texts, Languages, testing::ValuesIn(kLanguages),
                         [](const auto& row) { return row.param.name; });

TEST(Patronymics, NeedAFathersName) {
  EXPECT_TRUE(patronymic_ending("іванович").known);
  EXPECT_EQ(patronymic_ending("сергіївна").gender, Gender::kFeminine);
  EXPECT_FALSE(patronymic_ending("мацкевич").known);
  EXPECT_FALSE(patronymic_ending("гончарович").known);
}

}  // namespace
}  // namespace sito::people

#include "people/role.h"

#include <gtest/gtest.h>

#include <string>

#include "people/name.h"

namespace sito::people {
namespace {

/// `[name|role]` for the first full name of a text; "-" where it has no role.
std::string drawn(std::string_view text, std::string_view language) {
  const auto all = tokens(text);
  const Vocabulary words(text, all, language_of(language, text));
  for (const Name& name : find_names(words)) {
    if (!name.is_full()) continue;
    auto role = role_before(words, 0, name.first_token);
    if (!role) role = role_after(words, name.last_token);
    return "[" + std::string(name.range.of(text)) + "|" + std::string(role ? role->range.of(text) : "-") +
           "]";
  }
  return "";
}

// A text, and its first full name with the role beside it.
struct RoleCase {
  const char* name;
  const char* language;
  const char* text;
  const char* drawn;
};

constexpr RoleCase kRoles[] = {
    // before the name
    {"PlaceInside", "uk", "зазначила посол України в Норвегії Лілія Зайченко.",
     "[Лілія Зайченко|посол України в Норвегії]"},
    {"LongWithConjunction", "uk",
     "відзначила президент Ризької асоціації місцевих і регіональних рад Ольга Рись.",
     "[Ольга Рись|президент Ризької асоціації місцевих і регіональних рад]"},
    {"OpensTheSentence", "uk", "Міський голова Ірпеня Іван Рись повідомив",
     "[Іван Рись|Міський голова Ірпеня]"},
    {"Modifiers", "uk", "каже перший заступник голови ради Іван Рись",
     "[Іван Рись|перший заступник голови ради]"},
    {"ModifiersWithAConjunction", "uk", "прибув Надзвичайний і Повноважний Посол Литви Іван Рись",
     "[Іван Рись|Надзвичайний і Повноважний Посол Литви]"},
    {"ModifierOfAnotherNoun", "pl", "podarował gminie partnerskiej wójt Jan Wilczak", "[Jan Wilczak|wójt]"},
    {"NounOfAPreposition", "cs", "řekl při zahájení historik Jan Vlček", "[Jan Vlček|historik]"},
    {"RankBehindAPost", "uk", "Сказав начальник сектору поліції, капітан Іван Рись",
     "[Іван Рись|начальник сектору поліції, капітан]"},
    {"NoPostOfAnother", "uk", "Сказали лікар Олена (Рись), капітан Іван Рись", "[Іван Рись|капітан]"},
    {"QuotationMarks", "uk", "каже депутатка від фракції «Наш дім» Олена Рись",
     "[Олена Рись|депутатка від фракції «Наш дім»]"},
    {"Degree", "cs", "řekla starostka Ing. Jana Vlčková", "[Jana Vlčková|starostka]"},
    {"RankAbbreviated", "pl", "mówi rzecznik asp. szt. Jan Wilczak", "[Jan Wilczak|rzecznik asp. szt.]"},
    {"SentenceBehindAShortWord", "en", "It was there since the war. Orchard owner Helen Harlow agreed",
     "[Helen Harlow|Orchard owner]"},
    {"EnglishCompound", "en", "said head teacher Helen Harlow", "[Helen Harlow|head teacher]"},
    {"Composed", "uk", "каже етноберейтор і мірмекологиня Олена Рись", "[Олена Рись|мірмекологиня]"},
    {"Acting", "uk", "каже в. о. директора Іван Рись", "[Іван Рись|в. о. директора]"},
    {"Compound", "uk", "каже віце-мер Іван Рись", "[Іван Рись|віце-мер]"},
    {"CompanyInMarks", "uk", "каже голова асоціації «Добрий ринок» Дмитро Рись",
     "[Дмитро Рись|голова асоціації «Добрий ринок»]"},
    {"Oblique", "uk", "за словами директора школи Олега Зайченка", "[Олега Зайченка|директора школи]"},
    {"AfterAMedium", "uk", "написав у Facebook міський голова Іван Рись", "[Іван Рись|міський голова]"},
    {"AfterAListener", "uk", "сказала в коментарі журналісту голова ради Ольга Рись",
     "[Ольга Рись|голова ради]"},
    {"WithComma", "uk", "Сестра, Марія Зайченко, прийшла", "[Марія Зайченко|Сестра]"},
    {"Russian", "ru", "сообщил глава района Сергей Рысев", "[Сергей Рысев|глава района]"},
    {"English", "en", "said Environment Minister John Harlow", "[John Harlow|Environment Minister]"},
    {"EnglishOf", "en", "said Minister of Education Helen Harlow", "[Helen Harlow|Minister of Education]"},
    {"Polish", "pl", "mówi burmistrz miasta Jan Wilczak", "[Jan Wilczak|burmistrz miasta]"},
    {"Czech", "cs", "řekl starosta obce Jan Vlček", "[Jan Vlček|starosta obce]"},
    // behind the name
    {"Apposition", "uk", "Іван Рись, директор школи, прийшов", "[Іван Рись|директор школи]"},
    {"Chain", "uk", "Іван Рись, міський голова Ірпеня, член Правління Асоціації міст на запрошення друзів",
     "[Іван Рись|міський голова Ірпеня, член Правління Асоціації міст]"},
    {"ListLine", "uk", "Олена Зайченко, посол України в Норвегії;\nІван Рись, мер.",
     "[Олена Зайченко|посол України в Норвегії]"},
    {"ActingBehind", "uk", "Іван Рись, в.о. директора школи, прийшов", "[Іван Рись|в.о. директора школи]"},
    {"Age", "uk", "Іван Рись (38 років, фермер) прийшов", "[Іван Рись|фермер]"},
    {"Dash", "uk", "Іван Рись – директор школи.", "[Іван Рись|директор школи]"},
    {"DashOfTheNextSpeech", "uk", "– Так, – каже Іван Рись. – Сестра прийшла.", "[Іван Рись|-]"},
    {"Bracket", "uk", "Іван Рись (голова ради)", "[Іван Рись|голова ради]"},
    {"StopsAtWhich", "uk", "Іван Рись, директор школи яку закрили", "[Іван Рись|директор школи]"},
    {"StopsAtSentence", "uk", "Іван Рись, директор школи. Він прийшов", "[Іван Рись|директор школи]"},
    {"EnglishArticle", "en", "John Harlow, the mayor of Harkerton, said", "[John Harlow|mayor of Harkerton]"},
    {"EnglishGenitive", "en", "Tom Harlow, residents’ association chair, said",
     "[Tom Harlow|residents’ association chair]"},
    {"PolishBehind", "pl", "Anna Wilczak, rzeczniczka urzędu, zapowiada",
     "[Anna Wilczak|rzeczniczka urzędu]"},
    // no role
    {"NoRoleInASubclause", "uk", "Іван Рись, який прийшов до директора", "[Іван Рись|-]"},
    {"NoRoleAcrossASentence", "uk", "Прийшов директор. Іван Рись мовчав", "[Іван Рись|-]"},
    {"NoRoleAcrossALine", "uk", "Директор школи\nІван Рись", "[Іван Рись|-]"},
    {"NoRoleInAVerb", "uk", "каже Іван Рись, додаючи", "[Іван Рись|-]"},
    {"NoRoleBeforeAPreposition", "uk", "прийшов директор з Іваном Зайченком", "[Іваном Зайченком|-]"},
    {"HonorificIsNoRole", "uk", "каже пан Іван Рись", "[Іван Рись|-]"},
};

class Roles : public testing::TestWithParam<RoleCase> {};
TEST_P(Roles, Draw) { EXPECT_EQ(drawn(GetParam().text, GetParam().language), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Texts, Roles, testing::ValuesIn(kRoles),
                         [](const auto& row) { return row.param.name; });

/// The same with the roles that lists set off, or give to several.
std::string drawn_in_list(std::string_view text, std::string_view language) {
  const auto all = tokens(text);
  const Vocabulary words(text, all, language_of(language, text));
  for (const Name& name : find_names(words)) {
    if (!name.is_full()) continue;
    auto role = role_set_off(words, 0, name.first_token, name.last_token);
    const std::string kind = role ? "set off" : "plural";
    if (!role) role = plural_role_before(words, 0, name.first_token);
    return role ? kind + ": " + std::string(role->range.of(text)) : "-";
  }
  return "";
}

constexpr RoleCase kListRoles[] = {
    {"Colon", "uk", "Члени ради.\nСекретар: Олена Рись", "set off: Секретар"},
    {"Dash", "uk", "режисерка – Олена Рись, художник", "set off: режисерка"},
    {"DashBehindAPronoun", "ru", "Пришли. Его педагог – Елена Зайченко", "set off: педагог"},
    {"NoDashInASentence", "uk", "Учора зустріли мера міста – Олена Рись рада", "-"},
    {"Appointment", "uk", "Директоркою школи обрано Олену Рись", "set off: Директоркою школи"},
    {"Being", "pl", "Sędzią głównym był Jan Wilczak", "set off: Sędzią głównym"},
    {"Article", "en", "They thanked the caretaker, John Harlow, for it", "set off: caretaker"},
    {"ArticleOfALongRole", "en", "said the owner of the mill, John Harlow, at once",
     "set off: owner of the mill"},
    {"NoArticleInAList", "en", "They thanked the caretaker, John Harlow came", "-"},
    {"ColonOfAColumn", "en", "Up.\nReporter's Notebook: John Harlow", "-"},
    {"Plural", "uk", "проти були депутати міської ради Олег Рись", "plural: депутати міської ради"},
    {"PluralBehindAVerb", "en", "The cast includes actors John Harlow", "plural: actors"},
    {"PluralWithAColon", "uk", "Прийшли.\nФіналістки: Олена Рись, Ніна Рись", "plural: Фіналістки"},
    {"PluralInAnotherCase", "uk", "із депутатами Олег Рись", "-"},
};

class ListRoles : public testing::TestWithParam<RoleCase> {};
TEST_P(ListRoles, Draw) { EXPECT_EQ(drawn_in_list(GetParam().text, GetParam().language), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Texts, ListRoles, testing::ValuesIn(kListRoles),
                         [](const auto& row) { return row.param.name; });

std::string alone(std::string_view text) {
  const auto all = tokens(text);
  const Vocabulary words(text, all, Language::kUkrainian);
  const auto role = role_alone(words, 0, all.size());
  return role ? std::string(role->range.of(text)) : "-";
}

TEST(RoleAlone, IsFoundWithItsModifiers) {
  EXPECT_EQ(alone("додав американський лідер."), "американський лідер");
  EXPECT_EQ(alone("каже представниця міськради"), "представниця міськради");
  EXPECT_EQ(alone("каже тихо і довго"), "-");
  EXPECT_EQ(alone(""), "-");
}

TEST(RoleBefore, StaysBehindItsFirstToken) {
  const std::string_view text = "голова ради Іван Рись";
  const auto all = tokens(text);
  const Vocabulary words(text, all, Language::kUkrainian);
  EXPECT_TRUE(role_before(words, 0, 2).has_value());
  EXPECT_FALSE(role_before(words, 1, 2).has_value());
  EXPECT_FALSE(role_before(words, 0, 0).has_value());
  EXPECT_FALSE(role_after(words, all.size()).has_value());
}

TEST(Roles, TellCaseAndGender) {
  const std::string_view text = "за словами директорки Олени Рись";
  const auto all = tokens(text);
  const Vocabulary words(text, all, Language::kUkrainian);
  const auto role = role_before(words, 0, 3);
  ASSERT_TRUE(role.has_value());
  EXPECT_TRUE(role->oblique);
  EXPECT_EQ(role->gender, Gender::kFeminine);
}

}  // namespace
}  // namespace sito::people

#include "people/name.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace sito::people {
namespace {

/// The text with its certain names (known or by ending, more than one word, or given names) in brackets.
std::string drawn(std::string_view text, std::string_view language) {
  std::string out;
  std::size_t end = 0;
  for (const Name& name : find_names(text, language)) {
    if (name.certainty == Certainty::kCapitals) continue;
    out.append(text.substr(end, name.range.begin - end)).append("[").append(name.range.of(text)).append("]");
    end = name.range.end;
  }
  return out.append(text.substr(end));
}

// A text, and the same with its names drawn as brackets.
struct NameCase {
  const char* name;
  const char* language;
  const char* text;
  const char* drawn;
};

constexpr NameCase kNames[] = {
    {"GivenAndSurname", "uk", "каже Олена Зайченко.", "каже [Олена Зайченко]."},
    {"Initial", "uk", "як пише О. Зайченко", "як пише [О. Зайченко]"},
    {"Initials", "uk", "як пише О.Ф. Зайченко", "як пише [О.Ф. Зайченко]"},
    {"InitialsBehind", "uk", "доповідає Зайченко О. Ф., голова", "доповідає [Зайченко О. Ф.], голова"},
    {"Patronymic", "uk", "це Іван Петрович Зайченко", "це [Іван Петрович Зайченко]"},
    {"PatronymicAlone", "uk", "додає Марія Іванівна, дружина", "додає [Марія Іванівна], дружина"},
    {"SurnameFirst", "uk", "за списком Зайченко Іван Петрович", "за списком [Зайченко Іван Петрович]"},
    {"SurnameFirstInCapitals", "uk", "за списком РИСЬ Ганна", "за списком [РИСЬ Ганна]"},
    {"SurnameInCapitals", "uk", "каже Сергій ЗАЙЧЕНКО.", "каже [Сергій ЗАЙЧЕНКО]."},
    {"Hyphen", "uk", "каже Ольга Зайченко-Рись", "каже [Ольга Зайченко-Рись]"},
    {"Inflected", "uk", "за словами Олександра Зайченка", "за словами [Олександра Зайченка]"},
    {"ThreeWords", "uk", "каже Гунн Маріт Стурдаль", "каже [Гунн Маріт Стурдаль]"},
    {"MiddleWordUnknown", "uk", "каже Ейвінд Вад Нурдсен", "каже [Ейвінд Вад Нурдсен]"},
    {"Particle", "uk", "музика Людвіга ван Дейкена", "музика [Людвіга ван Дейкена]"},
    {"TwoParticles", "uk", "каже Педро де ла Вего", "каже [Педро де ла Вего]"},
    {"MiddleInitial", "uk", "каже Джон Ф. Гарлоу", "каже [Джон Ф. Гарлоу]"},
    {"PlaceBefore", "uk", "посол Норвегії Лілія Зайченко", "посол Норвегії [Лілія Зайченко]"},
    {"OrganizationBefore", "uk", "голова Асоціації Олександр Рись", "голова Асоціації [Олександр Рись]"},
    {"AcronymBefore", "uk", "генсек ООН Антоніу Перейра", "генсек ООН [Антоніу Перейра]"},
    {"SurnameOfAnotherBefore", "uk", "речник Гарлоу Ендрю Бейтс", "речник Гарлоу [Ендрю Бейтс]"},
    {"GovernedPlaceBefore", "uk", "каже речник служби Залужжя Корній Лящ",
     "каже речник служби Залужжя [Корній Лящ]"},
    {"GovernedPlaceBeforeKeepsASurname", "uk", "сказав начальник дорожньої служби Яворинця Ґедеон Оприско",
     "сказав начальник дорожньої служби Яворинця [Ґедеон Оприско]"},
    {"GovernedPlaceOfTwoWords", "uk", "каже мер Срібної Гори Корній Лящ",
     "каже мер Срібної Гори [Корній Лящ]"},
    {"GovernedPlacePolish", "pl", "powiedziała burmistrz Srebrzycy Bogna Olszanecka",
     "powiedziała burmistrz Srebrzycy [Bogna Olszanecka]"},
    {"GovernedWordElsewhereAlone", "uk", "слова речниці Залуч Орля Бойко. Так каже Орля Бойко.",
     "слова речниці Залуч [Орля Бойко]. Так каже [Орля Бойко]."},
    {"ForeignNameBehindAPost", "uk", "каже посол Юкка Вейкко Рантаненко",
     "каже посол [Юкка Вейкко Рантаненко]"},
    {"ForeignNameEndsInAConsonant", "uk", "каже речниця посольства Гунн Маріт Нурдсенко",
     "каже речниця посольства [Гунн Маріт Нурдсенко]"},
    {"NameInTheGenitiveBehindAPost", "uk", "каже речник Ейвінда Вада Нурдсенка",
     "каже речник [Ейвінда Вада Нурдсенка]"},
    {"SurnameLikeAFunctionWord", "uk", "каже мер Віталій Ким", "каже мер [Віталій Ким]"},
    {"TownOfAnInstituteBefore", "uk", "каже експерт Інституту міста Олександр Рись",
     "каже експерт Інституту міста [Олександр Рись]"},
    {"NoNameInATown", "uk", "на площі міста Олександра Рися", "на площі міста Олександра Рися"},
    {"CapitalRoleBefore", "uk", "Президент Іван Рись", "Президент [Іван Рись]"},
    {"SentenceWordBefore", "uk", "Також Іван Рись додав", "Також [Іван Рись] додав"},
    {"HonorificBefore", "uk", "Пан Микола мовчить", "Пан [Микола] мовчить"},
    {"GivenAlone", "uk", "каже Людмила.", "каже [Людмила]."},
    {"NoBreakSpace", "uk", "каже Іван\u00a0Рись", "каже [Іван\u00a0Рись]"},
    {"TwoBehindAComma", "uk", "Іван Рись, Олена Рись", "[Іван Рись], [Олена Рись]"},
    {"TradeForASurname", "uk", "Пекар Іван Рись бачив, як Пекар Іван Петрович і Іван Пекар йшли",
     "Пекар [Іван Рись] бачив, як [Пекар Іван Петрович] і [Іван Пекар] йшли"},
    {"TownForASurname", "uk", "каже Еліна Черкас", "каже [Еліна Черкас]"},
    {"TownBeforeInitials", "uk", "Лозова Т. М. – секретар", "[Лозова Т. М.] – секретар"},
    {"MonthForASurname", "pl", "mówi Adam Lipiec", "mówi [Adam Lipiec]"},
    {"UnlistedBeforeAPatronymic", "uk", "каже Рима Тарасівна Лагута", "каже [Рима Тарасівна Лагута]"},
    {"SurnameKeptBack", "uk", "Затримано Сергія П. у Рівному", "Затримано [Сергія П.] у Рівному"},
    {"VillageWithAHead", "uk", "староста села Юлія Рись", "староста села [Юлія Рись]"},
    {"NoNameInAnAdmiralsStreet", "ru", "на набережной адмирала Макарова", "на набережной адмирала Макарова"},
    {"PrepositionIsNoVillage", "ru", "контакт с директором Владимиром Рысевым",
     "контакт с директором [Владимиром Рысевым]"},
    {"ShortSurnameAtTheEnd", "uk", "каже Злата Ус. Потім", "каже [Злата Ус]. Потім"},
    {"NoNameInAnEnglishStreet", "en", "in Queen Victoria Street", "in Queen Victoria Street"},
    {"LineEndsAName", "uk", "Іван\nРись", "[Іван]\nРись"},
    {"Russian", "ru", "по словам Сергея Лаврухина", "по словам [Сергея Лаврухина]"},
    {"English", "en", "said Environment Minister John Harlow.", "said Environment Minister [John Harlow]."},
    {"EnglishParticle", "en", "said Suleiman al-Hadidi", "said [Suleiman al-Hadidi]"},
    {"EnglishGenitive", "en", "in Helen Harlow's view", "in [Helen Harlow]'s view"},
    {"EnglishHonorific", "en", "said Dr. Alan Harlow", "said Dr. [Alan Harlow]"},
    {"Polish", "pl", "mówi Anna Wilczak", "mówi [Anna Wilczak]"},
    {"Czech", "cs", "řekl Jan Vlček", "řekl [Jan Vlček]"},
    // What must stay as it is.
    {"NoNameInPlaces", "uk", "у Норвегії та Україні", "у Норвегії та Україні"},
    {"NoNameInOrganizations", "uk", "повідомила Прес-служба Міністерства",
     "повідомила Прес-служба Міністерства"},
    {"NoNameInAStreet", "uk", "на вул. Івана Франка", "на вул. Івана Франка"},
    {"NameBehindTheEndOfASentence", "uk", "гуляла в парку». (Марія Заньковецька)",
     "гуляла в парку». ([Марія Заньковецька])"},
    {"NoNameInADedication", "uk", "театр імені Марії Заньковецької", "театр імені Марії Заньковецької"},
    {"NoNameInMonths", "uk", "У Вересні та в Понеділок", "У Вересні та в Понеділок"},
    {"NoNameInAcronyms", "uk", "ООН та НАТО", "ООН та НАТО"},
    {"NoInitialInAShortSentence", "uk", "Ні. Потім", "Ні. Потім"},
    {"Empty", "uk", "", ""},
};

class Names : public testing::TestWithParam<NameCase> {};
TEST_P(Names, Draws) { EXPECT_EQ(drawn(GetParam().text, GetParam().language), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Texts, Names, testing::ValuesIn(kNames),
                         [](const auto& row) { return row.param.name; });

TEST(Names, TellTheirParts) {
  const std::string_view text = "каже Іван Петрович Зайченко";
  const auto names = find_names(text, "uk");
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names[0].given.of(text), "Іван");
  EXPECT_EQ(names[0].patronymic.of(text), "Петрович");
  EXPECT_EQ(names[0].surname.of(text), "Зайченко");
  EXPECT_EQ(names[0].gender, Gender::kMasculine);
  EXPECT_TRUE(names[0].is_full());
}

TEST(Names, LoneCapitalsComeWithLittleCertainty) {
  const std::string_view text = "сказав Гарлоу";
  const auto names = find_names(text, "uk");
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names[0].certainty, Certainty::kCapitals);
  EXPECT_FALSE(names[0].is_full());
}

// Any text gives sorted names inside it whose parts lie inside them.
TEST(Names, AreWellFormedOnRandomText) {
  constexpr std::string_view kPieces[] = {"Іван ", "Зайченко", " ",   ". ",     ", ",        "О.",
                                          "ван ",  "голова ",  "\n",  "«",      "»",         "-",
                                          "'",     "А",        "УКР", "Марії ", "Петрович ", " – "};
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += kPieces[random() % std::size(kPieces)];
    std::size_t end = 0;
    for (const Name& name : find_names(text, "uk")) {
      ASSERT_LE(end, name.range.begin) << text;
      ASSERT_LE(name.range.end, text.size()) << text;
      ASSERT_FALSE(name.range.empty()) << text;
      for (ByteRange part : {name.given, name.patronymic, name.surname})
        ASSERT_TRUE(part.empty() || name.range.contains(part)) << text;
      end = name.range.end;
    }
  }
}

}  // namespace
}  // namespace sito::people

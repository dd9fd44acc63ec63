#include "people/table.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>

namespace sito::people {
namespace {

/// The people as `[name|role]`, and behind each a number for every mention.
std::string drawn(std::string_view text, std::string_view language) {
  const PeopleTable table(text, language);
  std::string out;
  for (std::size_t person = 0; person < table.people().size(); ++person) {
    const Person& of = table.people()[person];
    out.append("[").append(of.name).append("|").append(table.role(of)).append("]");
    for (const Mention& mention : table.mentions())
      if (mention.person == person) out += mention.full ? 'F' : 's';
  }
  return out;
}

// A text, and its people with role and mentions: F full, s short.
struct TableCase {
  const char* name;
  const char* language;
  const char* text;
  const char* drawn;
};

constexpr TableCase kTables[] = {
    {"Empty", "uk", "", ""},
    {"Nobody", "uk", "У Норвегії дощить.", ""},
    {"ShortMention", "uk", "Прийшов Іван Зайченко. Пізніше Зайченко пішов.", "[Іван Зайченко|]Fs"},
    {"InflectedShort", "uk", "Прийшов Іван Зайченко. Усі бачили Зайченка.", "[Іван Зайченко|]Fs"},
    {"InflectedFull", "uk", "Бачили Івана Зайченка. Іван Зайченко мовчав.", "[Іван Зайченко|]FF"},
    {"NominativeFormed", "uk", "Бачили Олега Мацкевича.", "[Олег Мацкевич|]F"},
    {"ShortBeforeFull", "uk", "У залі був Зайченко. Слово мав Іван Зайченко.", "[Іван Зайченко|]sF"},
    {"Initials", "uk", "Слово мав Іван Зайченко. Як пише І. Зайченко, дощить.", "[Іван Зайченко|]FF"},
    {"OtherInitial", "uk", "Слово мав Іван Зайченко. Як пише О. Зайченко, дощить.",
     "[Іван Зайченко|]F[О. Зайченко|]F"},
    {"FullestName", "uk", "Це Іван Рись. Це Іван Петрович Рись.", "[Іван Петрович Рись|]FF"},
    {"GivenNameAgain", "uk", "Це лісник Микола Рись. Пан Микола мовчить.", "[Микола Рись|лісник]Fs"},
    {"CouplesAreTwo", "uk", "Це Іван Зайченко. Це Олена Зайченко.", "[Іван Зайченко|]F[Олена Зайченко|]F"},
    {"GenderTells", "uk", "Це Іван Залеський. Це Олена Залеська. Про Залеського мовчать.",
     "[Іван Залеський|]Fs[Олена Залеська|]F"},
    {"NearestBefore", "uk", "Це Іван Зайченко. Це Петро Зайченко. Тут Зайченко замовк.",
     "[Іван Зайченко|]F[Петро Зайченко|]Fs"},
    {"RoleFromFirstMention", "uk", "Іван Рись, директор школи, прийшов. Каже Іван Рись.",
     "[Іван Рись|директор школи]FF"},
    {"FullestRole", "uk", "Каже голова Іван Рись. Каже міський голова Ірпеня Іван Рись.",
     "[Іван Рись|міський голова Ірпеня]FF"},
    {"NominativeRoleFirst", "uk", "За словами директора школи Івана Зайченка. Каже директор Іван Зайченко.",
     "[Іван Зайченко|директор]FF"},
    {"RoleTellsTheCase", "uk", "Слова губернатора Олександра Лаврова.", "[Олександр Лавров|губернатора]F"},
    {"SpokesmansPrincipal", "uk", "Каже Джон Гарлоу. Каже речник Джона Гарлоу.", "[Джон Гарлоу|]FF"},
    {"Participants", "uk",
     "Участь взяли:\n\nОльга Стурдаль, президент асоціації;\n\nЕйвінд Вад Нурдсен, секретар ради.",
     "[Ольга Стурдаль|президент асоціації]F[Ейвінд Вад Нурдсен|секретар ради]F"},
    {"AdjectiveIsNobody", "uk", "Каже президент Норвезької асоціації Ольга Рись.",
     "[Ольга Рись|президент Норвезької асоціації]F"},
    {"ForeignGivenName", "uk", "Слово мав Джо Гарден. Речник Джо Гардена мовчить.", "[Джо Гарден|]FF"},
    {"LoneSurnameOutweighsObliqueNames", "uk",
     "Слова Джо Гардена. Листи Джо Гардена. Двір Джо Гардена (Джо Гардена). Каже Гарден.",
     "[Джо Гарден|]FFFFs"},
    {"PlaceBetweenPostAndName", "pl",
     "W Srebrzycy pada. Do Srebrzycy jadą. Most w Srebrzycy stoi. Mówi burmistrz Srebrzycy Bogna Olszanecka.",
     "[Bogna Olszanecka|burmistrz Srebrzycy]F"},
    {"BodyInAPost", "uk",
     "Тут Об'єднання. Там Об'єднання. Каже голова Об'єднання громад Олег Рись. Ніна Сич, голова Об'єднання "
     "громад.",
     "[Олег Рись|голова Об'єднання громад]F[Ніна Сич|голова Об'єднання громад]F"},
    {"ListInOneSentence", "uk",
     "Прийшли: Петро Рись – голова комісії, Ірина Рись – секретар комісії, Андрій Сорока.",
     "[Петро Рись|голова комісії]F[Ірина Рись|секретар комісії]F[Андрій Сорока|]F"},
    {"UnknownNameBehindAPostAndCountry", "uk", "Каже прем'єр-міністр Великої Британії Сайлас Дентон.",
     "[Сайлас Дентон|прем'єр-міністр Великої Британії]F"},
    {"ForeignNameOfWhichNothingIsKnown", "uk", "Приїхав Хоамм Пуртч. Згодом Пуртч пішов.",
     "[Хоамм Пуртч|]Fs"},
    {"ForeignNameAtASentencesHead", "uk", "Хоамм Пуртч приїхав.", "[Хоамм Пуртч|]F"},
    {"NounWithItsGenitiveIsNobody", "uk", "Команда Айбраксха програла.", ""},
    {"CountryWithAnAdjective", "uk", "Літак сів у Зелених Еміратах.", ""},
    {"PostAndSurname", "uk", "Прийшов президент Трампт. Потім Трампт мовчав.", "[Трампт|президент]ss"},
    {"Apposition", "ru", "Джо Аллевва, директор школы, пришёл.", "[Джо Аллевва|директор школы]F"},
    {"LastPartOfASurname", "uk", "Приїхав Валід аль-Муаллемм. Муаллемм мовчав.", "[Валід аль-Муаллемм|]Fs"},
    {"LatinNameThatComesAgain", "pl", "Od rana Wlaadek Kawardarkow czeka. Nagle Kawardarkow milczy.",
     "[Wlaadek Kawardarkow|]Fs"},
    {"InstitutionIsNobody", "uk", "Каже директор групи Добра Кава.", ""},
    {"Russian", "ru", "Заместитель министра Евгений Лаврухин прибыл. Лаврухин добавил.",
     "[Евгений Лаврухин|Заместитель министра]Fs"},
    {"English", "en", "Mayor John Harlow spoke. Harlow's plan is old.", "[John Harlow|Mayor]Fs"},
    {"Polish", "pl", "Przyszła rzeczniczka Anna Zaleska. Zaleska milczy.", "[Anna Zaleska|rzeczniczka]Fs"},
    {"Czech", "cs", "Promluvil starosta Jan Vlček. Slova Vlčka zazněla.", "[Jan Vlček|starosta]Fs"},
};

class Tables : public testing::TestWithParam<TableCase> {};
TEST_P(Tables, Draw) { EXPECT_EQ(drawn(GetParam().text, GetParam().language), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Texts, Tables, testing::ValuesIn(kTables),
                         [](const auto& row) { return row.param.name; });

constexpr std::string_view kPage =
    "Міський голова Ірпеня Іван Зайченко відкрив школу. Її директорка Олена Мацкевич раділа. "
    "«Так», – каже міський голова. «Ні», – каже директорка. «Де», – каже Мацкевич. «Там», – каже Гарлоу. "
    "«Хто», – додала жінка. «Тут», – каже речник Зайченка Петро Рись, депутат.";

ByteRange clause_of(std::string_view words) {
  const auto at = kPage.find(words);
  EXPECT_NE(at, kPage.npos);
  return {at, at + words.size()};
}

TEST(Naming, OfAKnownPerson) {
  const PeopleTable table(kPage, "uk");
  const auto naming = table.naming_in(clause_of("Мацкевич. «Там"));
  ASSERT_TRUE(naming.has_value());
  EXPECT_EQ(naming->name, "Олена Мацкевич");
  EXPECT_EQ(naming->mention.of(kPage), "Мацкевич");
  EXPECT_EQ(naming->role.of(kPage), "директорка");
  EXPECT_EQ(naming->gender, Gender::kFeminine);
  EXPECT_FALSE(naming->full);
  ASSERT_TRUE(naming->person.has_value());
  EXPECT_EQ(table.people()[*naming->person].name, "Олена Мацкевич");
}

TEST(Naming, OfAnUnknownNameIsVouchedForByItsClause) {
  const PeopleTable table(kPage, "uk");
  const auto naming = table.naming_in(clause_of("каже Гарлоу"));
  ASSERT_TRUE(naming.has_value());
  EXPECT_EQ(naming->name, "Гарлоу");
  EXPECT_FALSE(naming->person.has_value());
  EXPECT_EQ(naming->certainty, Certainty::kCapitals);
}

TEST(Naming, PassesTheComplementOfARoleBy) {
  const PeopleTable table(kPage, "uk");
  const auto naming = table.naming_in(clause_of("речник Зайченка Петро Рись"));
  ASSERT_TRUE(naming.has_value());
  EXPECT_EQ(naming->name, "Петро Рись");
  EXPECT_EQ(naming->role.of(kPage), "речник Зайченка");
}

// A text that is one clause, and the name that it vouches for; "" for none.
struct CapitalCase {
  const char* name;
  const char* language;
  const char* clause;
  const char* named;
};

constexpr CapitalCase kCapitals[] = {
    {"SurnameOpensASentence", "uk", "Ковальський відповів", "Ковальський"},
    {"CapitalInsideASentence", "uk", "а потім сказав Гарлоу", "Гарлоу"},
    {"SentencesCapital", "uk", "Післязавтра сказав", ""},
    {"CapitalShownLater", "uk", "Гарлоу мовчав. Потім сказав Гарлоу", "Гарлоу"},
    {"AdjectiveOfAnInstitution", "uk", "Господарський суд визнав", ""},
    {"AdjectiveInsideASentence", "uk", "відповів Окружний суд", ""},
    {"InstitutionBehindAPreposition", "cs", "řekl pro Český rozhlas Plus", ""},
    {"SecondRole", "uk", "підтвердила голова комісії, агрономка Февронія Стебло", "Февронія Стебло"},
    {"PlaceInTheRole", "uk", "повідомив речник рятувальної служби Залужжя Корній Лящ", "Корній Лящ"},
    {"TownInTheRole", "uk", "Експерт Інституту міста Олександр Рись каже", "Олександр Рись"},
};

class Capitals : public testing::TestWithParam<CapitalCase> {};
TEST_P(Capitals, NameSomebody) {
  const std::string_view clause = GetParam().clause;
  const PeopleTable table(clause, GetParam().language);
  const auto naming = table.naming_in({0, clause.size()});
  EXPECT_EQ(naming ? naming->name : "", GetParam().named);
}
INSTANTIATE_TEST_SUITE_P(Clauses, Capitals, testing::ValuesIn(kCapitals),
                         [](const auto& row) { return row.param.name; });

TEST(Naming, NoneWhereNobodyIsNamed) {
  const PeopleTable table(kPage, "uk");
  EXPECT_FALSE(table.naming_in(clause_of("каже міський голова")).has_value());
  EXPECT_FALSE(table.naming_in({0, 0}).has_value());
  EXPECT_FALSE(table.naming_in({kPage.size(), kPage.size()}).has_value());
}

TEST(Descriptions, MeanThePersonOfTheirPost) {
  const PeopleTable table(kPage, "uk");
  const auto mayor = table.description_in(clause_of("каже міський голова"));
  ASSERT_TRUE(mayor.has_value());
  EXPECT_EQ(mayor->range.of(kPage), "міський голова");
  ASSERT_TRUE(mayor->person.has_value());
  EXPECT_EQ(table.people()[*mayor->person].name, "Іван Зайченко");
  const auto head = table.description_in(clause_of("каже директорка"));
  ASSERT_TRUE(head && head->person);
  EXPECT_EQ(table.people()[*head->person].name, "Олена Мацкевич");
  const auto woman = table.description_in(clause_of("додала жінка"));
  ASSERT_TRUE(woman && woman->person);
  EXPECT_EQ(table.people()[*woman->person].name, "Олена Мацкевич");
  EXPECT_FALSE(table.description_in(clause_of("відкрив школу")).has_value());
}

TEST(Descriptions, OfTheSameBodyGoBeforeTheSamePost) {
  const std::string text =
      "Керівниця фонду Олена Мацкевич пішла. Прийшов голова спілки Іван Зайченко. Тихо, каже голова фонду.";
  const PeopleTable table(text, "uk");
  const auto head = table.description_in({text.find("каже"), text.size()});
  ASSERT_TRUE(head && head->person);
  EXPECT_EQ(table.people()[*head->person].name, "Олена Мацкевич");
}

TEST(Descriptions, OfAPostOfOneMeanNoOtherHolder) {
  struct Case {
    std::string_view text, name;
  };
  constexpr Case kCases[] = {
      {"Тут був президент Олег Рись. Прийшов глава МОЗ Іван Зайченко. Тихо, каже міністр.", "Іван Зайченко"},
      {"Тут був Іван Зайченко. Прийшов президент Олег Рись. Тихо, каже міністр.", "Іван Зайченко"},
      {"Тут був прем'єр-міністр Олег Рись. Прийшов Іван Зайченко. Тихо, каже прем'єр.", "Олег Рись"},
  };
  for (const auto& [text, name] : kCases) {
    const PeopleTable table(text, "uk");
    const auto post = table.description_in({text.find("каже"), text.size()});
    ASSERT_TRUE(post && post->person) << text;
    EXPECT_EQ(table.people()[*post->person].name, name) << text;
  }
}

TEST(Resolve, TakesAnyForm) {
  const PeopleTable table(kPage, "uk");
  for (std::string_view mention : {"Зайченка", "Іван Зайченко", "Івана Зайченка", "Іваном"}) {
    const auto person = table.resolve(mention, kPage.size());
    ASSERT_TRUE(person.has_value()) << mention;
    EXPECT_EQ(table.people()[*person].name, "Іван Зайченко") << mention;
  }
  EXPECT_FALSE(table.resolve("Петро Зайченко", kPage.size()).has_value());
  EXPECT_FALSE(table.resolve("Стурдаль", kPage.size()).has_value());
  EXPECT_FALSE(table.resolve("", 0).has_value());
}

TEST(Latest, AsksForGenderAndPlace) {
  const PeopleTable table(kPage, "uk");
  const auto woman = table.latest(Gender::kFeminine, kPage.size());
  ASSERT_TRUE(woman.has_value());
  EXPECT_EQ(table.people()[*woman].name, "Олена Мацкевич");
  const auto early = table.latest(Gender::kUnknown, clause_of("відкрив школу").begin);
  ASSERT_TRUE(early.has_value());
  EXPECT_EQ(table.people()[*early].name, "Іван Зайченко");
  EXPECT_FALSE(table.latest(Gender::kFeminine, clause_of("відкрив школу").begin).has_value());
}

TEST(MentionAt, FindsWhatOverlaps) {
  const PeopleTable table(kPage, "uk");
  const auto found = table.mention_at(clause_of("Зайченко відкрив"));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(table.mentions()[*found].range.of(kPage), "Іван Зайченко");
  EXPECT_FALSE(table.mention_at({0, 4}).has_value());
}

TEST(Tables, MoveWithTheirWords) {
  PeopleTable table(kPage, "uk");
  const PeopleTable moved = std::move(table);
  EXPECT_EQ(moved.people().front().name, "Іван Зайченко");
  EXPECT_TRUE(moved.naming_in(clause_of("каже Гарлоу")).has_value());
}

// On any text mentions are sorted, apart, and of people that exist; first mentions are in order.
TEST(Tables, AreWellFormedOnRandomText) {
  constexpr std::string_view kPieces[] = {"Іван ",   "Зайченко", " ", ". ", ", ",     "О.",        "голова ",
                                          "Іваном ", "\n",       "«", "»",  "Рись ",  "Зайченка ", " – ",
                                          "мер ",    "ЗАЙЧЕНКО", "(", ")",  "Марії ", "Петрович "};
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 50; ++i) text += kPieces[random() % std::size(kPieces)];
    const PeopleTable table(text, "uk");
    std::size_t end = 0, people = 0;
    for (const Mention& mention : table.mentions()) {
      ASSERT_LE(end, mention.range.begin) << text;
      ASSERT_LE(mention.range.end, text.size()) << text;
      ASSERT_LE(mention.person, people) << text;  // by first mention
      people = std::max(people, mention.person + 1);
      end = mention.range.end;
    }
    ASSERT_EQ(people, table.people().size()) << text;
    for (const Person& person : table.people()) ASSERT_FALSE(person.name.empty()) << text;
  }
}

double seconds_for(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  const auto start = std::chrono::steady_clock::now();
  const PeopleTable table(text, "uk");
  EXPECT_LE(table.people().size(), text.size());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Sixteen times the text may take at most 64 times as long (a square law takes 256), give or take what a
// busy machine steals.
TEST(Tables, TakeLinearTime) {
  for (std::string_view piece :
       {"А", "А ", "А. ", "– ", ", ", "Іван ", "Зайченко ", "голова ", "ван ", "Іван Рись, голова ",
        "голова Рись ", "«Іван ", "А-", "Іван Зайченко і Петро Зайченко, "}) {
    const double small = seconds_for(piece, 1 << 15);
    EXPECT_LT(seconds_for(piece, 1 << 19), small * 64 + 0.5) << piece;
  }
}

TEST(PeopleTable, TellsTheClassesOfAWord) {
  const std::string_view text = "Приїхав пан Зайченко до Норвегії.";
  const PeopleTable people(text, "uk");
  EXPECT_NE(people.classes_at(text.find("пан")) & kHonorific, 0U);
  EXPECT_NE(people.classes_at(text.find("до ")) & kPreposition, 0U);
  EXPECT_EQ(people.classes_at(text.find("ан ")), 0U);
  EXPECT_EQ(people.classes_at(text.size()), 0U);
}

}  // namespace
}  // namespace sito::people

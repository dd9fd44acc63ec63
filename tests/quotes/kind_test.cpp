#include "quotes/kind.h"

#include <gtest/gtest.h>

#include "data/tables.h"
#include "quotes/drawn.h"

namespace sito::quotes {
namespace {

// A text, and the same with each quotation's kind before its brackets: s speech, t title, m term.
struct KindCase {
  const char* name;
  const char* text;
  const char* drawn;
};

constexpr KindCase kKinds[] = {
    {"DashAndCue", "«Дощ іде», – каже Ніна.", "«s[Дощ іде]», – каже Ніна."},
    {"ColonAndCue", "Ніна каже: «Іде дощ».", "Ніна каже: «s[Іде дощ]»."},
    {"SentencesInside", "На стіні рядок «Сніг ліг. Усі сплять.»",
     "На стіні рядок «s[Сніг ліг. Усі сплять.]»"},
    {"FragmentOfACueClause", "Ніна зазначила, що міст «давно пора лагодити».",
     "Ніна зазначила, що міст «s[давно пора лагодити]»."},
    {"OneWordOfANamingVerb", "Ніна назвала міст «небезпечним».", "Ніна назвала міст «s[небезпечним]»."},
    {"TheWholeParagraph", "«Ми так довго чекали на цей міст»\nМіст відкрили.",
     "«s[Ми так довго чекали на цей міст]»\nМіст відкрили."},
    {"NameBehindADash", "«Ми так довго чекали» – Ніна Сич\nМіст відкрили.",
     "«s[Ми так довго чекали]» – Ніна Сич\nМіст відкрили."},
    {"Organisation", "Міст будує ТОВ «Сталь».", "Міст будує ТОВ «t[Сталь]»."},
    {"Event", "На фестивалі «Коло води» людно.", "На фестивалі «t[Коло води]» людно."},
    {"LongTitleWithPunctuation",
     "Рада ухвалила постанову «Про міст, дорогу та інше майно громади міста Сизе».",
     "Рада ухвалила постанову «t[Про міст, дорогу та інше майно громади міста Сизе]»."},
    {"HeadlineWithAVerb", "Читайте новину «Рада продала старий міст, а гроші поділила».",
     "Читайте новину «t[Рада продала старий міст, а гроші поділила]»."},
    {"EnglishRelativeClauseIsNoAttribution", "A man known as “the Owl,” who pleaded for rain, left.",
     "A man known as “m[the Owl,]” who pleaded for rain, left."},
    {"TitleWithQuestion", "Вийшов фільм «Хто там?» про ніч.", "Вийшов фільм «t[Хто там?]» про ніч."},
    {"UnderTheName", "Крамниця під назвою «Зоря» закрита.", "Крамниця під назвою «t[Зоря]» закрита."},
    {"CapitalsAlone", "Торік «Зоря» перемогла.", "Торік «t[Зоря]» перемогла."},
    {"SmallLettersAlone", "Тепер це «нормально».", "Тепер це «m[нормально]»."},
    {"SoCalled", "Це так звана «Мала дорога».", "Це так звана «m[Мала дорога]»."},
    {"TitleBesideTheCueOfAnother", "«Дощ іде», – каже редактор газети «Час» Ніна Сич.",
     "«s[Дощ іде]», – каже редактор газети «t[Час]» Ніна Сич."},
    {"NestedTitle", "«Ми любимо газету «Час», – каже Ніна.", "«s[Ми любимо газету «t[Час]]», – каже Ніна."},
    {"SubjectOfAVerb", "Газета «Час» повідомила про дощ.", "Газета «t[Час]» повідомила про дощ."},
    {"AuthorsOwnWordsBehindAParenthesis", "Міст, каже Ніна, стоїть, але рух тут «завмер».",
     "Міст, каже Ніна, стоїть, але рух тут «m[завмер]»."},
    {"EnglishCommaInside", "“It rains,” said Ann Reed.", "“s[It rains,]” said Ann Reed."},
    {"EnglishTitle", "The charity “Green Hill” grew.", "The charity “t[Green Hill]” grew."},
    {"EnglishTerm", "The “new” road is old.", "The “m[new]” road is old."},
    {"PolishWithoutComma", "„Pada deszcz” – mówi Anna Zając.", "„s[Pada deszcz]” – mówi Anna Zając."},
    {"CzechCommaInside", "„Prší,“ řekla Jana Malá.", "„s[Prší,]“ řekla Jana Malá."},
    {"RussianFragment", "По словам мэра, мост «давно пора чинить».",
     "По словам мэра, мост «s[давно пора чинить]»."},
    {"ThinEvidenceFollowsTheSure", "«Зоря» грає. Клуб «Зоря» переміг.",
     "«t[Зоря]» грає. Клуб «t[Зоря]» переміг."},
    {"OneStringOneKind", "«За» стоять усі. Голоси «за» лічать.",
     "«m[За]» стоять усі. Голоси «m[за]» лічать."},
    {"SentenceOfItsOwn", "Дощило. «Ми чекали до ночі». Потім ущухло.",
     "Дощило. «s[Ми чекали до ночі]». Потім ущухло."},
    {"UnknownVerbBehindDash", "„Nie oddamy mostu” — zawarczał Jan.",
     "„s[Nie oddamy mostu]” — zawarczał Jan."},
    {"GestureBehindCommaAndDash", "«Міст старий», – розвела руками Ніна.",
     "«s[Міст старий]», – розвела руками Ніна."},
    {"ShoutBehindAVerb", "Хтось вигукнув «Ганьба!» і пішов.", "Хтось вигукнув «s[Ганьба!]» і пішов."},
    {"ShoutsInARow", "«Ганьба!», «Гроші на міст!» – гукали люди.",
     "«s[Ганьба!]», «s[Гроші на міст!]» – гукали люди."},
    {"AnyVerbBeforeAColon", "Дружина сміється: «Знову дощ».", "Дружина сміється: «s[Знову дощ]»."},
    {"NounBeforeAColonIsNoTitle", "Каже директорка школи: «Ми не знали».",
     "Каже директорка школи: «s[Ми не знали]»."},
    {"NameBehindCommaAndDash", "«Ми так довго чекали», – Ніна Сич\nМіст відкрили.",
     "«s[Ми так довго чекали]», – Ніна Сич\nМіст відкрили."},
    {"SignatureInTheNextLine", "«Вода пам'ятає все»\nНіна Сич, поетка\nМіст відкрили.",
     "«s[Вода пам'ятає все]»\nНіна Сич, поетка\nМіст відкрили."},
    {"TitleInDashSpeech", "– Ми були у санаторії «Сосна», – каже Ніна.",
     "– s[Ми були у санаторії «t[Сосна]»], – каже Ніна."},
    {"SmallLettersBehindANoun", "Концепція «великої води» застаріла.",
     "Концепція «m[великої води]» застаріла."},
    {"NamedByNobody", "У школі хлопця звуть «Грім».", "У школі хлопця звуть «m[Грім]»."},
    {"WordsOfANoun", "Гасло громади – «чиста вода».", "Гасло громади – «s[чиста вода]»."},
    {"WritersOwnWords", "Коли я кажу «наша річка», усі сміються.",
     "Коли я кажу «m[наша річка]», усі сміються."},
    {"EnglishInnerMarkAtTheEnd", "\"He said, \"Because it rains so much,\"\" Ann Reed told me.",
     "\"s[He said, \"s[Because it rains so much,]\"]\" Ann Reed told me."},
    {"VerbIsNoTitleNoun", "Рада планує «оновити» міст.", "Рада планує «m[оновити]» міст."},
};

class KindTable : public testing::TestWithParam<KindCase> {};
TEST_P(KindTable, Draws) { EXPECT_EQ(draw_kinds(GetParam().text), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Kinds, KindTable, testing::ValuesIn(kKinds),
                         [](const auto& row) { return row.param.name; });

/// The kind of the first quotation of a text.
Kind first_kind(std::string_view text) {
  const auto quotes = find_quotes(text);
  EXPECT_FALSE(quotes.empty()) << text;
  return quotes.empty() ? Kind::kTerm : quotes[0].kind;
}

TEST(Kind, EveryTitleNounMakesItsExampleATitle) {
  const auto& table = data::title_nouns();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    ASSERT_TRUE(row.cells[1] == "stem" || row.cells[1] == "word") << row.key();
    const Page page(row.cells[2]);
    auto mark = row.cells[2].find_first_of("\xC2\xE2", row.cells[2].find(row.key()) + row.key().size());
    ASSERT_TRUE(title_noun_before(page, mark, 0, true))
        << row.language << ' ' << row.key() << ": " << row.cells[2];
  }
}

TEST(Kind, EveryTermMarkerMakesItsExampleATerm) {
  const auto& table = data::term_markers();
  for (std::size_t i = 0; i < table.size(); ++i)
    EXPECT_EQ(first_kind(table.row(i).cells[1]), Kind::kTerm) << table.row(i).cells[1];
}

}  // namespace
}  // namespace sito::quotes

#include "quotes/speaker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "data/tables.h"
#include "quotes/drawn.h"

namespace sito::quotes {
namespace {

// A text, and its speech as [quote|speaker|role|cue].
struct SpeakerCase {
  const char* name;
  const char* text;
  const char* drawn;
};

constexpr SpeakerCase kSpeakers[] = {
    {"NameBehind", "«Міст готовий», – зазначив Олег Ткаченко.", "[Міст готовий|Олег Ткаченко||зазначив]"},
    {"RoleBetweenCueAndName", "«Міст готовий», - відзначила директорка школи Олена Гончаренко.",
     "[Міст готовий|Олена Гончаренко|директорка школи|відзначила]"},
    {"NameBeforeColon", "Олег Ткаченко, директор заводу, сказав: «Міст готовий».",
     "[Міст готовий|Олег Ткаченко|директор заводу|сказав]"},
    {"Inside", "«Міст, – каже Олег Ткаченко, – готовий».", "[Міст готовий|Олег Ткаченко||каже]"},
    {"Pronoun", "Олена Гончаренко приїхала вранці. «Міст готовий», – сказала вона.",
     "[Міст готовий|Олена Гончаренко||сказала]"},
    {"NoSubject", "«Міст готовий», – сказала Олена Гончаренко.\n«Можна їхати», – додала.",
     "[Міст готовий|Олена Гончаренко||сказала][Можна їхати|Олена Гончаренко||додала]"},
    {"Phrase", "За словами Олега Ткаченка, міст «давно пора лагодити».",
     "[давно пора лагодити|Олег Ткаченко||За словами]"},
    {"PhraseWithPronoun", "Приїхала Олена Гончаренко. За її словами, міст «давно пора лагодити».",
     "[давно пора лагодити|Олена Гончаренко||За її словами]"},
    {"NameLine", "Олена Гончаренко:\n– Міст готовий.", "[Міст готовий.|Олена Гончаренко||]"},
    {"Unnamed", "«Міст небезпечний», – кажуть водії.", "[Міст небезпечний|водії||кажуть]"},
    {"ShortName", "Олег Ткаченко приїхав. «Міст готовий», – сказав Ткаченко.",
     "[Міст готовий|Олег Ткаченко||сказав]"},
    {"QuestionHasNoSpeaker", "– Міст готовий?\n– Готовий, – каже Олег Ткаченко.",
     "[Міст готовий?|||][Готовий|Олег Ткаченко||каже]"},
    {"ObjectOfACitingVerb", "«Міст готовий», – цитує «Час» Олега Ткаченка.",
     "[Міст готовий|Олег Ткаченко||цитує]"},
    {"English", "“The bridge is ready,” said mayor Helen Marsh.",
     "[The bridge is ready,|Helen Marsh|mayor|said]"},
    {"EnglishSubjectFirst", "“The bridge is ready,” Helen Marsh said.",
     "[The bridge is ready,|Helen Marsh||said]"},
    {"Polish", "„Most jest gotowy” – powiedziała Anna Nowak.", "[Most jest gotowy|Anna Nowak||powiedziała]"},
    {"Russian", "«Мост готов», – сказал директор завода Олег Ткаченко.",
     "[Мост готов|Олег Ткаченко|директор завода|сказал]"},
    {"TheObjectIsNotTheSpeaker", "«Міст готовий», – сказав Олег Ткаченко у відповідь Ганні Коваленко.",
     "[Міст готовий|Олег Ткаченко||сказав]"},
    {"NameRightBehindTheVerb", "Про те, що Ганна Коваленко приїхала, каже Олег Ткаченко: «Міст готовий».",
     "[Міст готовий|Олег Ткаченко||каже]"},
    {"AnyVerbOfASentenceBeforeAColon", "Голова громади Олег Ткаченко підбив підсумки року: «Міст готовий».",
     "[Міст готовий|Олег Ткаченко|Голова громади|підбив]"},
    {"GerundsSubject", "Олег Ткаченко приїхав, додавши, що «міст готовий».",
     "[міст готовий|Олег Ткаченко||додавши]"},
    {"InfinitivesSubject", "Учні люблять казати: «Міст готовий».", "[Міст готовий|Учні||казати]"},
    {"Indefinite", "Хтось із натовпу вигукнув: «Міст готовий!»",
     "[Міст готовий!|Хтось із натовпу||вигукнув]"},
    {"PlaceWithPlural", "У міськраді кажуть: «Міст готовий».", "[Міст готовий|міськраді||кажуть]"},
    {"NounBeforeTheVerb", "У довгому листі вранці прес-служба зазначила: «Міст готовий».",
     "[Міст готовий|прес-служба||зазначила]"},
    {"AppositionBehindTheCue", "„Most je hotový,“ řekla předsedkyně spolku, učitelka Hana Vlčková.",
     "[Most je hotový,|Hana Vlčková|předsedkyně spolku, učitelka|řekla]"},
    {"UnknownPostBetweenCueAndName", "„Most je hotový,“ řekla klopeňka spolku Hana Vlčková.",
     "[Most je hotový,|Hana Vlčková|klopeňka spolku|řekla]"},
    {"Label", "Відвідувачка: «Міст уже готовий».", "[Міст уже готовий|Відвідувачка||]"},
    {"LabelThatDescribesSomebodyNamed",
     "Лікар Олег Ткаченко приїхав. Олена Гончаренко чекала. Лікар: «Міст уже готовий».",
     "[Міст уже готовий|Олег Ткаченко|Лікар|]"},
    {"LabelOfSomebodyElse", "Олег Ткаченко приїхав. Лікар: «Міст уже готовий».",
     "[Міст уже готовий|Лікар||]"},
    {"GerundBehindTheQuotation",
     "Олег Ткаченко вважає, що міст «готовий до зими», підкресливши надійність опор.",
     "[готовий до зими|Олег Ткаченко||вважає]"},
    {"PluralNounBeforeItsVerb", "У той же час лікарі наголошують: «Міст уже готовий».",
     "[Міст уже готовий|лікарі||наголошують]"},
    {"PluralNounOfABody", "У той же час експерти ЦПД наголошують: «Міст уже готовий».",
     "[Міст уже готовий|експерти ЦПД||наголошують]"},
    {"SourceIsAPerson", "За даними директора школи Олега Ткаченка, міст «готовий до зими».",
     "[готовий до зими|Олег Ткаченко|директора школи|За даними]"},
    {"SourceIsABody", "За даними школи, міст «готовий до зими».", "[готовий до зими|||За даними]"},
    {"EnglishPassiveHasNoSpeaker", "The old oak on the hill is called “the grey king of all”.",
     "[the grey king of all|||called]"},
    {"EnglishFirstPersonHasNoSpeaker", "So I always tell guests: “The bridge is open now.”",
     "[The bridge is open now.|||tell]"},
    {"EnglishPerfect", "The council has urged “an end to the noise at night”.",
     "[an end to the noise at night|council||urged]"},
    {"EnglishSentenceIsNoLabel", "It was like: “The bridge is open now.”", "[The bridge is open now.|||]"},
    {"LabelInsideAParagraph", "Дзвоню зранку. Чергова: «Міст уже готовий».", "[Міст уже готовий|Чергова||]"},
    {"LabelLineOfDashSpeech", "Нова сусідка:\n– Міст уже готовий.", "[Міст уже готовий.|Нова сусідка||]"},
    {"MotherIsSomebodyElse", "Прийшов голова Олег Ткаченко. Мати каже: «Міст готовий».",
     "[Міст готовий|Мати||каже]"},
    {"ThereIsOneMayor", "Співав диригент Олег Ткаченко. Мер відповідає: «Міст готовий».",
     "[Міст готовий|Мер||відповідає]"},
    {"LabelOfDashSpeech", "Олег Ткаченко приїхав.\nТкаченко: – Міст готовий.",
     "[Міст готовий.|Олег Ткаченко||]"},
    {"Signature", "«Вода пам'ятає все»\nОлег Ткаченко, поет\nМіст відкрили.",
     "[Вода пам'ятає все|Олег Ткаченко|поет|]"},
    {"Bracket", "«Міст готовий. Але вузький». (Мирослава, 62 роки, пенсіонерка)",
     "[Міст готовий. Але вузький|Мирослава|пенсіонерка|]"},
    {"SentenceBefore", "Про це повідомив у Facebook директор Олег Ткаченко.\n«Міст готовий. Можна їхати».",
     "[Міст готовий. Можна їхати|Олег Ткаченко|директор|повідомив]"},
    {"TopicOfTheSentenceBefore",
     "Депутата Олега Ткаченка відповідь не влаштувала. Він нагадав: «Міст готовий».",
     "[Міст готовий|Олег Ткаченко|Депутата|нагадав]"},
    {"NameInMarks", "Комбат «Грім» коротко пояснив: «Міст готовий».", "[Міст готовий|Грім|Комбат|пояснив]"},
    {"OrganisationInMarks", "«Міст готовий», – повідомляє АТ «Мостобуд».",
     "[Міст готовий|АТ «Мостобуд»||повідомляє]"},
    {"WhoAskedDoesNotAnswer", "– Хто там? – спитав Олег Ткаченко.\n– Свої.",
     "[Хто там?|Олег Ткаченко||спитав][Свої.|||]"},
    {"SeveralAreNobodyOfTheTable", "Прийшла астрономка Ніна Ткаченко. Колеги жартують: «Міст готовий».",
     "[Міст готовий|Колеги||жартують]"},
    {"EnglishWordsInMarksAreNoSubject",
     "Helen Marsh turned it into a “big island” and warned people that “the bridge is old”.",
     "[the bridge is old|Helen Marsh||warned]"},
    {"EnglishInstitution", "Harold Crick wrote a book. The Mill Society said: “The bridge is ready.”",
     "[The bridge is ready.|Mill Society||said]"},
    {"ForeignNameOfAnotherGender", "Petra Mandagi powiedział: „Most jest gotowy”.",
     "[Most jest gotowy|Petra Mandagi||powiedział]"},
    {"PassiveHasNone", "«Міст готовий», – йдеться у заяві.", "[Міст готовий|||йдеться]"},
    {"TheAuthorHimself", "– Міст готовий? – питаю.\n– Готовий, – каже Олег Ткаченко.",
     "[Міст готовий?|||питаю][Готовий|Олег Ткаченко||каже]"},
};

class SpeakerTable : public testing::TestWithParam<SpeakerCase> {};
TEST_P(SpeakerTable, Draws) { EXPECT_EQ(draw_attributions(GetParam().text), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Speakers, SpeakerTable, testing::ValuesIn(kSpeakers),
                         [](const auto& row) { return row.param.name; });

TEST(Speaker, ResolutionSaysWhichWayItWas) {
  const std::string_view text =
      "«А», – сказала Олена Гончаренко. Дощ.\n«Б», – сказала Гончаренко. Дощ.\n«В», – сказала вона. Дощ.\n"
      "«Г», – додала. Дощ.\n«Ґ», – кажуть водії.";
  const auto quotes = find_quotes(text);
  constexpr Resolution kWays[] = {Resolution::kName, Resolution::kShort, Resolution::kPronoun,
                                  Resolution::kContinued, Resolution::kUnnamed};
  ASSERT_EQ(quotes.size(), std::size(kWays));
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    ASSERT_TRUE(quotes[i].speaker) << i;
    EXPECT_EQ(quotes[i].speaker->resolution, kWays[i]) << i;
  }
  EXPECT_EQ(quotes[0].speaker->mention.of(text), "Олена Гончаренко");
  EXPECT_TRUE(quotes[3].speaker->mention.empty());
}

TEST(Speaker, EveryPronounStandsForTheSubjectBefore) {
  const auto& table = data::subjects();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    constexpr std::array<std::string_view, 10> kAgreements = {"m",       "f",        "n",  "p",  "nobody",
                                                              "article", "relative", "as", "be", "-"};
    ASSERT_NE(std::find(kAgreements.begin(), kAgreements.end(), row.cells[1]), kAgreements.end())
        << row.key();
    if (row.cells[2].ends_with("…")) continue;  // no subject
    const auto quotes = find_quotes(row.cells[2], row.language);
    ASSERT_EQ(quotes.size(), 1U) << row.cells[2];
    EXPECT_EQ(quotes[0].kind, Kind::kSpeech) << row.cells[2];
    EXPECT_EQ(quotes[0].speaker.has_value(), row.cells[1] == "nobody") << row.cells[2];
  }
}

}  // namespace
}  // namespace sito::quotes

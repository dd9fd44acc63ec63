#include "language/language.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace sito::language {
namespace {

std::string guessed(std::string_view text, const std::vector<std::string>& candidates = {}) {
  const auto found = guess(text, candidates);
  return found ? std::string(found->language) : "-";
}

struct LanguageCase {
  const char* name;
  const char* text;
  const char* language;
};

constexpr LanguageCase kCases[] = {
    {"Ukrainian", "Мешканці попросили відремонтувати дорогу, що веде до лікарні, і рада погодилася.", "uk"},
    {"Russian", "Жители попросили отремонтировать дорогу, которая ведёт к больнице, и совет согласился.",
     "ru"},
    {"Belarusian", "Жыхары папрасілі адрамантаваць дарогу, што вядзе да бальніцы, і ўлады пагадзіліся.",
     "be"},
    {"Bulgarian", "Жителите поискаха да се поправи пътят, който води към болницата, и съветът се съгласи.",
     "bg"},
    {"Polish", "Mieszkańcy poprosili o naprawę drogi, która prowadzi do szpitala, i rada się zgodziła.",
     "pl"},
    {"Czech", "Obyvatelé požádali o opravu silnice, která vede k nemocnici, a rada souhlasila, že ji opraví.",
     "cs"},
    {"Slovak",
     "Obyvatelia požiadali o opravu cesty, ktorá vedie k nemocnici, a rada súhlasila, že ju opraví.", "sk"},
    {"English", "Residents asked for the road to the hospital to be mended, and the council agreed to it.",
     "en"},
    {"German", "Die Einwohner baten um die Reparatur der Straße zum Krankenhaus, und der Rat stimmte zu.",
     "de"},
    {"DanishSentence", "Byrådet har vedtaget, at vejen skal laves om.", "da"},
    {"BokmalSentence", "Bystyret har vedtatt at veien skal gjøres om.", "nb"},
    {"SwedishSentence", "Fullmäktige har beslutat att göra om vägen.", "sv"},
    {"UkrainianSentence", "Міст закрили на ремонт.", "uk"},
    {"RussianCapitals", "МОСТ ЗАКРЫЛИ НА РЕМОНТ", "ru"},
    {"Bokmal",
     "Innbyggerne ba om at veien til sykehuset skulle repareres, og rådet sa ja til det de hadde bedt om.",
     "nb"},
    {"Nynorsk",
     "Innbyggjarane bad om at vegen til sjukehuset vart reparert, og dei fekk ikkje vente på eit svar.",
     "nn"},
    {"Danish",
     "Beboerne bad om, at vejen til sygehuset blev repareret, og rådet sagde ja, da de havde hørt dem.",
     "da"},
    {"Swedish",
     "Invånarna bad om att vägen till sjukhuset skulle lagas, och rådet sade ja när de hade hört det.", "sv"},
    {"French",
     "Les habitants ont demandé que la route de l’hôpital soit réparée, et le conseil est d’accord.", "fr"},
    {"UkrainianWithLatinNames", "Компанія Marlow Bridges (MB) перебуває в місті, і рада з нею вже працює.",
     "uk"},
    {"Numbers", "12 345 678 / 90 — 11:40, 2020, 2021", "-"},
    {"TooShort", "Новий міст", "-"},
    {"Empty", "", "-"},
    {"NoPeculiarLetters", "Рада народу про право", "-"},
    {"Greek", "Οι κάτοικοι ζήτησαν να επισκευαστεί ο δρόμος προς το νοσοκομείο και το συμβούλιο συμφώνησε.",
     "el"},
    {"Finnish", "Asukkaat pyysivät sairaalaan johtavan tien korjaamista, mutta valtuusto hylkäsi ehdotuksen.",
     "fi"},
    {"Serbian", "Становници су тражили да се поправи пут који води до болнице, и савет је пристао.", "sr"},
    {"Macedonian", "Жителите побараа да се поправи патот што води до болницата, и советот се согласи.", "mk"},
    {"Croatian", "Stanovnici su tražili da se popravi cesta koja vodi do bolnice, a vijeće je pristalo.",
     "hr"},
    {"SerbianInLatinLetters",
     "Stanovnici su tražili da se popravi put koji vodi do bolnice, gde je uvek gužva, a savet opštine je "
     "pristao.",
     "sr"},
    {"CroatianOrSerbian", "Na mostu su radovi, a autobusi voze preko trga.", "-"},
    {"Slovene", "Prebivalci so prosili, naj popravijo cesto, ki vodi do bolnišnice, in svet se je strinjal.",
     "sl"},
    {"Georgian", "მოსახლეობამ ითხოვა საავადმყოფოსკენ მიმავალი გზის შეკეთება, და საბჭო დათანხმდა.", "-"},
    {"Basque", "Herritarrek ospitalera doan errepidea konpontzeko eskatu zuten, eta udalak baietz esan zuen.",
     "-"},
    {"Vietnamese", "Người dân yêu cầu sửa con đường dẫn đến bệnh viện, và hội đồng đã đồng ý với họ.", "vi"},
    {"OneWordOverAndOver", "дорога дорога дорога дорога дорога", "-"},
};

class GuessLanguage : public testing::TestWithParam<LanguageCase> {};
TEST_P(GuessLanguage, Names) { EXPECT_EQ(guessed(GetParam().text), GetParam().language); }
INSTANTIATE_TEST_SUITE_P(Texts, GuessLanguage, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(KnownLanguage, IsThatOfATagInAnyCase) {
  EXPECT_EQ(known_language("uk"), "uk");
  EXPECT_EQ(known_language("UK"), "uk");
  EXPECT_EQ(known_language("en-GB"), "en");
  for (const char* tag : {"", "xx", "ukr", "-uk"}) EXPECT_EQ(known_language(tag), "") << tag;
}

TEST(Guess, CandidatesNarrow) {
  const std::string text =
      "Жители попросили отремонтировать дорогу, которая ведёт к больнице, и совет согласился.";
  EXPECT_EQ(guessed(text, {"uk", "ru"}), "ru");
  EXPECT_EQ(guessed(text, {"en", "de"}), "-");
  EXPECT_EQ(guessed(text, {"xx"}), "-");
}

// Serbian in Latin letters has no model of its own.
TEST(Guess, CandidatesNarrowSiblings) {
  const std::string text = "Na mostu su radovi, a autobusi voze preko trga.";
  EXPECT_EQ(guessed(text, {"hr", "en"}), "hr");
  EXPECT_EQ(guessed(text, {"sr", "en"}), "sr");
  EXPECT_EQ(guessed(text, {"hr", "sr"}), "-");
}

TEST(Guess, SpeaksOfTheWholeText) {
  // A foreign beginning and end do not decide about a long page.
  std::string text = "The council met on Monday, and it was late. ";
  for (int i = 0; i < 600; ++i)
    text += "Мешканці попросили відремонтувати дорогу, що веде до лікарні, і рада погодилася. ";
  text += "The council met on Monday, and it was late.";
  EXPECT_EQ(guessed(text), "uk");
}

TEST(Guess, ConfidenceIsAShare) {
  const auto found =
      guess("Residents asked for the road to the hospital to be mended, and the council agreed to it.");
  ASSERT_TRUE(found);
  EXPECT_GE(found->confidence, kLeastConfidence);
  EXPECT_LE(found->confidence, 1.0);
}

TEST(Guess, MegabytesCostASample) {
  for (const char* piece : {"і", "«", "a ", "\u0301", "\u00a0"}) {
    std::string text;
    while (text.size() < (1U << 22)) text += piece;
    EXPECT_EQ(guessed(text), "-") << piece;
  }
}

TEST(KnownLanguages, AreSorted) {
  const auto known = known_languages();
  EXPECT_TRUE(std::is_sorted(known.begin(), known.end()));
  EXPECT_THAT(known, testing::IsSupersetOf({"be", "bg", "cs", "en", "pl", "ru", "sk", "uk"}));
}

}  // namespace
}  // namespace sito::language

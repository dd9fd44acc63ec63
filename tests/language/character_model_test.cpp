#include "language/character_model.h"

#include <gtest/gtest.h>

#include <string>

#include "data/tables.h"
#include "sentences.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::language {
namespace {

const CharacterModel& model(std::string_view language) { return *character_model(language); }

// What the languages would say to it, the cheapest first, for a failure's sake.
std::string drawn(std::string_view text) {
  std::string out;
  for (const CharacterModel& each : character_models())
    out += std::string(each.language()) + " " + std::to_string(each.cost(text)) + ", ";
  return out;
}

class EachLanguage : public testing::TestWithParam<Sentence> {};

TEST_P(EachLanguage, ReadsItsSentenceBest) {
  const auto [model, cost] = cheapest(GetParam().text);
  ASSERT_NE(model, nullptr);
  EXPECT_EQ(model->language(), GetParam().language) << drawn(GetParam().text);
  EXPECT_EQ(model->cost(GetParam().text), cost);
}

TEST_P(EachLanguage, FoldsCase) {
  if (GetParam().language == std::string_view("tr")) return;  // whose capital of i is no I
  const auto capitals = in_capitals(GetParam().text);
  EXPECT_EQ(model(GetParam().language).cost(capitals), model(GetParam().language).cost(GetParam().text));
}

TEST_P(EachLanguage, WritesItsLetters) {
  const auto& table = model(GetParam().language).table();
  std::uint8_t symbol = data::kFirstLetterSymbol;
  for (std::size_t at = 0; at < table.letters.size();) {
    const auto [c, length] = text::decode(table.letters, at);
    const auto variant = data::letter_variants().with_key(table.letters.substr(at, length));
    EXPECT_TRUE(model(GetParam().language).writes(c));
    if (variant.empty() || data::letter_variants().row(variant.first).cells[1] != GetParam().language) {
      EXPECT_EQ(model(GetParam().language).meaning(c).symbol, symbol);
    }
    ++symbol;
    EXPECT_EQ(model(GetParam().language).meaning(c).cost, 0);
    at += length;
  }
}

TEST_P(EachLanguage, FindsJunkDear) {
  const std::string text(GetParam().text);
  for (const char* junk : {"\u0093\u0084", "\uFFFD\uFFFD", "\uE000\uE001", "│┤"})
    EXPECT_GT(model(GetParam().language).cost(text + junk),
              model(GetParam().language).cost(text + "..") + cost_of_nats(10))
        << junk;
}

INSTANTIATE_TEST_SUITE_P(Languages, EachLanguage, testing::ValuesIn(kSentences),
                         [](const auto& row) { return std::string(row.param.language); });

// Short texts, and their next of kin.
struct SiblingCase {
  const char* name;
  const char* text;
  const char* language;
  const char* sibling;
};

constexpr SiblingCase kSiblings[] = {
    {"UkrainianNotRussian", "Рада ухвалила рішення", "uk", "ru"},
    {"RussianNotUkrainian", "Совет принял решение", "ru", "uk"},
    {"UkrainianNotBelarusian", "Вчора відкрили пекарню", "uk", "be"},
    {"BelarusianNotUkrainian", "Учора адчынілі пякарню", "be", "uk"},
    {"BelarusianNotRussian", "Сёння адчынілі школу", "be", "ru"},
    {"RussianNotBelarusian", "Сегодня открыли школу", "ru", "be"},
    {"BulgarianNotRussian", "Днес откриха училището", "bg", "ru"},
    {"RussianNotBulgarian", "Сегодня дожди прошли", "ru", "bg"},
    {"MacedonianNotBulgarian", "Денеска го отворија училиштето", "mk", "bg"},
    {"SerbianNotMacedonian", "Данас су отворили школу", "sr", "mk"},
    {"CzechNotSlovak", "Včera otevřeli pekárnu", "cs", "sk"},
    {"SlovakNotCzech", "Včera otvorili pekáreň", "sk", "cs"},
    {"PolishNotCzech", "Wczoraj otwarto piekarnię", "pl", "cs"},
    {"CroatianNotSlovenian", "Jučer su otvorili novu pekaru", "hr", "sl"},
    {"SlovenianNotCroatian", "Včeraj so odprli novo pekarno", "sl", "hr"},
    {"BokmalNotDanish", "I går åpnet de bakeriet igjen", "nb", "da"},
    {"DanishNotBokmal", "I går åbnede de bageriet igen", "da", "nb"},
    {"SwedishNotDanish", "I går öppnade bageriet", "sv", "da"},
    {"SpanishNotPortuguese", "Ayer abrieron una panadería", "es", "pt"},
    {"PortugueseNotSpanish", "Ontem abriram uma padaria nova", "pt", "es"},
    {"EstonianNotFinnish", "Eile õhtul avati uus pood", "et", "fi"},
    {"FinnishNotEstonian", "Eilen avattiin uusi leipomo", "fi", "et"},
    {"LithuanianNotLatvian", "Vakar atidaryta nauja kepykla", "lt", "lv"},
    {"LatvianNotLithuanian", "Vakar atvēra jaunu maizes ceptuvi", "lv", "lt"},
    {"DutchNotGerman", "Gisteren ging de bakkerij open", "nl", "de"},
    {"GermanNotDutch", "Gestern wurde die Bäckerei eröffnet", "de", "nl"},
    {"RomanianNotItalian", "Ieri s-a deschis brutăria", "ro", "it"},
    {"ItalianNotRomanian", "Ieri hanno aperto il forno", "it", "ro"},
};

class Siblings : public testing::TestWithParam<SiblingCase> {};
TEST_P(Siblings, AreToldApart) {
  const auto& row = GetParam();
  EXPECT_LT(model(row.language).cost(row.text), model(row.sibling).cost(row.text));
}
INSTANTIATE_TEST_SUITE_P(Texts, Siblings, testing::ValuesIn(kSiblings),
                         [](const auto& row) { return row.param.name; });

// A character, a language, and what the one is to the other.
struct MeaningCase {
  const char* name;
  const char* language;
  char32_t character;
  unsigned symbol;
};

constexpr MeaningCase kMeanings[] = {
    {"Space", "uk", U' ', data::kSpaceSymbol},
    {"LineEnd", "uk", U'\n', data::kSpaceSymbol},
    {"NoBreakSpace", "uk", U'\u00A0', data::kSpaceSymbol},
    {"ThinSpaceThatHasNoRow", "uk", U'\u2008', data::kSpaceSymbol},
    {"Digit", "uk", U'7', data::kDigitSymbol},
    {"ArabicDigit", "uk", U'\u0663', data::kDigitSymbol},
    {"FullStop", "uk", U'.', data::kStopSymbol},
    {"Ellipsis", "uk", U'…', data::kStopSymbol},
    {"Guillemet", "uk", U'«', data::kOpenerSymbol},
    {"LowQuote", "de", U'„', data::kOpenerSymbol},
    {"ClosingGuillemet", "uk", U'»', data::kCloserSymbol},
    {"HighQuoteOpensOrCloses", "de", U'“', data::kMarkSymbol},
    {"StraightQuote", "en", U'"', data::kMarkSymbol},
    {"Apostrophe", "uk", U'\'', data::kApostropheSymbol},
    {"CurlyApostrophe", "en", U'’', data::kApostropheSymbol},
    {"LetterApostrophe", "uk", U'ʼ', data::kApostropheSymbol},
    {"Hyphen", "uk", U'-', data::kDashSymbol},
    {"Dash", "uk", U'—', data::kDashSymbol},
    {"Percent", "uk", U'%', data::kSignSymbol},
    {"SignThatHasNoRow", "uk", U'♣', data::kSignSymbol},
    {"LatinInCyrillic", "uk", U'q', data::kForeignSymbol},
    {"CyrillicInLatin", "pl", U'ж', data::kForeignSymbol},
    {"AccentedLatinInCyrillic", "uk", U'é', data::kStrangeSymbol},
    {"CyrillicOfAnotherLanguage", "bg", U'ґ', data::kStrangeSymbol},
    {"LatinOfAnotherLanguage", "en", U'ł', data::kStrangeSymbol},
    {"GreekInLatin", "en", U'ω', data::kStrangeSymbol},
    {"Han", "uk", U'日', data::kStrangeSymbol},
    {"Control", "uk", U'\u0001', data::kJunkSymbol},
    {"HighControl", "uk", U'\u0093', data::kJunkSymbol},
    {"Replacement", "uk", U'\uFFFD', data::kJunkSymbol},
    {"PrivateUse", "uk", U'\uE123', data::kJunkSymbol},
    {"Unassigned", "uk", U'\u0378', data::kJunkSymbol},
    {"BoxDrawing", "uk", U'╬', data::kJunkSymbol},
    {"Block", "uk", U'▓', data::kJunkSymbol},
};

class Meanings : public testing::TestWithParam<MeaningCase> {};
TEST_P(Meanings, AreSymbols) {
  const auto& row = GetParam();
  EXPECT_EQ(model(row.language).meaning(row.character).symbol, row.symbol);
  EXPECT_FALSE(model(row.language).writes(row.character));
}
INSTANTIATE_TEST_SUITE_P(Characters, Meanings, testing::ValuesIn(kMeanings),
                         [](const auto& row) { return row.param.name; });

// The first is the cheaper choice of its class.
struct ChoiceCase {
  const char* name;
  char32_t common, rare;
};

constexpr ChoiceCase kChoices[] = {
    {"Spaces", U' ', U'\u3000'},  {"Stops", U',', U';'},           {"Dashes", U'-', U'―'},
    {"Signs", U'%', U'¤'},        {"SignWithoutARow", U'¤', U'♣'}, {"Quotes", U'«', U'‚'},
    {"Apostrophes", U'\'', U'´'}, {"Strange", U'é', U'日'},
};

class Choices : public testing::TestWithParam<ChoiceCase> {};
TEST_P(Choices, CostByHowCommonTheyAre) {
  EXPECT_LT(model("uk").meaning(GetParam().common).cost, model("uk").meaning(GetParam().rare).cost);
}
INSTANTIATE_TEST_SUITE_P(Characters, Choices, testing::ValuesIn(kChoices),
                         [](const auto& row) { return row.param.name; });

TEST(CharacterModel, ReadsLettersInOlderShapes) {
  EXPECT_EQ(model("ro").cost("şi braţe, ŞI BRAŢE"), model("ro").cost("și brațe, ȘI BRAȚE"));
  EXPECT_LT(model("tr").cost("güneş"), model("tr").cost("güneș"));  // the cedilla is Turkish
}

TEST(CharacterModel, AsksTwoCharactersBack) {
  const auto& table = model("uk");
  const auto symbol = [&](char32_t c) { return table.meaning(c).symbol; };
  EXPECT_EQ(table.cost("їх"), table.cost(data::kSpaceSymbol, data::kSpaceSymbol, symbol(U'ї')) +
                                  table.cost(data::kSpaceSymbol, symbol(U'ї'), symbol(U'х')) +
                                  table.cost(symbol(U'ї'), symbol(U'х'), data::kSpaceSymbol));
}

TEST(CharacterModel, OfAnEmptyTextCostsASpace) {
  EXPECT_EQ(model("uk").cost(""),
            model("uk").cost(data::kSpaceSymbol, data::kSpaceSymbol, data::kSpaceSymbol));
}

TEST(CharacterModel, ReadsWordsBetterThanTheirLettersShuffled) {
  EXPECT_LT(model("uk").cost("полагодили міст"), model("uk").cost("лпгдооили тімс"));
  EXPECT_LT(model("en").cost("bridges were mended"), model("en").cost("gdbries wree ednmed"));
}

TEST(CostOfNats, IsRounded) {
  EXPECT_EQ(cost_of_nats(0), 0U);
  EXPECT_EQ(cost_of_nats(-3), 0U);
  EXPECT_EQ(cost_of_nats(data::kNatsPerCost), 1U);
  EXPECT_EQ(cost_of_nats(1.5), 10U);
}

TEST(CheapestModel, IsOfAScriptThatStandsInTheText) {
  EXPECT_EQ(cheapest("Міст, Bridge").model->script(), Script::kCyrillic);
  EXPECT_EQ(cheapest("γέφυρα").model->language(), "el");
  EXPECT_EQ(cheapest("גשר").model->language(), "he");
  EXPECT_EQ(cheapest("جسر").model->language(), "ar");
}

TEST(CheapestModel, OfWhatHasNoLettersIsALatinOne) {
  for (const char* text : {"", "12 345", "…", "\uFFFD"}) {
    ASSERT_NE(cheapest(text).model, nullptr) << text;
    EXPECT_EQ(cheapest(text).model->script(), Script::kLatin) << text;
  }
}

TEST(CharacterModels, AreOneForEachTable) {
  ASSERT_EQ(character_models().size(), data::character_tables().size());
  for (const auto& table : data::character_tables()) {
    ASSERT_NE(character_model(table.language), nullptr) << table.language;
    EXPECT_EQ(character_model(table.language)->language(), table.language);
  }
  EXPECT_EQ(character_model("xx"), nullptr);
  EXPECT_EQ(character_model(""), nullptr);
}

TEST(CharacterClassRows, AreWhatTheirCharactersMean) {
  const data::Table& rows = data::character_classes();
  constexpr std::string_view kClassNames[] = {"space",      "digit", "stop", "opener",  "closer",  "mark",
                                              "apostrophe", "dash",  "sign", "foreign", "strange", "junk"};
  for (const CharacterModel& each : character_models())
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto cells = rows.row(i).cells;
      const char32_t c = text::decode(cells[0], 0).code_point;
      if (!each.writes(c)) {
        EXPECT_EQ(kClassNames[each.meaning(c).symbol], cells[1]) << each.language() << ' ' << cells[0];
      }
    }
}

TEST(LetterVariantRows, MeanTheLetterOfTheirLanguage) {
  const data::Table& rows = data::letter_variants();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    const char32_t given = text::decode(cells[0], 0).code_point, meant = text::decode(cells[2], 0).code_point;
    EXPECT_EQ(model(cells[1]).meaning(given).symbol, model(cells[1]).meaning(meant).symbol) << cells[0];
    EXPECT_EQ(model(cells[1]).meaning(text::to_upper(given)).symbol, model(cells[1]).meaning(meant).symbol);
  }
}

TEST(PriorNats, BeginAtUkrainian) {
  EXPECT_EQ(prior_nats("uk"), 0);
  EXPECT_GT(prior_nats("nn"), prior_nats("nb"));
  EXPECT_EQ(prior_nats("xx"), 0);
}

}  // namespace
}  // namespace sito::language

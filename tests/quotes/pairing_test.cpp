#include "quotes/pairing.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "data/tables.h"
#include "quotes/drawn.h"

namespace sito::quotes {
namespace {

/// The paragraph with its pairs drawn as brackets in place of their marks.
std::string draw_pairs(std::string_view text) {
  const ByteRange whole{0, text.size()};
  const auto marks = find_marks(text, whole);
  std::vector<Insertion> insertions;
  for (const auto& pair : pair_marks(text, marks, whole).pairs) {
    insertions.push_back({pair.open.begin, 2, "["});
    insertions.push_back({pair.close.begin, 1, "]"});
  }
  std::string drawn = with_insertions(text, insertions);
  for (std::string_view mark :
       {"[«", "[„", "[“", "[\"", "[''", "[‟", "[,,", "[<<", "[‹", "[‘", "[‚", "['", "[»", "[”"})
    for (auto at = drawn.find(mark); at != std::string::npos; at = drawn.find(mark))
      drawn.replace(at, mark.size(), "[");
  for (std::string_view mark : {"]»", "]“", "]”", "]\"", "]''", "]>>", "]›", "]’", "]‘", "]'", "]«"})
    for (auto at = drawn.find(mark); at != std::string::npos; at = drawn.find(mark))
      drawn.replace(at, mark.size(), "]");
  return drawn;
}

// A paragraph, and the same with its pairs drawn as brackets.
struct PairingCase {
  const char* name;
  const char* text;
  const char* drawn;
};

constexpr PairingCase kPairings[] = {
    {"Nested", "«Каже: „так“», — пише газета.", "[Каже: [так]], — пише газета."},
    {"StraightMarksAlternate", R"(У "Часі" і "Дні".)", "У [Часі] і [Дні]."},
    {"InchIsNoMark", R"("Екран 27" удома".)", R"([Екран 27" удома].)"},
    {"YearInMarksIsNoInch", R"(Програма "Місто 2030" триває.)", "Програма [Місто 2030] триває."},
    {"ApostropheTypedAsAMark", R"(Рада об"єднання "Сад" з"їхалась.)", R"(Рада об"єднання [Сад] з"їхалась.)"},
    {"LongNameBehindItsNoun", "Позов ГО «Ліга захисту прав жінок «Сад». Суд думає.",
     "Позов ГО [Ліга захисту прав жінок [Сад]]. Суд думає."},
    {"MixedPairBeforeTheAuthor", "«Так\", – каже Ніна. Іде «дощ».", "[Так], – каже Ніна. Іде [дощ]."},
    {"TheOtherWayRound", "»Ano, prší,« řekla Jana.", "[Ano, prší,] řekla Jana."},
    {"NameClosesTheSpeechAroundIt", R"("Ми в компанії "Сад", – каже Ніна. "Тут "тепло", – додала.)",
     "[Ми в компанії [Сад]], – каже Ніна. [Тут [тепло]], – додала."},
    {"ReopenedThoughOthersFollow", R"("One. "Two. "Three." He saw "it".)",
     R"([One. ][Two. ][Three.] He saw [it].)"},
    {"StrayCloserIsLeftAlone", "так» і все", "так» і все"},
    {"Angle", "Він сказав «так».", "Він сказав [так]."},
    {"LowAndHigh", "Řekl „ano“ a šel.", "Řekl [ano] a šel."},
    {"LowAndRight", "Rzekł „tak” i wyszedł.", "Rzekł [tak] i wyszedł."},
    {"LowAndStraight", "Rzekł „tak\" i wyszedł.", "Rzekł [tak] i wyszedł."},
    {"Curly", "He said “yes” and left.", "He said [yes] and left."},
    {"CurlyTheWrongWay", "Він сказав “так“ і пішов.", "Він сказав [так] і пішов."},
    {"RightOnBothSides", "Hän sanoi ”joo” ja lähti.", "Hän sanoi [joo] ja lähti."},
    {"TwoApostrophes", "Він сказав ''так'' і пішов.", "Він сказав [так] і пішов."},
    {"ReversedHigh", "Він сказав ‟так” і пішов.", "Він сказав [так] і пішов."},
    {"CommasForLowMarks", "Rzekł ,,tak'' i wyszedł.", "Rzekł [tak] i wyszedł."},
    {"LessAndGreater", "Він сказав <<так>> і пішов.", "Він сказав [так] і пішов."},
    {"SingleAngle", "«Роман ‹Схід› вийшов».", "[Роман [Схід] вийшов]."},
    {"SingleCurly", "It read ‘closed’ again.", "It read [closed] again."},
    {"SingleStraight", "It read 'closed' again.", "It read [closed] again."},
    {"StraightAndCurlyMixed", "\"Ми раді”, — каже він. ''Дуже'', -додає.",
     "[Ми раді], — каже він. [Дуже], -додає."},
    {"AngleClosedByCurly", "«Ми раді”, — каже він.", "[Ми раді], — каже він."},
    {"BehindDashWithoutSpace", "Люди злі,-\"нас забули\"", "Люди злі,-[нас забули]"},
    {"StraightInStraight", R"("Скажу: "Годі" – і піду", – мовив.)", "[Скажу: [Годі] – і піду], – мовив."},
    {"NoSpaceBeforeAngle", "Допоміг фонд.«Дякую», – каже.", "Допоміг фонд.[Дякую], – каже."},
    {"OneCloserForTwoLevels", "ТОВ «БВК «Компанія» будує.", "ТОВ [БВК [Компанія]] будує."},
    {"CloserBeforeDashForTwoLevels", "«Ми любимо свою вулицю і завод «Мотор», – каже він.",
     "[Ми любимо свою вулицю і завод [Мотор]], – каже він."},
    {"UnclosedEndsWithTheParagraph", "Вона каже: «Немає часу.", "Вона каже: [Немає часу.]"},
    {"ReopenedInOneLine", "\"I ran. \"Then I fell. \"I got up.", "[I ran. ][Then I fell. ][I got up.]"},
    {"ApostropheIsNoMark", "Об'єднання п’яти сімʼї don't ‘em", "Об'єднання п’яти сімʼї don't ‘em"},
    {"PossessiveIsNoMark", "The boys' club and James’ dog", "The boys' club and James’ dog"},
    {"EmptyMarks", "Тут «» нема.", "Тут [] нема."},
    {"ClosedTheWrongWay", "Газета «Час« вийшла.", "Газета [Час] вийшла."},
};

class PairingTable : public testing::TestWithParam<PairingCase> {};
TEST_P(PairingTable, Draws) { EXPECT_EQ(draw_pairs(GetParam().text), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Marks, PairingTable, testing::ValuesIn(kPairings),
                         [](const auto& row) { return row.param.name; });

TEST(Pairing, EveryMarkOfTheTablePairsInItsExample) {
  const auto& table = data::quote_marks();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    const auto example = row.cells[4];
    const ByteRange whole{0, example.size()};
    const auto pairs = pair_marks(example, find_marks(example, whole), whole).pairs;
    const bool used = std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
      return !pair.unclosed && (pair.open.of(example) == row.key() || pair.close.of(example) == row.key());
    });
    EXPECT_TRUE(used || row.key() == "``" || example.find(row.key()) == std::string_view::npos) << row.key();
    EXPECT_NE(example.find(row.key()), std::string_view::npos) << row.key();
  }
}

TEST(Pairing, StrayClosersAreReported) {
  const std::string_view text = "Немає нічого», – каже він.";
  const ByteRange whole{0, text.size()};
  const auto pairing = pair_marks(text, find_marks(text, whole), whole);
  EXPECT_TRUE(pairing.pairs.empty());
  ASSERT_EQ(pairing.stray.size(), 1U);
  EXPECT_EQ(pairing.stray[0].of(text), "»");
}

TEST(Pairing, PairsNeverCrossAndDepthsCount) {
  constexpr std::string_view kPieces[] = {"«",  "»",  "\"", "“", "”", "„", "'", "‘", "’",
                                          "''", ",,", " ",  "а", "b", ".", "7", "–"};
  std::mt19937 random(20240317);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = random() % 40; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
    const ByteRange whole{0, text.size()};
    const auto pairs = pair_marks(text, find_marks(text, whole), whole).pairs;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      ASSERT_LE(pairs[i].open.end, pairs[i].close.begin) << text;
      ASSERT_LE(pairs[i].close.end, text.size()) << text;
      int depth = 0;
      for (std::size_t k = 0; k < i; ++k) {
        ASSERT_LT(pairs[k].open.begin, pairs[i].open.begin) << text;
        const bool apart = pairs[k].close.begin <= pairs[i].open.begin;
        ASSERT_TRUE(apart || pairs[i].close.begin <= pairs[k].close.begin) << text;
        depth += !apart;
      }
      ASSERT_EQ(pairs[i].depth, depth) << text;
    }
  }
}

TEST(Pairing, MegabytesOfOneMarkTakeLinearTime) {
  for (std::string_view piece : {"«", "\"", "»", "'", "«\"", "«”", " \"", "“„", "«a «b» "}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    const ByteRange whole{0, text.size()};
    const auto marks = find_marks(text, whole);
    EXPECT_LE(pair_marks(text, marks, whole).pairs.size(), marks.size());
  }
}

}  // namespace
}  // namespace sito::quotes

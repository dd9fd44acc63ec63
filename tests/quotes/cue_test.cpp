#include "quotes/cue.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>

#include "data/tables.h"
#include "text/words.h"

namespace sito::quotes {
namespace {

std::vector<Cue> cues_of(std::string_view text) { return find_cues(text, text::words(text)); }

TEST(Cue, EveryRowFiresOnItsExample) {
  constexpr std::array<std::string_view, 11> kClasses = {
      "say", "write", "think", "act", "call", "cite", "state", "passive", "prep", "source", "noun"};
  const auto& table = data::cues();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    ASSERT_NE(std::find(kClasses.begin(), kClasses.end(), row.cells[2]), kClasses.end()) << row.key();
    ASSERT_NE(std::string_view("mfnpsa1-i").find(row.cells[3][0]), std::string_view::npos) << row.key();
    std::string key;
    fold_key(row.key(), key);
    ASSERT_EQ(key, row.key()) << "the key is not folded";
    bool fires = false;
    for (const auto& cue : cues_of(row.cells[4])) {
      fold_key(cue.range.of(row.cells[4]), key);
      fires = fires || key == row.key();
    }
    EXPECT_TRUE(fires) << row.language << ' ' << row.key() << ": " << row.cells[4];
  }
}

TEST(Cue, EveryLanguageHasEnoughVerbs) {
  std::map<std::string, std::set<std::string>> lemmas;
  const auto& table = data::cues();
  for (std::size_t i = 0; i < table.size(); ++i)
    lemmas[std::string(table.row(i).language)].emplace(table.row(i).cells[1]);
  for (auto [language, least] : {std::pair{"uk", 180}, {"ru", 120}, {"en", 90}, {"pl", 70}, {"cs", 40}})
    EXPECT_GE(lemmas[language].size(), static_cast<std::size_t>(least)) << language;
}

struct CueCase {
  const char* name;
  const char* text;
  const char* cue;  ///< the first, or empty
  CueClass kind;
  Agreement agreement;
};

constexpr CueCase kCues[] = {
    {"PastFeminine", "Про це зазначила Ніна.", "зазначила", CueClass::kSay, Agreement::kFeminine},
    {"PresentPlural", "Про це кажуть лікарі.", "кажуть", CueClass::kSay, Agreement::kSeveral},
    {"Capitalised", "Каже Ніна.", "Каже", CueClass::kSay, Agreement::kOne},
    {"PhraseWithPronoun", "За її словами, буде дощ.", "За її словами", CueClass::kPreposition,
     Agreement::kFeminine},
    {"PhraseWithoutPronoun", "За словами Ніни, буде дощ.", "За словами", CueClass::kPreposition,
     Agreement::kNone},
    {"YoIsYe", "По её словам, будет дождь.", "По её словам", CueClass::kPreposition, Agreement::kFeminine},
    {"Predicate", "Вона впевнена у цьому.", "впевнена", CueClass::kState, Agreement::kFeminine},
    {"Impersonal", "У листі йдеться про міст.", "йдеться", CueClass::kPassive, Agreement::kNone},
    {"Citing", "Газета цитує Ніну.", "цитує", CueClass::kCite, Agreement::kOne},
    {"English", "The mayor said so.", "said", CueClass::kSay, Agreement::kAny},
    {"PolishImpersonal", "W raporcie podkreślono ryzyko.", "podkreślono", CueClass::kPassive,
     Agreement::kNone},
    {"CzechPreposition", "Podle slov starosty bude dobře.", "Podle slov", CueClass::kPreposition,
     Agreement::kNone},
    {"PhraseOverPunctuationIsNone", "За. Словами не скажеш", "Словами", CueClass::kNoun, Agreement::kNone},
};

class CueTable : public testing::TestWithParam<CueCase> {};
TEST_P(CueTable, IsFound) {
  const std::string_view text = GetParam().text;
  const auto cues = cues_of(text);
  ASSERT_FALSE(cues.empty());
  EXPECT_EQ(cues[0].range.of(text), GetParam().cue);
  EXPECT_EQ(cues[0].kind, GetParam().kind);
  EXPECT_EQ(cues[0].agreement, GetParam().agreement);
}
INSTANTIATE_TEST_SUITE_P(Words, CueTable, testing::ValuesIn(kCues),
                         [](const auto& row) { return row.param.name; });

TEST(Cue, PlainNarrativeHasNone) {
  EXPECT_TRUE(cues_of("Сонце зайшло за ліс, і на дорозі стемніло.").empty());
  EXPECT_TRUE(cues_of("").empty());
}

TEST(Cue, GuessedVerbsComeFromTheTableOfEndings) {
  const auto& table = data::verb_endings();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto example = table.row(i).cells[2];
    EXPECT_TRUE(example.ends_with(table.row(i).key())) << example;
    EXPECT_FALSE(guessed_verb(example, {0, example.size()}, table.row(i).language).range.empty()) << example;
  }
  for (std::string_view word : {"дощ", "Прогула", "вода", "мила"})
    EXPECT_TRUE(guessed_verb(word, {0, word.size()}, "uk").range.empty()) << word;
  EXPECT_TRUE(guessed_verb("council", {0, 7}, "en").range.empty());
}

}  // namespace
}  // namespace sito::quotes

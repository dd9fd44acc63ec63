#include "normalize/lost_bytes.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::normalize {
namespace {

charset::CodePage page(const std::string& name) { return *charset::CodePage::make(name); }

const language::CharacterModel& model(std::string_view language) {
  return *language::character_model(language);
}

std::string drawn(const std::optional<Reread>& reread) { return reread ? reread->text : "nothing"; }

// Where bytes were lost: what the model finds likeliest.
struct DamagedCase {
  const char* name;
  const char* page;
  const char* language;
  const char* text;
  const char* drawn;
};

constexpr DamagedCase kDamaged[] = {
    {"Replaced", "windows-1251", "uk", "РњС–С\u0081СЊРєРёР№ СЂРёРЅРѕРє: Р\uFFFDРІР°РЅ",
     "Міський ринок: Иван"},
    {"QuestionMark", "windows-1252", "uk", "Ð“Ð°Ð½Ð½Ð° Ñ– Ð?Ð½Ð½Ð°", "Ганна і Анна"},
    {"Dropped", "windows-1252", "uk", "Ð’ÑÑ– Ð·Ð½Ð°ÑŽÑ‚ÑŒ", "Всі знають"},
    {"NoBreakSpaceBecameASpace", "windows-1251", "uk", "Р Р°РґР° СЃРµР»Р°", "Рада села"},
    {"NothingWasLost", "windows-1251", "uk", "РњС–СЃС‚Рѕ", "Місто"},
    {"NoSequence", "windows-1251", "uk", "Рада", "nothing"},
    {"WithinThreeBytes", "windows-1252", "en", "â€œGood dayâ€\uFFFD he said", "“Good day” he said"},
    {"WhatNoModelKnowsIsOneReplacement", "windows-1252", "en", "Good ðŸ“\uFFFD dayâ€™s", "Good \uFFFD day’s"},
    {"SpacesStandInThroughout", "windows-1252", "uk", "Ð¡ÑŒÐ¾Ð³Ð¾Ð´Ð½Ñ– Ñ Ð²Ñ Ñ‚Ð¾ Ñ– Ð²Ñ Ñ– Ñ ÐµÐ»Ð°",
     "Сьогодні свято і всі села"},
    {"QuestionsStay", "windows-1251", "uk", "РҐС‚Рѕ? Р„РІР°?", "Хто? Єва?"},
};

class Damaged : public testing::TestWithParam<DamagedCase> {};
TEST_P(Damaged, IsRestored) {
  const auto& row = GetParam();
  EXPECT_EQ(drawn(reread_damaged_utf8(page(row.page), row.text, model(row.language))), row.drawn);
}
INSTANTIATE_TEST_SUITE_P(Texts, Damaged, testing::ValuesIn(kDamaged),
                         [](const auto& row) { return row.param.name; });

TEST(DamagedCounts, SayWhatWasGuessed) {
  const auto whole = reread_damaged_utf8(page("windows-1251"), "РњС–СЃС‚Рѕ", model("uk"));
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->evidence.guessed, 0U);
  EXPECT_EQ(whole->evidence.changed, 5U);
  const auto guessed = reread_damaged_utf8(page("windows-1252"), "Ð“Ð°Ð½Ð½Ð° Ñ– Ð?Ð½Ð½Ð°", model("uk"));
  ASSERT_TRUE(guessed);
  EXPECT_EQ(guessed->evidence.guessed, 1U);
  EXPECT_EQ(guessed->evidence.changed, 10U);
}

TEST(DamagedSequences, AreSeen) {
  EXPECT_TRUE(has_damaged_sequences(page("windows-1252"), "voilÃ le"));
  EXPECT_TRUE(has_damaged_sequences(page("windows-1252"), "â€"));
  EXPECT_FALSE(has_damaged_sequences(page("windows-1252"), "cafÃ©"));
  EXPECT_FALSE(has_damaged_sequences(page("windows-1252"), "plain"));
  EXPECT_FALSE(has_damaged_sequences(page("windows-1252"), ""));
}

}  // namespace
}  // namespace sito::normalize

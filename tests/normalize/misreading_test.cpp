#include "normalize/misreading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>

#include "misread.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

using charset::CodePage;

const CodePage& page(std::string_view name) {
  for (const CodePage* each : misread_pages())
    if (each->name() == name) return *each;
  throw std::invalid_argument(std::string(name));
}

const language::CharacterModel& model(std::string_view language) {
  return *language::character_model(language);
}

std::string drawn(const std::optional<Reread>& reread) { return reread ? reread->text : "nothing"; }

TEST(MisreadPages, AreThoseOfAllReadingsOnce) {
  std::set<const CodePage*> of_readings;
  for (const auto& reading : true_readings().all()) of_readings.insert(reading.page);
  const auto& pages = misread_pages();
  EXPECT_EQ(std::set<const CodePage*>(pages.begin(), pages.end()), of_readings);
  EXPECT_EQ(pages.size(), of_readings.size());
  EXPECT_LT(pages.size(), 64U);
}

TEST(MisreadPages, BeginWithTheCommonOnes) {
  EXPECT_TRUE(is_common(page("windows-1251")));
  EXPECT_TRUE(is_common(page("windows-1252")));
  EXPECT_FALSE(is_common(page("KOI8-R")));
  EXPECT_TRUE(std::is_partitioned(misread_pages().begin(), misread_pages().end(),
                                  [](const CodePage* each) { return is_common(*each); }));
}

TEST(UnsoundCharacters, AreControlsBoxesAndPrivateUse) {
  EXPECT_EQ(unsound_characters(""), 0U);
  EXPECT_EQ(unsound_characters("Рада – «так», 5 €… ■ 日"), 0U);
  EXPECT_EQ(unsound_characters("\u0081 ─▓ \uE123 \x01"), 5U);
}

struct BytesCase {
  const char* name;
  const char* page;
  const char* text;
  std::optional<std::string_view> bytes;
};

constexpr BytesCase kBytes[] = {
    {"Letters", "windows-1251", "Рада і №5",
     "\xD0\xE0\xE4\xE0 \xB3 \xB9"
     "5"},
    {"Ascii", "KOI8-R", "a~\n", "a~\n"},
    {"LetterThatThePageLacks", "windows-1251", "Рада é", std::nullopt},
    {"ControlWhereThePageHasNone", "windows-1251", "Р\u0098", "\xD0\x98"},
    {"ControlWhereThePageHasACharacter", "windows-1252", "Ð\u0093", "\xD0\x93"},
    {"Replacement", "windows-1251", "Р\uFFFD", std::nullopt},
    {"Empty", "windows-1251", "", ""},
};

class BytesIn : public testing::TestWithParam<BytesCase> {};
TEST_P(BytesIn, AreThoseOfThePage) {
  EXPECT_EQ(bytes_in(page(GetParam().page), GetParam().text), GetParam().bytes);
}
INSTANTIATE_TEST_SUITE_P(Texts, BytesIn, testing::ValuesIn(kBytes),
                         [](const auto& row) { return row.param.name; });

// A text, and what it says when its sequences of UTF-8 are read as such.
struct Utf8Case {
  const char* name;
  const char* page;
  const char* text;
  const char* drawn;
  std::size_t changed;
};

constexpr Utf8Case kUtf8[] = {
    {"Cyrillic", "windows-1251", "РњС–СЃС‚Рѕ", "Місто", 5},
    {"Latin", "windows-1252", "cafÃ© MÃ¼ller", "café Müller", 2},
    {"ThreeBytes", "windows-1252", "itâ€™s", "it’s", 1},
    {"FourBytes", "windows-1251", "рџђ„", "🐄", 1},
    {"AmongOtherText", "windows-1251", "Вже РњС–СЃС‚Рѕ тут", "Вже Місто тут", 5},
    {"AmongForeignCharacters", "windows-1251", "é日РњС–", "é日Мі", 2},
    {"ControlIsItsByte", "windows-1252", "Ð\u0090Ñ\u0081", "Ас", 2},
    {"ControlInWindows1251", "windows-1251", "Р\u0098РІР°РЅ", "Иван", 4},
    {"NoBreakSpace", "windows-1251", "Р\u00A0Р°РґР°", "Рада", 4},
    {"InKoi8", "KOI8-R", "п°я│я┌п╬", "Мсто", 4},
    {"InDos", "IBM437", "Caf├⌐", "Café", 1},
    {"OnMacintosh", "macintosh", "Caf√©", "Café", 1},
    {"TwiceIsOneStepEach", "windows-1252", "CafÃƒÂ©", "CafÃ©", 2},
};

class AsUtf8 : public testing::TestWithParam<Utf8Case> {};
TEST_P(AsUtf8, Says) {
  const auto found = reread_as_utf8(page(GetParam().page), GetParam().text);
  EXPECT_EQ(drawn(found), GetParam().drawn);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->changed, GetParam().changed);
  EXPECT_EQ(found->guessed, 0U);
  EXPECT_TRUE(found->sound);
}
INSTANTIATE_TEST_SUITE_P(Texts, AsUtf8, testing::ValuesIn(kUtf8),
                         [](const auto& row) { return row.param.name; });

struct NothingCase {
  const char* name;
  const char* page;
  const char* text;
};

constexpr NothingCase kNothing[] = {
    {"Empty", "windows-1251", ""},
    {"Ascii", "windows-1251", "Rada, 2014"},
    {"Ukrainian", "windows-1251", "Рада ухвалила бюджет"},
    {"LeadAlone", "windows-1251", "Р"},
    {"LeadAtTheEnd", "windows-1251", "гурт Р"},
    {"LeadBeforeASpace", "windows-1251", "Р  і С"},
    {"SequenceCutShort", "windows-1252", "itâ€"},
    {"Overlong", "windows-1252", "À€"},
    {"Surrogate", "windows-1252", "í\u00A0€"},
    {"BeyondUnicode", "windows-1252", "õ€€€"},
    {"InAnotherPage", "KOI8-R", "Ð\u0098"},
};

class NoUtf8 : public testing::TestWithParam<NothingCase> {};
TEST_P(NoUtf8, IsFound) {
  EXPECT_EQ(drawn(reread_as_utf8(page(GetParam().page), GetParam().text)), "nothing");
}
INSTANTIATE_TEST_SUITE_P(Texts, NoUtf8, testing::ValuesIn(kNothing),
                         [](const auto& row) { return row.param.name; });

// What comes out of it, and whether that may be.
struct SoundCase {
  const char* name;
  const char* right;
  bool sound;
};

constexpr SoundCase kSound[] = {
    {"Letters", "Місто відкрито", true},
    {"Signs", "5 € – “так”…", true},
    {"Emoji", "Дякую 🌾", true},
    {"Control", "Міст\u0081", false},
    {"BoxDrawing", "Міст ─┼─", false},
    {"Block", "Міст ▓", false},
    {"PrivateUse", "Міст \uE123", false},
    {"OneLetterFromFarAway", "Міст 日", false},
    {"ATextFromFarAway", "村の住民は橋の修理を", true},
    {"Hindi", "नमस्ते दुनिया", true},
};

class Soundness : public testing::TestWithParam<SoundCase> {};
TEST_P(Soundness, IsSaid) {
  const auto found =
      reread_as_utf8(page("windows-1252"), misread(GetParam().right, {{"UTF-8", "windows-1252"}}));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, GetParam().right);
  EXPECT_EQ(found->sound, GetParam().sound);
}
INSTANTIATE_TEST_SUITE_P(Texts, Soundness, testing::ValuesIn(kSound),
                         [](const auto& row) { return row.param.name; });

// Which sequences no letters make that stand side by side by chance.
struct ProofCase {
  const char* name;
  const char* page;
  const char* text;
  std::size_t changed, proven, signs;
};

constexpr ProofCase kProofs[] = {
    {"LettersOfMostAlphabets", "windows-1251", "РІРє", 2, 0, 0},  // вк
    {"RareLetter", "windows-1251", "Рњ", 1, 1, 0},                // М
    {"Sign", "windows-1251", "С–", 1, 1, 1},                      // і
    {"QuotationMark", "windows-1251", "Р»", 1, 1, 1},             // л
    {"CapitalBehindASmallLetter", "KOI8-R", "цЁ", 1, 1, 0},       // ó
    {"AccentedLetters", "windows-1250", "ĂŠ", 1, 0, 0},
};

class Proofs : public testing::TestWithParam<ProofCase> {};
TEST_P(Proofs, AreCounted) {
  const auto found = reread_as_utf8(page(GetParam().page), GetParam().text);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->changed, GetParam().changed);
  EXPECT_EQ(found->proven, GetParam().proven);
  EXPECT_EQ(found->signs, GetParam().signs);
}
INSTANTIATE_TEST_SUITE_P(Texts, Proofs, testing::ValuesIn(kProofs),
                         [](const auto& row) { return row.param.name; });

// One page's bytes read in another.
struct PageCase {
  const char* name;
  const char* from;
  const char* to;
  const char* text;
  const char* drawn;
  std::size_t changed;
};

constexpr PageCase kPages[] = {
    {"WindowsReadAsKoi8", "KOI8-R", "windows-1251", "лЕЯРН НРЙПШРН", "Место открыто", 12},
    {"Koi8ReadAsWindows", "windows-1251", "KOI8-R", "нЕУФП", "Место", 5},
    {"WindowsReadAsLatin", "windows-1252", "windows-1251", "Ì³ñòî", "Місто", 5},
    {"DosReadAsWindows", "windows-1251", "IBM866", "Њ®бв", "Мост", 4},
    {"PolishReadAsLatin", "windows-1252", "windows-1250", "¿ó³æ", "żółć", 3},
    {"AsciiStays", "windows-1252", "windows-1251", "Rada Ì³ñòà, 5", "Rada Міста, 5", 5},
    {"ForeignCharactersStay", "windows-1252", "windows-1251", "日Ì³ñòî日", "日Місто日", 5},
    {"WhatMeansNothingStays", "windows-1252", "windows-1253", "áÒâ", "αÒβ", 2},
    {"ControlIsItsByte", "windows-1252", "IBM866", "\u008C®áâ", "Мост", 4},
    {"NothingChanges", "windows-1251", "KOI8-R", "Rada", "nothing", 0},
    {"Empty", "windows-1251", "KOI8-R", "", "nothing", 0},
};

class FromPageToPage : public testing::TestWithParam<PageCase> {};
TEST_P(FromPageToPage, Says) {
  const auto found = reread(page(GetParam().from), page(GetParam().to), GetParam().text);
  EXPECT_EQ(drawn(found), GetParam().drawn);
  EXPECT_EQ(found ? found->changed : 0, GetParam().changed);
}
INSTANTIATE_TEST_SUITE_P(Texts, FromPageToPage, testing::ValuesIn(kPages),
                         [](const auto& row) { return row.param.name; });

// In windows-1251 "Мі" is the sequence of a combining mark.
TEST(AsUtf8Alone, KnowsNoLanguage) {
  EXPECT_EQ(drawn(reread_as_utf8(page("windows-1251"), "Міст")), "\u0333ст");
}

TEST(FromPageToPageSoundness, ForbidsBoxesAndControls) {
  EXPECT_TRUE(reread(page("windows-1252"), page("windows-1251"), "Ì³ñòî")->sound);
  EXPECT_FALSE(reread(page("windows-1251"), page("KOI8-R"), "Њ®бв")->sound);
}

TEST(FromPageToPageProof, IsSignsThatBecameLetters) {
  EXPECT_EQ(reread(page("windows-1252"), page("windows-1250"), "¿ó³æ")->proven, 2U);
  EXPECT_EQ(reread(page("windows-1252"), page("windows-1251"), "Ìñòî")->proven, 0U);
}

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
  EXPECT_EQ(whole->guessed, 0U);
  EXPECT_EQ(whole->changed, 5U);
  const auto guessed = reread_damaged_utf8(page("windows-1252"), "Ð“Ð°Ð½Ð½Ð° Ñ– Ð?Ð½Ð½Ð°", model("uk"));
  ASSERT_TRUE(guessed);
  EXPECT_EQ(guessed->guessed, 1U);
  EXPECT_EQ(guessed->changed, 10U);
}

TEST(MisreadingProperty, ASentenceComesBackFromEveryPageThatLosesNothing) {
  const std::string right = "Мешканці Вербівки попросили полагодити міст: „Ґрати – за 5 €…“";
  std::size_t pages = 0;
  for (const CodePage* each : misread_pages()) {
    const auto wrong = misread(right, {{"UTF-8", each->name().c_str()}});
    if (wrong.find("\uFFFD") != std::string::npos) continue;
    EXPECT_EQ(drawn(reread_as_utf8(*each, wrong)), right) << each->name();
    ++pages;
  }
  EXPECT_GT(pages, 25U);
}

}  // namespace
}  // namespace sito::normalize

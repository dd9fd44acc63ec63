#include "normalize/misreading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "data/tables.h"
#include "misread.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

using charset::CodePage;

CodePage page(const std::string& name) { return *CodePage::make(name); }

std::string drawn(const std::optional<Reread>& reread) { return reread ? reread->text : "nothing"; }

TEST(MisreadPages, AreThoseOfTheirRowsByAccident) {
  const auto& pages = misread_pages();
  EXPECT_EQ(pages.size(), data::misread_pages().size());
  EXPECT_LT(pages.size(), 64U);
  EXPECT_TRUE(std::is_sorted(
      pages.begin(), pages.end(),
      [](const MisreadPage& left, const MisreadPage& right) { return left.accident < right.accident; }));
}

// Each row's example is a word of UTF-8 in that page.
TEST(MisreadPages, HaveExamplesThatAreSequences) {
  const data::Table& rows = data::misread_pages();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    const auto items = items_in(page(std::string(cells[0])), cells[2]);
    EXPECT_GT(continuations_of(items[0].byte), 0U) << cells[0];
  }
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
  EXPECT_EQ(found->evidence.changed, GetParam().changed);
  EXPECT_EQ(found->evidence.guessed, 0U);
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
    {"LoneSurrogate", "windows-1252", "í\u00A0€"},
    {"BeyondUnicode", "windows-1252", "õ€€€"},
    {"InAnotherPage", "KOI8-R", "Ð\u0098"},
};

class NoUtf8 : public testing::TestWithParam<NothingCase> {};
TEST_P(NoUtf8, IsFound) {
  EXPECT_EQ(drawn(reread_as_utf8(page(GetParam().page), GetParam().text)), "nothing");
}
INSTANTIATE_TEST_SUITE_P(Texts, NoUtf8, testing::ValuesIn(kNothing),
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
  EXPECT_EQ(found ? found->evidence.changed : 0, GetParam().changed);
}
INSTANTIATE_TEST_SUITE_P(Texts, FromPageToPage, testing::ValuesIn(kPages),
                         [](const auto& row) { return row.param.name; });

// In windows-1251 "Мі" is the sequence of a combining mark.
TEST(AsUtf8Alone, KnowsNoLanguage) {
  EXPECT_EQ(drawn(reread_as_utf8(page("windows-1251"), "Міст")), "\u0333ст");
}

TEST(FromPageToPageSoundness, ForbidsBoxesAndControls) {
  EXPECT_EQ(reread(page("windows-1252"), page("windows-1251"), "Ì³ñòî")->evidence.unsound, 0U);
  EXPECT_GT(reread(page("windows-1251"), page("KOI8-R"), "Њ®бв")->evidence.unsound, 0U);
}

TEST(FromPageToPageProof, IsSignsThatBecameLetters) {
  EXPECT_EQ(reread(page("windows-1252"), page("windows-1250"), "¿ó³æ")->evidence.proven, 2U);
  EXPECT_EQ(reread(page("windows-1252"), page("windows-1251"), "Ìñòî")->evidence.proven, 0U);
}

// Letters that became none speak against a page.
TEST(FromPageToPageUnlettered, CountsLettersThatBecameSigns) {
  EXPECT_EQ(reread(page("windows-1251"), page("windows-1252"), "Місто і")->evidence.unlettered, 2U);  // ³
  EXPECT_EQ(reread(page("windows-1252"), page("windows-1251"), "Ì³ñòî")->evidence.unlettered, 0U);
}

TEST(Unsound, StaysOrIsTaken) {
  const std::string wrong = misread("Міст ─┼─", {{"UTF-8", "windows-1252"}});
  EXPECT_EQ(reread_as_utf8(page("windows-1252"), wrong, Unsound::kTaken)->text, "Міст ─┼─");
  EXPECT_EQ(drawn(reread_as_utf8(page("windows-1252"), wrong)).substr(0, 9), "Міст ");
  EXPECT_EQ(unsound_characters(reread_as_utf8(page("windows-1252"), wrong)->text), 0U);
}

TEST(MisreadingProperty, ASentenceComesBackFromEveryPageThatLosesNothing) {
  const std::string right = "Мешканці Вербівки попросили полагодити міст: „Ґрати – за 5 €…“";
  std::size_t pages = 0;
  for (const MisreadPage& each : misread_pages()) {
    const auto wrong = misread(right, {{"UTF-8", each.page.name().c_str()}});
    if (wrong.find("\uFFFD") != std::string::npos) continue;
    EXPECT_EQ(drawn(reread_as_utf8(each.page, wrong)), right) << each.page.name();
    ++pages;
  }
  EXPECT_GT(pages, 15U);
}

}  // namespace
}  // namespace sito::normalize

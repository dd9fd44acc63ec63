#include "normalize/sequences.h"

#include <gtest/gtest.h>

#include "misread.h"
#include "normalize/misreading.h"

namespace sito::normalize {
namespace {

charset::CodePage page(const std::string& name) { return *charset::CodePage::make(name); }

Evidence evidence(const char* read_in, std::string_view text) {
  const auto found = reread_as_utf8(page(read_in), text, Unsound::kTaken);
  return found ? found->evidence : Evidence();
}

TEST(Items, AreCharactersWithTheirBytes) {
  const auto items = items_in(page("windows-1251"), "aР\u0098é");
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(items[0].byte, 'a');
  EXPECT_EQ(items[1].byte, 0xD0);
  EXPECT_EQ(items[1].at, 1U);
  EXPECT_EQ(items[2].byte, 0x98);  // a control is its byte
  EXPECT_EQ(items[3].byte, -1);
}

TEST(Continuations, AreThoseOfTheLead) {
  EXPECT_EQ(continuations_of('a'), 0U);
  EXPECT_EQ(continuations_of(0xC1), 0U);
  EXPECT_EQ(continuations_of(0xD0), 1U);
  EXPECT_EQ(continuations_of(0xE2), 2U);
  EXPECT_EQ(continuations_of(0xF0), 3U);
  EXPECT_EQ(continuations_of(0xF5), 0U);
  EXPECT_EQ(continuations_of(-1), 0U);
}

TEST(SequenceAt, TakesSurrogatePairs) {
  const auto items = items_in(page("windows-1252"), "í\u00A0½í¸\u008D");
  const auto sequence = sequence_at(items, 0);
  EXPECT_EQ(sequence.items, 6U);
  EXPECT_EQ(sequence.utf8, "😍");
}

// Which sequences no letters make that stand side by side by chance.
struct ProofCase {
  const char* name;
  const char* page;
  const char* text;
  std::size_t changed, proven, strong;
};

constexpr ProofCase kProofs[] = {
    {"LettersOfMostAlphabets", "windows-1251", "РІРє", 2, 0, 0},
    {"RareLetter", "windows-1251", "Рњ", 1, 1, 0},
    {"QuietSign", "windows-1251", "С–", 1, 1, 0},
    {"QuotationMark", "windows-1251", "Р»", 1, 1, 0},
    {"Sign", "windows-1251", "Р°", 1, 1, 1},
    {"SignBehindALatinLetter", "windows-1252", "Ã©", 1, 1, 1},
    {"CapitalBehindASmallLetter", "KOI8-R", "цЁ", 1, 1, 0},
    {"AccentedCapitalWithinAWord", "windows-1252", "voilÃ\u00A0", 1, 1, 1},
    {"AccentedPairBehindACapital", "windows-1252", "RÃœ", 1, 1, 0},
    {"AccentedLetters", "windows-1250", "ĂŠ", 1, 0, 0},
    {"ThreeLettersOfTwoScripts", "IBM437", "IΓÇÖm", 1, 1, 1},
};

class Proofs : public testing::TestWithParam<ProofCase> {};
TEST_P(Proofs, AreCounted) {
  const auto found = evidence(GetParam().page, GetParam().text);
  EXPECT_EQ(found.changed, GetParam().changed);
  EXPECT_EQ(found.proven, GetParam().proven);
  EXPECT_EQ(found.strong, GetParam().strong);
}
INSTANTIATE_TEST_SUITE_P(Texts, Proofs, testing::ValuesIn(kProofs),
                         [](const auto& row) { return row.param.name; });

// What is proof of a misreading, and what only an abbreviation before a closing mark.
struct EnoughCase {
  const char* name;
  const char* page;
  const char* text;
  bool proof;
};

constexpr EnoughCase kEnough[] = {
    {"AWord", "windows-1251", "РњС–СЃС‚Рѕ", true},
    {"ADateThatIsCovered", "windows-1251", "3 РІРµСЂ. 2022 СЂ.", true},
    {"OneQuotationMark", "windows-1252", "itâ€™s", true},
    {"Abbreviation", "windows-1251", "Розпад СССР», як кажуть", false},
    {"Abbreviations", "windows-1251", "«ПР» проти «СР» у раді", false},
    {"CleanText", "windows-1251", "Рада ухвалила", false},
};

class Enough : public testing::TestWithParam<EnoughCase> {};
TEST_P(Enough, IsProof) {
  EXPECT_EQ(evidence(GetParam().page, GetParam().text).is_proof(), GetParam().proof);
}
INSTANTIATE_TEST_SUITE_P(Texts, Enough, testing::ValuesIn(kEnough),
                         [](const auto& row) { return row.param.name; });

// Weak proofs count where they stand side by side, as no clean text has them thrice.
TEST(LongestRun, IsOfProvenSequencesSideBySide) {
  const auto together = evidence("windows-1251", "Рада С–Р–СЊ ухвалила рішення");
  EXPECT_EQ(together.longest_run, 3U);
  EXPECT_EQ(together.strong, 0U);
  EXPECT_TRUE(together.is_proof());
  const auto apart = evidence("windows-1251", "Рада С– ухвалила Р– рішення СЊ громади");
  EXPECT_EQ(apart.proven, together.proven);
  EXPECT_EQ(apart.longest_run, 1U);
  EXPECT_FALSE(apart.is_proof());
}

// Letters from beyond Europe that a text may have become by chance.
TEST(FarLetters, AreSoundAsNearlyAllOfATextOrWithAProof) {
  Evidence found;
  found.changed = 8;
  found.far = found.far_by_chance = 8;
  EXPECT_TRUE(found.is_sound());  // all of a text
  found.changed = 16;
  EXPECT_FALSE(found.is_sound());  // some letters of one
  found.changed = 8;
  found.far_by_chance = 4;
  EXPECT_TRUE(found.is_sound());  // half of them have their own proof
  found.far_by_chance = 5;
  EXPECT_FALSE(found.is_sound());
  found.far_by_chance = 0;
  found.changed = 16;
  EXPECT_TRUE(found.is_sound());  // all of the few
}

// What comes out of it, and whether texts hold such.
struct SoundCase {
  const char* name;
  const char* right;
  bool sound;
  std::size_t unsound;
};

constexpr SoundCase kSound[] = {
    {"Letters", "Місто відкрито", true, 0},
    {"Signs", "5 € – “так”…", true, 0},
    {"Emoji", "Дякую 🌾", true, 0},
    {"Control", "Міст\u0081", true, 1},
    {"BoxDrawing", "Міст ─┼─", true, 3},
    {"PrivateUse", "Міст \uE123", true, 1},
    {"LatinWithinACyrillicWord", "мicтé", false, 0},
    {"PhoneticLetter", "ɿ", false, 0},
    {"ATextFromFarAway", "村の住民は橋の修理を", true, 0},
    {"Hindi", "नमस्ते दुनिया", true, 0},
};

class Soundness : public testing::TestWithParam<SoundCase> {};
TEST_P(Soundness, IsSaid) {
  const auto found = evidence("windows-1252", misread(GetParam().right, {{"UTF-8", "windows-1252"}}));
  EXPECT_EQ(found.is_sound(), GetParam().sound);
  EXPECT_EQ(found.unsound, GetParam().unsound);
}
INSTANTIATE_TEST_SUITE_P(Texts, Soundness, testing::ValuesIn(kSound),
                         [](const auto& row) { return row.param.name; });

TEST(IsUnsound, ControlsBoxesAndPrivateUse) {
  for (const char32_t c : {U'\u0081', U'─', U'▓', U'\uE123', U'\x01'}) EXPECT_TRUE(is_unsound(c));
  for (const char32_t c : {U'а', U'–', U'■', U'日', U'\u00A0'}) EXPECT_FALSE(is_unsound(c));
}

}  // namespace
}  // namespace sito::normalize

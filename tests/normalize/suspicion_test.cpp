#include "normalize/suspicion.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "misread.h"
#include "normalize/misreading.h"
#include "sentences.h"

namespace sito::normalize {
namespace {

// A line and, in its name, the mark that it bears.
struct LineCase {
  const char* name;
  const char* line;
};

constexpr LineCase kMarked[] = {
    {"SequencesInWindows1251", "РњС–СЃС‚Рѕ"},
    {"SequenceOfASignInALatinText", "Die BrÃ¼cke"},
    {"QuotationMarkOfThreeBytes", "theyâ€™re"},
    {"Control", "Вербівка \u0093так\u0094"},
    {"CapitalsBehindSmallLetters", "мЕЫЙЮМЖЕ"},
    {"SignWithinAWord", "Obyvatel¹ 2a"},
    {"RowOfAccentedLetters", "Ìåøêàíöè"},
    {"ManyCapitalsOfCyrillic", "МЕШКАНЦІ"},
    {"BoxesBetweenLetters", "п°я│я┌п╬"},
    {"AtTheEndOfACleanLine", "Рада ухвалила рішення про РњС–СЃС‚Рѕ"},
};

class MarkedLine : public testing::TestWithParam<LineCase> {};
TEST_P(MarkedLine, LooksMisread) { EXPECT_TRUE(looks_misread(GetParam().line)); }
INSTANTIATE_TEST_SUITE_P(Lines, MarkedLine, testing::ValuesIn(kMarked),
                         [](const auto& row) { return row.param.name; });

// Clean lines that bear no mark: these cost one look.
constexpr LineCase kClean[] = {
    {"Empty", ""},
    {"Ascii", "The bridge is open."},
    {"Quotes", "«Так», – каже „Одарка“, “так” — й ‘може’"},
    {"Apostrophes", "Об’єднання, обʼїзд, п'ятниця"},
    {"NumberSign", "Рішення №5 і № 6"},
    {"MoneyAndDegrees", "Ціна 50 € або 30 £, тепло: 21 °"},
    {"Copyright", "© 2014 Вербівка. Усі права захищено"},
    {"Bullets", "• перше · друге"},
    {"ShortCapitals", "КМУ і НБУ за ЄС"},
    {"Initials", "О. Є. Млинарчук і Я.Ґ. Гай"},
    {"Stress", "за́мок і замо́к"},
    {"Alphabet", "А Б В Г Ґ Д Е Є Ж З И І Ї Й"},
    {"SmallAlphabet", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"},
    {"Serbian", "Њујорк, Љубљана и Ђорђе"},
    {"SerbianSmallLetters", "ђак, ћуприја, џеп и њива"},
    {"PortugueseCapitals", "NÃO, SÃO"},
    {"Portuguese", "A irmã não hesitou: põe pão à mesa"},
    {"Finnish", "Hyvää päivää, hääyö"},
    {"Polish", "Jeść, pić, ćwierć, lód i łza"},
    {"French", "L’été où l’âme naît à Noël"},
    {"FrenchWithASpaceBeforeItsMarks", "À qui ? À moi !"},
    {"German", "Fußgänger, Größe, Übermut"},
    {"Spanish", "¿Dónde está el niño? ¡Aquí!"},
    {"Icelandic", "Þjóðin er öll á einni skoðun"},
    {"Turkish", "Şişli’de güneşli bir gün, İstanbul"},
    {"Czech", "Děkuji, přišel čaj"},
    {"Kazakh", "Қазақстанның ұлттық банкі"},
    {"Vietnamese", "Hội đồng xã đã đồng ý sửa cầu"},
    {"Greek", "Η γέφυρα άνοιξε"},
    {"Hebrew", "תושבי הכפר ביקשו לתקן את הגשר"},
    {"Arabic", "طلب سكان القرية إصلاح الجسر"},
    {"Japanese", "村の住民は橋の修理を求めた"},
    {"Emoji", "Дякую! 🙏🏻 ☀ ✔"},
    {"TableEdge", "╔══════════╗"},
    {"TableRow", "├──────┼──────┤ Ціна"},
};

class CleanLine : public testing::TestWithParam<LineCase> {};
TEST_P(CleanLine, DoesNotLookMisread) { EXPECT_FALSE(looks_misread(GetParam().line)); }
INSTANTIATE_TEST_SUITE_P(Lines, CleanLine, testing::ValuesIn(kClean),
                         [](const auto& row) { return row.param.name; });

class SentenceLine : public testing::TestWithParam<Sentence> {};

TEST_P(SentenceLine, DoesNotLookMisread) { EXPECT_FALSE(looks_misread(GetParam().text)); }

INSTANTIATE_TEST_SUITE_P(Languages, SentenceLine, testing::ValuesIn(kSentences),
                         [](const auto& row) { return std::string(row.param.language); });

TEST(MisreadSentences, NearlyAlwaysLookIt) {
  std::size_t all = 0, seen = 0;
  for (const Sentence& each : kSentences)
    for (const char* page :
         {"windows-1251", "windows-1252", "windows-1250", "KOI8-R", "IBM866", "IBM437", "macintosh"}) {
      const auto wrong = misread(each.text, {{"UTF-8", page}});
      if (wrong == each.text) continue;
      ++all;
      seen += looks_misread(wrong) ? 1 : 0;
    }
  EXPECT_GT(all, 190U);
  EXPECT_GE(seen * 100, all * 90);
}

TEST(MisreadSentences, OfCyrillicAlwaysLookIt) {
  for (const char* language : {"uk", "ru", "be", "bg", "mk", "sr"})
    for (const MisreadPage& page : misread_pages()) {
      const auto wrong = misread(sentence(language), {{"UTF-8", page.page.name().c_str()}});
      EXPECT_TRUE(looks_misread(wrong)) << wrong;
    }
}

// Mixed-up pages too.
struct MixUpCase {
  const char* name;
  const char* language;
  Misreading misreading;
};

constexpr MixUpCase kMixUps[] = {
    {"UkrainianWindowsAsLatin", "uk", {"windows-1251", "windows-1252"}},
    {"UkrainianWindowsAsKoi8", "uk", {"windows-1251", "KOI8-U"}},
    {"UkrainianWindowsAsMacintosh", "uk", {"windows-1251", "macintosh"}},
    {"UkrainianKoi8AsWindows", "uk", {"KOI8-U", "windows-1251"}},
    {"UkrainianKoi8AsLatin", "uk", {"KOI8-U", "windows-1252"}},
    {"RussianWindowsAsDos", "ru", {"windows-1251", "IBM866"}},
    {"RussianDosAsWindows", "ru", {"IBM866", "windows-1251"}},
    {"RussianWindowsAsKoi8", "ru", {"windows-1251", "KOI8-R"}},
    {"PolishWindowsAsLatin", "pl", {"windows-1250", "windows-1252"}},
    {"GreekWindowsAsLatin", "el", {"windows-1253", "windows-1252"}},
};

class MixUp : public testing::TestWithParam<MixUpCase> {};
TEST_P(MixUp, LooksMisread) {
  EXPECT_TRUE(looks_misread(misread(sentence(GetParam().language), {GetParam().misreading})));
}
INSTANTIATE_TEST_SUITE_P(Pages, MixUp, testing::ValuesIn(kMixUps),
                         [](const auto& row) { return row.param.name; });

// The bit of a page in the order of misread_pages().
std::uint64_t bit_of(std::string_view name) {
  std::uint64_t bit = 1;
  for (const MisreadPage& page : misread_pages()) {
    if (page.page.name() == name) return bit;
    bit <<= 1;
  }
  return 0;
}

// Nothing that is_proof() would say is passed over.
void expect_all_with_proof(std::string_view text) {
  const auto found = pages_with_proof(text);
  for (const MisreadPage& page : misread_pages()) {
    const auto taken = reread_as_utf8(page.page, text, Unsound::kTaken);
    if (taken && taken->evidence.is_proof()) {
      EXPECT_NE(found & bit_of(page.page.name()), 0U) << page.page.name() << ' ' << text;
    }
  }
}

TEST(PagesWithProof, HoldAllInWhichATextIsProven) {
  for (const std::string_view text : {"РњС–СЃС‚Рѕ", "cafÃ© ГЎ", "Рік СССР», 5 м²", "Р’С–Р», в„–5",
                                      "Łódź Ĺź Ä…", "╨╝╤Ц", "Рада СєР–СЊ ухвалила", "Р»Р»Р»", "IΓÇÖm", "RÃœ"})
    expect_all_with_proof(text);
  EXPECT_NE(pages_with_proof("РњС–СЃС‚Рѕ") & bit_of("windows-1251"), 0U);
}

TEST(PagesWithProof, HoldAllInWhichASentenceIsProven) {
  for (const Sentence& sentence : kSentences)
    for (const char* read_in :
         {"windows-1251", "windows-1252", "windows-1250", "KOI8-R", "IBM866", "IBM437"}) {
      const std::string text = misread(sentence.text, {{"UTF-8", read_in}});
      expect_all_with_proof(text);
      expect_all_with_proof(fmt::format("{} {} {}", sentence.text, text, sentence.text));
    }
}

TEST(PagesWithProof, AreNoneOfPlainText) {
  for (const std::string_view text : {"", "The bridge", "Мешканці міста", "Місцеві жителі зібралися в селі"})
    EXPECT_EQ(pages_with_proof(text), 0U) << text;
}

}  // namespace
}  // namespace sito::normalize

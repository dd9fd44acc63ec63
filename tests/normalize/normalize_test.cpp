#include "normalize/normalize.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "normalize/combining.h"
#include "normalize/concerns.h"
#include "normalize/control.h"
#include "normalize/form.h"
#include "normalize/homoglyphs.h"
#include "normalize/hyphens.h"
#include "normalize/letter_spacing.h"
#include "normalize/line_ends.h"
#include "normalize/line_wrap.h"
#include "normalize/references.h"
#include "normalize/whitespace.h"
#include "normalize/zero_width.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::string_literals;

std::string normal(std::string_view text, const Settings& settings = {}) {
  std::string out;
  return normalize(text, settings, out).empty() ? std::string(text) : out;
}

std::vector<Change> changes(std::string_view text, const Settings& settings = {}) {
  std::string out;
  return normalize(text, settings, out);
}

struct NormalizeCase {
  const char* name;
  std::string text;
  std::string normal;
};

const NormalizeCase kCases[] = {
    {"Empty", "", ""},
    {"CleanPage", "01 / Травень, 2024\n\nМіст відкрито.\n", "01 / Травень, 2024\n\nМіст відкрито.\n"},
    {"NoFinalLineEndIsAdded", "Міст відкрито.", "Міст відкрито."},
    {"WindowsLinesAreOneEmptyLineApart", "Так.\r\n\r\n\r\nНі.\r\n", "Так.\n\nНі.\n"},
    {"NextLineIsNoControl", "Так.\u0085Ні.", "Так.\nНі."},
    {"RemovedCharacterJoinsBlanks", "Так \u200B і ні", "Так і ні"},
    {"RemovedControlLetsLettersCompose", "Ки\x01\u0306в"s, "Кйв"},
    {"SoftHyphenLetsLettersCompose", "и\u00AD\u0306", "й"},
    {"BlankNeedsMarkOfItsOwn", "а \u0306", "а \u0306"},
    {"EnQuadIsASpace", "а\u2000б", "а б"},
    {"OnlyZeroWidthIsEmpty", "\uFEFF\u200B \n", ""},
};

class Normalize : public testing::TestWithParam<NormalizeCase> {};
TEST_P(Normalize, Text) { EXPECT_EQ(normal(GetParam().text), GetParam().normal); }
TEST_P(Normalize, TwiceIsOnce) { EXPECT_THAT(changes(GetParam().normal), IsEmpty()); }
INSTANTIATE_TEST_SUITE_P(Texts, Normalize, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(NormalizeChanges, StandInTheStepsOrder) {
  EXPECT_THAT(changes("\uFEFFСи\u0306р\r\n\x02 і\u00A0хліб  \n"),
              ElementsAre(Change{"line_end", 1}, Change{"control", 1}, Change{"zero_width", 1},
                          Change{"form", 1}, Change{"whitespace", 4}));
}

// The traits of a town's news page: a no-break space behind a sentence and one between two, lines that
// hold nothing else, nine empty lines before the footer, no final line end.
TEST(NormalizeChanges, OfATypicalPageAreWhiteSpaceOnly) {
  const std::string page =
      "07 / Жовтень, 2024\n\nМіська рада відкрила нову бібліотеку.\u00A0\n\n"
      "«Книги чекають.\u00A0Приходьте всією родиною», – каже директорка Лада Вербич.\n"
      "\n\u00A0\n\n\u00A0\n\n\u00A0\n\n\u00A0\u00A0\n\nСторінку створено за підтримки фонду\n«Читай місто» "
      "(ЧМ)";
  std::string out;
  EXPECT_THAT(normalize(page, {}, out), ElementsAre(Change{"whitespace", 15}));
  EXPECT_EQ(out,
            "07 / Жовтень, 2024\n\nМіська рада відкрила нову бібліотеку.\n\n"
            "«Книги чекають. Приходьте всією родиною», – каже директорка Лада Вербич.\n\n"
            "Сторінку створено за підтримки фонду\n«Читай місто» (ЧМ)");
}

Settings with_all(bool enabled) {
  Settings settings;
  for (const Step& step : steps()) settings.*step.enabled = enabled;
  return settings;
}

TEST(NormalizeSteps, EachIsSwitchedOffAlone) {
  const std::string text =
      "\u00AD\x01Си\u0306р\u0085і\u00A0хліб ﬁ п`ять РњС–СЃС‚Рѕ мiсто по¬діл краи\u02D8 Т Е М А &lt; \"так\" "
      "- "
      "ні\nро-\nзом розом";
  for (const Step& step : steps()) {
    Settings settings = with_all(true), only = with_all(false);
    settings.*step.enabled = false;
    only.*step.enabled = true;
    const auto found = changes(text, only);
    ASSERT_EQ(found.size(), 1U) << step.name;
    for (const Change& change : changes(text, settings)) {
      // NFKC composes too.
      if (step.name != "form") {
        EXPECT_NE(change.kind, found[0].kind) << step.name;
      }
    }
  }
}

TEST(NormalizeSteps, OnRequestAreOff) {
  for (const Step& step : steps()) EXPECT_EQ(Settings{}.*step.enabled, !step.on_request) << step.name;
}

// What makes steps meet: line ends, blanks, invisible characters, marks that compose and reorder,
// jamo, joiners in scripts that need them, and characters whose composition is excluded.
constexpr char32_t kNasty[] = {
    'a',    'e',    ' ',     '\t',    '\n',   '\r',    0x0B,   0x0C,    0x85,    0x2028,  0x2029, 0xA0,
    0x2000, 0x2001, 0x202F,  0x3000,  0x01,   0x1A,    0x7F,   0x9F,    0xFFFE,  0x1FFFF, 0xFDD0, 0xAD,
    0x200B, 0x200C, 0x200D,  0x200E,  0x200F, 0x202A,  0x2060, 0x2066,  0xFEFF,  0x061C,  0x0438, 0x0439,
    0x0456, 0x0306, 0x0308,  0x0301,  0x0334, 0x0323,  0x0344, 0x0345,  0x034F,  0x064B,  0x1100, 0x1161,
    0x11A8, 0xAC00, 0x0915,  0x094D,  0x093C, 0x0958,  0x0627, 0x0653,  0x05D0,  0x05B4,  0xFB1D, 0x0E01,
    0x0E33, 0x0F73, 0x1F468, 0x1F3FB, 0xFE0F, 0x1F4BB, 0x2764, 0x1D15E, 0x1D165, 0x212B,  0x2126, 0xFA1E,
    0x1FEF, 0x3099, 0x304B,  0x1B05,  0x1B35, 0xFFFD,  '&',    ';',     '#',     'p',     'i',    'x',
    '-',    '"',    '\'',    '`',     0xAC,   0xB4,    0x2BC,  0x2019,  0x2018,  0x2032,  0xAB,   0xBB,
    0x201C, 0x201E, 0x2D8,   0xA8,    0x43E,  0x44F,   0x431,  0x418,   0x406,   0x445,   0x443,  0x454,
    'I',    'A',    'y',     0x2013,  0xEF,   0xFF06,  0xFB01, 0x37E,   0x212A,  0xFF9E,  0x4E,   0x41E,
    0x422,  '1',    '3',     '7',
};

// What only longer pieces show.
constexpr std::string_view kPieces[] = {
    "&nbsp;", "&amp;",    "&#173;",    "&#x456;", "&shy;", "&nbsp",  "&quot",   "&",       "amp;",
    "nb",     "sp;",      "#17",       "3;",      "&not;", "&semi;", "&#8205;", "&#x301;", "&laquo;",
    "&#13;",  "&#xFF06;", "У В А Г А", "У ",      "В ",    " А ",    "Г\u00A0", "А  ",     "роз-\n",
    "по-\n",  "діл",      "розподіл",  "розпо",   "\n",    " ",      "\u00AD",  "¬",       "\u200B",
    "\u0308", "і",        "i",         "cт",      "Faceb", "оо",     "ХI",      "об",      "»",
    "«",      "єднань",   "п",         "’",       "‘",     "ять",    "\"",      "“",       "„",
    " - ",    "--",       "- ",        "и",       "¨",     "ї",      "\u02D8",  "ﬁ",       "ｎ",
    "; ",     ";",        "\x01",      "\r",      "5",     "й",      "\u0301",  "a",       "é",
    "слово",  "word",     " і ",       " i ",     "I ",    "-",      "К ",      "Т ",
};

std::string nasty_text(std::mt19937& random, std::size_t alphabet, std::size_t length) {
  std::string text;
  std::vector<char32_t> letters;
  for (std::size_t i = 0; i < alphabet; ++i) letters.push_back(kNasty[random() % std::size(kNasty)]);
  for (std::size_t i = 0; i < length; ++i) text::append(text, letters[random() % alphabet]);
  return text;
}

std::string text_of_pieces(std::mt19937& random, std::size_t kinds, std::size_t length) {
  std::string text;
  const std::size_t shift = random() % std::size(kPieces);
  for (std::size_t i = 0; i < length; ++i) text += kPieces[(shift + random() % kinds) % std::size(kPieces)];
  return text;
}

// The same again and again between two others: where one step's work would be the next one's, a chain.
std::string periodic_text(std::mt19937& random) {
  const std::string period = text_of_pieces(random, std::size(kPieces), 1 + random() % 5);
  std::string text = text_of_pieces(random, std::size(kPieces), random() % 5);
  for (int i = 0; i < 30; ++i) text += period;
  return text + text_of_pieces(random, std::size(kPieces), random() % 5);
}

std::string any_text(std::mt19937& random) {
  switch (random() % 4) {
    case 0: return nasty_text(random, 1 + random() % 8, random() % 60);
    case 1: return text_of_pieces(random, 6, random() % 40);
    case 2: return text_of_pieces(random, std::size(kPieces), random() % 40);
    default: return periodic_text(random);
  }
}

Settings settings_of(unsigned bits) {
  Settings settings;
  for (const Step& step : steps()) {
    settings.*step.enabled = (bits & 1U) != 0;
    bits >>= 1U;
  }
  settings.apostrophe = static_cast<Apostrophe>((bits & 3U) % 3U);
  settings.quotation_mark = static_cast<QuotationMarks>((bits >> 2U) & 1U);
  settings.dash = static_cast<Dashes>((bits >> 3U) & 1U);
  return settings;
}

struct StepWithConcern {
  unsigned concern;
  std::size_t (*run)(std::string_view, std::string&);
};
constexpr StepWithConcern kStepsWithConcerns[] = {
    {kReferences, decode_references},
    {kLineEnds, normalize_line_ends},
    {kControl, remove_controls},
    {kHyphens, remove_stray_hyphens},
    {kZeroWidth, remove_zero_width},
    {kCombining, join_spaced_marks},
    {kForm, normalize_form},
    {kLetterSpacing, join_spaced_letters},
    {kLineWrap, join_wrapped_words},
    {kHomoglyphs, replace_homoglyphs},
    {kApostrophes,
     [](std::string_view text, std::string& out) { return unify_apostrophes(text, Apostrophe::kKeep, out); }},
    {kWhitespace, normalize_whitespace},
};

TEST(NormalizeProperty, TwiceIsOnceForAnySettings) {
  std::mt19937 random(20);
  for (int round = 0; round < 60000; ++round) {
    const std::string text = any_text(random);
    const Settings settings = round % 2 == 0 ? Settings{} : settings_of(static_cast<unsigned>(random()));
    const std::string once = normal(text, settings);
    ASSERT_TRUE(text::is_valid(once));
    ASSERT_THAT(changes(once, settings), IsEmpty()) << testing::PrintToString(text);
  }
}

TEST(NormalizeProperty, ChangedTextIsReportedAndOnlyThat) {
  std::mt19937 random(21);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = any_text(random);
    std::string out;
    const auto found = normalize(text, {}, out);
    if (!found.empty()) {
      ASSERT_NE(out, text) << testing::PrintToString(text);
    }
    if (concerns(text) == 0) {
      ASSERT_THAT(found, IsEmpty());
    }
  }
}

// A step that the scan does not name would change nothing.
TEST(NormalizeProperty, ConcernsMissNothing) {
  std::mt19937 random(22);
  for (int round = 0; round < 40000; ++round) {
    std::string text = std::string(random() % 70, 'x') + any_text(random);
    const unsigned found = concerns(text);
    for (const auto& [concern, run] : kStepsWithConcerns) {
      std::string out;
      if ((found & concern) == 0) {
        ASSERT_EQ(run(text, out), 0U) << concern << ' ' << testing::PrintToString(text);
      }
    }
  }
}

}  // namespace
}  // namespace sito::normalize

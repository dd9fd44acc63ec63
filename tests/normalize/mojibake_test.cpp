#include "normalize/mojibake.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "misread.h"
#include "sentences.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

// The text put right, and what was done: "windows-1251>UTF-8 x1"; "nothing" where it stays.
struct Mended {
  std::string text;
  std::string done;
};

Mended mended(std::string_view text) {
  std::string out = "left over";
  const auto repairs = repair_mojibake(text, out);
  if (repairs.empty()) return {std::string(text), "nothing"};
  Mended result{out, ""};
  for (const Repair& repair : repairs)
    result.done += (result.done.empty() ? "" : ", ") + repair.chain + " x" + std::to_string(repair.count);
  EXPECT_TRUE(text::is_valid(out));
  EXPECT_NE(out, text) << "a repair that changes nothing";
  EXPECT_TRUE(repair_mojibake(result.text, out).empty()) << "a second time: " << out;
  return result;
}

constexpr const char* kBridge = "Мешканці Вербівки попросили полагодити міст через річку.";
constexpr const char* kBakery = "У Гаях відкрили нову пекарню, якої чекали роками.";
constexpr const char* kCouncil = "Рада села погодилася дати на це гроші вже цього року.";
constexpr const char* kRussian = "Жители посёлка попросили починить мост через реку.";
constexpr const char* kPolish = "Mieszkańcy poprosili o naprawę mostu, a gmina zgodziła się zapłacić.";
constexpr const char* kFrench =
    "Les habitants ont demandé que le pont soit réparé avant l’été, à leurs frais.";

// A right text, how it was misread, and the chain that undoes it.
struct ChainCase {
  const char* name;
  const char* right;
  std::vector<Misreading> misreadings;
  const char* chain;

  friend void PrintTo(const ChainCase& each, std::ostream* out) { *out << each.name; }
};

const ChainCase kChains[] = {
    {"Utf8AsWindows1251", kBridge, {{"UTF-8", "windows-1251"}}, "windows-1251>UTF-8"},
    {"Utf8AsWindows1252", kBridge, {{"UTF-8", "windows-1252"}}, "windows-1252>UTF-8"},
    {"Utf8AsWindows1250", kBridge, {{"UTF-8", "windows-1250"}}, "windows-1250>UTF-8"},
    {"Utf8AsKoi8r", kBridge, {{"UTF-8", "KOI8-R"}}, "KOI8-R>UTF-8"},
    {"Utf8AsKoi8u", "ґанок і є їжа", {{"UTF-8", "KOI8-U"}}, "KOI8-U>UTF-8"},
    {"Utf8AsIbm866", kBridge, {{"UTF-8", "IBM866"}}, "IBM866>UTF-8"},
    {"Utf8AsIbm437", kBridge, {{"UTF-8", "IBM437"}}, "IBM437>UTF-8"},
    {"Utf8AsMacintosh", kBridge, {{"UTF-8", "macintosh"}}, "macintosh>UTF-8"},
    {"Utf8AsMacintoshCyrillic", kBridge, {{"UTF-8", "x-mac-cyrillic"}}, "x-mac-cyrillic>UTF-8"},
    {"RussianAsWindows1251", kRussian, {{"UTF-8", "windows-1251"}}, "windows-1251>UTF-8"},
    {"PolishAsWindows1250", kPolish, {{"UTF-8", "windows-1250"}}, "windows-1250>UTF-8"},
    {"PolishAsWindows1252", kPolish, {{"UTF-8", "windows-1252"}}, "windows-1252>UTF-8"},
    {"PolishAsWindows1251", kPolish, {{"UTF-8", "windows-1251"}}, "windows-1251>UTF-8"},
    {"FrenchAsWindows1252", kFrench, {{"UTF-8", "windows-1252"}}, "windows-1252>UTF-8"},
    {"FrenchAsWindows1251", kFrench, {{"UTF-8", "windows-1251"}}, "windows-1251>UTF-8"},
    {"FrenchAsMacintosh", kFrench, {{"UTF-8", "macintosh"}}, nullptr},
    {"CapitalsAsWindows1251", "МЕШКАНЦІ ПОПРОСИЛИ МІСТ", {{"UTF-8", "windows-1251"}}, "windows-1251>UTF-8"},
    {"CapitalsAsWindows1252", "МЕШКАНЦІ ПОПРОСИЛИ МІСТ", {{"UTF-8", "windows-1252"}}, "windows-1252>UTF-8"},
    {"Signs", "Це «так» – 5 €, „ні“… №3", {{"UTF-8", "windows-1251"}}, "windows-1251>UTF-8"},
    {"ShortHeadline", "Новини міста", {{"UTF-8", "windows-1251"}}, "windows-1251>UTF-8"},
    {"OneWord", "Місто", {{"UTF-8", "windows-1251"}}, "windows-1251>UTF-8"},
    {"TwiceAsWindows1251",
     kBridge,
     {{"UTF-8", "windows-1251"}, {"UTF-8", "windows-1251"}},
     "windows-1251>UTF-8 windows-1251>UTF-8"},
    {"TwiceAsWindows1252",
     kBridge,
     {{"UTF-8", "windows-1252"}, {"UTF-8", "windows-1252"}},
     "windows-1252>UTF-8 windows-1252>UTF-8"},
    {"TwiceInDifferentPages",
     kBridge,
     {{"UTF-8", "windows-1252"}, {"UTF-8", "windows-1251"}},
     "windows-1251>UTF-8 windows-1252>UTF-8"},
    {"FrenchTwice",
     kFrench,
     {{"UTF-8", "windows-1252"}, {"UTF-8", "windows-1252"}},
     "windows-1252>UTF-8 windows-1252>UTF-8"},
    {"WindowsAsWindows1252", kBridge, {{"windows-1251", "windows-1252"}}, "windows-1252>windows-1251"},
    {"WindowsAsKoi8r", kRussian, {{"windows-1251", "KOI8-R"}}, "KOI8-R>windows-1251"},
    {"WindowsAsIbm866", kRussian, {{"windows-1251", "IBM866"}}, "IBM866>windows-1251"},
    {"WindowsAsMacintosh", kRussian, {{"windows-1251", "macintosh"}}, "macintosh>windows-1251"},
    {"Koi8AsWindows", kRussian, {{"KOI8-R", "windows-1251"}}, "windows-1251>KOI8-R"},
    {"DosAsWindows", kRussian, {{"IBM866", "windows-1251"}}, "windows-1251>IBM866"},
    {"WindowsAsLatinThenInUtf8AsWindows1251",
     kBridge,
     {{"windows-1251", "windows-1252"}, {"UTF-8", "windows-1251"}},
     "windows-1251>UTF-8 windows-1252>windows-1251"},
    {"PolishWindowsAsWindows1252", kPolish, {{"windows-1250", "windows-1252"}}, "windows-1252>windows-1250"},
};

class MojibakeChain : public testing::TestWithParam<ChainCase> {};
TEST_P(MojibakeChain, IsUndone) {
  const auto found = mended(misread(GetParam().right, GetParam().misreadings));
  EXPECT_EQ(found.text, GetParam().right);
  // Pages that agree on a text are as good as each other, as the Macintosh's do on French.
  if (GetParam().chain != nullptr) {
    EXPECT_EQ(found.done, GetParam().chain + std::string(" x1"));
  }
}
INSTANTIATE_TEST_SUITE_P(Misreadings, MojibakeChain, testing::ValuesIn(kChains),
                         [](const auto& row) { return row.param.name; });

// Each language in the pages that most accidents happen with.
class MendedSentence : public testing::TestWithParam<Sentence> {};

TEST_P(MendedSentence, StaysAsItIs) {
  EXPECT_EQ(mended(GetParam().text).done, "nothing");
  EXPECT_EQ(mended(in_capitals(GetParam().text)).done, "nothing");
}

TEST_P(MendedSentence, ComesBackFromWindows1252) {
  const std::string text(GetParam().text);
  EXPECT_EQ(mended(misread(text, {{"UTF-8", "windows-1252"}})).text, text);
}

INSTANTIATE_TEST_SUITE_P(Languages, MendedSentence, testing::ValuesIn(kSentences),
                         [](const auto& row) { return std::string(row.param.language); });

// Where bytes were lost on the way.
struct LossyCase {
  const char* name;
  const char* right;
  const char* page;
  const char* placeholder;
};

constexpr LossyCase kLossy[] = {
    {"ReplacedInWindows1251", "Иван Франко и Инна пришли на рынок", "windows-1251", "\uFFFD"},
    {"QuestionedInWindows1251", "Иван Франко и Инна пришли на рынок", "windows-1251", "?"},
    {"DroppedInWindows1251", "Совет принял решение. Исполком его подписал.", "windows-1251", ""},
    {"ReplacedInWindows1252", "Мешканці просять полагодити міст.", "windows-1252", "\uFFFD"},
    {"QuestionedInWindows1252", "Мешканці просять полагодити міст.", "windows-1252", "?"},
    {"DroppedInWindows1252", "Мешканці просять полагодити міст.", "windows-1252", ""},
};

class MojibakeLossy : public testing::TestWithParam<LossyCase> {};
TEST_P(MojibakeLossy, IsRestored) {
  const auto& row = GetParam();
  const auto wrong = misread(row.right, {{"UTF-8", row.page}});
  ASSERT_NE(without_c1(wrong, row.placeholder), wrong) << "nothing is lost";
  EXPECT_EQ(mended(without_c1(wrong, row.placeholder)).text, row.right);
}
INSTANTIATE_TEST_SUITE_P(Pages, MojibakeLossy, testing::ValuesIn(kLossy),
                         [](const auto& row) { return row.param.name; });

TEST(LossySpaces, AreNoBreakSpacesAgain) {
  const std::string right = "Рада і Роман розповіли про Радехів";
  const auto wrong = misread(right, {{"UTF-8", "windows-1251"}});
  ASSERT_NE(without_no_break_spaces(wrong), wrong);
  EXPECT_EQ(mended(without_no_break_spaces(wrong)).text, right);
}

// ---- Lines and parts of lines ----

std::string broken(std::string_view text) { return misread(text, {{"UTF-8", "windows-1251"}}); }
const std::string kPage = std::string(kBridge) + "\n" + kBakery + "\n" + kCouncil + "\n";

struct PageCase {
  const char* name;
  std::string text;
  std::string right;
  const char* done;

  friend void PrintTo(const PageCase& each, std::ostream* out) { *out << each.name; }
};

const PageCase kPages[] = {
    {"AllLines", broken(kPage), kPage, "windows-1251>UTF-8 x3"},
    {"OneLineInACleanPage", std::string(kBridge) + "\n" + broken(kBakery) + "\n" + kCouncil + "\n", kPage,
     "windows-1251>UTF-8 x1"},
    {"LastLineWithoutItsEnd", std::string(kBridge) + "\n" + broken(kBakery),
     std::string(kBridge) + "\n" + kBakery, "windows-1251>UTF-8 x1"},
    {"WordsInACleanLine", "Газета пише: " + broken("Місто відкрило пекарню") + " – і це правда",
     "Газета пише: Місто відкрило пекарню – і це правда", "windows-1251>UTF-8 x1"},
    {"WordsOfAnotherPageInACleanLine",
     "Газета пише: " + misread("Місто відкрило пекарню", {{"UTF-8", "windows-1252"}}) + " – і це правда",
     "Газета пише: Місто відкрило пекарню – і це правда", "windows-1252>UTF-8 x1"},
    {"TwoPagesInOneText",
     broken(kBridge) + "\n" + misread(kBakery, {{"UTF-8", "windows-1252"}}) + "\n" + kCouncil + "\n", kPage,
     "windows-1251>UTF-8 x1, windows-1252>UTF-8 x1"},
    {"ShortLinesOnceTheChainIsKnown", broken(kPage) + broken("Так") + "\n", kPage + "Так\n",
     "windows-1251>UTF-8 x4"},
    {"BlankLinesStay", "\n\n" + broken(kBridge) + "\n\n\n", std::string("\n\n") + kBridge + "\n\n\n",
     "windows-1251>UTF-8 x1"},
    {"CarriageReturnsStay", broken(kBridge) + "\r\n" + broken(kBakery) + "\r\n",
     std::string(kBridge) + "\r\n" + kBakery + "\r\n", "windows-1251>UTF-8 x2"},
    {"AsciiLinesStay", "Home | News\n" + broken(kBridge) + "\n",
     std::string("Home | News\n") + kBridge + "\n", "windows-1251>UTF-8 x1"},
};

class MojibakePage : public testing::TestWithParam<PageCase> {};
TEST_P(MojibakePage, IsMended) {
  const auto found = mended(GetParam().text);
  EXPECT_EQ(found.text, GetParam().right);
  EXPECT_EQ(found.done, GetParam().done);
}
INSTANTIATE_TEST_SUITE_P(Texts, MojibakePage, testing::ValuesIn(kPages),
                         [](const auto& row) { return row.param.name; });

// ---- What never comes out of it ----

bool is_forbidden(char32_t c) {
  return (c >= 0x80 && c < 0xA0) || (c >= 0x2500 && c < 0x25A0) || (c >= 0xE000 && c < 0xF900);
}

std::size_t forbidden_in(std::string_view valid) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    count += is_forbidden(c) ? 1 : 0;
    at += length;
  }
  return count;
}

TEST(MojibakeNever, MakesControlsBoxesOrPrivateUse) {
  for (const char* bad : {"\u0081\u0082", "──┼──", "▓▒░", "\uE000\uE123"})
    for (const std::string& right :
         {std::string(bad), std::string(bad) + " " + bad, "Рада " + std::string(bad)})
      for (const char* page : {"windows-1251", "windows-1252", "KOI8-R", "IBM866", "IBM437"}) {
        const auto wrong = misread(right, {{"UTF-8", page}});
        std::string out;
        if (repair_mojibake(wrong, out).empty()) continue;
        EXPECT_LE(forbidden_in(out), forbidden_in(wrong)) << wrong << " -> " << out;
      }
}

TEST(Mojibake, OfAnEmptyTextIsNothing) { EXPECT_EQ(mended("").done, "nothing"); }

// A page without line ends is one line: quadratic code takes minutes here.
TEST(Mojibake, OfALongLineIsLinear) {
  std::string wrong, right, capitals;
  for (int i = 0; i < 400; ++i) {
    right += std::string(kBridge) + " ";
    capitals += "МЕШКАНЦІ ПОПРОСИЛИ ПОЛАГОДИТИ МІСТ ЧЕРЕЗ РІЧКУ. ";
  }
  for (const char* page : {"windows-1251", "windows-1252"}) {
    wrong = misread(right, {{"UTF-8", page}});
    std::string out;
    ASSERT_EQ(repair_mojibake(wrong, out).size(), 1U);
    EXPECT_TRUE(out == right) << page;
    EXPECT_EQ(repair_mojibake(without_c1(wrong, "?"), out).size(), 1U);
  }
  EXPECT_EQ(mended(capitals).done, "nothing");
}

TEST(Mojibake, WritesOverWhatStoodInOut) {
  std::string out = "old";
  ASSERT_EQ(repair_mojibake(broken(kBridge), out).size(), 1U);
  EXPECT_EQ(out, kBridge);
}

// ---- Clean texts ----

constexpr const char* kClean[] = {
    // Neighbours of Ukrainian whose letters are rare here.
    "Мештани су тражили да се поправи мост, а Њујорк и Љубљана ћуте.",
    "ЂОРЂЕ ЊЕГОШ И ЉУБИЦА ЋОСИЋ",
    "Џез, ђак, њива, љубав, ћуприја",
    "Денеска Ѓорѓија и Ќиро дојдоа во Њивица",
    "Қазақстан Республикасының Үкіметі көпірді жөндейді",
    "Літера Ѓ, ѓ; Ђ, ђ; Љ, љ",
    // Latin letters in rows, and capitals that look like leads.
    "NÃO, SÃO PAULO NÃO PÁRA",
    "A PROGRAMAÇÃO DA SEMANA: AÇÃO E EMOÇÃO",
    "Ã e Õ são vogais nasais; À é crase",
    "Päivää! Hyvää yötä, ääntä ja työtä",
    "Hääyöaie on pitkä yö",
    "jäääär, töööö, kuuuurija",
    "Õöö ääres, õuel",
    "Jeść, pić i ść w górę – ćwierć",
    "ZAŻÓŁĆ GĘŚLĄ JAŹŃ",
    "L'été à Orléans, où naît l'œuvre",
    "ÉTÉ À LA PLAGE: ÂGE ET ÎLE",
    "Ça coûte 10 € à peu près…",
    "Éèêë àâä ùûü ôö îï",
    "Tiếng Việt rất đẹp và người dân ở đây",
    "Þjóðin er öll á einni skoðun: við byggjum brú",
    "Ælfred og Øyvind spiste blåbær på Åsen",
    "Şişli’de güneşli bir gün, İstanbul’da değil",
    "GROSSE STRASSE ÜBER DIE BRÜCKE",
    "¡Atención! ¿Dónde está el niño?",
    "Čau, děkuji, řeřicha, příšerně žluťoučký kůň",
    "Ąžuolas, ėjo, šįryt, ūkas",
    // Other scripts.
    "طلب سكان القرية إصلاح الجسر",
    "תושבי הכפר ביקשו לתקן את הגשר",
    "ΕΛΛΗΝΙΚΑ ΚΕΦΑΛΑΙΑ",
};

constexpr const char* kDrawings[] = {
    "┌──────┬──────┐",      "│ Міст │ Рада │", "║ ПЕКАРНЯ ║", "░▒▓█ ВІКНО █▓▒░",
    "▀▄▀▄▀▄ НОВИНИ ▀▄▀▄▀▄", "¯\\_(ツ)_/¯",     "( ͡° ͜ʖ ͡°)",
};

constexpr const char* kOdd[] = {
    // Lists of letters.
    "А Б В Г Ґ Д Е Є Ж З И І Ї Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ь Ю Я",
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "Каталог «Р–С» та «Р-Т»",
    // Abbreviations.
    "«ВІКІ» – вільна енциклопедія",
    "Засідання РНБО відбудеться в понеділок",
    "Банк ВТБ і НБУ підписали угоду",
    "Вакцина на основі мРНК",
    "Розпад СССР»",
    "Група «ДДТ», «БГ», СтрПром",
    "Зустріч ЄС–США і ЄС‑Україна",
    // Capitals inside words.
    "АвиаПорт сообщает о рейсах",
    "КиївБуд завершив об'єкт",
    "УкрАвтоДор і МінЮст",
    "ПриватБанк, УкрСибБанк, ОщадБанк",
    "iPhone, YouTube, eBay, МакДональдз",
    // Signs beside letters and numbers.
    "Площа 45 м², об’єм 3 м³, температура 21 °C",
    "Торгова марка Sito™ та © 2014 Вербівка®",
    "Ціна — 50 €, або ≈ 55 $ ± 5 %",
    "Вода – H₂O, x² + y² = r²",
    "½ склянки борошна, ¼ ложки солі",
    "→ Далі ← Назад ↑",
    "★ Увага! ★ ☎ 123-45 ✔",
    "за́мок – замо́к",
    // Headlines.
    "МІСТ ВІДКРИТО: ЩО КАЖУТЬ МЕШКАНЦІ ВЕРБІВКИ",
    "СЕЛЬСКИЙ СОВЕТ СОГЛАСИЛСЯ ПОЧИНИТЬ МОСТ",
    // Question marks and replacements that nobody can explain.
    "Хто? Де? Коли?",
    "Рада \uFFFD\uFFFD\uFFFD села",
};

class MojibakeClean : public testing::TestWithParam<const char*> {};
TEST_P(MojibakeClean, StaysAsItIs) {
  const auto found = mended(GetParam());
  EXPECT_EQ(found.done, "nothing") << found.text;
}
INSTANTIATE_TEST_SUITE_P(Texts, MojibakeClean, testing::ValuesIn(kClean));
INSTANTIATE_TEST_SUITE_P(Drawings, MojibakeClean, testing::ValuesIn(kDrawings));
INSTANTIATE_TEST_SUITE_P(Oddities, MojibakeClean, testing::ValuesIn(kOdd));

TEST(CleanTexts, StayTogether) {
  std::string all;
  for (const char* text : kClean) (all += text) += '\n';
  for (const char* text : kOdd) (all += text) += '\n';
  const auto found = mended(all);
  EXPECT_EQ(found.done, "nothing") << found.text;
}

}  // namespace
}  // namespace sito::normalize

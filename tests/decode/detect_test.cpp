#include "decode/detect.h"

#include <gtest/gtest.h>

#include "encoded.h"

namespace sito::decode {
namespace {

constexpr std::string_view kUkrainian =
    "Учора у Вербівці відкрили нову пекарню. «Ми пекли хліб цілу ніч, щоб вистачило всім», - розповіла "
    "господиня Одарка Млинарчук. Перші покупці прийшли ще до світанку і чекали під дверима.";
constexpr std::string_view kRussian =
    "Вчера в посёлке Ключи открыли новую пекарню. Первые покупатели пришли ещё до рассвета и ждали у дверей, "
    "пока хозяйка доставала хлеб из печи.";
constexpr std::string_view kPolish =
    "Wczoraj w Zielonej Dolinie otwarto nową piekarnię. Pierwsi klienci przyszli jeszcze przed świtem "
    "i czekali przy drzwiach, aż gospodyni wyjmie chleb z pieca. Wszyscy byli zadowoleni.";
constexpr std::string_view kFrench =
    "Hier, la commune a ouvert une boulangerie près du marché. Les premiers clients étaient déjà là "
    "avant l’aube, et la boulangère a préparé du café.";

struct DetectCase {
  const char* name;
  std::string_view text;
  const char* encoding;
};
constexpr DetectCase kCases[] = {
    {"UkrainianWindows", kUkrainian, "windows-1251"},
    {"RussianWindows", kRussian, "windows-1251"},
    {"RussianKoi8", kRussian, "KOI8-R"},
    {"RussianIso", kRussian, "ISO-8859-5"},
    {"PolishIso", kPolish, "ISO-8859-2"},
    {"FrenchWindows", kFrench, "windows-1252"},
};

class Detect : public testing::TestWithParam<DetectCase> {};
TEST_P(Detect, Finds) {
  const auto found = Detector().detect(encoded(GetParam().text, GetParam().encoding));
  EXPECT_EQ(found.encoding, GetParam().encoding);
  EXPECT_GT(found.confidence, 0.2);
  EXPECT_LE(found.confidence, 1.0);
}
TEST_P(Detect, FindsBehindALongAsciiHead) {
  const std::string bytes = std::string(100000, '-') + encoded(GetParam().text, GetParam().encoding);
  EXPECT_EQ(Detector().detect(bytes).encoding, GetParam().encoding);
}
INSTANTIATE_TEST_SUITE_P(Texts, Detect, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

// Few letters: frequencies say Arabic, but in ISO-8859-6 every fourth of these bytes means nothing.
TEST(DetectShort, EncodingInWhichBytesMeanSomething) {
  const char* page = "12 / Лютий, 2024\n\nУ Вербівці відкрили міст. \"Їздимо щодня\", - сказала Єва Гаюк.\n";
  EXPECT_EQ(Detector().detect(encoded(page, "windows-1251")).encoding, "windows-1251");
}

TEST(DetectDamaged, OneByteWithoutMeaningChangesNothing) {
  EXPECT_EQ(Detector().detect(encoded(kUkrainian, "windows-1251") + "\x98").encoding, "windows-1251");
}

TEST(DetectNothing, IsAGuessWithoutConfidence) { EXPECT_EQ(Detector().detect("").confidence, 0.0); }

TEST(DetectNever, FindsUnicode) {
  unsigned state = 3;
  Detector detector;
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (int i = 0; i < 40; ++i) bytes += static_cast<char>((state = state * 1103515245U + 12345U) >> 16U);
    EXPECT_NE(detector.detect(bytes).encoding.substr(0, 4), "UTF-");
  }
}

}  // namespace
}  // namespace sito::decode

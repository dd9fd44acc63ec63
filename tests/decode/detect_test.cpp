#include "decode/detect.h"

#include <gtest/gtest.h>

#include <string>

#include "encoded.h"
#include "sentences.h"

namespace sito::decode {
namespace {

const Detector& detector() {
  static const Detector kDetector;
  return kDetector;
}

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

// ASCII's marks alone, for pages that have no others.
constexpr std::string_view kPlainUkrainian =
    "Учора у Вербівці відкрили нову пекарню. Перші покупці прийшли ще до світанку і чекали під дверима.";

struct DetectCase {
  const char* name;
  std::string_view text;
  const char* encoding;
};
constexpr DetectCase kCases[] = {
    {"UkrainianWindows", kUkrainian, "windows-1251"},
    {"UkrainianKoi8", kPlainUkrainian, "KOI8-U"},
    {"UkrainianDos", kPlainUkrainian, "cp1125"},
    {"UkrainianDos855", kPlainUkrainian, "IBM855"},
    {"UkrainianIso", kPlainUkrainian, "ISO-8859-5"},
    {"UkrainianMacintosh", kUkrainian, "x-mac-cyrillic"},
    {"RussianWindows", kRussian, "windows-1251"},
    {"RussianKoi8", kRussian, "KOI8-R"},
    {"RussianDos", kRussian, "IBM866"},
    {"RussianIso", kRussian, "ISO-8859-5"},
    {"RussianMacintosh", kRussian, "x-mac-cyrillic"},
    {"PolishWindows", kPolish, "windows-1250"},
    {"PolishIso", kPolish, "ISO-8859-2"},
    {"PolishDos", kPolish, "IBM852"},
    {"FrenchWindows", kFrench, "windows-1252"},
    {"FrenchMacintosh", kFrench, "macintosh"},
    {"Japanese", "村の住民は橋の修理を求め、議会はその費用を出すことに同意した。", "Shift_JIS"},
    {"JapaneseUnix", "村の住民は橋の修理を求め、議会はその費用を出すことに同意した。", "EUC-JP"},
    {"Chinese", "村民要求修理这座桥，村委会同意支付费用。大桥今天通车。", "GB18030"},
    {"ChineseTraditional", "村民要求修理這座橋，鄉公所同意支付費用。大橋今天通車。", "Big5"},
    {"Korean", "마을 주민들은 다리를 고쳐 달라고 요청했고 의회는 비용을 내기로 했다.", "EUC-KR"},
};

class Detect : public testing::TestWithParam<DetectCase> {};
TEST_P(Detect, Finds) {
  const auto found = detector().detect(encoded(GetParam().text, GetParam().encoding));
  EXPECT_EQ(found.encoding, GetParam().encoding);
  EXPECT_GT(found.confidence, 0.9);
  EXPECT_LE(found.confidence, 1.0);
}
TEST_P(Detect, FindsBehindALongAsciiHead) {
  const std::string bytes = std::string(100000, '-') + encoded(GetParam().text, GetParam().encoding);
  EXPECT_EQ(detector().detect(bytes).encoding, GetParam().encoding);
}
TEST_P(Detect, FindsInALongText) {
  std::string bytes;
  while (bytes.size() < 100000) bytes += encoded(GetParam().text, GetParam().encoding) + "\n";
  const auto found = detector().detect(bytes);
  EXPECT_EQ(found.encoding, GetParam().encoding);
  EXPECT_GT(found.confidence, 0.9);
}
INSTANTIATE_TEST_SUITE_P(Texts, Detect, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

// Few letters.
TEST(DetectShort, EncodingInWhichBytesMeanSomething) {
  const char* page = "12 / Лютий, 2024\n\nУ Вербівці відкрили міст. \"Їздимо щодня\", - сказала Єва Гаюк.\n";
  EXPECT_EQ(detector().detect(encoded(page, "windows-1251")).encoding, "windows-1251");
}

TEST(DetectDamaged, OneByteWithoutMeaningChangesNothing) {
  EXPECT_EQ(detector().detect(encoded(kUkrainian, "windows-1251") + "\x98").encoding, "windows-1251");
}

TEST(DetectNothing, IsAGuessWithoutConfidence) {
  EXPECT_EQ(detector().detect("").confidence, 0.0);
  EXPECT_EQ(detector().detect("").encoding, "windows-1251");
}

TEST(DetectNonsense, HasLowConfidence) {
  unsigned state = 9;
  std::size_t sure = 0;
  for (int round = 0; round < 100; ++round) {
    std::string bytes;
    for (int i = 0; i < 200; ++i) bytes += static_cast<char>((state = state * 1103515245U + 12345U) >> 16U);
    sure += detector().detect(bytes).confidence >= 0.5 ? 1 : 0;
  }
  EXPECT_EQ(sure, 0U);
}

TEST(DetectNever, FindsUnicode) {
  unsigned state = 3;
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (int i = 0; i < 40; ++i) bytes += static_cast<char>((state = state * 1103515245U + 12345U) >> 16U);
    EXPECT_NE(detector().detect(bytes).encoding.substr(0, 4), "UTF-");
  }
}

// Where another encoding would say as much the text is the same.
TEST(DetectNarrowed, ChoosesAmongTheGivenOnly) {
  const auto bytes = encoded(kUkrainian, "windows-1251");
  EXPECT_EQ(Detector({{}, {"windows-1251", "KOI8-U"}}).detect(bytes).encoding, "windows-1251");
  EXPECT_EQ(Detector({{}, {"KOI8-U"}}).detect(bytes).encoding, "KOI8-U");
  EXPECT_LT(Detector({{}, {"KOI8-U"}}).detect(bytes).confidence, 0.9);
  EXPECT_EQ(Detector({{"pl"}, {}}).detect(encoded(kPolish, "windows-1250")).encoding, "windows-1250");
}

TEST(DetectNarrowed, KnowsEncodingsOfEastAsiaByName) {
  const auto bytes = encoded(kCases[18].text, "GB18030");
  EXPECT_EQ(Detector({{}, {"GB18030", "Big5"}}).detect(bytes).encoding, "GB18030");
  EXPECT_EQ(Detector({{}, {"windows-1251"}}).detect(bytes).encoding, "windows-1251");
}

TEST(DetectNarrowed, ToNothingIsAGuessWithoutConfidence) {
  const auto found = Detector({{}, {"UTF-8"}}).detect(encoded(kUkrainian, "windows-1251"));
  EXPECT_EQ(found.encoding, "windows-1251");
  EXPECT_EQ(found.confidence, 0.0);
}

TEST(Detection, NamesTheReadingAndItsCost) {
  const auto bytes = encoded(sentence("uk"), "KOI8-U");
  const auto found = detector().detect(bytes);
  ASSERT_NE(found.reading, nullptr);
  EXPECT_EQ(found.reading->model->language(), "uk");
  EXPECT_EQ(found.reading->page->name(), found.encoding);
  EXPECT_EQ(found.cost, charset::Readings::cost(*found.reading, bytes) + found.reading->prior);
  EXPECT_LE(found.cost, kPlausibleCost * (bytes.size() + 1));
}

TEST(Detection, OfEastAsiaHasNoReading) {
  EXPECT_EQ(detector().detect(encoded(kCases[18].text, "GB18030")).reading, nullptr);
}

TEST(PlausibleCost, ParsLanguageFromNonsense) {
  const auto is_plausible = [](std::string_view bytes) {
    return detector().detect(bytes).cost <= kPlausibleCost * (bytes.size() + 1);
  };
  for (const Sentence& each : kSentences) {
    if (std::string_view(each.language) == "uk" || std::string_view(each.language) == "ru") {
      EXPECT_TRUE(is_plausible(encoded(each.text, "windows-1251"))) << each.language;
    }
  }
  EXPECT_FALSE(is_plausible("\x8F\x12\xD3\x01\x90\xAE\xB1\x02\xC6\x9D\xEE\x07\xA3\x81\xF9\x1E"));
}

// ---- What is looked at ----

TEST(Sample, IsAllOfAShortText) {
  const std::string bytes(16384, '\xE0');
  EXPECT_EQ(Detector::sample(bytes), bytes);
  EXPECT_EQ(Detector::sample(""), "");
}

TEST(Sample, IsBounded) { EXPECT_LE(Detector::sample(std::string(1000000, '\xE0')).size(), 16384U); }

TEST(Sample, HoldsWhatStandsBehindLongAscii) {
  const auto word = encoded("пекарню", "windows-1251");
  for (const std::size_t before : {20000U, 500000U, 999000U}) {
    std::string bytes(1000000, 'x');
    bytes.replace(before, word.size() + 2, " " + word + " ");
    EXPECT_NE(Detector::sample(bytes).find(word + " "), std::string::npos) << before;
  }
}

TEST(Sample, HoldsPiecesFromAllOverTheText) {
  std::string bytes;
  for (const char* letter : {"а", "б", "в", "г"}) {
    const auto word = encoded(letter, "windows-1251") + " ";
    while (bytes.size() % 100000 != 0 || bytes.empty()) bytes += word;
    bytes += word;
  }
  const auto sample = Detector::sample(bytes);
  for (const char* letter : {"а", "б", "в"})
    EXPECT_NE(sample.find(encoded(letter, "windows-1251")), std::string::npos) << letter;
}

TEST(Sample, OfAsciiAloneIsEmpty) { EXPECT_EQ(Detector::sample(std::string(20000, 'x')), ""); }

}  // namespace
}  // namespace sito::decode

#include "decode/mixed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "decode/converter.h"
#include "encoded.h"
#include "text/utf8.h"

namespace sito::decode {
namespace {

const Detector& detector() {
  static const Detector kDetector;
  return kDetector;
}

// Invented press text, a line each.
const std::string kBakery = "Учора у Вербівці відкрили нову пекарню, яку громада чекала три роки.\n";
const std::string kHostess = "\"Ми пекли хліб цілу ніч, щоб вистачило всім\", - розповіла господиня.\n";
const std::string kBuyers = "Перші покупці прийшли ще до світанку і чекали під дверима.\n";
const std::string kBridge = "Сільська рада погодилася полагодити міст через річку до осені.\n";
const std::string kRussian = "Жители посёлка попросили починить мост, и совет согласился.\n";
const std::string kPolish =
    "Mieszkańcy wsi poprosili o naprawę mostu, a gmina zgodziła się zapłacić za to jesienią, jeśli zdąży.\n";
const std::string kEnglish = "The bakery is open from eight to five.\n";

std::string in(const char* encoding, const std::string& text) { return encoded(text, encoding); }
std::string windows(const std::string& text) { return in("windows-1251", text); }

std::string times(std::size_t count, const std::string& text) {
  std::string out;
  while (count-- > 0) out += text;
  return out;
}

// The encodings in their order, a number of lines each: "UTF-8 3, windows-1251 1"; one alone has no number.
std::string drawn(std::string_view bytes, const Mixture& mixture) {
  if (mixture.parts.empty()) return mixture.main.encoding;
  std::string out;
  for (const Part& part : mixture.parts) {
    const auto text = part.bytes.of(bytes);
    const auto ends =
        std::count(text.begin(), text.end(), bytes.find('\n') == std::string::npos ? '\r' : '\n');
    out += (out.empty() ? "" : ", ") + part.encoding + " " + std::to_string(ends);
  }
  return out;
}

void expect_partition(std::string_view bytes, const Mixture& mixture) {
  std::size_t at = 0;
  const char end = bytes.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::string before;
  for (const Part& part : mixture.parts) {
    EXPECT_EQ(part.bytes.begin, at);
    EXPECT_FALSE(part.bytes.empty());
    EXPECT_TRUE(at == 0 || bytes[at - 1] == end) << "a part begins within a line";
    EXPECT_NE(part.encoding, before) << "neighbours are one part";
    before = part.encoding;
    at = part.bytes.end;
  }
  EXPECT_TRUE(mixture.parts.empty() || at == bytes.size());
  EXPECT_NE(mixture.parts.size(), 1U);
}

// Bytes, and which lines are in what.
struct MixedCase {
  const char* name;
  std::string bytes;
  const char* drawn;

  friend void PrintTo(const MixedCase& each, std::ostream* out) { *out << each.name; }
};

const MixedCase kMixed[] = {
    // Lines of UTF-8 in a text of another encoding.
    {"Utf8LineInWindows", windows(kBakery + kHostess) + kBuyers + windows(kBridge),
     "windows-1251 2, UTF-8 1, windows-1251 1"},
    {"Utf8AtTheHead", kBuyers + windows(kBakery + kHostess + kBridge), "UTF-8 1, windows-1251 3"},
    {"Utf8AtTheEndWithoutALineEnd",
     windows(kBakery + kHostess + kBridge) + kBuyers.substr(0, kBuyers.size() - 1),
     "windows-1251 3, UTF-8 0"},
    // Too short to show their encoding alone: in the language of the text.
    {"WordInUtf8", kBakery + kHostess + windows("Дякую\n") + kBuyers, "UTF-8 2, windows-1251 1, UTF-8 1"},
    {"WordOfKoi8InUtf8", kBakery + kHostess + in("KOI8-U", "Дякую\n") + kBuyers,
     "UTF-8 2, KOI8-U 1, UTF-8 1"},
    {"Utf8LineInKoi8", in("KOI8-U", kBakery + kHostess) + kBuyers, "KOI8-U 2, UTF-8 1"},
    {"Utf8LineInDos", in("cp1125", kBakery + kHostess) + kBuyers, "cp1125 2, UTF-8 1"},
    {"ShortUtf8Line", windows(kBakery + kHostess) + "Пекарня\n" + windows(kBridge),
     "windows-1251 2, UTF-8 1, windows-1251 1"},
    {"PolishUtf8LineInWindows", in("windows-1250", kPolish + kPolish) + kPolish, "windows-1250 2, UTF-8 1"},
    // Lines of another encoding in UTF-8.
    {"WindowsLineInUtf8", kBakery + kHostess + windows(kBridge) + kBuyers,
     "UTF-8 2, windows-1251 1, UTF-8 1"},
    {"WindowsLinesInUtf8", kBakery + windows(kBridge) + kHostess + windows(kBuyers) + kBakery + kHostess,
     "UTF-8 1, windows-1251 1, UTF-8 1, windows-1251 1, UTF-8 2"},
    {"Koi8LineInUtf8", kBakery + kHostess + in("KOI8-U", kBridge) + kBuyers, "UTF-8 2, KOI8-U 1, UTF-8 1"},
    {"DosLineInUtf8", kBakery + kHostess + in("cp1125", kBridge) + kBuyers, "UTF-8 2, cp1125 1, UTF-8 1"},
    {"AsManyOfBoth", kBakery + windows(kBridge), "UTF-8 1, windows-1251 1"},
    // ASCII goes with what stands before it.
    {"AsciiGoesWithTheLineBefore", kBakery + kHostess + windows(kBridge) + kEnglish + kBuyers,
     "UTF-8 2, windows-1251 2, UTF-8 1"},
    {"BlankLineToo", windows(kBakery + kHostess) + "\n" + kBuyers + "\n" + windows(kBridge),
     "windows-1251 3, UTF-8 2, windows-1251 1"},
    // Two other encodings.
    {"Koi8LineInWindows", windows(kBakery + kHostess) + in("KOI8-U", kBridge) + windows(kBuyers),
     "windows-1251 2, KOI8-U 1, windows-1251 1"},
    {"WindowsLineInKoi8", in("KOI8-U", kBakery + kHostess) + windows(kBridge) + in("KOI8-U", kBuyers),
     "KOI8-U 2, windows-1251 1, KOI8-U 1"},
    {"DosLineInWindows", windows(kBakery + kHostess) + in("cp1125", kBridge) + windows(kBuyers),
     "windows-1251 2, cp1125 1, windows-1251 1"},
    {"RussianKoi8LineInWindows", windows(kBakery + kHostess) + in("KOI8-R", kRussian) + windows(kBuyers),
     "windows-1251 2, KOI8-R 1, windows-1251 1"},
    {"ThreeEncodings", windows(kBakery + kHostess) + in("KOI8-U", kBridge) + kBuyers,
     "windows-1251 2, KOI8-U 1, UTF-8 1"},
    {"CarriageReturnsAlone",
     [] {
       std::string bytes = windows(kBakery + kHostess) + kBuyers + windows(kBridge);
       std::replace(bytes.begin(), bytes.end(), '\n', '\r');
       return bytes;
     }(),
     "windows-1251 2, UTF-8 1, windows-1251 1"},
    {"CarriageReturnsBeforeLineFeeds",
     windows("Учора у Вербівці відкрили нову пекарню.\r\n") + "Перші покупці прийшли ще до світанку.\r\n" +
         windows("Сільська рада погодилася полагодити міст.\r\n"),
     "windows-1251 1, UTF-8 1, windows-1251 1"},
};

// One encoding, whatever it looks like.
const MixedCase kUnmixed[] = {
    {"Windows", windows(kBakery + kHostess + kBuyers + kBridge), "windows-1251"},
    {"Koi8", in("KOI8-U", kBakery + kHostess + kBuyers + kBridge), "KOI8-U"},
    {"Polish", in("ISO-8859-2", times(3, kPolish)), "ISO-8859-2"},
    {"UkrainianAndRussianLines", windows(kBakery + kRussian + kHostess + kRussian), "windows-1251"},
    {"OneLine", windows(kBakery.substr(0, 30)), "windows-1251"},
    {"EnglishLines", windows(kBakery) + kEnglish + kEnglish + windows(kBridge), "windows-1251"},
    // A line of a legacy encoding that is too short to leave.
    {"ShortLinesStay", windows(kBakery + kHostess) + in("KOI8-U", "Новий міст\n") + windows(kBridge),
     "windows-1251"},
    {"LetterInUtf8IsDamage", kBakery + kHostess + windows("У\n") + kBuyers, "UTF-8"},
    // Damaged UTF-8.
    {"LostByteInUtf8", kBakery + "Перші \xD0покупці прийшли ще до світанку.\n" + kHostess, "UTF-8"},
    {"SeveralLostBytesInUtf8",
     kBakery + "Перші \xD0покупці \xD1прийшли ще \x80 до світанку \xD0і стояли.\n" + kHostess, "UTF-8"},
    {"CutUtf8", kBakery + kHostess + "Перші покупц\xD1", "UTF-8"},
    {"StrayHighByte", kBakery + "\xFF\n" + kHostess, "UTF-8"},
    {"NoBreakSpaceOfAnotherEncodingInUtf8", kBakery + "Ще\xA0рік\n" + kHostess, "UTF-8"},
    // Box drawing.
    {"TableInDos",
     in("cp1125",
        "┌──────────────────────────┐\n│ Пекарня у Вербівці │ 8-17 │\n├──────────────────────────┤\n"
        "│ Крамниця на ринку │ 9-18 │\n└──────────────────────────┘\n" +
            kBakery + kHostess + kBuyers),
     "cp1125"},
    {"TableInKoi8",
     in("KOI8-U",
        kBakery + kHostess + kBuyers +
            "┌──────────────────────────┐\n│ Пекарня            │ 8-17 │\n└──────────────────────────┘\n"),
     "KOI8-U"},
    {"ShadedTitle", in("cp1125", "░░▒▒▓▓████████████▓▓▒▒░░\n" + kBakery + kHostess + kBuyers), "cp1125"},
    // Two letters that look like a sequence of UTF-8.
    {"LettersLikeASequence", windows(kBakery + "«Віва», РЎ\n" + kHostess), "windows-1251"},
};

class Mixed : public testing::TestWithParam<MixedCase> {};
TEST_P(Mixed, Finds) {
  const auto& bytes = GetParam().bytes;
  ASSERT_FALSE(text::is_valid(bytes));
  const auto mixture = find_mixture(bytes, detector());
  EXPECT_EQ(drawn(bytes, mixture), GetParam().drawn);
  expect_partition(bytes, mixture);
}
INSTANTIATE_TEST_SUITE_P(Several, Mixed, testing::ValuesIn(kMixed),
                         [](const auto& row) { return row.param.name; });
INSTANTIATE_TEST_SUITE_P(One, Mixed, testing::ValuesIn(kUnmixed),
                         [](const auto& row) { return row.param.name; });

TEST(Mixture, IsLessSureOfUtf8TheMoreIsDamaged) {
  const auto confidence = [](const std::string& bytes) {
    return find_mixture(bytes, detector()).main.confidence;
  };
  EXPECT_GE(confidence(kBakery + "\xFF\n"), 0.9);
  const std::string damaged = kBakery + "Перші \xD0покупці \xD1прийшли ще \x80 до світанку \xD0і стояли.\n";
  EXPECT_LT(confidence(damaged), confidence(kBakery + "\xFF\n"));
}

TEST(Mixture, NamesTheEncodingOfMost) {
  EXPECT_EQ(find_mixture(kBakery + kHostess + windows(kBridge), detector()).main.encoding, "UTF-8");
  EXPECT_EQ(find_mixture(windows(kBakery + kHostess + kBuyers) + kBridge, detector()).main.encoding,
            "windows-1251");
  EXPECT_EQ(
      find_mixture(windows(kBakery + kHostess + kBuyers) + in("KOI8-U", kBridge), detector()).main.encoding,
      "windows-1251");
}

TEST(Mixture, IsSureOfItsMainEncoding) {
  EXPECT_GT(find_mixture(windows(kBakery + kHostess + kBuyers) + kBridge, detector()).main.confidence, 0.9);
  EXPECT_GT(find_mixture(kBakery + kHostess + windows(kBridge), detector()).main.confidence, 0.9);
}

// Each pair of encodings, in turns; but lines whose letters are box drawing in the text's encoding stay.
TEST(Mixture, GivesEachLineItsText) {
  const std::vector<std::string> lines = {kBakery, kHostess, kBuyers, kBridge, kBakery, kBridge};
  for (const char* first : {"UTF-8", "windows-1251", "KOI8-U", "cp1125", "ISO-8859-5", "x-mac-cyrillic"})
    for (const char* second : {"UTF-8", "windows-1251", "KOI8-U", "cp1125", "ISO-8859-5", "x-mac-cyrillic"}) {
      const std::string pair = std::string(first) + " and " + second;
      if (std::string_view(first) == second || pair == "KOI8-U and cp1125" || pair == "cp1125 and KOI8-U" ||
          pair == "cp1125 and ISO-8859-5")
        continue;
      std::string bytes, text, out;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string line = i == 0 || i == 3 ? kHostess : lines[i];
        bytes += in(i % 3 == 2 ? second : first, line);
        text += line;
      }
      const auto mixture = find_mixture(bytes, detector());
      expect_partition(bytes, mixture);
      for (const Part& part : mixture.parts) Converter(part.encoding).append(part.bytes.of(bytes), out);
      EXPECT_TRUE(out == text) << pair << ": " << drawn(bytes, mixture);
    }
}

TEST(MixtureProperty, PartsAreAPartitionOfAnyBytes) {
  unsigned state = 5;
  const auto next = [&state] { return (state = state * 1103515245U + 12345U) >> 16U; };
  const std::string pieces[] = {kBakery,
                                windows(kBridge),
                                in("KOI8-U", kBuyers),
                                "\n",
                                kEnglish,
                                "\xFF\xD0",
                                in("Shift_JIS", "村の住民は橋\n"),
                                "\r",
                                in("IBM866", "│───│\n"),
                                "\xE2\x80"};
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (unsigned left = next() % 12; left > 0; --left) bytes += pieces[next() % std::size(pieces)];
    if (text::is_valid(bytes)) continue;
    expect_partition(bytes, find_mixture(bytes, detector()));
  }
}

}  // namespace
}  // namespace sito::decode

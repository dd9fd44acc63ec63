#include "charset/wide.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <tuple>

#include "charset/readings.h"
#include "data/tables.h"
#include "encoded.h"
#include "sentences.h"

namespace sito::charset {
namespace {

using namespace std::string_view_literals;

struct WideCase {
  const char* name;
  const char* text;
  const char* encoding;
};

constexpr WideCase kTexts[] = {
    {"JapaneseWindows", "村の住民は橋の修理を求め、議会はその費用を出すことに同意した。", "Shift_JIS"},
    {"JapaneseUnix", "村の住民は橋の修理を求め、議会はその費用を出すことに同意した。", "EUC-JP"},
    {"JapaneseHeadline", "橋が開通しました", "Shift_JIS"},
    {"JapaneseForeignWords", "カフェでコーヒーとケーキを注文しました。", "Shift_JIS"},
    {"JapaneseWithLatin", "新しい橋 (Bridge 2014) が完成しました。", "EUC-JP"},
    {"Simplified", "村民要求修理这座桥，村委会同意支付费用。", "GB18030"},
    {"SimplifiedHeadline", "大桥今天通车", "GB18030"},
    {"SimplifiedWithLatin", "公司 Marlow 今天表示，新的大桥已经建成。", "GB18030"},
    {"Traditional", "村民要求修理這座橋，鄉公所同意支付費用。", "Big5"},
    {"TraditionalHeadline", "大橋今天通車了", "Big5"},
    {"Korean", "마을 주민들은 다리를 고쳐 달라고 요청했고 의회는 비용을 내기로 했다.", "EUC-KR"},
    {"KoreanHeadline", "새 다리가 열렸다", "EUC-KR"},
};

const Readings& readings() {
  static const Readings kReadings;
  return kReadings;
}

class WideText : public testing::TestWithParam<WideCase> {};

TEST_P(WideText, ReadsBestInItsEncoding) {
  const auto ranked = rank_wide(encoded(GetParam().text, GetParam().encoding));
  ASSERT_FALSE(ranked.empty());
  EXPECT_EQ(ranked[0].encoding, GetParam().encoding);
}

TEST_P(WideText, IsCheaperThanAnyReadingOfSingleBytes) {
  const auto bytes = encoded(GetParam().text, GetParam().encoding);
  EXPECT_LT(rank_wide(bytes)[0].cost, readings().rank(bytes).readings[0].cost);
}

TEST_P(WideText, MayBeCutWithinACharacter) {
  const auto bytes = encoded(GetParam().text, GetParam().encoding);
  const auto ranked = rank_wide(bytes + bytes.substr(0, 1));
  ASSERT_FALSE(ranked.empty());
  EXPECT_EQ(ranked[0].encoding, GetParam().encoding);
}

INSTANTIATE_TEST_SUITE_P(Texts, WideText, testing::ValuesIn(kTexts),
                         [](const auto& row) { return row.param.name; });

class EachSentence : public testing::TestWithParam<Sentence> {};
TEST_P(EachSentence, IsCheaperInItsPages) {
  for (const Reading& reading : readings().all()) {
    if (reading.model->language() != GetParam().language) continue;
    for (const bool capitals : {false, true}) {
      const auto text = capitals ? in_capitals(GetParam().text) : std::string(GetParam().text);
      const auto bytes = encoded(text, reading.page->name().c_str());
      const auto wide = rank_wide(bytes);
      if (!wide.empty()) {
        EXPECT_LT(readings().rank(bytes).readings[0].cost, wide[0].cost)
            << reading.page->name() << wide[0].encoding;
      }
    }
  }
}
INSTANTIATE_TEST_SUITE_P(Languages, EachSentence, testing::ValuesIn(kSentences),
                         [](const auto& row) { return std::string(row.param.language); });

TEST(RankWide, TellsRareCharactersByTheirCost) {
  const auto plain = rank_wide(encoded(kTexts[5].text, "GB18030"));
  const auto rare = rank_wide(encoded("剞劂氍毹饕餮魍魉夔龠", "GB18030"));
  ASSERT_FALSE(plain.empty() || rare.empty());
  EXPECT_LT(plain[0].nats_a_pair, 9);
  EXPECT_GT(rare[0].nats_a_pair, 10);
}

TEST(RankWide, IsInOrder) {
  const auto ranked = rank_wide(encoded(kTexts[5].text, "GB18030"));
  EXPECT_TRUE(std::is_sorted(ranked.begin(), ranked.end(),
                             [](const auto& left, const auto& right) { return left.cost < right.cost; }));
}

// Nothing pairs.
constexpr std::string_view kNone[] = {""sv, "The bridge is open."sv, "caf\xE9"sv, "\xFF"sv,
                                      "\x80\xFF\x80\xFF"sv};

class NoWideText : public testing::TestWithParam<std::string_view> {};
TEST_P(NoWideText, HasNoReadings) { EXPECT_TRUE(rank_wide(GetParam()).empty()); }
INSTANTIATE_TEST_SUITE_P(Bytes, NoWideText, testing::ValuesIn(kNone));

TEST(RankWide, LeavesOutWhereManyBytesDoNotPair) {
  std::string bytes = encoded(kTexts[5].text, "GB18030");
  EXPECT_FALSE(rank_wide(bytes).empty());
  for (int i = 0; i < 4; ++i) bytes += "\xFF ";
  EXPECT_TRUE(rank_wide(bytes).empty());
}

TEST(RankWide, ForgivesABadByteInALongText) {
  std::string bytes;
  for (int i = 0; i < 5; ++i) bytes += encoded(kTexts[5].text, "GB18030");
  bytes += "\xFF ";
  const auto ranked = rank_wide(bytes);
  ASSERT_FALSE(ranked.empty());
  EXPECT_EQ(ranked[0].encoding, "GB18030");
}

// ---- The rows ----

std::pair<unsigned, unsigned> range(std::string_view cell) {
  std::pair<unsigned, unsigned> result;
  const auto dash = std::min(cell.find('-'), cell.size());
  std::from_chars(cell.data(), cell.data() + dash, result.first, 16);
  result.second = result.first;
  if (dash < cell.size())
    std::from_chars(cell.data() + dash + 1, cell.data() + cell.size(), result.second, 16);
  return result;
}

bool is_in(unsigned char byte, std::pair<unsigned, unsigned> range) {
  return byte >= range.first && byte <= range.second;
}

TEST(WideZoneRows, HoldACharacterOfTheirExample) {
  const data::Table& rows = data::wide_zones();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    const auto bytes = encoded(cells[5], std::string(cells[0]).c_str());
    bool holds = false;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2)
      holds = holds || (is_in(static_cast<unsigned char>(bytes[at]), range(cells[2])) &&
                        is_in(static_cast<unsigned char>(bytes[at + 1]), range(cells[3])));
    EXPECT_TRUE(holds) << cells[0] << ' ' << cells[2] << ' ' << cells[3] << ": " << cells[5];
  }
}

TEST(WideZoneRows, AreRangesOfTwoByteCharacters) {
  const data::Table& rows = data::wide_zones();
  std::set<std::tuple<std::string_view, std::string_view, std::string_view>> seen;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    const auto lead = range(cells[2]), trail = range(cells[3]);
    EXPECT_TRUE(0x80 <= lead.first && lead.first <= lead.second && lead.second <= 0xFE) << cells[2];
    EXPECT_TRUE(0x40 <= trail.first && trail.first <= trail.second && trail.second <= 0xFE) << cells[3];
    EXPECT_TRUE(seen.emplace(cells[0], cells[2], cells[3]).second) << cells[0] << ' ' << cells[2];
    const double nats = std::stod(std::string(cells[4]));
    EXPECT_TRUE(nats > 0 && nats < 30) << cells[4];
  }
}

}  // namespace
}  // namespace sito::charset

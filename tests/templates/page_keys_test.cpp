#include "templates/page_keys.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "templates/line_key.h"

namespace sito::templates {
namespace {

// A page, and its records drawn as "start/end excerpt", sorted by that, parted by |.
struct PageCase {
  const char* name;
  const char* text;
  const char* drawn;
};

std::string drawn(const PageKeys& keys) {
  std::vector<std::string> rows;
  for (const auto& record : keys.records())
    rows.push_back(fmt::format("{}/{} {}", record.seen.from_start, record.seen.from_end, record.excerpt));
  std::sort(rows.begin(), rows.end());
  return fmt::format("{}", fmt::join(rows, "|"));
}

constexpr PageCase kPages[] = {
    {"Empty", "", ""},
    {"BlankLinesDoNotCount", "\n \u00a0\nМапа\n\u200b\n\nДрук\n\n", "0/1 Мапа|1/0 Друк"},
    {"EachKeyOnceWithItsLeastDistances", "Друк\nМапа\nДрук\nПошук\nДрук", "0/0 Друк|1/3 Мапа|3/1 Пошук"},
    {"NumbersHaveAMaskedTwin", "Теми 15", "0/0 Теми 0|0/0 Теми 15"},
    {"MaskedTwinsAreOne", "Теми 15\nТеми 16", "0/0 Теми 0|0/1 Теми 15|1/0 Теми 16"},
    {"LongLinesAreCut", "абвгдежзиклмнопрстуфабвгдежзиклмнопрстуф\nабвгдежзиклмнопрстуфабвгдежзиклмнопрстуфх",
     "0/1 абвгдежзиклмнопрстуфабвгдежзиклмнопрстуф|1/0 абвгдежз…"},
    {"CarriageReturnsAreBlanks", "Мапа\r\nДрук\r\n", "0/1 Мапа|1/0 Друк"},
    {"LastSentenceOfTheEnd", "Тут. Наш сайт", "0/0 Наш сайт|0/0 Тут. Наш сайт"},
};

class PageKeysOf : public testing::TestWithParam<PageCase> {};
TEST_P(PageKeysOf, Draws) {
  PageKeys keys;
  keys.assign("what was\nthere before 1");
  keys.assign(GetParam().text);
  EXPECT_EQ(drawn(keys), GetParam().drawn);
}
INSTANTIATE_TEST_SUITE_P(Pages, PageKeysOf, testing::ValuesIn(kPages),
                         [](const auto& row) { return row.param.name; });

TEST(PageKeys, AreSortedAndLookUpLines) {
  PageKeys keys;
  keys.assign("Мапа\nДрук\nТеми 15");
  const auto& records = keys.records();
  ASSERT_EQ(records.size(), 4U);
  for (std::size_t i = 1; i < records.size(); ++i) EXPECT_LT(records[i - 1].key, records[i].key);
  for (const auto key : {exact_key("Друк"), masked_key("Теми 99").value_or(0)})
    EXPECT_TRUE(std::any_of(records.begin(), records.end(), [key](const Record& r) { return r.key == key; }));
}

TEST(PageKeys, SentencesCountInTheLastSixLinesOnly) {
  std::string page = "Тут. Наш сайт\n";
  for (int i = 0; i < 5; ++i) page += "x\n";
  PageKeys keys;
  keys.assign(page);
  EXPECT_EQ(keys.records().size(), 3U);
  keys.assign(page + "x\n");
  EXPECT_EQ(keys.records().size(), 2U);
}

TEST(PageKeys, DistancesSaturate) {
  std::string page;
  for (int i = 0; i < 600; ++i) page += std::string(static_cast<std::size_t>(i + 1), 'x') + "\n";
  PageKeys keys;
  keys.assign(page);
  for (const auto& record : keys.records()) {
    EXPECT_EQ(record.seen.pages, 1U);
    EXPECT_TRUE(record.seen.from_start == 255 || record.seen.from_end == 255);
  }
}

TEST(PageKeys, ExcerptsKeepWithinTheirBound) {
  std::string excerpt;
  const std::string ten = "𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜";
  append_excerpt(ten + ten + ten + ten, excerpt);
  EXPECT_EQ(excerpt, ten + ten + ten + ten);
  EXPECT_LE(excerpt.size(), kMostExcerptBytes);
  excerpt.clear();
  append_excerpt(ten + ten + ten + ten + "a", excerpt);
  EXPECT_EQ(excerpt, "𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜…");
}

}  // namespace
}  // namespace sito::templates

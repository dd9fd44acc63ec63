#include "strip/removal.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "text/offsets.h"
#include "text/utf8.h"

namespace sito::strip {
namespace {

// A page, the rows that go, and what is left.
struct LeftCase {
  const char* name;
  const char* page;
  std::size_t first;
  std::size_t last;
  const char* left;
};

constexpr LeftCase kLeft[] = {
    {"Middle", "a\n\nx\n\nb\n", 1, 2, "a\n\nb\n"},
    {"MiddleOfManyBlanks", "a\n\n\nx\n\n\n\nb", 1, 2, "a\n\nb"},
    {"MiddleWithoutBlanks", "a\nx\nb", 1, 2, "a\nb"},
    {"BlankAbove", "a\n\n\nx\nb", 1, 2, "a\n\nb"},
    {"BlankBelow", "a\nx\n\nb", 1, 2, "a\n\nb"},
    {"Run", "a\n\nx\n\nx\n\nb", 1, 3, "a\n\nb"},
    {"End", "a\n\n\u00a0\n\nx", 1, 2, "a"},
    {"EndWithLineFeed", "a\n\nx\n", 1, 2, "a\n"},
    {"EndWithBlanks", "a\n\nx\n\n\n", 1, 2, "a\n"},
    {"EndAfterCarriageReturn", "a\r\n\r\nx", 1, 2, "a"},
    {"Head", "\n\nx\n\na\n", 0, 1, "a\n"},
    {"All", "\nx\n\nx\n", 0, 2, ""},
};

class Left : public testing::TestWithParam<LeftCase> {};
TEST_P(Left, IsWhole) {
  const auto& row = GetParam();
  const Removal removal{removed_range(row.page, rows(row.page), row.first, row.last), "r", "x", 1};
  std::string out;
  cut(row.page, std::span(&removal, 1), out);
  EXPECT_EQ(out, row.left);
}
INSTANTIATE_TEST_SUITE_P(Pages, Left, testing::ValuesIn(kLeft),
                         [](const auto& row) { return row.param.name; });

TEST(Restored, PutsPiecesBack) {
  const std::vector<Piece> pieces = {{{0, 2}, "хя"}, {{3, 4}, "ж"}, {{4, 5}, "z"}};
  EXPECT_EQ(restored("аb", pieces), "хяажzb");
  EXPECT_EQ(restored("a", {}), "a");
}

TEST(Restored, BadPiecesGiveNothing) {
  auto one = [](Span span, const char* text) {
    const Piece piece{span, text};
    return restored("abc", std::span(&piece, 1));
  };
  EXPECT_FALSE(one({0, 2}, "x"));
  EXPECT_FALSE(one({2, 1}, ""));
  EXPECT_FALSE(one({4, 5}, "x"));
  EXPECT_TRUE(one({3, 4}, "x"));
  const std::vector<Piece> crossed = {{{2, 3}, "x"}, {{1, 2}, "y"}};
  EXPECT_FALSE(restored("abc", crossed));
}

TEST(Restored, UndoesCut) {
  std::mt19937 random(7);
  const std::vector<std::string> units = {"a", "ж", "\n", "\n\n", "𝄞", " "};
  for (int round = 0; round < 500; ++round) {
    std::string page;
    std::vector<std::size_t> borders = {0};
    for (std::size_t i = 0; i < random() % 20; ++i) {
      page += units[random() % units.size()];
      borders.push_back(page.size());
    }
    std::vector<Removal> removals;
    std::vector<Piece> pieces;
    text::OffsetIndex offsets;
    offsets.assign(page);
    for (std::size_t at = 0; at + 1 < borders.size(); at += 1 + random() % 4) {
      const ByteRange range{borders[at], borders[at + 1]};
      removals.push_back({range, "r", "x", 1});
      pieces.push_back({offsets.span(range), std::string(range.of(page))});
    }
    std::string out;
    cut(page, removals, out);
    EXPECT_EQ(restored(out, pieces), page);
  }
}

}  // namespace
}  // namespace sito::strip

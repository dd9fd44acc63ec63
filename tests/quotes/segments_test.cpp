#include "quotes/segments.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace sito::quotes {
namespace {

Quote quote(Kind kind, std::vector<ByteRange> marked) {
  Quote result;
  result.kind = kind;
  result.spans = marked;
  result.marked = std::move(marked);
  return result;
}

TEST(Segments, NoTextHasNone) { EXPECT_TRUE(segments({}, 0).empty()); }

TEST(Segments, TextWithoutSpeechIsOneNarrative) {
  const std::vector<Quote> quotes = {quote(Kind::kTitle, {{2, 5}}), quote(Kind::kTerm, {{6, 8}})};
  EXPECT_EQ(segments(quotes, 10), (std::vector<Segment>{{{0, 10}, kNarrative}}));
}

TEST(Segments, EverySpanOfSpeechIsOne) {
  const std::vector<Quote> quotes = {quote(Kind::kSpeech, {{0, 3}, {5, 9}})};
  EXPECT_EQ(segments(quotes, 12),
            (std::vector<Segment>{{{0, 3}, 0}, {{3, 5}, kNarrative}, {{5, 9}, 0}, {{9, 12}, kNarrative}}));
}

TEST(Segments, OnlyTheOutermostCounts) {
  const std::vector<Quote> quotes = {quote(Kind::kSpeech, {{1, 9}}), quote(Kind::kSpeech, {{3, 5}})};
  EXPECT_EQ(segments(quotes, 10),
            (std::vector<Segment>{{{0, 1}, kNarrative}, {{1, 9}, 0}, {{9, 10}, kNarrative}}));
}

TEST(Segments, PartitionWhateverIsFound) {
  constexpr std::string_view kPieces[] = {"«",     "»",    "\"", "“",  "”",  "„",      "– ",    " – ",
                                          "\n",    "\n\n", " ",  ", ", ". ", "Слово ", "каже ", "Ніна",
                                          "said ", "? ",   "'",  "’",  ": ", "\u00a0", "а "};
  std::mt19937 random(7);
  for (int round = 0; round < 1500; ++round) {
    std::string text;
    for (std::size_t i = random() % 60; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
    const auto quotes = find_quotes(text);
    std::size_t at = 0;
    for (const auto& segment : segments(quotes, text.size())) {
      ASSERT_EQ(segment.place.begin, at) << text;
      ASSERT_GT(segment.place.end, at) << text;
      ASSERT_TRUE(segment.quote == kNarrative || quotes.at(segment.quote).kind == Kind::kSpeech) << text;
      at = segment.place.end;
    }
    ASSERT_EQ(at, text.size()) << text;
    for (const auto& quote : quotes) {
      ASSERT_EQ(quote.spans.size(), quote.marked.size()) << text;
      for (std::size_t i = 0; i < quote.spans.size(); ++i) {
        ASSERT_FALSE(quote.spans[i].empty()) << text;
        ASSERT_TRUE(quote.marked[i].contains(quote.spans[i])) << text;
        ASSERT_TRUE(i == 0 || quote.spans[i - 1].end <= quote.spans[i].begin) << text;
      }
    }
  }
}

}  // namespace
}  // namespace sito::quotes

#include "html/find_either.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::html {
namespace {

// From every byte on, with the two bytes at every place: lanes, their borders and what is left behind them.
TEST(FindEither, FindsTheFirstOfBoth) {
  constexpr std::size_t kSize = 2 * text::Lane::kSize + 3;
  for (std::size_t first = 0; first < kSize; ++first) {
    std::string text(kSize, 'x');
    text[first] = '<';
    if (first + 2 < kSize) text[first + 2] = '&';
    for (std::size_t at = 0; at <= kSize; ++at) {
      const std::size_t want = at <= first ? first : at <= first + 2 && first + 2 < kSize ? first + 2 : kSize;
      ASSERT_EQ(find_either(text, at, '<', '&'), want) << first << ' ' << at;
      ASSERT_EQ(find_either(text, at, '&', '<'), want) << first << ' ' << at;
    }
  }
}

TEST(FindEither, SeesNothingBehindTheText) {
  const std::string text = "no such byte <";
  EXPECT_EQ(find_either(std::string_view(text).substr(0, 13), 0, '<', '&'), 13U);
  EXPECT_EQ(find_either("", 0, '<', '&'), 0U);
}

}  // namespace
}  // namespace sito::html

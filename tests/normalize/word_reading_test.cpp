#include "normalize/word_reading.h"

#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

TEST(LineLetters, CountThoseWithoutTwins) {
  const auto letters = line_letters("Нова хата, new 5 cap");
  EXPECT_EQ(letters.cyrillic, 2U);  // в т
  EXPECT_EQ(letters.latin, 2U);     // n w
}

TEST(WordReading, FollowsTheLine) {
  EXPECT_EQ(reading_of_word("хaтa", {5, 1}), Script::kCyrillic);
  EXPECT_EQ(reading_of_word("сap", {1, 5}), Script::kLatin);
  EXPECT_EQ(reading_of_word("сap", {2, 2}), Script::kOther);
}

TEST(WordReading, OfAWordInOneScriptIsNotKnown) {
  EXPECT_EQ(reading_of_word("COBET", {5, 1}), Script::kOther);
  EXPECT_EQ(reading_of_word("ХАТА", {1, 5}), Script::kOther);
}

}  // namespace
}  // namespace sito::normalize

#include "normalize/byte_set.h"

#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

constexpr ByteSet kSpaces{{0x09, 0x0D}, {0x20, 0x20}, {0xE1, 0xE3}};

TEST(ByteSet, HoldsBothEndsOfARange) {
  for (int byte = 0; byte < 256; ++byte) {
    const bool wanted = (byte >= 0x09 && byte <= 0x0D) || byte == 0x20 || (byte >= 0xE1 && byte <= 0xE3);
    EXPECT_EQ(kSpaces.contains(static_cast<char>(byte)), wanted) << byte;
  }
}

TEST(ByteSet, FindsTheFirstAtOrAfter) {
  EXPECT_EQ(kSpaces.find("ab cd ef", 0), 2u);
  EXPECT_EQ(kSpaces.find("ab cd ef", 2), 2u);
  EXPECT_EQ(kSpaces.find("ab cd ef", 3), 5u);
  EXPECT_EQ(kSpaces.find("ab cd ef", 6), 8u);
  EXPECT_EQ(kSpaces.find("", 0), 0u);
}

TEST(ByteSet, MayBeEmpty) { EXPECT_EQ(ByteSet({}).find("abc", 0), 3u); }

}  // namespace
}  // namespace sito::normalize

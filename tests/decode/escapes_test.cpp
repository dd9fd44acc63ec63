#include "decode/escapes.h"

#include <gtest/gtest.h>

#include "encoded.h"

namespace sito::decode {
namespace {

TEST(EscapedEncoding, AnnouncesItself) {
  EXPECT_EQ(escaped_encoding(encoded("村の橋", "ISO-2022-JP")), "ISO-2022-JP");
  EXPECT_EQ(escaped_encoding(encoded("마을 다리", "ISO-2022-KR")), "ISO-2022-KR");
  EXPECT_EQ(escaped_encoding(encoded("村里的桥", "ISO-2022-CN")), "ISO-2022-CN");
}

TEST(EscapedEncoding, IsNoneOfOtherTexts) {
  EXPECT_FALSE(escaped_encoding(""));
  EXPECT_FALSE(escaped_encoding("plain \x1B[1mtext\x1B[0m"));
  EXPECT_FALSE(escaped_encoding("\x1B$Z"));
  EXPECT_FALSE(escaped_encoding("\x1B$B\xD0\xA0"));
}

}  // namespace
}  // namespace sito::decode

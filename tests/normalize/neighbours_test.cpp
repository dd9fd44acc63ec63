#include "normalize/neighbours.h"

#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

TEST(Neighbours, AreCharacters) {
  EXPECT_EQ(before("аб", 2), U'а');
  EXPECT_EQ(after("аб", 2), U'б');
  EXPECT_EQ(before("аб", 0), U'\0');
  EXPECT_EQ(after("аб", 4), U'\0');
}

TEST(Neighbours, ScriptIsOfLettersOnly) {
  for (const char32_t c : U"аЯєґҐѓҖ") {
    if (c != 0) {
      EXPECT_EQ(script_of_letter(c), Script::kCyrillic) << static_cast<unsigned>(c);
    }
  }
  for (const char32_t c : U"aZïąßẞ") {
    if (c != 0) {
      EXPECT_EQ(script_of_letter(c), Script::kLatin) << static_cast<unsigned>(c);
    }
  }
  for (const char32_t c : U"5-«»’\u0301\u0483×αא日")
    EXPECT_EQ(script_of_letter(c), Script::kOther) << static_cast<unsigned>(c);
}

}  // namespace
}  // namespace sito::normalize

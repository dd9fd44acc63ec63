#include "normalize/twins.h"

#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

TEST(Twins, AreOfTheOtherScript) {
  EXPECT_EQ(twin(U'c', Script::kCyrillic), "с");
  EXPECT_EQ(twin(U'ï', Script::kCyrillic), "ї");
  EXPECT_EQ(twin(U'á', Script::kCyrillic), "а\u0301");
  EXPECT_EQ(twin(U'А', Script::kLatin), "A");
  EXPECT_EQ(twin(U'ѕ', Script::kLatin), "s");
}

TEST(Twins, OfMostLettersThereAreNone) {
  EXPECT_EQ(twin(U's', Script::kCyrillic), "");
  EXPECT_EQ(twin(U'ї', Script::kLatin), "");
  EXPECT_EQ(twin(U'ж', Script::kLatin), "");
  EXPECT_EQ(twin(U'c', Script::kLatin), "");
  EXPECT_EQ(twin(U'日', Script::kLatin), "");
}

}  // namespace
}  // namespace sito::normalize

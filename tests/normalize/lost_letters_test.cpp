#include "normalize/lost_letters.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::normalize {
namespace {

std::string repeated(std::string_view sentence) {
  std::string text;
  for (int i = 0; i < 20; ++i) text.append(sentence) += '\n';
  return text;
}

TEST(LostLetters, AreSuspected) {
  EXPECT_TRUE(has_lost_letters(repeated("У вддл освти є новини, каже мська голова.")));
  EXPECT_TRUE(has_lost_letters(repeated("Вддл мсько ради Є, I квартал, Wi-Fi.")));
}

TEST(LostLetters, AreNotInOtherTexts) {
  EXPECT_FALSE(has_lost_letters(""));
  EXPECT_FALSE(has_lost_letters("У вддл є новини"));
  EXPECT_FALSE(has_lost_letters(repeated("У відділі освіти є новини.")));
  EXPECT_FALSE(has_lost_letters(repeated("У вддл освти є новини.") + "Їжак"));
  EXPECT_FALSE(has_lost_letters(repeated("У вiддiлi освiти є новини.")));
  EXPECT_FALSE(has_lost_letters(repeated("В городе были новости, Харків Є.")));
  EXPECT_FALSE(has_lost_letters(repeated("Владата има нови закони за градот.")));
  EXPECT_FALSE(has_lost_letters(repeated("The city has news.")));
}

}  // namespace
}  // namespace sito::normalize

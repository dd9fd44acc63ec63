#include "meta/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sito::meta {
namespace {

using testing::ElementsAre;

TEST(ParseLanguages, TakesKnownCodes) {
  EXPECT_THAT(parse_languages("uk").value(), ElementsAre("uk"));
  EXPECT_THAT(parse_languages("uk, ru,en").value(), ElementsAre("uk", "ru", "en"));
  EXPECT_THAT(parse_languages("UK,en-GB").value(), ElementsAre("uk", "en"));
}

TEST(ParseLanguages, RefusesOthers) {
  for (const char* wrong : {"", "xx", "uk,", ",uk", "uk;ru", "ukr"})
    EXPECT_FALSE(parse_languages(wrong)) << wrong;
}

TEST(Settings, KeepAndGuessByDefault) {
  const Settings settings;
  EXPECT_FALSE(settings.redo);
  EXPECT_FALSE(settings.today);
  EXPECT_TRUE(settings.languages.empty());
}

}  // namespace
}  // namespace sito::meta

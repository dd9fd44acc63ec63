#include "pipeline/wanted_types.h"

#include <gmock/gmock.h>

#include "decode/declared_type.h"

namespace sito::pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// The types that `words` want.
std::vector<std::string_view> wanted(const std::vector<std::string>& words) {
  const auto types = WantedTypes::of(words);
  std::vector<std::string_view> all;
  for (const auto type : decode::text_types())
    if (types && types->contains(type)) all.push_back(type);
  return all;
}

TEST(WantedTypes, PlainTextAndHtmlAreWanted) {
  EXPECT_TRUE(WantedTypes().contains("text/plain"));
  EXPECT_TRUE(WantedTypes().contains("text/html"));
  EXPECT_FALSE(WantedTypes().contains("text/xml"));
  EXPECT_FALSE(WantedTypes().contains("image/png"));
}

TEST(WantedTypes, AWordStandsForItself) {
  EXPECT_THAT(wanted({"text/html"}), ElementsAre("text/html"));
  EXPECT_THAT(wanted({"Text/CSV", "text/html"}), ElementsAre("text/csv", "text/html"));
}

TEST(WantedTypes, AStarIsAnyCharacters) {
  EXPECT_THAT(wanted({"application/*+xml"}), ElementsAre("application/atom+xml", "application/rss+xml"));
  EXPECT_EQ(wanted({"*"}).size(), decode::text_types().size());
  EXPECT_EQ(wanted({"*/*"}).size(), decode::text_types().size());
}

TEST(WantedTypes, ASignChangesWhatStandsBefore) {
  EXPECT_THAT(wanted({"+application/json"}), ElementsAre("application/json", "text/html", "text/plain"));
  EXPECT_THAT(wanted({"-text/html"}), ElementsAre("text/plain"));
  EXPECT_THAT(wanted({"text/v*", "-text/vcard", "text/xml"}), ElementsAre("text/vtt", "text/xml"));
  EXPECT_THAT(wanted({"-*", "+text/xml"}), ElementsAre("text/xml"));
}

TEST(WantedTypes, WhatIsNoTextCannotBeWanted) {
  for (const std::string word : {"image/png", "-image/p*", "+", "", "text", "+-text/css"}) {
    const auto types = WantedTypes::of({word});
    ASSERT_FALSE(types) << word;
    EXPECT_THAT(types.error().reason,
                HasSubstr("fits no type of text; these are known: application/atom+xml, "));
  }
}

}  // namespace
}  // namespace sito::pipeline

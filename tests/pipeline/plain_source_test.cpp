#include "pipeline/plain_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/error.h"
#include "pipeline/collector.h"
#include "temporary_folder.h"

namespace sito::pipeline {
namespace {

using testing::ElementsAre;

TEST(PlainSource, EachFileIsOneText) {
  TemporaryFolder folder;
  const auto a = folder.write("a", "один\n"), b = folder.write("b", "\xEF\xBB\xBFдва");
  auto source = *make_plain_source({a, b}, {});
  EXPECT_THAT(collected(*source).seen, ElementsAre(": один\n", ": два"));
}

TEST(PlainSource, WhatIsNoTextOrTooLargeIsRejected) {
  TemporaryFolder folder;
  const auto png = folder.write("png", "\x89PNG\r\n\x1a\n"), large = folder.write("large", "123456");
  PlainSettings settings;
  auto source = *make_plain_source({png}, settings);
  EXPECT_THAT(collected(*source).seen, ElementsAre(png + "! no text but image/png"));
  settings.max_bytes = 5;
  source = *make_plain_source({large}, settings);
  EXPECT_THAT(collected(*source).seen, ElementsAre(large + "! more than 5 bytes"));
}

TEST(PlainSource, WhatCannotBeReadIsToldAtOnce) {
  EXPECT_THROW((void)make_plain_source({"/nowhere/file"}, {}), IoError);
  PlainSettings settings;
  settings.decode.encoding = "nonsense-1";
  EXPECT_FALSE(make_plain_source({}, settings));
}

}  // namespace
}  // namespace sito::pipeline

#include "cli/decode_switches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "cli/exit_status.h"

namespace sito::cli {
namespace {

TEST(DecodeSwitches, SetWhatADecoderIsMadeOf) {
  CLI::App app;
  DecodeSwitches decode{Switches(app)};
  decode.declare_languages(Switches(app));
  app.parse("--encodings windows-1251,koi8-u --languages uk,ru");
  EXPECT_EQ(decode.settings().encoding, "auto");
  EXPECT_THAT(decode.settings().encodings, testing::ElementsAre("windows-1251", "koi8-u"));
  EXPECT_THAT(decode.settings().languages, testing::ElementsAre("uk", "ru"));
  EXPECT_EQ(decode.given(), "--encodings");
}

TEST(DecodeSwitches, NameTheFirstThatWasGiven) {
  CLI::App app;
  DecodeSwitches decode{Switches(app)};
  EXPECT_EQ(decode.given(), "");
  app.parse("--encodings koi8-u --encoding koi8-r");
  EXPECT_EQ(decode.given(), "--encoding");
}

TEST(DecodeSwitches, TakeOneEncodingOrAChoice) {
  CLI::App app;
  DecodeSwitches decode{Switches(app)};
  app.parse("--encodings koi8-u --encoding koi8-r");
  EXPECT_THROW((void)decode.settings(), UsageError);
}

}  // namespace
}  // namespace sito::cli

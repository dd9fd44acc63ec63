#include "cli/umbrella.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/told.h"

namespace sito::cli {
namespace {

using testing::HasSubstr;

std::string seen;

int remember(int argc, char** argv) {
  seen.clear();
  for (int i = 0; i < argc; ++i) seen += std::string(argv[i]) + " ";
  return 42;
}

Told dispatched(std::vector<std::string> arguments) {
  const auto program = [](int argc, char** argv) {
    return dispatch(argc, argv,
                    {.name = "sito", .summary = "a sieve", .description = "Sieves.", .examples = {}},
                    {{"strip", "Remove", remember}, {"meta", "Date", remember}});
  };
  return told(program, std::move(arguments), "sito");
}

TEST(Umbrella, TheCommandGetsTheRest) {
  EXPECT_EQ(dispatched({"strip", "--keep", "x"}).status, 42);
  EXPECT_EQ(seen, "strip --keep x ");
}

TEST(Umbrella, HelpOfACommandIsItsOwn) {
  EXPECT_EQ(dispatched({"help", "meta"}).status, 42);
  EXPECT_EQ(seen, "meta --help ");
}

TEST(Umbrella, AnUnknownCommandIsWrongUsageAndTheNearestIsNamed) {
  const auto told = dispatched({"stripp"});
  EXPECT_EQ(told.status, 2);
  EXPECT_THAT(told.err, HasSubstr("did you mean 'strip'?"));
  EXPECT_THAT(dispatched({"xylophone"}).err, testing::Not(HasSubstr("did you mean")));
  EXPECT_EQ(dispatched({}).status, 2);
}

TEST(Umbrella, ListsItsCommands) {
  const auto told = dispatched({"--help"});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, HasSubstr("  strip       Remove\n"));
  EXPECT_THAT(dispatched({"--generate", "bash"}).out, HasSubstr("compgen -W 'strip meta help"));
  EXPECT_EQ(dispatched({"--generate", "tcsh"}).status, 2);
}

}  // namespace
}  // namespace sito::cli

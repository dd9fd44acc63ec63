#include "io/temporaries.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/error.h"
#include "temporary_folder.h"

namespace sito::io {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::MatchesRegex;

class Temporaries : public TemporaryFolder {};

TEST_F(Temporaries, StandBesideTheirTargetUntilPublished) {
  const auto made = temporaries::create(path("a.jsonl"));
  EXPECT_THAT(names(), ElementsAre(MatchesRegex("\\.a\\.jsonl\\.sito-[a-z0-9]{6}")));
  temporaries::publish(made.path, path("a.jsonl"));
  EXPECT_THAT(names(), ElementsAre("a.jsonl"));
  temporaries::discard(made.path);
  EXPECT_THAT(names(), ElementsAre("a.jsonl"));
}

TEST_F(Temporaries, DiscardRemoves) {
  const auto made = temporaries::create(path("a"));
  temporaries::discard(made.path);
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(Temporaries, HaveTheModeOfANewFile) {
  for (const mode_t mask : {0022, 0077, 0002}) {
    const mode_t before = ::umask(mask);
    const auto made = temporaries::create(path("a"));
    ::umask(before);
    struct stat status {};
    ASSERT_EQ(::stat(made.path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0666U & ~mask);
    temporaries::discard(made.path);
  }
}

TEST_F(Temporaries, ALongNameIsCut) {
  const auto made = temporaries::create(path(std::string(255, 'n')));
  EXPECT_EQ(names().at(0).size(), 255U);
  temporaries::discard(made.path);
}

TEST_F(Temporaries, AFolderThatIsNotThereIsAnErrorOfTheTargets) {
  try {
    static_cast<void>(temporaries::create(path("no/a")));
    FAIL();
  } catch (const IoError& error) {
    EXPECT_EQ(error.what(), path("no/a") + ": cannot open: No such file or directory");
  }
}

// In a process of its own: afterwards nothing can be created any more.
TEST_F(Temporaries, RemoveAllLeavesNothingAndEndsIt) {
  const auto run = [&] {
    const auto a = temporaries::create(path("a"));
    const auto b = temporaries::create(path("b"));
    temporaries::publish(b.path, path("b"));
    temporaries::remove_all();
    try {
      static_cast<void>(temporaries::create(path("c")));
      std::_Exit(1);
    } catch (const IoError&) {
    }
    try {
      temporaries::publish(a.path, path("a"));
      std::_Exit(2);
    } catch (const IoError&) {
    }
    std::_Exit(0);
  };
  EXPECT_EXIT(run(), testing::ExitedWithCode(0), "");
  EXPECT_THAT(names(), ElementsAre("b"));
}

}  // namespace
}  // namespace sito::io

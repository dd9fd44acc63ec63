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

TEST_F(Temporaries, AreKnownByTheirNames) {
  const auto made = temporaries::create(path("a"));
  EXPECT_TRUE(temporaries::is_temporary(names().front()));
  for (const auto* name : {"", "a", ".a", ".sito-", ".a.sito-abcde", "a.sito-abcdef", ".a.sito-abcdefg"})
    EXPECT_FALSE(temporaries::is_temporary(name)) << name;
  temporaries::discard(made.path);
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

TEST_F(Temporaries, FoldersGoWithWhatIsInThem) {
  const std::string folder = temporaries::create_folder(path("corpus"));
  EXPECT_THAT(names(), ElementsAre(MatchesRegex("\\.corpus\\.sito-[a-z0-9]{6}")));
  const auto within = temporaries::create(folder + "/part");
  temporaries::discard(folder);
  temporaries::discard(within.path);
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(Temporaries, AFolderTakesThePlaceOfAnEmptyOneAlone) {
  const std::string folder = temporaries::create_folder(path("new"));
  temporaries::publish(folder, path("new"));
  const std::string next = temporaries::create_folder(path("new"));
  temporaries::publish(next, path("new"));
  put("new/file");
  const std::string last = temporaries::create_folder(path("new"));
  EXPECT_THROW(temporaries::publish(last, path("new")), IoError);
  temporaries::discard(last);
  EXPECT_THAT(names(), ElementsAre("new"));
}

TEST_F(Temporaries, FoldersChangePlaces) {
  put("corpus/old");
  const std::string folder = temporaries::create_folder(path("corpus"));
  put(folder.substr(folder_.size() + 1) + "/new");
  temporaries::exchange(folder, path("corpus"));
  EXPECT_TRUE(boost::filesystem::exists(path("corpus/new")));
  EXPECT_TRUE(boost::filesystem::exists(folder + "/old"));
  temporaries::discard(folder);
  EXPECT_THAT(names(), ElementsAre("corpus"));
  EXPECT_THROW(temporaries::exchange(folder, path("corpus")), IoError);
  EXPECT_TRUE(boost::filesystem::exists(path("corpus/new")));
}

// In a process of its own: afterwards nothing can be created any more.
TEST_F(Temporaries, RemoveAllLeavesNothingAndEndsIt) {
  const auto run = [&] {
    const auto a = temporaries::create(path("a"));
    const auto b = temporaries::create(path("b"));
    const auto folder = temporaries::create_folder(path("folder"));
    const auto within = temporaries::create(folder + "/part");
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
    try {
      static_cast<void>(temporaries::create_folder(path("d")));
      std::_Exit(3);
    } catch (const IoError&) {
    }
    std::_Exit(0);
  };
  EXPECT_EXIT(run(), testing::ExitedWithCode(0), "");
  EXPECT_THAT(names(), ElementsAre("b"));
}

}  // namespace
}  // namespace sito::io

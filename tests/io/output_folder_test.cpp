#include "io/output_folder.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/error.h"
#include "temporary_folder.h"

namespace sito::io {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class OutputFolders : public TemporaryFolder {
 protected:
  /// Writes a file of that name, with its name in it.
  void write(const OutputFolder& folder, const std::string& name) const {
    std::ofstream(folder.file(name)) << name;
  }
  [[nodiscard]] bool holds(const std::string& name) const { return boost::filesystem::exists(path(name)); }
};

TEST_F(OutputFolders, AppearsWholeOnCommit) {
  OutputFolder folder(path("corpus"));
  write(folder, "a");
  EXPECT_FALSE(holds("corpus"));
  EXPECT_THAT(names(), SizeIs(1));
  write(folder, "b");
  folder.commit(false);
  EXPECT_THAT(names(), ElementsAre("corpus"));
  EXPECT_EQ(bytes_of(path("corpus/a")), "a");
  EXPECT_EQ(bytes_of(path("corpus/b")), "b");
}

TEST_F(OutputFolders, WithoutCommitNothingHasHappened) {
  put("corpus/earlier");
  for (const char* name : {"corpus", "new"}) {
    const OutputFolder folder(path(name));
    write(folder, "a");
  }
  EXPECT_THAT(names(), ElementsAre("corpus"));
  EXPECT_TRUE(holds("corpus/earlier"));
}

TEST_F(OutputFolders, ReplacesAFolderWithAllItHolds) {
  put("corpus/earlier");
  put("corpus/below/earlier");
  OutputFolder folder(path("corpus"));
  write(folder, "a");
  EXPECT_TRUE(holds("corpus/earlier"));
  folder.commit(true);
  EXPECT_THAT(names(), ElementsAre("corpus"));
  EXPECT_TRUE(holds("corpus/a"));
  EXPECT_FALSE(holds("corpus/earlier"));
  EXPECT_FALSE(holds("corpus/below"));
}

TEST_F(OutputFolders, UnaskedItReplacesOnlyAnEmptyFolder) {
  boost::filesystem::create_directory(path("empty"));
  put("corpus/earlier");
  OutputFolder into_empty(path("empty"));
  write(into_empty, "a");
  into_empty.commit(false);
  EXPECT_TRUE(holds("empty/a"));
  {
    OutputFolder over(path("corpus"));
    write(over, "a");
    EXPECT_THROW(over.commit(false), IoError);
  }
  EXPECT_TRUE(holds("corpus/earlier"));
  EXPECT_FALSE(holds("corpus/a"));
  EXPECT_THAT(names(), ElementsAre("corpus", "empty"));
}

TEST_F(OutputFolders, SlashesAtTheEndDoNotCount) {
  OutputFolder folder(path("corpus//"));
  write(folder, "a");
  folder.commit(true);
  EXPECT_TRUE(holds("corpus/a"));
}

TEST_F(OutputFolders, ALinkStaysAndItsTargetIsReplaced) {
  put("real/earlier");
  ASSERT_EQ(::symlink("real", path("link").c_str()), 0);
  OutputFolder folder(path("link"));
  write(folder, "a");
  folder.commit(true);
  EXPECT_TRUE(boost::filesystem::is_symlink(path("link")));
  EXPECT_TRUE(holds("real/a"));
  EXPECT_FALSE(holds("real/earlier"));
}

TEST_F(OutputFolders, HasTheModeOfANewFolder) {
  const mode_t before = ::umask(0027);
  OutputFolder folder(path("corpus"));
  folder.commit(false);
  ::umask(before);
  struct stat status {};
  ASSERT_EQ(::stat(path("corpus").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0750U);
}

TEST_F(OutputFolders, AFolderAboveThatIsNotThereIsAnError) {
  try {
    const OutputFolder folder(path("no/corpus"));
    FAIL();
  } catch (const IoError& error) {
    EXPECT_EQ(error.what(), path("no/corpus") + ": cannot make: No such file or directory");
  }
}

TEST_F(OutputFolders, ErrorsAreToldOfThePlaceToBe) {
  const OutputFolder folder(path("corpus/"));
  EXPECT_EQ(folder.told(IoError(folder.file("part"), "write", ENOSPC)).what(),
            path("corpus/part") + ": cannot write: No space left on device");
  EXPECT_EQ(folder.told(IoError(folder.file("part"), "write", ENOSPC)).error_number(), ENOSPC);
  EXPECT_EQ(folder.told(IoError("other", "read", "it is odd")).what(),
            std::string("other: cannot read: it is odd"));
}

}  // namespace
}  // namespace sito::io

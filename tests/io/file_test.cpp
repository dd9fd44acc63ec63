#include "io/file.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "io/error.h"
#include "temporary_folder.h"

namespace sito::io {
namespace {

class File : public TemporaryFolder {};

TEST_F(File, OneFileUnderTwoNamesIsOne) {
  const std::string file = put("a", "x");
  ASSERT_EQ(::link(file.c_str(), path("hard").c_str()), 0);
  ASSERT_EQ(::symlink("a", path("soft").c_str()), 0);
  put("b", "x");
  ASSERT_TRUE(identity_of(file));
  EXPECT_EQ(identity_of(file), identity_of(path("hard")));
  EXPECT_EQ(identity_of(file), identity_of(path("soft")));
  EXPECT_NE(identity_of(file), identity_of(path("b")));
  EXPECT_EQ(identity_of(file), identity_of(open_file(file, O_RDONLY).number()));
}

TEST_F(File, OnlyRegularFilesHaveAnIdentity) {
  EXPECT_FALSE(identity_of("/dev/null"));
  EXPECT_FALSE(identity_of(folder_));
  EXPECT_FALSE(identity_of(path("nothing")));
}

TEST_F(File, OpenSaysWhatFailed) {
  try {
    const FileDescriptor file = open_file(path("nothing"), O_RDONLY);
    FAIL();
  } catch (const IoError& error) {
    EXPECT_EQ(error.what(), path("nothing") + ": cannot open: No such file or directory");
  }
}

TEST_F(File, ClosesOnceAndOnlyWhatItOwns) {
  FileDescriptor file = open_file(put("a"), O_RDONLY);
  const int number = file.number();
  { const FileDescriptor borrowed(number, false); }
  EXPECT_GE(::fcntl(number, F_GETFD), 0);
  FileDescriptor moved = std::move(file);
  EXPECT_EQ(moved.close(), 0);
  EXPECT_LT(::fcntl(number, F_GETFD), 0);
  EXPECT_EQ(moved.close(), 0);
}

TEST_F(File, WaitsNoLongerThanAsked) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const FileDescriptor from(ends[0]);
  const FileDescriptor to(ends[1]);
  EXPECT_FALSE(wait_for(from.number(), POLLIN, 0));
  ASSERT_EQ(::write(to.number(), "x", 1), 1);
  EXPECT_TRUE(wait_for(from.number(), POLLIN, -1));
}

}  // namespace
}  // namespace sito::io

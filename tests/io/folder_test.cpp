#include "io/folder.h"

#include <gtest/gtest.h>

#include "../temporary_folder.h"
#include "io/error.h"

namespace sito::io {
namespace {

TEST(Folder, IsSynced) {
  const TemporaryFolder folder;
  EXPECT_NO_THROW(sync_folder(folder.path("")));
  EXPECT_NO_THROW(sync_folder(folder.path("none")));
}

TEST(Folder, NamesWhatItHolds) {
  const TemporaryFolder folder;
  EXPECT_TRUE(names_in(folder.path("")).empty());
  folder.write("a", "");
  EXPECT_EQ(names_in(folder.path("")), std::vector<std::string>{"a"});
  EXPECT_THROW((void)names_in(folder.path("none")), IoError);
}

TEST(CopyFile, MakesANewFile) {
  const TemporaryFolder folder;
  folder.write("a", "bytes");
  copy_file(folder.path("a"), folder.path("b"));
  EXPECT_EQ(folder.read("b"), "bytes");
  EXPECT_THROW(copy_file(folder.path("none"), folder.path("c")), IoError);
  EXPECT_THROW(copy_file(folder.path("a"), folder.path("b")), IoError);
}

}  // namespace
}  // namespace sito::io

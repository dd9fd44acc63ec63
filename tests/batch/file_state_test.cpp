#include "batch/file_state.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "document/digest.h"
#include "io/error.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

class FileState : public testing::Test {
 protected:
  FileState() {
    struct stat status {};
    ::stat(path_.c_str(), &status);
    input_.bytes = 3;
    input_.modified = status.st_mtim;
    input_.digest = digest(DigestKind::kXxh128, "one");
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.write("a", "one");
  PlannedInput input_;
};

TEST_F(FileState, DigestsAreThoseOfTheBytes) {
  EXPECT_EQ(digest_of_file(path_), digest(DigestKind::kXxh128, "one"));
  const std::string large(3'000'000, 'x');
  EXPECT_EQ(digest_of_file(folder_.write("b", large)), digest(DigestKind::kXxh128, large));
  EXPECT_THROW((void)digest_of_file(folder_.path("none")), IoError);
}

TEST_F(FileState, OfAnArchivesMembersTheirBytesCount) {
  EXPECT_EQ(digest_of_file(path_, 1, 3), digest(DigestKind::kXxh128, "ne"));
  input_.members = std::make_shared<const io::MemberRange>(io::MemberRange{1, 3});
  input_.digest = digest_of(input_, path_);
  EXPECT_EQ(input_.digest, digest(DigestKind::kXxh128, "ne"));
  EXPECT_FALSE(difference(input_, path_, true));
}

TEST_F(FileState, AnUnchangedFileHasNoDifference) { EXPECT_FALSE(difference(input_, path_, true)); }

TEST_F(FileState, EachDifferenceIsTold) {
  auto other = input_;
  other.bytes = 4;
  EXPECT_EQ(difference(other, path_, true), "it has another size: 3 bytes, not 4");
  other = input_;
  other.modified.tv_nsec ^= 1;
  EXPECT_EQ(difference(other, path_, true), "it has another time");
  other = input_;
  other.digest = digest(DigestKind::kXxh128, "two");
  EXPECT_EQ(difference(other, path_, true), "it has other bytes");
  EXPECT_FALSE(difference(other, path_, false));
  EXPECT_EQ(difference(input_, folder_.path("none"), true), "it is gone");
  EXPECT_EQ(difference(input_, folder_.path(), true), "it is no regular file any more");
}

TEST_F(FileState, WhatThePlanDoesNotKnowIsNoDifference) {
  input_.digest.clear();
  EXPECT_FALSE(difference(input_, path_, true));
  input_.reject = "cannot read";
  EXPECT_FALSE(difference(input_, folder_.path("none"), true));
}

TEST(HasSize, IsOfRegularFilesAlone) {
  const TemporaryFolder folder;
  folder.write("a", "123");
  EXPECT_TRUE(has_size(folder.path("a"), 3));
  EXPECT_FALSE(has_size(folder.path("a"), 2));
  EXPECT_FALSE(has_size(folder.path("none"), 0));
  EXPECT_FALSE(has_size(folder.path(""), 0));
  EXPECT_THROW((void)digest_of_file(folder.path("")), IoError);
}

}  // namespace
}  // namespace sito::batch

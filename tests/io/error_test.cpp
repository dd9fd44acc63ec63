#include "io/error.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace sito {
namespace {

TEST(Error, SaysPathAttemptAndTheSystemsWords) {
  const IoError error("a/b.jsonl", "write", ENOSPC);
  EXPECT_STREQ(error.what(), "a/b.jsonl: cannot write: No space left on device");
  EXPECT_EQ(error.path(), "a/b.jsonl");
  EXPECT_EQ(error.tried(), "write");
  EXPECT_EQ(error.words(), "No space left on device");
  EXPECT_EQ(error.error_number(), ENOSPC);
}

TEST(Error, DamageIsARead) {
  const DamagedInput error("a.gz", "gzip stream is cut short");
  EXPECT_STREQ(error.what(), "a.gz: cannot read: gzip stream is cut short");
  EXPECT_EQ(error.error_number(), 0);
}

}  // namespace
}  // namespace sito

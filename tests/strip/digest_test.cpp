#include "strip/digest.h"

#include <gtest/gtest.h>

namespace sito::strip {
namespace {

// The empty text's is the one that xxHash's own `xxhsum -H2` prints.
TEST(Digest, IsCanonical) { EXPECT_EQ(digest(""), "xxh128:99aa06d3014798d86001c324468d497f"); }

TEST(Digest, TellsTextsApart) {
  EXPECT_EQ(digest("переправа"), digest("переправа"));
  EXPECT_NE(digest("переправа"), digest("переправи"));
  EXPECT_EQ(digest("a").size(), std::string_view("xxh128:").size() + 32);
}

}  // namespace
}  // namespace sito::strip

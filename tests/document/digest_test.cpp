#include "document/digest.h"

#include <gtest/gtest.h>

namespace sito {
namespace {

// As `xxh128sum` and `sha256sum` print them.
TEST(Digest, IsWhatTheUsualToolsPrint) {
  EXPECT_EQ(digest(DigestKind::kXxh128, ""), "xxh128:99aa06d3014798d86001c324468d497f");
  EXPECT_EQ(digest(DigestKind::kXxh128, "abc"), "xxh128:06b05ab6733a618578af5f94892f3950");
  EXPECT_EQ(digest(DigestKind::kSha256, ""),
            "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(digest(DigestKind::kSha256, "abc"),
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Digest, EveryByteCounts) {
  const std::string zeros(100000, '\0');
  for (const DigestKind kind : {DigestKind::kXxh128, DigestKind::kSha256}) {
    std::string other = zeros;
    other[77777] = 1;
    EXPECT_NE(digest(kind, zeros), digest(kind, other));
    EXPECT_NE(digest(kind, zeros), digest(kind, zeros + '\0'));
  }
}

TEST(Sha256, ThePiecesDoNotMatter) {
  const std::string text(1000, 'x');
  for (const std::size_t piece : {1U, 7U, 64U, 999U, 1000U}) {
    Sha256 sum;
    for (std::size_t at = 0; at < text.size(); at += piece) sum.add(std::string_view(text).substr(at, piece));
    EXPECT_EQ(sum.finish(), digest(DigestKind::kSha256, text)) << piece;
  }
  EXPECT_EQ(Sha256().finish(), digest(DigestKind::kSha256, ""));
}

TEST(Sha256, OneThatIsPutInItsPlaceBeginsAnew) {
  Sha256 sum;
  sum.add("earlier");
  sum = Sha256();
  sum.add("abc");
  EXPECT_EQ(sum.finish(), digest(DigestKind::kSha256, "abc"));
}

TEST(Xxh128, ThePiecesDoNotMatter) {
  const std::string text(100000, 'x');
  for (const std::size_t piece : {1U, 999U, 65536U}) {
    Xxh128 sum;
    for (std::size_t at = 0; at < text.size(); at += piece) sum.add(std::string_view(text).substr(at, piece));
    EXPECT_EQ(sum.finish(), digest(DigestKind::kXxh128, text)) << piece;
  }
  EXPECT_EQ(Xxh128().finish(), digest(DigestKind::kXxh128, ""));
}

}  // namespace
}  // namespace sito

#include "templates/block.h"

#include <gtest/gtest.h>
#include <xxhash.h>

namespace sito::templates {
namespace {

Block small_block() {
  Block block;
  block.site = "луг.example";
  block.site_pages = 7;
  block.append({3, {2, 0, 255}, "Мапа"});
  block.append({~0ULL, {65535, 1, 2}, "© 0…"});
  return block;
}

std::string bytes_of(const Block& block) {
  std::string bytes;
  BlockWriter().append(block, bytes);
  return bytes;
}

TEST(Block, ComesBack) {
  const auto block = small_block();
  const auto bytes = bytes_of(block);
  const auto head = parse_block_head(bytes.substr(0, kBlockHeadBytes));
  ASSERT_TRUE(head);
  EXPECT_EQ(kBlockHeadBytes + head->bytes_that_follow(), bytes.size());
  Block read = block;
  ASSERT_TRUE(parse_block(bytes, read));
  EXPECT_EQ(read.site, block.site);
  EXPECT_EQ(read.site_pages, block.site_pages);
  EXPECT_EQ(read.keys, block.keys);
  EXPECT_EQ(read.seen, block.seen);
  EXPECT_EQ(read.excerpts, "Мапа\n© 0…\n");
}

TEST(Block, MayBeEmpty) {
  Block block;
  ASSERT_TRUE(parse_block(bytes_of(Block()), block));
  EXPECT_EQ(block.site, "");
  EXPECT_TRUE(block.keys.empty());
}

TEST(Block, AnotherByteIsDamage) {
  const auto bytes = bytes_of(small_block());
  Block block;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    EXPECT_FALSE(parse_block(damaged, block)) << "byte " << i;
  }
}

// What carries a true check and was never written by us.
TEST(Block, ContentThatCannotBeIsDamage) {
  Block block;
  auto unsorted = small_block();
  std::swap(unsorted.keys[0], unsorted.keys[1]);
  EXPECT_FALSE(parse_block(bytes_of(unsorted), block));
  auto no_pages = small_block();
  no_pages.seen[0].pages = 0;
  EXPECT_FALSE(parse_block(bytes_of(no_pages), block));
  auto short_of_excerpts = small_block();
  short_of_excerpts.excerpts = "Мапа\n";
  EXPECT_FALSE(parse_block(bytes_of(short_of_excerpts), block));
  auto no_text = small_block();
  no_text.excerpts = "\xff\n\n";
  EXPECT_FALSE(parse_block(bytes_of(no_text), block));
  auto no_name = small_block();
  no_name.site = "\xff";
  EXPECT_FALSE(parse_block(bytes_of(no_name), block));
}

TEST(Block, AHeadThatPromisesTooMuchIsNone) {
  auto bytes = bytes_of(small_block()).substr(0, kBlockHeadBytes);
  for (const std::size_t number : {4U, 12U, 16U}) {
    auto greedy = bytes;
    greedy[number + 3] = '\x7f';
    EXPECT_FALSE(parse_block_head(greedy)) << "at " << number;
  }
}

TEST(ModelHead, SaysWhatIsNoModel) {
  std::string head;
  append_head({.compacted = true}, head);
  ASSERT_EQ(head.size(), kHeadBytes);
  EXPECT_TRUE(parse_head(head)->compacted);
  EXPECT_EQ(parse_head("{\"text\":\"Мапа\"}.").error().reason, "no template model");
  head[10] ^= 1;
  EXPECT_EQ(parse_head(head).error().reason, "damaged at byte 0");
}

TEST(ModelHead, ALaterVersionSaysSo) {
  for (const std::size_t number : {8U, 10U}) {  // the version, the flags
    std::string head;
    append_head({}, head);
    head[number] = 2;
    const auto check = XXH3_64bits(head.data(), 12);
    for (std::size_t i = 0; i < 4; ++i) head[12 + i] = static_cast<char>(check >> (8 * i) & 0xFF);
    EXPECT_EQ(parse_head(head).error().reason, "written by a newer version");
  }
}

TEST(Trailer, ComesBackOrIsDamaged) {
  std::string bytes;
  append_trailer({3, 70000}, bytes);
  ASSERT_EQ(bytes.size(), kTrailerBytes);
  EXPECT_TRUE(begins_trailer(bytes));
  EXPECT_EQ(parse_trailer(bytes), (Trailer{3, 70000}));
  bytes[9] ^= 1;
  EXPECT_FALSE(parse_trailer(bytes));
  EXPECT_FALSE(begins_trailer(bytes_of(small_block())));
}

}  // namespace
}  // namespace sito::templates

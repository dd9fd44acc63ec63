#include "io/zip_index.h"

#include <gtest/gtest.h>

#include "archived.h"
#include "bombs.h"

namespace sito::io {
namespace {

ReadAt reading(const std::string& bytes) {
  return [&](std::uint64_t offset, std::size_t size) {
    return offset > bytes.size() ? "" : bytes.substr(static_cast<std::size_t>(offset), size);
  };
}

std::optional<std::string> overlapped(const std::string& bytes) {
  return overlapped_member(reading(bytes), bytes.size());
}

TEST(ZipIndex, IsFoundFromTheEnd) {
  for (const auto* options : {"", "zip:zip64"}) {
    const std::string zip = archived("zip", {{"a", "one"}, {"b", "two"}}, options);
    const auto index = find_zip_index(reading(zip), zip.size());
    ASSERT_TRUE(index);
    EXPECT_EQ(index->begin, zip.find("PK\x01\x02"));
    EXPECT_TRUE(index->is_exact);
    const std::string behind = "#!/bin/sh\n" + zip;
    EXPECT_FALSE(find_zip_index(reading(behind), behind.size()).value_or(ZipIndex{}).is_exact)
        << "it says another place";
    const std::string before = zip + "more";
    EXPECT_FALSE(find_zip_index(reading(before), before.size()).value_or(ZipIndex{}).is_exact);
  }
}

TEST(ZipIndex, IsTakenApart) {
  const std::string zip = archived("zip", {{"a", "one"}, {"folder/b", "two"}});
  const auto index = *find_zip_index(reading(zip), zip.size());
  const auto bytes = zip.substr(index.begin, index.size);
  std::string_view rest = bytes;
  const auto first = take_zip_entry(rest);
  const auto second = take_zip_entry(rest);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->name, "a");
  EXPECT_EQ(first->begin, 0U);
  EXPECT_EQ(second->name, "folder/b");
  EXPECT_EQ(zip.compare(second->begin, 4, "PK\x03\x04"), 0);
  EXPECT_LE(first->end, second->begin);
  EXPECT_TRUE(rest.empty());
  EXPECT_FALSE(take_zip_entry(rest));
  std::string_view cut = std::string_view(bytes).substr(0, 40);
  EXPECT_FALSE(take_zip_entry(cut));
  EXPECT_EQ(cut.size(), 40U);
}

TEST(ZipIndex, WhatToolsWriteHasItsOwnBytesEach) {
  EXPECT_EQ(overlapped(archived("zip", {})), std::nullopt);
  const std::string zip = archived("zip", {{"a", "one"}, {"b", ""}, {"c", std::string(100000, 'c')}});
  EXPECT_EQ(overlapped(zip), std::nullopt);
  EXPECT_EQ(overlapped(archived("zip", {{"a", "one"}, {"b", "two"}}, "zip:zip64")), std::nullopt);
  EXPECT_EQ(overlapped("#!/bin/sh\n" + zip), std::nullopt);
}

TEST(ZipIndex, TheFirstMemberThatIsReachedIntoIsNamed) {
  EXPECT_EQ(overlapped(overlapping_zip(100, 1000)), "000001");
  std::string twice = archived("zip", {{"a", "one"}, {"b", "two"}});
  const std::size_t second = twice.rfind("PK\x01\x02");
  const std::size_t first = twice.find("PK\x01\x02");
  twice.replace(second + 42, 4, twice, first + 42, 4);  // both say that they stand in one place
  EXPECT_TRUE(overlapped(twice));
}

TEST(ZipIndex, WhatIsNoIndexSaysNothing) {
  EXPECT_EQ(overlapped(""), std::nullopt);
  const std::string zip = archived("zip", {{"a", "one"}, {"b", "two"}}, "zip:zip64");
  for (std::size_t size = 0; size < zip.size(); ++size)
    EXPECT_EQ(overlapped(zip.substr(0, size)), std::nullopt);
  for (std::size_t at = 0; at < zip.size() * 8; ++at) {
    std::string flipped = zip;
    flipped[at / 8] = static_cast<char>(flipped[at / 8] ^ (1 << (at % 8)));
    (void)overlapped(flipped);
  }
}

}  // namespace
}  // namespace sito::io

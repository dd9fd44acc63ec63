#include "io/zip_index.h"

#include <gtest/gtest.h>

#include "archived.h"
#include "bombs.h"

namespace sito::io {
namespace {

std::optional<std::string> overlapped(const std::string& bytes) {
  return overlapped_member(
      [&](std::uint64_t offset, std::size_t size) {
        return offset > bytes.size() ? "" : bytes.substr(static_cast<std::size_t>(offset), size);
      },
      bytes.size());
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

#include "io/member_range.h"

#include <gmock/gmock.h>

#include <boost/filesystem/operations.hpp>

#include "../temporary_folder.h"
#include "archived.h"
#include "compressed.h"
#include "io/archive.h"
#include "io/error.h"

namespace sito::io {
namespace {

using testing::ElementsAre;

const std::vector<ArchivedFile> kFiles = {
    {"a.txt", std::string(700, 'a')},
    {"folder", "", AE_IFDIR},
    {"folder/б.txt", "two"},
    {"link", "", AE_IFLNK},
    {std::string(90, 'n') + ".txt", "long"},
    {"a.txt", "again"},
    {"empty", ""},
};

/// "path=bytes" of each member of an archive.
std::vector<std::string> drawn(Input& input) {
  const auto format = archive_format(input);
  std::vector<std::string> all;
  Archive archive(input, *format, 100000);
  for (Member member; archive.next(member);)
    all.push_back(member.path + (member.reject ? "! " + member.reject->reason : "=" + member.bytes));
  return all;
}

std::vector<std::string> drawn(const std::string& path, const MemberRange& range) {
  auto input = open_members(path, range);
  return input ? drawn(*input) : std::vector{input.error().reason};
}

std::optional<std::vector<MemberPlace>> listed(const std::string& path) {
  std::vector<MemberPlace> places;
  const bool all = list_members(path, [&](MemberPlace&& place) { places.push_back(std::move(place)); });
  return all ? std::optional(std::move(places)) : std::nullopt;
}

class MemberRanges : public testing::TestWithParam<const char*> {
 protected:
  sito::TemporaryFolder folder_;
  std::string path_ = folder_.write("archive", archived(GetParam(), kFiles));
};

INSTANTIATE_TEST_SUITE_P(Formats, MemberRanges, testing::Values("gnutar", "pax", "ustar", "zip"),
                         [](const auto& row) { return std::string(row.param); });

TEST_P(MemberRanges, MembersAreListedInTheirPlaces) {
  const auto places = listed(path_);
  ASSERT_TRUE(places);
  ASSERT_EQ(places->size(), kFiles.size());
  for (std::size_t i = 0; i < places->size(); ++i) {
    EXPECT_EQ((*places)[i].is_document, kFiles[i].type == AE_IFREG) << i;
    EXPECT_TRUE((*places)[i].may_begin);
    if (i > 0) {
      EXPECT_GT((*places)[i].begin, (*places)[i - 1].begin);
    }
  }
  EXPECT_EQ((*places)[2].path, "folder/б.txt");
}

TEST_P(MemberRanges, TwoHalvesAreTheWhole) {
  Input whole(path_);
  const auto all = drawn(whole);
  const auto places = *listed(path_);
  const auto size = boost::filesystem::file_size(path_);
  for (std::size_t cut = 0; cut <= places.size(); ++cut) {
    const auto at = cut < places.size() ? places[cut].begin : size;
    auto both = at == 0 ? std::vector<std::string>() : drawn(path_, {0, at});
    const auto rest = at == size ? std::vector<std::string>() : drawn(path_, {at, size});
    both.insert(both.end(), rest.begin(), rest.end());
    EXPECT_EQ(both, all) << cut;
  }
}

TEST_P(MemberRanges, WhatIsDamagedIsNotCut) {
  const auto bytes = folder_.read("archive");
  EXPECT_FALSE(listed(folder_.write("cut", bytes.substr(0, 600))));
  auto gap = bytes;  // no header is one any more
  gap.replace(0, 4, "????");
  EXPECT_FALSE(listed(folder_.write("gap", gap)));
}

TEST(MemberRange, OtherFormatsAndCompressedTarsAreNotCut) {
  const sito::TemporaryFolder folder;
  for (const auto* format : {"7zip", "newc"})
    EXPECT_FALSE(listed(folder.write("a", archived(format, {{"a", "one"}}))));
  EXPECT_FALSE(listed(folder.write("a", compressed(Compression::kGzip, archived("ustar", {{"a", "one"}})))));
  EXPECT_FALSE(listed(folder.write("a", "a text")));
  EXPECT_FALSE(listed(folder.write("a", "")));
  EXPECT_THROW((void)listed(folder.path("none")), IoError);
}

TEST(MemberRange, WhatOnlyTheWholeTellsIsNotCut) {
  const sito::TemporaryFolder folder;
  EXPECT_FALSE(listed(folder.write("a", archived("ustar", {{"\xA5\xE2.txt", "one"}}))));
  EXPECT_FALSE(
      listed(folder.write("a", archived("zip", {{"archive/a.warc", "one"}, {"datapackage.json", "{}"}}))));
}

TEST(MemberRange, TarsOneBehindTheOtherAreCutWhereAHeaderIs) {
  const sito::TemporaryFolder folder;
  const auto one = archived("ustar", {{"a", "1"}, {"b", "2"}});
  const auto path = folder.write("a", one + one);
  const auto places = *listed(path);
  ASSERT_EQ(places.size(), 4U);
  Input whole(path);
  const auto all = drawn(whole);
  EXPECT_THAT(all, ElementsAre("a=1", "b=2", "a=1", "b=2"));
  for (const auto& place : places) {
    if (!place.may_begin || place.begin == 0) continue;
    auto both = drawn(path, {0, place.begin});
    for (const auto& member : drawn(path, {place.begin, 2 * one.size()})) both.push_back(member);
    EXPECT_EQ(both, all) << place.begin;
  }
}

TEST(MemberRange, AFileThatIsGoneOrOtherIsRejected) {
  const sito::TemporaryFolder folder;
  EXPECT_EQ(open_members(folder.path("none"), {0, 512}).error().reason,
            "cannot open: No such file or directory");
  const std::string other = "it is not the archive whose members were planned";
  EXPECT_EQ(open_members(folder.write("a", "a text"), {0, 3}).error().reason, other);
  EXPECT_EQ(open_members(folder.write("a", archived("ustar", {{"a", "1"}})), {0, 1 << 30}).error().reason,
            other);
}

}  // namespace
}  // namespace sito::io

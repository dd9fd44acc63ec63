#include "pipeline/raw_archive.h"

#include <gmock/gmock.h>

#include "io/warc_bytes.h"
#include "pipeline/tar_bytes.h"

namespace sito::pipeline {
namespace {

std::string reason(const Entry& entry, const std::string& otherwise) {
  const auto* member = std::get_if<io::Member>(&entry.content);
  const auto& reject =
      member != nullptr ? member->reject : std::get_if<io::WarcRecord>(&entry.content)->reject;
  return reject ? "! " + reject->reason : otherwise;
}

/// "NAME BYTES" of each entry, "NAME! REASON" of a reject.
std::vector<std::string> drawn(const std::string& bytes, const RawSettings& settings = {}) {
  io::Input input(bytes, "in");
  io::FoundFile file;
  file.path = "in";
  const auto format = io::archive_format(input);
  RawArchive archive(input, *format, RawName::of(file), settings);
  std::vector<std::string> all;
  for (Entry entry; archive.next(entry);)
    all.push_back(entry.name.spoken() + reason(entry, " " + std::to_string(entry.bytes())));
  return all;
}

TEST(RawArchive, GivesMembersOrRecords) {
  EXPECT_THAT(drawn(tar_bytes({{"a", "one"}, {"b/c", "four"}})), testing::ElementsAre("in/a 3", "in/b/c 4"));
  EXPECT_THAT(drawn(io::warc_response("http://a/", "one") + io::warc_response("http://a/", "four")),
              testing::ElementsAre("in/1 3", "in/2 4"));
}

TEST(RawArchive, WhatIsTooLargeForAMemberIsReadAsItComes) {
  const auto page = io::warc_response("http://a/", std::string(300, 'a'));
  const auto warc = page + page + page;
  const auto outer =
      tar_bytes({{"a", "one"}, {"b.warc", warc}, {"c.mp4", std::string(3000, 'c')}, {"d", "two"}});
  RawSettings settings;
  settings.max_bytes = 1000;
  EXPECT_THAT(drawn(outer, settings),
              testing::ElementsAre("in/a 3", "in/b.warc/1 300", "in/b.warc/2 300", "in/b.warc/3 300",
                                   "in/c.mp4! more than 1000 bytes", "in/d 3"));
  const auto cut = drawn(outer.substr(0, 512 * 3 + warc.size() / 2), settings);
  EXPECT_THAT(cut, testing::ElementsAre("in/a 3", "in/b.warc/1 300", "in/b.warc/2! truncated tar archive"));
  settings.tree.exclude = {io::Glob("*.warc")};
  EXPECT_THAT(drawn(outer, settings), testing::ElementsAre("in/a 3", "in/b.warc 0", testing::_, "in/d 3"));
  settings.tree.exclude.clear();
  settings.nesting = 0;
  EXPECT_THAT(drawn(outer, settings),
              testing::ElementsAre("in/a 3", "in/b.warc! " + std::string(kTooDeep), testing::_, "in/d 3"));
}

TEST(RawArchive, IsNotMadeOfDocumentsAndArcs) {
  EXPECT_FALSE(is_read_as_archive(io::ArchiveFormat::kNone));
  EXPECT_FALSE(is_read_as_archive(io::ArchiveFormat::kArc));
  EXPECT_TRUE(is_read_as_archive(io::ArchiveFormat::kWarc));
}

TEST(RawName, NamesARecordByItsNumber) {
  MemberCounter counter;
  RawName name;
  name.file.path = "a.wacz";
  io::WarcRecord record;
  record.number = 7;
  record.uri = "http://a/";
  const auto within = name.within("archive/b.warc", counter).within(record);
  EXPECT_EQ(within.spoken(), "a.wacz/archive/b.warc/7");
  EXPECT_EQ(within.record->uri, "http://a/");
  EXPECT_EQ(within.level, 1U);
}

TEST(RawName, SpeaksOfTheMemberWithinItsArchive) {
  MemberCounter counter;
  RawName name;
  name.file.path = "a.zip";
  EXPECT_EQ(name.spoken(), "a.zip");
  EXPECT_EQ(name.within("b.tar", counter).within("c.txt", counter).spoken(), "a.zip/b.tar/c.txt");
  EXPECT_EQ(name.within("b.tar", counter).level, 1U);
  EXPECT_EQ(name.within("../../etc/./passwd", counter).spoken(), "a.zip/etc/passwd");
  EXPECT_EQ(name.within("/abs", counter).spoken(), "a.zip/abs");
  EXPECT_EQ(name.within("./abs", counter).suffix, "#2");
}

TEST(RawName, TheSitesFolderIsTheOutermost) {
  MemberCounter counter;
  io::FoundFile file;
  file.below = "a.zip";
  EXPECT_EQ(RawName::of(file).within("rada/x.txt", counter).folder, "rada");
  EXPECT_EQ(RawName::of(file).within("b.zip", counter).within("rada/x.txt", counter).folder, "rada");
  file.below = "city/a.zip";
  EXPECT_EQ(RawName::of(file).within("rada/x.txt", counter).folder, "city");
}

}  // namespace
}  // namespace sito::pipeline

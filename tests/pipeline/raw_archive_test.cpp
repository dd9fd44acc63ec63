#include "pipeline/raw_archive.h"

#include <gmock/gmock.h>

#include "io/warc_bytes.h"
#include "pipeline/tar_bytes.h"

namespace sito::pipeline {
namespace {

/// "NAME BYTES" of each entry.
std::vector<std::string> drawn(const std::string& bytes) {
  io::Input input(bytes, "in");
  io::FoundFile file;
  file.path = "in";
  const RawSettings settings;
  const auto format = io::archive_format(input);
  RawArchive archive(input, *format, RawName::of(file), settings);
  std::vector<std::string> all;
  for (Entry entry; archive.next(entry);)
    all.push_back(entry.name.spoken() + " " + std::to_string(entry.bytes()));
  return all;
}

TEST(RawArchive, GivesMembersOrRecords) {
  EXPECT_THAT(drawn(tar_bytes({{"a", "one"}, {"b/c", "four"}})), testing::ElementsAre("in/a 3", "in/b/c 4"));
  EXPECT_THAT(drawn(io::warc_response("http://a/", "one") + io::warc_response("http://a/", "four")),
              testing::ElementsAre("in/1 3", "in/2 4"));
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

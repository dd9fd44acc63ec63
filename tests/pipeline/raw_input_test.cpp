#include "pipeline/raw_input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/collector.h"
#include "pipeline/tar_bytes.h"

namespace sito::pipeline {
namespace {

using testing::ElementsAre;

class RawInput : public testing::Test {
 protected:
  std::vector<std::string> seen(const std::string& bytes) {
    auto decoders = *DecoderPool::make({});
    Collector collector;
    Document document;
    RawVisit visit(settings_, *decoders, document, collector.scratch, collector);
    io::Input input(bytes, "in");
    io::FoundFile file;
    file.path = "d/in";
    file.given = "d";
    file.below = "in";
    EXPECT_TRUE(visit.input(input, RawName::of(file)));
    return collector.seen;
  }

  RawSettings settings_;
};

TEST_F(RawInput, ATextIsADocument) { EXPECT_THAT(seen("Рада"), ElementsAre("d/in: Рада")); }
TEST_F(RawInput, WhatIsNoTextIsSkipped) {
  EXPECT_THAT(seen("%PDF-1.4\n"), ElementsAre("d/in? application/pdf"));
}

TEST_F(RawInput, AnArchiveIsItsMembers) {
  EXPECT_THAT(seen(tar_bytes({{"a/b.txt", "one"}, {"c.txt", "two"}})),
              ElementsAre("d/in/a/b.txt: one", "d/in/c.txt: two"));
}

TEST_F(RawInput, ArchivesInArchivesAreOpenedToALevel) {
  const auto inner = tar_bytes({{"x.txt", "one"}});
  const auto nested = tar_bytes({{"i.tar", inner}, {"y.txt", "two"}});
  EXPECT_THAT(seen(nested), ElementsAre("d/in/i.tar/x.txt: one", "d/in/y.txt: two"));
  settings_.nesting = 0;
  EXPECT_THAT(seen(nested),
              ElementsAre("d/in/i.tar! an archive within an archive: deeper than --nesting opens",
                          "d/in/y.txt: two"));
}

TEST_F(RawInput, MembersAreFilteredAndLimited) {
  settings_.tree.include = {io::Glob("*.txt")};
  settings_.max_bytes = 3;
  EXPECT_THAT(seen(tar_bytes({{"a.txt", "one"}, {"b.html", "two"}, {"c.txt", "three"}})),
              ElementsAre("d/in/a.txt: one", testing::StartsWith("d/in/c.txt! ")));
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

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
    RawName name;
    name.file.path = "d/in";
    name.file.given = "d";
    name.file.below = "in";
    EXPECT_TRUE(visit.input(input, name));
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
  RawName name;
  name.file.path = "a.zip";
  EXPECT_EQ(name.spoken(), "a.zip");
  EXPECT_EQ(name.within("b.tar", "").within("c.txt", "").spoken(), "a.zip/b.tar/c.txt");
  EXPECT_EQ(name.within("b.tar", "").level, 1U);
}

}  // namespace
}  // namespace sito::pipeline

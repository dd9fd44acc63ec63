#include "pipeline/file_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/error.h"
#include "io/member_range.h"
#include "io/tree.h"
#include "io/warc_bytes.h"
#include "pipeline/collector.h"
#include "pipeline/tar_bytes.h"
#include "temporary_folder.h"

namespace sito::pipeline {
namespace {

using testing::ElementsAre;

class FileSourceTest : public testing::Test {
 protected:
  std::vector<std::string> seen(std::vector<std::string> paths) {
    auto source = *make_file_source(std::move(paths), settings_);
    auto collector = collected(*source);
    counts_ = source->counts();
    return collector.seen;
  }

  FileSourceTest() { settings_.raw.naming.root = folder_.path(); }

  TemporaryFolder folder_;
  FileSettings settings_;
  Counts counts_;
};

TEST_F(FileSourceTest, FoldersAreReadInTheOrderOfTheirNames) {
  folder_.write("d/b.txt", "b");
  folder_.write("d/a/z.txt", "z");
  folder_.write("d/c.txt", "c");
  EXPECT_THAT(seen({folder_.path("d")}), ElementsAre("d/a/z.txt: z", "d/b.txt: b", "d/c.txt: c"));
}

TEST_F(FileSourceTest, SmallAndLargeArchivesGiveTheSame) {
  const std::string filler(400000, 'x');
  for (const auto& [name, text] : {std::pair("small", std::string("one")), {"large", filler}}) {
    folder_.write(std::string(name) + ".tar",
                  tar_bytes({{"a.txt", text}, {"b.txt", "two"}, {"a.txt", "again"}}));
    const auto archive = std::string(name) + ".tar";
    EXPECT_THAT(
        seen({folder_.path(archive)}),
        ElementsAre(archive + "/a.txt: " + text, archive + "/b.txt: two", archive + "/a.txt#2: again"));
  }
}

TEST_F(FileSourceTest, SmallAndLargeWarcsGiveTheSame) {
  for (const auto& text : {std::string("one"), std::string(400000, 'x')}) {
    folder_.write("a.warc", io::warc_response("http://a/", text) + io::warc_record({.type = "request"}, "") +
                                io::warc_response("http://a/", "two"));
    EXPECT_THAT(seen({folder_.path("a.warc")}),
                ElementsAre("a.warc/1: " + text, folder_.path("a.warc/2? WARC request"), "a.warc/3: two"));
  }
}

TEST_F(FileSourceTest, FilesAroundALargeArchiveKeepTheirOrder) {
  folder_.write("d/1.txt", "1");
  folder_.write("d/2.tar", tar_bytes({{"a.txt", std::string(300000, 'a')}}));
  folder_.write("d/3.txt", std::string(300000, '3'));
  folder_.write("d/4.txt", "4");
  EXPECT_THAT(seen({folder_.path("d")}),
              ElementsAre("d/1.txt: 1", "d/2.tar/a.txt: " + std::string(300000, 'a'),
                          "d/3.txt: " + std::string(300000, '3'), "d/4.txt: 4"));
}

TEST_F(FileSourceTest, WhatTheWalkPassesOverIsCounted) {
  folder_.write("d/a.txt", "a");
  boost::filesystem::create_symlink("a.txt", folder_.path("d/link"));
  EXPECT_THAT(seen({folder_.path("d")}), ElementsAre("d/a.txt: a"));
  EXPECT_EQ(counts_.sums().at("read.skipped.links"), 1);
}

TEST_F(FileSourceTest, FilesThatWereFoundAreReadAsTheWalkReadsThem) {
  folder_.write("d/a.txt", "a");
  folder_.write("d/b.tar", tar_bytes({{"x", "1"}, {"x", "2"}, {"x", "3"}}));
  std::vector<io::FoundFile> files;
  io::Tree tree({folder_.path("d")});
  ASSERT_TRUE(tree.next(files, 10));
  EXPECT_EQ(collected(**make_found_source(files, settings_)).seen, seen({folder_.path("d")}));
  // The second member alone: a header and a block each.
  files.erase(files.begin());
  files[0].members = std::make_shared<const io::MemberRange>(io::MemberRange{1024, 2048, {{"x", 1}}});
  EXPECT_THAT(collected(**make_found_source(files, settings_)).seen, ElementsAre("d/b.tar/x#2: 2"));
  boost::filesystem::remove(folder_.path("d/b.tar"));
  EXPECT_THAT(collected(**make_found_source(files, settings_)).seen,
              ElementsAre(folder_.path("d/b.tar") + "! cannot open: No such file or directory"));
}

TEST_F(FileSourceTest, PathsMayNotOverlapAndMustExist) {
  folder_.write("d/a.txt", "a");
  EXPECT_FALSE(make_file_source({folder_.path("d"), folder_.path("d/a.txt")}, settings_));
  EXPECT_FALSE(make_file_source({folder_.path("d"), folder_.path("d")}, settings_));
  EXPECT_THROW((void)make_file_source({folder_.path("missing")}, settings_), IoError);
}

}  // namespace
}  // namespace sito::pipeline

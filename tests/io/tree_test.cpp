#include "io/tree.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/error.h"
#include "io/output.h"
#include "temporary_folder.h"

namespace sito::io {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct PlainPathCase {
  const char* name;
  std::string_view path;
  std::string_view plain;
};

constexpr PlainPathCase kPlainPaths[] = {
    {"Plain", "a/b", "a/b"},
    {"Dots", "./a//b/", "a/b"},
    {"Inside", "a/./b", "a/b"},
    {"Back", "a/c/../b", "a/b"},
    {"BackToNothing", "a/..", "."},
    {"AboveUs", "../a", "../a"},
    {"FarAboveUs", "a/../../b", "../b"},
    {"TwiceAboveUs", "../../a", "../../a"},
    {"Absolute", "/a//b", "/a/b"},
    {"AboveTheRoot", "/../a", "/a"},
    {"Root", "/", "/"},
    {"Here", ".", "."},
    {"HereWithSlash", "./", "."},
    {"Empty", "", "."},
    {"DotsInNames", "a../.b/..c", "a../.b/..c"},
};

class PlainPath : public testing::TestWithParam<PlainPathCase> {};
TEST_P(PlainPath, IsPlain) { EXPECT_EQ(plain_path(GetParam().path), GetParam().plain); }
INSTANTIATE_TEST_SUITE_P(Paths, PlainPath, testing::ValuesIn(kPlainPaths),
                         [](const auto& row) { return row.param.name; });

class Trees : public TemporaryFolder {
 protected:
  /// The paths below the folder, or "path: reason", of all files of the walk.
  std::vector<std::string> walked(Tree& tree, std::size_t most = 3) const {
    std::vector<std::string> all;
    for (std::vector<FoundFile> files; tree.next(files, most);) {
      EXPECT_LE(files.size(), most);
      for (const FoundFile& file : files) {
        all.push_back(file.below + (file.reject ? ": " + file.reject->reason : ""));
      }
    }
    return all;
  }

  std::vector<std::string> walked(TreeSettings settings = {}) const {
    Tree tree({folder_}, std::move(settings));
    return walked(tree);
  }
};

TEST_F(Trees, FoldersAreSortedByTheBytesOfTheirNames) {
  for (const char* name : {"b/2", "b/10", "b.txt", "a", "B", "я", "b/c/d/e", "c"}) put(name);
  boost::filesystem::create_directories(path("empty"));
  EXPECT_THAT(walked(), ElementsAre("B", "a", "b/10", "b/2", "b/c/d/e", "b.txt", "c", "я"));
}

TEST_F(Trees, AFileSaysWhereItIs) {
  put("x/a.txt", "four");
  Tree tree({folder_ + "//x/../x/"});
  std::vector<FoundFile> files;
  ASSERT_TRUE(tree.next(files, 10));
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files[0].path, plain_path(folder_) + "/x/a.txt");
  EXPECT_EQ(files[0].location, folder_ + "//x/../x/a.txt");
  EXPECT_EQ(files[0].given, plain_path(folder_) + "/x");
  EXPECT_EQ(files[0].below, "a.txt");
  EXPECT_EQ(files[0].bytes, 4U);
  EXPECT_GT(files[0].modified.tv_sec, 1500000000);
  EXPECT_TRUE(files[0].regular);
  EXPECT_FALSE(files[0].given_itself);
  EXPECT_FALSE(tree.next(files, 10));
}

TEST_F(Trees, PathsBelowHereAndTheRootReadWell) {
  put("x/a");
  const boost::filesystem::path before = boost::filesystem::current_path();
  boost::filesystem::current_path(folder_);
  std::vector<FoundFile> files;
  Tree here({"."});
  EXPECT_TRUE(here.next(files, 1));
  EXPECT_EQ(files.at(0).path, "x/a");
  EXPECT_EQ(files.at(0).given, ".");
  Tree above({"x/.."});
  EXPECT_TRUE(above.next(files, 1));
  EXPECT_EQ(files.at(0).path, "x/a");
  EXPECT_EQ(files.at(0).location, "x/../x/a");
  boost::filesystem::current_path(before);
}

TEST_F(Trees, GivenFilesComeInTheirOrder) {
  const std::string b = put("b", "x");
  const std::string a = put("a", "x");
  Tree tree({b, "-", a});
  std::vector<FoundFile> files;
  ASSERT_TRUE(tree.next(files, 10));
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files[0].below, "b");
  EXPECT_TRUE(files[0].given_itself);
  EXPECT_TRUE(files[0].regular);
  EXPECT_EQ(files[1].path, "-");
  EXPECT_FALSE(files[1].regular);
  EXPECT_EQ(files[2].location, a);
}

TEST_F(Trees, LinksAndSpecialFilesArePassedOverAndCounted) {
  put("a");
  put("real/b");
  ASSERT_EQ(::symlink("a", path("link").c_str()), 0);
  ASSERT_EQ(::symlink("real", path("linked").c_str()), 0);
  ASSERT_EQ(::symlink("nowhere", path("dangling").c_str()), 0);
  ASSERT_EQ(::mkfifo(path("fifo").c_str(), 0600), 0);
  Tree tree({folder_});
  EXPECT_THAT(walked(tree), ElementsAre("a", "real/b"));
  EXPECT_EQ(tree.skipped().links, 3U);
  EXPECT_EQ(tree.skipped().special, 1U);
}

TEST_F(Trees, ALinkOrFifoThatIsNamedIsMeant) {
  put("real/b");
  ASSERT_EQ(::symlink("real", path("linked").c_str()), 0);
  ASSERT_EQ(::mkfifo(path("fifo").c_str(), 0600), 0);
  Tree tree({path("linked"), path("fifo")});
  std::vector<FoundFile> files;
  ASSERT_TRUE(tree.next(files, 10));
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].path, plain_path(path("linked/b")));
  EXPECT_FALSE(files[1].regular);
}

TEST_F(Trees, APathThatIsNotThereIsAnErrorBeforeAnythingIsRead) {
  EXPECT_THROW(Tree({put("a"), path("nothing")}), IoError);
}

TEST_F(Trees, AFileThatGoesDuringTheWalkIsARejectByName) {
  put("a");
  put("b");
  put("c");
  Tree tree({folder_});
  std::vector<FoundFile> files;
  ASSERT_TRUE(tree.next(files, 1));
  ASSERT_EQ(::unlink(path("b").c_str()), 0);
  EXPECT_THAT(walked(tree), ElementsAre("b: cannot read: No such file or directory", "c"));
}

TEST_F(Trees, AFolderThatMayNotBeReadIsARejectByName) {
  if (::geteuid() == 0) {
    // Nothing is forbidden to root: the folder goes away between its name's reading and its own.
    put("a");
    put("b/c");
    Tree tree({folder_});
    std::vector<FoundFile> files;
    ASSERT_TRUE(tree.next(files, 1));
    boost::filesystem::remove_all(path("b"));
    EXPECT_THAT(walked(tree), ElementsAre("b: cannot read: No such file or directory"));
    return;
  }
  put("a/b");
  put("c");
  ASSERT_EQ(::chmod(path("a").c_str(), 0), 0);
  EXPECT_THAT(walked(), ElementsAre("a: cannot read: Permission denied", "c"));
  ::chmod(path("a").c_str(), 0700);
}

TEST_F(Trees, GlobsChooseFilesAndLeaveOutFolders) {
  for (const char* name : {"a.txt", "a.html", "2023/b.txt", "2023/old/c.txt", "old/d.txt"}) put(name);
  TreeSettings settings;
  settings.include = {Glob("*.txt")};
  EXPECT_THAT(walked(settings), ElementsAre("2023/b.txt", "2023/old/c.txt", "a.txt", "old/d.txt"));
  settings.exclude = {Glob("old")};
  EXPECT_THAT(walked(settings), ElementsAre("2023/b.txt", "a.txt"));
  settings.exclude = {Glob("2023/**")};
  Tree tree(
      {
          folder_,
      },
      settings);
  EXPECT_THAT(walked(tree), ElementsAre("a.txt", "old/d.txt"));
  EXPECT_EQ(tree.skipped().excluded, 3U);
}

TEST_F(Trees, OwnOutputsAreNotRead) {
  put("a");
  put("b.jsonl", "earlier");
  put("shards/part-00000.jsonl");
  Output earlier(path("b.jsonl"));
  Output fresh(path("c.jsonl"));
  TreeSettings settings;
  settings.outputs = {path("b.jsonl"), path("./c.jsonl"), path("shards/"), "-"};
  Tree tree({folder_}, settings);
  std::vector<FoundFile> files;
  ASSERT_TRUE(tree.next(files, 1));
  EXPECT_EQ(files[0].below, "a");
  fresh.commit();
  EXPECT_FALSE(tree.next(files, 1));
  EXPECT_EQ(tree.skipped().outputs, 4U);
}

TEST_F(Trees, OverlapsAreSeenThroughTheirSpelling) {
  put("a/b/c");
  put("ab");
  put("a-b");
  ASSERT_EQ(::symlink("a", path("link").c_str()), 0);
  const auto overlaps = [&](std::vector<std::string> names) {
    for (std::string& name : names) name = name == "-" ? name : path(name);
    const std::optional<Overlap> found = overlap(names);
    return found ? found->outer.substr(folder_.size() + 1) + " " + found->inner.substr(folder_.size() + 1)
                 : "";
  };
  EXPECT_EQ(overlaps({"a", "ab", "a-b"}), "");
  EXPECT_EQ(overlaps({"ab", "a/b/c", "a-b", "a"}), "a a/b/c");
  EXPECT_EQ(overlaps({"ab", "./ab"}), "ab ./ab");
  EXPECT_EQ(overlaps({"a/b", "link/b/c"}), "a/b link/b/c");
  EXPECT_EQ(overlaps({"nothing", "nothing"}), "");
  EXPECT_EQ(overlaps({"-", "a"}), "");
}

// A folder in a folder, three hundred times: no recursion, no more than one name for each level.
TEST_F(Trees, DeepFoldersAreWalked) {
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "d/";
  put(deep + "a");
  EXPECT_THAT(walked(), ElementsAre(deep + "a"));
}

}  // namespace
}  // namespace sito::io

#include "batch/dry_run.h"

#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>

#include "batch/generations.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

namespace fs = boost::filesystem;

class DryRuns : public ::testing::Test {
 protected:
  std::string listed(ReadAgain again = {}) {
    std::string out;
    dry_run({folder.path("corpus"), {folder.path("in")}, {}, again},
            [&](std::string_view line) { out += line; });
    for (auto at = out.find(folder.path("")); at != std::string::npos; at = out.find(folder.path("")))
      out.erase(at, folder.path("").size() + 1);
    return out;
  }

  void file(const std::string& name, const std::string& text) {
    folder.write("in/" + name, text);
    fs::last_write_time(folder.path("in/" + name), 1'600'000'000);
  }

  /// A corpus that knows all there is.
  void read_all() {
    Generations generations(folder.path("corpus"));
    generations.begin(true);
    Ledger ledger(generations.file(kLedgerName));
    Inputs inputs(ledger, {}, 1);
    io::Tree tree({folder.path("in")});
    for (std::vector<io::FoundFile> files; tree.next(files, 10);)
      for (const auto& found : files) (void)inputs.has_file(found);
    inputs.end(true);
    ledger.close();
    generations.commit(3);
  }

  TemporaryFolder folder;
};

TEST_F(DryRuns, WithoutACorpusAllIsNew) {
  file("b", "1");
  file("a", "1");
  EXPECT_EQ(listed(), "new\tin/a\nnew\tin/b\n");
  EXPECT_FALSE(fs::exists(folder.path("corpus")));
}

TEST_F(DryRuns, ListWhatANightWouldRead) {
  for (const auto* name : {"a", "b", "c"}) file(name, "1");
  read_all();
  EXPECT_EQ(listed(), "");
  file("b", "longer");
  file("d", "1");
  fs::remove(folder.path("in/a"));
  EXPECT_EQ(listed(), "changed\tin/b\nnew\tin/d\ngone\tin/a\n");
  EXPECT_EQ(listed({.all = true}), "changed\tin/b\nchanged\tin/c\nnew\tin/d\ngone\tin/a\n");
  EXPECT_FALSE(fs::exists(folder.path("corpus/gen-000002")));
}

}  // namespace
}  // namespace sito::batch

#include "pipeline/list_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/error.h"
#include "pipeline/chain.h"
#include "pipeline/run.h"
#include "temporary_folder.h"

namespace sito::pipeline {
namespace {

TEST(ListSource, NamesWhatWouldBeReadInOrder) {
  TemporaryFolder folder;
  folder.write("d/b.txt", "b");
  folder.write("d/a.txt", "a");
  folder.write("d/c.html", "c");
  RawSettings settings;
  settings.naming.root = folder.path();
  settings.tree.include = {io::Glob("*.txt")};
  auto source = *make_list_source({folder.path("d")}, settings);
  std::string out;
  Outlet outlet;
  outlet.write = [&](std::string_view lines) { out += lines; };
  outlet.refuse = [](const Refusal&) {};
  Progress progress;
  (void)run(*source, Chain({}, make_id_sink()), outlet, {2, false}, progress);
  EXPECT_EQ(out, "d/a.txt\nd/b.txt\n");
}

TEST(ListSource, PathsAreCheckedAsForReading) {
  TemporaryFolder folder;
  folder.write("d/a.txt", "a");
  EXPECT_FALSE(make_list_source({folder.path("d"), folder.path("d")}, {}));
  EXPECT_FALSE(check_overlap({folder.path("d"), folder.path("d/a.txt")}));
  EXPECT_TRUE(check_overlap({folder.path("d/a.txt")}));
  EXPECT_THROW((void)make_list_source({folder.path("missing")}, {}), IoError);
}

}  // namespace
}  // namespace sito::pipeline

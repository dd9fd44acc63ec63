#include "batch/generations.h"

#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>

#include "io/error.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

namespace fs = boost::filesystem;

class GenerationFolders : public ::testing::Test {
 protected:
  /// A generation with one part and a ledger of this text.
  void make(const std::string& ledger, std::size_t keep = 3) {
    Generations generations(corpus);
    generations.begin(true);
    write(generations, "part-" + ledger, ledger);
    write(generations, kLedgerName, ledger);
    generations.commit(keep);
  }
  static void write(const Generations& generations, std::string_view name, const std::string& content) {
    std::ofstream(generations.file(name)) << content;
  }

  TemporaryFolder folder;
  std::string corpus = folder.path("corpus");
};

TEST_F(GenerationFolders, BecomeCurrentInOneStep) {
  EXPECT_EQ(generation_name(42), "gen-000042");
  make("one");
  EXPECT_EQ(current_generation(corpus), 1);
  EXPECT_EQ(folder.read("corpus/current/part-one"), "one");
  make("two");
  EXPECT_EQ(current_generation(corpus), 2);
  EXPECT_EQ(fs::hard_link_count(folder.path("corpus/current/part-one")), 2U)
      << "unchanged parts cost nothing";
  EXPECT_EQ(folder.read("corpus/gen-000001/_ledger.sqlite"), "one");
  EXPECT_EQ(folder.read("corpus/gen-000002/_ledger.sqlite"), "two");
}

TEST_F(GenerationFolders, OnlyTheNewestAreKept) {
  for (const auto* name : {"a", "b", "c", "d"}) make(name, 2);
  EXPECT_FALSE(fs::exists(corpus + "/gen-000002"));
  EXPECT_TRUE(fs::exists(corpus + "/gen-000003"));
  EXPECT_TRUE(fs::exists(corpus + "/current/part-a"));
}

TEST_F(GenerationFolders, AnUnfinishedOneIsGoneOnWith) {
  make("one");
  {
    Generations killed(corpus);
    killed.begin(true);
    EXPECT_FALSE(killed.resumed());
    write(killed, "part-two", "two");
  }
  EXPECT_EQ(current_generation(corpus), 1);
  Generations next(corpus);
  next.begin(true);
  EXPECT_TRUE(next.resumed());
  EXPECT_EQ(next.number(), 2);
  EXPECT_TRUE(fs::exists(next.file("part-two")));
  next.begin(false);
  EXPECT_FALSE(next.resumed());
  EXPECT_FALSE(fs::exists(next.file("part-two")));
  next.drop();
  EXPECT_FALSE(fs::exists(corpus + "/gen-000002"));
}

TEST_F(GenerationFolders, OneWithoutALedgerIsMadeAnew) {
  fs::create_directories(corpus + "/gen-000001");
  std::ofstream(corpus + "/gen-000001/part-x") << "x";
  Generations generations(corpus);
  generations.begin(true);
  EXPECT_FALSE(generations.resumed());
  EXPECT_FALSE(fs::exists(generations.file("part-x")));
}

TEST_F(GenerationFolders, AreForOneRunAtATime) {
  const Generations first(corpus);
  EXPECT_THROW(Generations{corpus}, IoError);
}

TEST_F(GenerationFolders, WhatIsNoCorpusIsRefused) {
  folder.write("corpus/notes.txt", "mine");
  EXPECT_THROW(Generations{corpus}, IoError);
  EXPECT_EQ(folder.read("corpus/notes.txt"), "mine");
}

TEST_F(GenerationFolders, ALinkThatLeadsNowhereIsAnError) {
  fs::create_directories(corpus);
  EXPECT_EQ(current_generation(corpus), std::nullopt);
  fs::create_symlink("gen-000007", corpus + "/current");
  EXPECT_THROW((void)current_generation(corpus), IoError);
  EXPECT_THROW(Generations{corpus}, IoError);
}

TEST_F(GenerationFolders, AVersionOfTemplatesThatWasNeverCommittedIsReplaced) {
  folder.write("corpus/models/gen-000001.model", "of a run that was ended");
  Generations generations(corpus);
  generations.begin(true);
  write(generations, kModelName, "one");
  write(generations, kLedgerName, "");
  generations.commit(1);
  EXPECT_EQ(folder.read("corpus/models/gen-000001.model"), "one");
  EXPECT_EQ(fs::hard_link_count(corpus + "/models/gen-000001.model"), 2U);
}

TEST_F(GenerationFolders, EveryVersionOfTheTemplatesIsKept) {
  for (const auto* version : {"one", "two"}) {
    Generations generations(corpus);
    generations.begin(true);
    fs::remove(generations.file(kModelName));
    write(generations, kModelName, version);
    write(generations, kLedgerName, "");
    generations.commit(1);
  }
  make("three", 1);
  EXPECT_EQ(folder.read("corpus/models/gen-000001.model"), "one");
  EXPECT_EQ(folder.read("corpus/models/gen-000002.model"), "two");
  EXPECT_FALSE(fs::exists(corpus + "/models/gen-000003.model")) << "the third night learnt nothing";
  EXPECT_EQ(folder.read("corpus/current/_templates.model"), "two");
}

}  // namespace
}  // namespace sito::batch

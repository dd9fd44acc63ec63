#include "batch/inputs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "temporary_folder.h"

namespace sito::batch {
namespace {

using testing::ElementsAre;

constexpr std::time_t kLongAgo = 1'600'000'000;

io::FoundFile found(const std::string& name, std::uint64_t bytes = 5, std::time_t modified = kLongAgo) {
  io::FoundFile file;
  file.path = "in/" + name;
  file.given = "in";
  file.bytes = bytes;
  file.modified = {modified, 7};
  return file;
}

class Nights : public ::testing::Test {
 protected:
  Inputs night(ReadAgain again = {}, RowId making = 1) { return {ledger, again, making}; }

  /// A document read from a file.
  void read(Inputs& inputs, const std::string& name, const std::string& id, const std::string& print,
            RowId making = 1) {
    if (inputs.has_document(id, print)) return;
    LedgerDocument document;
    document.id = id;
    document.file = inputs.file("in/" + name);
    document.fingerprint = print;
    document.making = making;
    inputs.saw_document(ledger.put_document(document, 1));
    documents_read.push_back(id);
  }

  /// A night over a file of two documents and one of one.
  void first_night() {
    auto inputs = night();
    EXPECT_FALSE(inputs.has_file(found("a.tar")));
    EXPECT_FALSE(inputs.has_file(found("b")));
    read(inputs, "a.tar", "a/1", "x");
    read(inputs, "a.tar", "a/2", "y");
    read(inputs, "b", "b", "z");
    inputs.end(true);
    documents_read.clear();
  }

  TemporaryFolder folder;
  Ledger ledger{folder.path("ledger")};
  std::vector<std::string> documents_read;
};

TEST_F(Nights, WhatIsAsItWasIsNotRead) {
  first_night();
  auto inputs = night();
  EXPECT_TRUE(inputs.has_file(found("a.tar")));
  EXPECT_TRUE(inputs.has_file(found("b")));
  inputs.end(true);
  EXPECT_FALSE(inputs.changed());
  EXPECT_EQ(ledger.gone_documents(), 0);
}

TEST_F(Nights, ChangedFilesAreReadByDocument) {
  first_night();
  auto inputs = night();
  EXPECT_FALSE(inputs.has_file(found("a.tar", 6)));
  EXPECT_FALSE(inputs.has_file(found("b", 5, kLongAgo + 1)));
  read(inputs, "a.tar", "a/1", "x");
  read(inputs, "a.tar", "a/3", "new");
  read(inputs, "b", "b", "changed");
  inputs.end(true);
  EXPECT_THAT(documents_read, ElementsAre("a/3", "b"));
  EXPECT_TRUE(ledger.document("a/2")->second.gone) << "the archive no longer holds it";
  EXPECT_EQ(ledger.gone_documents(), 1);
}

TEST_F(Nights, AnotherPathIsAnotherInput) {
  first_night();
  auto inputs = night();
  auto file = found("b");
  file.given = "in/b";
  EXPECT_FALSE(inputs.has_file(file)) << "its source is called otherwise";
}

TEST_F(Nights, WhatIsGoneMayComeBack) {
  first_night();
  auto second = night();
  EXPECT_TRUE(second.has_file(found("a.tar")));
  second.end(true);
  EXPECT_TRUE(second.changed());
  EXPECT_TRUE(ledger.document("b")->second.gone);
  auto third = night();
  EXPECT_TRUE(third.has_file(found("a.tar")));
  EXPECT_TRUE(third.has_file(found("b")));
  third.end(true);
  EXPECT_TRUE(third.changed());
  EXPECT_FALSE(ledger.document("b")->second.gone);
}

TEST_F(Nights, WithoutTimeNothingUnreadCountsAsRead) {
  auto first = night();
  for (const auto* name : {"a.tar", "b", "c"}) EXPECT_FALSE(first.has_file(found(name)));
  read(first, "a.tar", "a/1", "x");
  read(first, "b", "b", "y");
  first.end(false);
  auto second = night();
  EXPECT_TRUE(second.has_file(found("a.tar")));
  EXPECT_FALSE(second.has_file(found("b"))) << "there may be more in it";
  EXPECT_FALSE(second.has_file(found("c")));
}

TEST_F(Nights, WhatIsDeliveredIsWrittenDownFileByFile) {
  auto first = night();
  for (const auto* name : {"a", "b", "c"}) EXPECT_FALSE(first.has_file(found(name)));
  read(first, "c", "c", "x");
  first.settle();
  auto second = night();
  EXPECT_TRUE(second.has_file(found("a"))) << "it gave nothing, and is through";
  EXPECT_TRUE(second.has_file(found("b")));
  EXPECT_FALSE(second.has_file(found("c")));
}

TEST_F(Nights, RejectsAreRememberedAndRetriedOnRequest) {
  auto first = night();
  EXPECT_FALSE(first.has_file(found("a")));
  first.refuse({.file = "in/a", .reason = "broken", .record = "", .input = "in/a"});
  first.end(true);
  EXPECT_TRUE(night().is_known(found("a")));
  EXPECT_FALSE(night({.refused = true}).is_known(found("a")));
  EXPECT_TRUE(ledger.file("in/a")->second.refused);
}

TEST_F(Nights, AFileThatMayNotBeReadIsRememberedToo) {
  auto file = found("locked", 0, 0);
  file.modified = {};
  file.reject = Reject{"cannot open: Permission denied"};
  auto first = night();
  EXPECT_FALSE(first.has_file(file));
  first.refuse({.file = "in/locked", .reason = "denied", .record = "", .input = "in/locked"});
  first.end(true);
  EXPECT_TRUE(night().is_known(file));
  EXPECT_FALSE(night().is_known(found("locked"))) << "now it may";
}

TEST_F(Nights, VerifyReadsAllAndComparesDigests) {
  first_night();
  auto inputs = night({.all = true});
  EXPECT_FALSE(inputs.has_file(found("b")));
  read(inputs, "b", "b", "z");
  EXPECT_TRUE(documents_read.empty());
}

TEST_F(Nights, ReprocessMakesAnewWhatWasMadeOtherwise) {
  first_night();
  auto inputs = night({.other_makings = true}, 2);
  EXPECT_FALSE(inputs.has_file(found("a.tar")));
  EXPECT_FALSE(inputs.has_file(found("b")));
  read(inputs, "a.tar", "a/1", "x", 2);
  read(inputs, "a.tar", "a/2", "y", 2);
  inputs.end(false);
  auto next = night({.other_makings = true}, 2);
  EXPECT_FALSE(next.has_file(found("a.tar"))) << "it may have had more";
  read(next, "a.tar", "a/1", "x", 2);
  EXPECT_EQ(documents_read.size(), 2U) << "it was made anew already";
}

TEST_F(Nights, AFileOfTwoMakingsIsOfNone) {
  first_night();
  auto inputs = night({}, 2);
  EXPECT_FALSE(inputs.has_file(found("a.tar", 6)));
  EXPECT_TRUE(inputs.has_file(found("b")));
  read(inputs, "a.tar", "a/1", "changed", 2);
  read(inputs, "a.tar", "a/2", "y", 2);
  inputs.end(true);
  EXPECT_EQ(ledger.file("in/a.tar")->second.making, 0);
  EXPECT_FALSE(night({.other_makings = true}, 2).is_known(found("a.tar", 6)));
}

TEST_F(Nights, AFileThatWasJustWrittenIsReadATickLater) {
  timespec now = {};
  ::clock_gettime(CLOCK_REALTIME, &now);
  auto file = found("a");
  file.modified = {now.tv_sec, std::max(now.tv_nsec, 1L)};
  auto inputs = night();
  EXPECT_FALSE(inputs.has_file(file));
  timespec later = {};
  ::clock_gettime(CLOCK_REALTIME, &later);
  EXPECT_GE((later.tv_sec - now.tv_sec) * 1'000'000'000 + later.tv_nsec - now.tv_nsec, 20'000'000);
  inputs.end(true);
  EXPECT_TRUE(night().is_known(file));
}

TEST_F(Nights, WhereClocksCountSecondsItIsReadAgain) {
  auto file = found("a");
  file.modified = {std::time(nullptr), 0};
  auto inputs = night();
  EXPECT_FALSE(inputs.has_file(file));
  inputs.end(true);
  EXPECT_FALSE(night().is_known(file));
}

}  // namespace
}  // namespace sito::batch

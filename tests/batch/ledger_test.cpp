#include "batch/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/error.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Ledgers : public ::testing::Test {
 protected:
  static LedgerDocument document(const std::string& id, RowId file, RowId making = 1) {
    LedgerDocument result;
    result.id = id;
    result.file = file;
    result.fingerprint = std::string("\0print", 6);
    result.making = making;
    result.digest = std::string("\0digest", 7);
    return result;
  }

  std::vector<std::string> changed(std::int64_t generation) {
    std::vector<std::string> result;
    ledger->for_each_changed(generation, [&](const LedgerDocument& document, bool added) {
      result.push_back((added ? "+" : "~") + document.id);
    });
    ledger->for_each_removed(generation, [&](const std::string& id) { result.push_back("-" + id); });
    return result;
  }

  std::vector<std::string> refusals() {
    std::vector<std::string> result;
    ledger->for_each_refusal([&](const std::string& line) { result.push_back(line); });
    return result;
  }

  TemporaryFolder folder;
  std::unique_ptr<Ledger> ledger = std::make_unique<Ledger>(folder.path("ledger"));
};

TEST_F(Ledgers, KeepWhatIsCommitted) {
  ledger->set_note("a", "1");
  ledger->commit();
  ledger->set_note("a", "2");
  ledger = std::make_unique<Ledger>(folder.path("ledger"));
  EXPECT_EQ(ledger->note("a"), "1");
  EXPECT_EQ(ledger->note("b"), std::nullopt);
  ledger->set_note("a", "3");
  ledger->close();
  ledger = std::make_unique<Ledger>(folder.path("ledger"), true);
  EXPECT_EQ(ledger->note("a"), "3");
  EXPECT_THROW(ledger->set_note("a", "4"), IoError);
}

TEST_F(Ledgers, WhatIsNoLedgerIsRefused) {
  folder.write("other", "This is a text of some length, and by no means a database of any kind at all.");
  EXPECT_THROW(Ledger(folder.path("other")), IoError);
  EXPECT_THROW(Ledger(folder.path("none"), true), IoError);
}

TEST_F(Ledgers, AFileIsWhatItWasWhenItEnded) {
  const auto row = ledger->begin_file("in/a");
  EXPECT_EQ(ledger->begin_file("in/a"), row);
  EXPECT_EQ(ledger->file("in/a")->second.bytes, -1);
  ledger->add_refusal(row, "broken", false, 7);
  ledger->end_file(row, {"in/a", "in", 5, 1234567890123456789, 3}, 7);
  const auto [again, file] = *ledger->file("in/a");
  EXPECT_EQ(again, row);
  EXPECT_EQ(file.given, "in");
  EXPECT_EQ(file.bytes, 5);
  EXPECT_EQ(file.modified, 1234567890123456789);
  EXPECT_EQ(file.making, 3);
  EXPECT_TRUE(file.refused);
  EXPECT_FALSE(ledger->file("in/b").has_value());
}

TEST_F(Ledgers, RefusalsOfEarlierReadingsGo) {
  const auto row = ledger->begin_file("b");
  const auto other = ledger->begin_file("a");
  ledger->add_refusal(row, "old", false, 1);
  ledger->add_refusal(other, "other", true, 1);
  ledger->end_file(row, {}, 1);
  ledger->add_refusal(row, "new", true, 2);
  ledger->end_file(row, {}, 2);
  EXPECT_THAT(refusals(), ElementsAre("other", "new"));
  EXPECT_FALSE(ledger->file("b")->second.refused);
  ledger->set_file_gone(other, true);
  EXPECT_THAT(refusals(), ElementsAre("new"));
}

TEST_F(Ledgers, WhatIsReadAgainAndIsTheSameIsNoNews) {
  const InputFile file{"a", "in", 5, 6, 3};
  const auto row = ledger->begin_file("a");
  EXPECT_TRUE(ledger->add_refusal(row, "broken", false, 1));
  EXPECT_TRUE(ledger->add_refusal(row, "broken", false, 1)) << "the same line of one reading";
  EXPECT_TRUE(ledger->end_file(row, file, 1));
  EXPECT_FALSE(ledger->add_refusal(row, "broken", false, 2));
  EXPECT_FALSE(ledger->add_refusal(row, "broken", false, 2));
  EXPECT_FALSE(ledger->end_file(row, file, 2));
  EXPECT_THAT(refusals(), ElementsAre("broken", "broken"));
  EXPECT_FALSE(ledger->add_refusal(row, "broken", false, 3));
  EXPECT_TRUE(ledger->end_file(row, file, 3)) << "one of them is gone";
  EXPECT_TRUE(ledger->end_file(row, file, 4));
  EXPECT_FALSE(ledger->file("a")->second.refused);
  EXPECT_TRUE(ledger->end_file(row, {"a", "in", 5, 7, 3}, 5)) << "another time";
}

TEST_F(Ledgers, ADocumentIsReplacedUnderItsId) {
  const auto file = ledger->begin_file("f");
  auto one = document("a", file);
  one.part = 4;
  one.offset = 10;
  one.bytes = 20;
  one.records = 2;
  const auto row = ledger->put_document(one, 1);
  EXPECT_EQ(ledger->put_document(one, 2), row);
  EXPECT_THAT(changed(1), ElementsAre("+a"));
  EXPECT_THAT(changed(2), IsEmpty()) << "its records are the same";
  one.digest = "another";
  EXPECT_EQ(ledger->put_document(one, 3), row);
  EXPECT_THAT(changed(3), ElementsAre("~a"));
  const auto [found, read] = *ledger->document("a");
  EXPECT_EQ(found, row);
  EXPECT_EQ(read.fingerprint, one.fingerprint);
  EXPECT_EQ(read.digest, "another");
  EXPECT_EQ(read.part, 4);
  EXPECT_EQ(read.offset, 10);
  EXPECT_EQ(read.bytes, 20);
  EXPECT_EQ(read.records, 2);
  EXPECT_EQ(ledger->documents(), 1);
}

TEST_F(Ledgers, AFileTakesItsDocumentsWithIt) {
  const auto file = ledger->begin_file("f");
  const auto alone = ledger->put_document(document("alone", file), 1);
  (void)ledger->put_document(document("with", file), 1);
  ledger->set_document_gone(alone, true);
  ledger->set_file_gone(file, true);
  EXPECT_EQ(ledger->gone_documents(), 2);
  ledger->set_file_gone(file, false);
  EXPECT_EQ(ledger->gone_documents(), 1) << "a member that was gone before is not back";
  EXPECT_TRUE(ledger->document("alone")->second.gone);
}

TEST_F(Ledgers, WhatIsGoneIsRemovedAndRemembered) {
  const auto file = ledger->begin_file("f");
  (void)ledger->put_document(document("old", file), 1);
  (void)ledger->put_document(document("new", file), 2);
  ledger->set_file_gone(file, true);
  ledger->remove_gone(2);
  EXPECT_EQ(ledger->documents(), 0);
  EXPECT_FALSE(ledger->file("f").has_value());
  EXPECT_THAT(changed(2), ElementsAre("-old")) << "what came and went within a night never was";
  (void)ledger->put_document(document("old", ledger->begin_file("f")), 2);
  EXPECT_THAT(changed(2), ElementsAre("+old")) << "it is back";
  ledger->forget_removed(3);
  EXPECT_EQ(ledger->changes(2).removed, 0);
}

TEST_F(Ledgers, MakingsAreToldApart) {
  const auto one = ledger->making({"options", "model", "shape"});
  EXPECT_EQ(ledger->making({"options", "model", "shape"}), one);
  const auto other = ledger->making({"others", "model", "shape"});
  EXPECT_NE(other, one);
  EXPECT_EQ(ledger->known_making({"options", "", "shape"}), 0);
  const auto file = ledger->begin_file("f");
  (void)ledger->put_document(document("a", file, one), 1);
  (void)ledger->put_document(document("b", file, other), 1);
  EXPECT_EQ(ledger->documents_of_other_options({"options", "another", "shape"}), 1);
  EXPECT_EQ(ledger->documents_of_other_shape({"", "", "shape"}), 0);
  EXPECT_EQ(ledger->documents_of_other_shape({"", "", "none"}), 2);
}

TEST_F(Ledgers, PartsWithHolesAreFound) {
  const auto file = ledger->begin_file("f");
  const auto full = ledger->begin_part();
  const auto holed = ledger->begin_part();
  const auto empty = ledger->begin_part();
  Part part;
  part.content_bytes = 10;
  part.name = "full";
  ledger->end_part(full, part);
  part.name = "holed";
  ledger->end_part(holed, part);
  ledger->end_part(empty, {});
  EXPECT_EQ(ledger->part_name(holed), "holed");
  EXPECT_EQ(ledger->part_name(empty + 1), std::nullopt);
  auto held = document("a", file);
  held.part = full;
  held.bytes = 10;
  (void)ledger->put_document(held, 1);
  held.id = "b";
  held.part = holed;
  held.bytes = 9;
  const auto row = ledger->put_document(held, 1);
  EXPECT_THAT(ledger->parts_with_holes(), ElementsAre(holed, empty));
  ledger->move_document(row, full, 10);
  EXPECT_EQ(ledger->documents_in(full).size(), 2U);
  ledger->remove_part(empty);
  EXPECT_GT(ledger->begin_part(), empty) << "a number is never used again";
}

TEST_F(Ledgers, RememberWhatWasLearnt) {
  ledger->add_learnt("a", "one");
  EXPECT_TRUE(ledger->is_learnt("a", "one"));
  EXPECT_FALSE(ledger->is_learnt("a", "two"));
  ledger->add_learnt("a", "two");
  EXPECT_TRUE(ledger->is_learnt("a", "two"));
}

}  // namespace
}  // namespace sito::batch

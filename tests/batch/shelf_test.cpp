#include "batch/shelf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>

#include "batch/part_content.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

using testing::ElementsAre;

class Shelves : public ::testing::Test {
 protected:
  /// Puts a document with one record, its id.
  RowId put(const std::string& id) {
    LedgerDocument document;
    document.id = id;
    document.file = 1;
    document.records = 1;
    document.bytes = static_cast<std::int64_t>(id.size()) + 1;
    const auto spot = shelf.put(id, id + "\n", 1);
    document.part = spot.part;
    document.offset = spot.offset;
    const auto row = ledger.put_document(document, 1);
    if (shelf.is_due()) shelf.settle();
    return row;
  }

  /// What each part of the ledger holds.
  std::vector<std::string> held() {
    std::vector<std::string> result;
    for (const auto& [row, part] : ledger.parts()) {
      PartContent content(folder.path(part.name));
      std::string records;
      content.read(0, part.content_bytes, records);
      result.push_back(records);
    }
    return result;
  }

  std::string at_place(const std::string& id) {
    const auto document = ledger.document(id)->second;
    for (const auto& [row, part] : ledger.parts())
      if (row == document.part) {
        std::string records;
        PartContent(folder.path(part.name)).read(document.offset, document.bytes, records);
        return records;
      }
    return "no part";
  }

  void drop(RowId document) {
    ledger.set_document_gone(document, true);
    ledger.remove_gone(1);
  }

  TemporaryFolder folder;
  Ledger ledger{folder.path("ledger")};
  Shelf shelf{ledger, {folder.path(""), "jsonl.zst", {3, 0}}};
};

TEST_F(Shelves, FillPartsInOrder) {
  for (const auto* id : {"a", "b", "c", "d"}) put(id);
  shelf.settle();
  EXPECT_THAT(held(), ElementsAre("a\nb\nc\n", "d\n"));
  const auto part = ledger.parts().front().second;
  EXPECT_EQ(part.name, "part-00000001.jsonl.zst");
  EXPECT_EQ(part.records, 3);
  EXPECT_EQ(part.first_id, "a");
  EXPECT_EQ(part.last_id, "c");
  EXPECT_EQ(at_place("b"), "b\n");
}

TEST_F(Shelves, NoRecordsNeedNoPlace) { EXPECT_EQ(shelf.put("a", "", 0).part, 0); }

TEST_F(Shelves, WhatIsLeftOfAPartIsPoured) {
  const auto a = put("a");
  for (const auto* id : {"b", "c", "d", "e", "f"}) put(id);
  drop(a);
  shelf.pour_holes();
  shelf.settle();
  EXPECT_THAT(held(), ElementsAre("d\ne\nf\n", "b\nc\n"));
  EXPECT_FALSE(boost::filesystem::exists(folder.path("part-00000001.jsonl.zst")));
  EXPECT_EQ(at_place("c"), "c\n");
}

TEST_F(Shelves, APartOfNothingGoes) {
  const auto a = put("a");
  shelf.settle();
  drop(a);
  shelf.pour_holes();
  shelf.settle();
  EXPECT_TRUE(ledger.parts().empty());
  shelf.keep_one();
  shelf.settle();
  EXPECT_THAT(held(), ElementsAre(""));
}

TEST_F(Shelves, SmallPartsBecomeOne) {
  for (const auto* id : {"a", "b", "c", "d"}) put(id);
  shelf.settle();
  EXPECT_FALSE(shelf.pour_small()) << "one alone is none too many";
  put("e");
  shelf.settle();
  EXPECT_TRUE(shelf.pour_small());
  shelf.settle();
  EXPECT_THAT(held(), ElementsAre("a\nb\nc\n", "d\ne\n"));
}

TEST_F(Shelves, AnEmptiedPartStaysUntilTheLedgerForgetsIt) {
  const auto a = put("a");
  for (const auto* id : {"b", "c"}) put(id);
  drop(a);
  ledger.commit();
  shelf.pour_holes();
  EXPECT_TRUE(boost::filesystem::exists(folder.path("part-00000001.jsonl.zst")));
}

TEST_F(Shelves, CheckRemovesWhatAKilledRunLeft) {
  put("a");
  shelf.settle();
  folder.write("part-00000002.jsonl.zst", "not in the ledger");
  folder.write(".part-00000003.jsonl.zst.sito-abc123", "unfinished");
  folder.write("_manifest.json", "kept");
  EXPECT_TRUE(shelf.check());
  EXPECT_FALSE(boost::filesystem::exists(folder.path("part-00000002.jsonl.zst")));
  EXPECT_FALSE(boost::filesystem::exists(folder.path(".part-00000003.jsonl.zst.sito-abc123")));
  EXPECT_TRUE(boost::filesystem::exists(folder.path("_manifest.json")));
  folder.write("part-00000001.jsonl.zst", "cut");
  EXPECT_FALSE(shelf.check());
}

}  // namespace
}  // namespace sito::batch

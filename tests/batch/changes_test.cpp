#include "batch/changes.h"

#include <gtest/gtest.h>

#include "batch/shelf.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

TEST(Changes, AreALineADocument) {
  const TemporaryFolder folder;
  Ledger ledger(folder.path("ledger"));
  Shelf shelf(ledger, {folder.path(""), "jsonl", {2, 0}});
  const auto put = [&](const std::string& id, const std::string& records, std::int64_t night) {
    LedgerDocument document;
    document.id = id;
    document.file = ledger.begin_file(id);
    document.bytes = static_cast<std::int64_t>(records.size());
    document.digest = records;
    const auto spot = shelf.put(id, records, 1);
    document.part = spot.part;
    document.offset = spot.offset;
    (void)ledger.put_document(document, night);
    if (shelf.is_due()) shelf.settle();
  };
  put("was", "0\n", 1);
  put("stays", "0\n", 1);
  put("goes\"", "0\n", 1);
  put("was", "[1]\n2\n", 2);
  put("empty", "", 2);
  put("new", "{}\n", 2);
  ledger.set_file_gone(ledger.begin_file("goes\""), true);
  ledger.remove_gone(2);
  shelf.settle();
  io::Output output(folder.path("changes"));
  write_changes(ledger, 2, folder.path(""), output);
  output.commit();
  EXPECT_EQ(folder.read("changes"),
            "{\"change\":\"remove\",\"id\":\"goes\\\"\"}\n"
            "{\"change\":\"add\",\"id\":\"empty\",\"records\":[]}\n"
            "{\"change\":\"replace\",\"id\":\"was\",\"records\":[[1],2]}\n"
            "{\"change\":\"add\",\"id\":\"new\",\"records\":[{}]}\n");
}

}  // namespace
}  // namespace sito::batch

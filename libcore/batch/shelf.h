// shelf.h: the parts of a generation, filled and emptied.
//
// New records go to the end, into parts that stay as they are once they are whole; what is live of an older
// part is poured there too when some of it is not. Where records stand is written into the ledger, and the
// ledger is committed only with parts that are whole.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/corpus.h"
#include "batch/ledger.h"
#include "batch/part_writer.h"

namespace sito::batch {

struct ShelfSettings {
  std::string folder;
  std::string suffix;  ///< of parts: "jsonl.zst"
  ShardSize size;
};

/// All throw IoError. One thread at a time.
class Shelf {
 public:
  /// Both outlive it.
  Shelf(Ledger& ledger, ShelfSettings settings);

  /// Whether the parts that the ledger knows are there, whole. Removes what else a run left that was ended.
  [[nodiscard]] bool check();

  struct Spot {
    RowId part = 0;  ///< 0 for no records
    std::int64_t offset = 0;
  };
  /// Begins a part if none is being written.
  void make_room();
  /// Writes a document's records, `count` of them. Ends the part if they fill it: a document's stay together.
  /// Asks the ledger only where there is no room.
  [[nodiscard]] Spot put(std::string_view id, std::string_view records, std::int64_t count);

  /// Whether a part has been ended that is not settled.
  [[nodiscard]] bool is_due() const { return is_due_; }

  /// Ends the part that is being written, if there is one, and commits the ledger: all so far will outlive
  /// the process.
  void settle();

  /// Writes what the ledger has of an ended part anew, at the end; the part goes once that is settled.
  void pour(RowId part);

  /// Pours every part that holds what is no document's any more.
  void pour_holes();
  /// Pours the parts of less than half the size, where there are several; whether it did.
  bool pour_small();

  /// Makes an empty part if there is none, so that `part-*` names a file.
  void keep_one();

 private:
  void finish_part();
  void end_part();
  [[nodiscard]] std::string file(std::string_view name) const;
  [[nodiscard]] bool is_small(const Part& part) const;

  Ledger& ledger_;
  ShelfSettings settings_;
  std::unique_ptr<PartWriter> writer_;
  std::optional<Part> finished_;  ///< the part that was written last, while the ledger does not know it
  bool is_due_ = false;
  RowId row_ = 0;                     ///< of the part that is being written or was last
  std::vector<std::string> emptied_;  ///< files whose records stand elsewhere once the ledger is committed
};

}  // namespace sito::batch

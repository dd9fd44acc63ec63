// inputs.h: which inputs are new, changed, as they were, or gone.
//
// Compares what a walk finds with what the ledger has, and writes into the ledger what became of each file
// once all of it has been delivered. What a document's records are and where they stand is shelf.h's
// question.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "batch/ledger.h"
#include "io/tree.h"
#include "pipeline/rejects.h"

namespace sito::batch {

/// What is read although its size and time are those of the ledger.
struct ReadAgain {
  bool all = false;            ///< to compare digests
  bool refused = false;        ///< what was rejected
  bool other_makings = false;  ///< what was made otherwise, which is then made anew
};

/// Whether a file is what the ledger has under its path, so that it need not be read; `making` is this run's.
[[nodiscard]] bool is_as_it_was(const io::FoundFile& found, const InputFile& file, const ReadAgain& again,
                                RowId making);

/// All throw IoError. One thread at a time. Memory: a bit for each file and document of the ledger, and the
/// names of the files that are being read.
class Inputs {
 public:
  /// The ledger outlives it. `making` is this run's.
  Inputs(Ledger& ledger, ReadAgain again, RowId making);

  /// Whether a file is as it was; takes no note of it.
  [[nodiscard]] bool is_known(const io::FoundFile& file) const;
  /// Likewise of a document.
  [[nodiscard]] bool is_known(const std::string& id, std::string_view fingerprint) const;

  /// As pipeline::Known asks: takes note that they are there.
  bool has_file(const io::FoundFile& file);
  bool has_document(std::string_view id, std::string_view fingerprint);

  /// The row of a file that is being read and has given something.
  RowId file(std::string_view input);
  /// A document that was put into the ledger.
  void saw_document(RowId document);
  void refuse(const pipeline::Refusal& refusal);

  /// What was handed out before the last file that gave something has been delivered: it is written down.
  void settle();

  /// The end. If the walk was `whole`, all that it found has been delivered, and what it did not find is
  /// gone; if there was no time for all, the last file that gave something may have more, and those behind it
  /// were not read.
  void end(bool whole);

  /// Whether anything is new in the ledger.
  [[nodiscard]] bool changed() const { return changed_; }

 private:
  struct Pending {
    RowId row = 0;
    bool is_new = false;  ///< the ledger did not have it
    InputFile file;
  };
  /// Rows that were seen: a bit each.
  class Seen {
   public:
    void add(RowId row);
    [[nodiscard]] bool has(RowId row) const;

   private:
    std::vector<bool> bits_;
  };

  [[nodiscard]] bool is_the_same(const LedgerDocument& document, std::string_view fingerprint) const;
  void complete(const Pending& pending);
  void settle_documents(RowId row, InputFile& file);
  void complete_first(std::size_t count);
  void find_gone();

  Ledger& ledger_;
  ReadAgain again_;
  RowId making_;
  std::int64_t reading_;  ///< number of this run among all of the ledger
  Seen files_;
  Seen documents_;
  std::deque<Pending> pending_;                         ///< handed out, in order
  std::unordered_map<std::string, std::size_t> place_;  ///< of a path in all that was ever handed out
  std::size_t completed_ = 0;                           ///< how many of those are written down
  std::size_t reached_ = 0;  ///< how many stand before the last that gave something
  bool changed_ = false;
};

}  // namespace sito::batch

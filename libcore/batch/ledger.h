// ledger.h: what a corpus knows of its inputs and of where their records stand.
//
// An SQLite database in rollback-journal mode: every input file with its size and time, every document with
// its fingerprint, how it was made and where its records stand in which part, and what was refused. It is
// written in transactions that end when a part is whole, so that the ledger and the parts beside it agree
// whatever ends the process. What follows from it is inputs.h's and shelf.h's question, in which folder it
// lies generations.h's.
//
// All throw IoError where the database cannot be read or written. One thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "batch/manifest.h"

namespace sito::batch {

using RowId = std::int64_t;

/// note() of the digest of the templates that nights learnt.
inline constexpr const char* kModelNote = "model";

/// How records were made: two documents of one making were made alike.
struct Making {
  std::string options;  ///< digest of the switches and the program's version
  std::string model;    ///< digest of the templates that nights learnt; empty without
  std::string shape;    ///< what the lines look like: those of one corpus are alike
};

/// An input file as it was when it was last read.
struct InputFile {
  std::string path;           ///< encoded (pipeline/naming.h)
  std::string given;          ///< the PATH that held it
  std::int64_t bytes = -1;    ///< -1 while it is being read
  std::int64_t modified = 0;  ///< nanoseconds
  RowId making = 0;           ///< of all its documents; 0 where they differ
  bool refused = false;       ///< it or something in it was rejected
  bool gone = false;
};

/// A document, and where its records stand.
struct LedgerDocument {
  std::string id;
  RowId file = 0;
  std::string fingerprint;  ///< raw bytes
  RowId making = 0;
  RowId part = 0;           ///< 0 if it has no records
  std::int64_t offset = 0;  ///< in the part's content, bytes
  std::int64_t bytes = 0;
  std::int64_t records = 0;
  std::string digest;  ///< of its records, raw bytes
  bool gone = false;   ///< its input is, or no longer holds it
};

/// Added and replaced documents of a generation, and those that were removed.
struct ChangeCounts {
  std::int64_t added = 0;
  std::int64_t replaced = 0;
  std::int64_t removed = 0;
};

class Ledger {
 public:
  /// Opens it, and makes an empty one where there is none unless it is only to be read. Refuses a ledger of
  /// another form than this program's.
  explicit Ledger(const std::string& path, bool only_read = false);
  ~Ledger();

  /// Ends the transaction, durably, and begins the next. What is not committed never was.
  void commit();
  /// Ends the transaction and the ledger: nothing but the database's one file is left.
  void close();

  /// Short notes about the corpus as a whole.
  [[nodiscard]] std::optional<std::string> note(const std::string& key);
  void set_note(const std::string& key, const std::string& value);

  /// The row of this making; a new one where there is none.
  [[nodiscard]] RowId making(const Making& making);
  /// The same where there is one, else 0.
  [[nodiscard]] RowId known_making(const Making& making);
  /// How many documents were made with other options, or have another shape, than `making` has.
  [[nodiscard]] std::int64_t documents_of_other_options(const Making& making);
  [[nodiscard]] std::int64_t documents_of_other_shape(const Making& making);

  [[nodiscard]] std::optional<std::pair<RowId, InputFile>> file(const std::string& path);
  /// The file's row, as `bytes` -1 if it was not there.
  RowId begin_file(const std::string& path);
  /// What the file is now, all of it having been read; refusals of earlier readings are dropped. Whether any
  /// of it was otherwise.
  bool end_file(RowId row, const InputFile& file, std::int64_t reading);
  /// All that are not gone.
  void for_each_file(const std::function<void(RowId, const std::string& path)>& see);
  /// With its documents.
  void set_file_gone(RowId file, bool gone);

  [[nodiscard]] std::optional<std::pair<RowId, LedgerDocument>> document(const std::string& id);
  /// In place of what the ledger has under its id; one whose records are new counts as changed in
  /// `generation`.
  RowId put_document(const LedgerDocument& document, std::int64_t generation);
  void set_document_gone(RowId document, bool gone);
  void move_document(RowId document, RowId part, std::int64_t offset);
  /// Those that are not gone, by row.
  void for_each_document_of(RowId file, const std::function<void(RowId, RowId making)>& see);
  /// Of a part, in the order of their records.
  [[nodiscard]] std::vector<std::pair<RowId, LedgerDocument>> documents_in(RowId part);
  /// Changed in `generation`, in the order of their records, those without any first; `added`: not replaced.
  void for_each_changed(std::int64_t generation,
                        const std::function<void(const LedgerDocument&, bool added)>& see);
  [[nodiscard]] std::int64_t documents();
  [[nodiscard]] std::int64_t gone_documents();
  /// Ids removed before `generation` are forgotten.
  void forget_removed(std::int64_t generation);
  /// Takes gone documents and files out, and remembers their ids as removed in `generation`; those that it
  /// added itself only if it `was_told`: that they are there.
  void remove_gone(std::int64_t generation, bool was_told = false);
  void for_each_removed(std::int64_t generation, const std::function<void(const std::string& id)>& see);
  [[nodiscard]] ChangeCounts changes(std::int64_t generation);

  /// `line` is the line of --rejects; `reading` tells this reading of the file from earlier ones. Whether
  /// none of these had it.
  bool add_refusal(RowId file, const std::string& line, bool skipped, std::int64_t reading);
  /// The lines, of files that are not gone, by path.
  void for_each_refusal(const std::function<void(const std::string& line)>& see);

  /// Whether templates were learnt from the document as it is now; add_learnt() says that they are.
  [[nodiscard]] bool is_learnt(const std::string& id, const std::string& fingerprint);
  void add_learnt(const std::string& id, const std::string& fingerprint);

  /// A part whose number is new in all generations.
  [[nodiscard]] RowId begin_part();
  void end_part(RowId row, const Part& part);
  void remove_part(RowId row);
  [[nodiscard]] std::vector<std::pair<RowId, Part>> parts();
  /// None if there is no such part.
  [[nodiscard]] std::optional<std::string> part_name(RowId part);
  /// Those that hold bytes of no document of the ledger, or nothing at all.
  [[nodiscard]] std::vector<RowId> parts_with_holes();

 private:
  class Query;
  struct Store;

  Query query(const char* sql);
  void execute(const char* sql);
  [[nodiscard]] std::int64_t number(const char* sql);

  std::string path_;
  std::unique_ptr<Store> store_;
};

}  // namespace sito::batch

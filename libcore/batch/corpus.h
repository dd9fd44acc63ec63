// corpus.h: records as a folder of parts.
//
// What `-o DIR --shard-size` writes: part-00000.jsonl.zst and so on, `_manifest.json`, and `_SUCCESS` last.
// The folder appears whole or not at all (io/output_folder.h). What the records are is emit's question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "batch/manifest.h"
#include "batch/part_writer.h"
#include "document/result.h"
#include "io/compress.h"
#include "io/output_folder.h"

namespace sito::batch {

/// Where a part ends. Records are never split.
struct ShardSize {
  std::size_t records = 0;  ///< each part but the last has so many; 0: their number does not matter
  std::size_t bytes = 0;    ///< a part ends with the record that reaches it, before compression; 0 likewise

  /// `10000` is records, `64M`, `64MB` and `64MiB` are bytes (powers of 1024). None for anything else and for
  /// 0.
  [[nodiscard]] static std::optional<ShardSize> parse(std::string_view size);

  /// Whether a part that holds so much ends.
  [[nodiscard]] bool is_reached(const Part& part) const;
};

struct CorpusSettings {
  std::string folder;
  std::string suffix = "jsonl";  ///< of the records' format
  io::Compression compression = io::Compression::kZstd;
  ShardSize shard_size;
  bool overwrite = false;  ///< a corpus that is there is replaced, whole
  std::string head;        ///< what every part begins with: the names of columns
  Manifest manifest;       ///< without its parts
};

/// What stands behind the format's name: ".zst", ".gz" or nothing.
[[nodiscard]] std::string_view suffix_of(io::Compression compression);

/// Why `folder` may not become a corpus: it is no folder, holds a corpus and that is not to be overwritten,
/// or holds something else, which is never removed.
[[nodiscard]] Result<void> check_corpus_folder(const std::string& folder, bool overwrite);

class Corpus {
 public:
  /// Throws IoError. check_corpus_folder() has been asked.
  explicit Corpus(CorpusSettings settings);
  /// Without commit() nothing of it stays.
  ~Corpus();

  /// Records in frames (document/frame.h). Throws IoError. Memory: a buffer.
  void add(std::string_view frames);

  /// The bytes of all records and heads so far, not compressed.
  [[nodiscard]] std::int64_t content_bytes() const;

  /// Ends the last part, writes the manifest, then `_SUCCESS`, then lets the folder appear. Without a record
  /// there is one part all the same, so that `part-*` names a file. Throws IoError.
  void commit();

 private:
  void add_framed(std::string_view frames);
  void begin_part();
  void end_part();
  void write_rest();

  CorpusSettings settings_;
  io::OutputFolder folder_;
  std::unique_ptr<PartWriter> writer_;  ///< of the part that is being written, if any
  std::int64_t ended_bytes_ = 0;        ///< of the parts before it, not compressed
};

}  // namespace sito::batch

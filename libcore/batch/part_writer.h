// part_writer.h: one file of records, while it is written.
//
// Puts records into a file that appears whole, and counts and digests what a manifest says of it. Where one
// part ends and the next begins is corpus.h's question, and generation.h's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "batch/manifest.h"
#include "document/digest.h"
#include "io/output.h"

namespace sito::batch {

class PartWriter {
 public:
  /// Writes to `path`, compressed by its suffix, what a manifest will know as `name`. It begins with `head`.
  /// Throws IoError, as all of these do.
  PartWriter(const std::string& path, std::string name, std::string_view head);

  /// Records of the document `id`, with their line ends; `count` says how many.
  void add(std::string_view id, std::string_view records, std::int64_t count = 1);

  /// So far; `bytes` and `digest` only once finished.
  [[nodiscard]] const Part& part() const { return part_; }

  /// Lets the file appear, synced. Without it nothing stays. The last thing to ask of it.
  [[nodiscard]] Part finish();

 private:
  void put(std::string_view bytes);

  io::Output output_;
  Sha256 digest_;
  Part part_;
};

}  // namespace sito::batch

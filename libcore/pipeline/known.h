// known.h: what an earlier run has read already.
//
// A source that is told of it hands out only what is new or changed, and tells which input each document
// comes from. What was read when, and what became of it, is the asker's question.
#pragma once

#include <string>
#include <string_view>

#include "io/http.h"
#include "io/tree.h"
#include "pipeline/raw_document.h"

namespace sito::pipeline {

class Known {
 public:
  virtual ~Known() = default;

  /// Whether the file is what it was, so that it is not opened. Asked for every file that the walk finds,
  /// once and in its order, by one caller at a time.
  virtual bool has_file(const io::FoundFile& file) = 0;

  /// Whether the document `id` was read from the same bytes under the same names, by its fingerprint(). Asked
  /// for each that a file or archive holds, by any thread.
  virtual bool has_document(std::string_view id, std::string_view fingerprint) = 0;
};

/// 16 bytes of XXH3 over the raw bytes and whatever else decides the record: names, address, dates, and what
/// a server said that the bytes are. Linear.
[[nodiscard]] std::string fingerprint(const RawDocument& raw, const io::ContentType& declared);

}  // namespace sito::pipeline

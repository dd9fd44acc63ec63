// part_content.h: a part's records, read again.
//
// Where a document's records stand is the ledger's question.
#pragma once

#include <cstdint>
#include <string>

#include "io/input.h"

namespace sito::batch {

/// Reads a part's content forwards, here and there.
class PartContent {
 public:
  /// Throws IoError.
  explicit PartContent(const std::string& path) : input_(path) {}

  /// `size` bytes from `offset` of what the part holds, decompressed, in place of what `out` held. `offset`
  /// is not before the end of what was read last. Throws IoError, also where there are not so many.
  void read(std::int64_t offset, std::int64_t size, std::string& out);

 private:
  std::int64_t take(char* to, std::int64_t most);

  io::Input input_;
  std::int64_t at_ = 0;
};

}  // namespace sito::batch

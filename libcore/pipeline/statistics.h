// statistics.h: what a run counts, and how --stats writes it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "document/scratch.h"

namespace sito::pipeline {

struct Statistics {
  std::int64_t documents = 0;  ///< came through to the output
  std::int64_t bytes_in = 0;   ///< of input, decompressed
  std::int64_t bytes_out = 0;  ///< of output, before compression
  std::int64_t rejected = 0;
  std::int64_t skipped = 0;
  double seconds = 0;
  std::map<std::string, std::int64_t, std::less<>> reasons;      ///< rejects by reason
  std::map<std::string, std::int64_t, std::less<>> media_types;  ///< skipped files by media type
  Counts counts;                                                 ///< what the stages counted
};

/// One JSON object and LF: tool, version, documents, bytes_in, bytes_out, rejected, skipped, seconds, and
/// the objects `rejects`, `skips` and `counts`, the largest number first, then by name.
[[nodiscard]] std::string to_json(const Statistics& statistics, std::string_view tool);

/// A reason without what differs from record to record (numbers, quoted parts), so that reasons can be
/// counted: "not valid JSON at byte 17" -> "not valid JSON at byte N".
[[nodiscard]] std::string reason_class(std::string_view reason);

}  // namespace sito::pipeline

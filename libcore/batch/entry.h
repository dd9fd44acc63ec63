// entry.h: all records of one document, with what a ledger keeps of it.
//
// Where a document's records are to be found and replaced later, the whole of them is one thing, also if
// there are none. Like frames (document/frame.h), entries pass from a chain to what takes its output within
// one process and are never stored.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "document/stage.h"

namespace sito::batch {

struct Entry {
  std::string_view id;           ///< the document's, unescaped
  std::string_view input;        ///< Provenance, as is the next
  std::string_view fingerprint;  ///< raw bytes
  std::string_view records;      ///< lines, each ended by LF; may be empty

  /// How many lines.
  [[nodiscard]] std::int64_t count() const;
};

/// Appends `entry` to `out`.
void append_entry(std::string& out, const Entry& entry);

/// The entry at the head of `entries`, which it takes off. Precondition: `entries` begins with a whole one.
[[nodiscard]] Entry take_entry(std::string_view& entries);

/// What `records` (a sink of lines) makes of a document, as an entry. A document needs an id.
[[nodiscard]] std::unique_ptr<Sink> make_entry_sink(std::unique_ptr<Sink> records);

}  // namespace sito::batch

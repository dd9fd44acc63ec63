// record.h: the wire's `normalization`: what was done to a text, over all runs.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/result.h"
#include "normalize/normalize.h"

namespace sito::normalize {

class Record {
 public:
  /// The record of earlier runs: `field` is the JSON of `normalization`, or none. A null is an empty
  /// record. Rejects what is no `{"form": string or null, "changes": [{"kind": string, "count":
  /// integer, ...}]}`; members beyond these are kept.
  static Result<Record> read(std::optional<std::string_view> field);

  /// Adds to the entry that has this kind and chain and nothing else but a count; a new entry stands last.
  void add(const Change& change);

  /// After a run that made `form` ("NFC", "NFKC") of the text, or left its form alone (empty) and changed it
  /// or not. A text that was not changed keeps the form that it had, and so does NFKC text that was made NFC.
  void set_form(std::string_view form, bool changed);

  /// The kinds of what seems wrong with the text and cannot be mended, in place of what earlier runs said.
  void set_suspects(std::span<const std::string_view> kinds) { suspects_.assign(kinds.begin(), kinds.end()); }

  /// Writes the JSON over `json`.
  void write(std::string& json) const;

 private:
  struct Entry {
    std::string kind;
    std::int64_t count = 0;
    std::string chain;  ///< of mojibake
    std::string raw;    ///< JSON of an entry with further members, kept as it is
  };
  [[nodiscard]] static std::optional<Entry> read_entry(std::string_view value);

  std::string form_;  ///< JSON; empty if unknown
  std::vector<Entry> entries_;
  std::vector<std::string_view> suspects_;                   ///< constants
  std::vector<std::pair<std::string, std::string>> others_;  ///< members beyond form and changes: key, JSON
};

}  // namespace sito::normalize

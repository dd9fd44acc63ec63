// document.h: one record of the wire, as its bytes and the places of its fields.
//
// The wire is JSON Lines. What no tool of ours owns passes byte for byte, so a Document is the line
// itself with an index of its top-level fields; a field that is set replaces its value in place or is
// appended before the closing brace. How a line is validated is json_scan.h's question; what stands
// inside a value, json_value.h's.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/result.h"

namespace sito {

class Document {
 public:
  /// An empty record `{}`: sources build from it with set() and set_text().
  Document();

  /// Takes one line of the wire (without its LF) in; what the document held before is gone, its memory
  /// is used again. Rejects a line that is not one valid JSON object (json_scan.h), that lacks `text`
  /// or has one that is no string, and one in which `text` or a key of `known` (compared unescaped) stands twice. Copies the
  /// line. Linear.
  Result<void> assign(std::string_view line, std::span<const std::string_view> known = {});

  /// The unescaped text, valid UTF-8 until the text is set or the document assigned. Rejects a lone
  /// surrogate. Unescapes once; free where the line has no escapes.
  [[nodiscard]] Result<std::string_view> text();

  /// As text(), with every lone surrogate as U+FFFD, and how many there were. Such a text does not
  /// count as unchanged when it is set.
  struct LenientText {
    std::string_view text;
    std::size_t replaced = 0;
  };
  [[nodiscard]] LenientText lenient_text();

  /// Rewrites the text. The same text keeps its very bytes in the line; another escapes only `"`, `\`
  /// and C0 controls. `text` may be a view of this document's own text().
  void set_text(std::string_view text);

  /// The JSON bytes of a top-level field as they stand, or none. Constant for few fields; the view
  /// holds until the field is set or the document assigned.
  [[nodiscard]] std::optional<std::string_view> field(std::string_view key) const;

  /// Sets a field to `json`, which is valid JSON: in place where it stands, else before the closing brace.
  void set(std::string_view key, std::string_view json);

  /// Takes a field out, with the comma that parts it. False if there is none.
  bool remove(std::string_view key);

  /// The record's `id`, unescaped: none if it is missing or no string, or holds a lone surrogate.
  [[nodiscard]] std::optional<std::string> id() const;

  /// Top-level keys (unescaped) in the line's order, with what was set at the end.
  [[nodiscard]] std::vector<std::string_view> keys() const;

  /// Appends the record, without LF.
  void append_to(std::string& out) const;

 private:
  // The helper who writes document.cpp settles this part.
};

}  // namespace sito

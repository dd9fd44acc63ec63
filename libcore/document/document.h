// document.h: one record of the wire, as its bytes and the places of its fields.
//
// The wire is JSON Lines. What no tool of ours owns passes byte for byte, so a Document is the line
// itself with an index of its top-level fields; a field that is set replaces its value in place or is
// appended before the closing brace. How a line is validated is json_scan.h's question; what stands
// inside a value, json_value.h's.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/json_scan.h"
#include "document/result.h"

namespace sito {

class Document {
 public:
  /// An empty record `{}`: sources build from it with set() and set_text().
  Document();

  /// Takes one line of the wire (without its LF) in; what the document held before is gone, its memory
  /// is used again. Rejects a line that is not one valid JSON object (json_scan.h), that lacks `text`
  /// or has one that is no string, and one in which `text` or a key of `known` (compared unescaped) stands
  /// twice. Copies the line. Linear.
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
  /// `key` needs no escapes.
  void set(std::string_view key, std::string_view json);

  /// Takes a field out, and its twins, with the commas that part them. False if there is none.
  bool remove(std::string_view key);

  /// The record's `id`, unescaped: none if it is missing or no string, or holds a lone surrogate.
  [[nodiscard]] std::optional<std::string> id() const;

  /// A field as it will be written.
  struct Field {
    std::string_view key;  ///< between its quotes, escaped
    std::string_view json;
  };
  /// All fields, in the order of append_to(). The views hold until the document changes.
  [[nodiscard]] std::vector<Field> all_fields() const;

  /// Top-level keys (unescaped) in the line's order, with what was set at the end.
  [[nodiscard]] std::vector<std::string_view> keys() const;

  /// Appends the record, without LF.
  void append_to(std::string& out) const;

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// A field that stands in the line or was appended to it. What was set is one of `owned_`.
  struct Entry {
    json::Field place;          ///< in `line_`; of no meaning for appended ones
    std::size_t name = kNone;   ///< in `owned_`: the key, where `line_` does not have it unescaped
    std::size_t value = kNone;  ///< in `owned_`: what was set
    bool removed = false;
  };

  /// Where the unescaped text is.
  enum class Text { kUnread, kIsValue, kIsUnescaped };

  void clear(std::string_view line);
  std::size_t own(std::string_view bytes);
  bool append_line_fields(std::string& out) const;
  [[nodiscard]] std::string_view name(const Entry& entry) const;
  [[nodiscard]] std::string_view value(const Entry& entry) const;
  [[nodiscard]] const Entry* find(std::string_view key) const;
  [[nodiscard]] Entry* find(std::string_view key);
  [[nodiscard]] std::size_t count(std::string_view key) const;
  std::string& owned_value(std::string_view key);
  Result<void> check_fields(std::span<const std::string_view> known) const;
  bool read_text();

  // Only offsets and numbers stand here, so that a copied or moved Document is whole; `owned_` grows
  // without moving its strings, for views of them are out in the world.
  std::string line_;
  json::Index index_;
  std::vector<Entry> entries_;  ///< those of the line, in its order, then the appended ones
  std::size_t line_entries_ = 0;
  bool edited_ = false;            ///< something was set or removed
  std::deque<std::string> owned_;  ///< the first `owned_used_` are in use, the others keep their memory
  std::size_t owned_used_ = 0;
  Text text_state_ = Text::kUnread;
  std::string unescaped_;            ///< the text, if kIsUnescaped
  std::size_t lone_surrogates_ = 0;  ///< that are U+FFFD in `unescaped_`
};

}  // namespace sito

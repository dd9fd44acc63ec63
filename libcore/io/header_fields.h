// header_fields.h: the lines `Name: value` that stand before a body.
//
// Settles how WARC and HTTP write them, and what browsers forgive. What the names mean is warc.h's and
// http.h's question.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sito::io {

/// Whether two names are the same but for ASCII capitals.
[[nodiscard]] bool same_name(std::string_view one, std::string_view other);

/// ASCII capitals made small; other bytes stay.
[[nodiscard]] std::string in_small_letters(std::string_view text);

/// Without blanks, tabs and line ends at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The line at the head of `text`, without its end (LF, CRLF or CRCRLF), taken off it; what is left if no
/// line ends.
[[nodiscard]] std::string_view taken_line(std::string_view& text);

/// How many bytes of `text`, which begins with a line, the head takes: up to and with the first empty line.
/// None while there is no empty line. Linear.
[[nodiscard]] std::optional<std::size_t> head_size(std::string_view text);

struct HeaderField {
  std::string name;   ///< as it stands
  std::string value;  ///< trimmed; continuation lines joined by one blank
};

/// Fields in their order. `lines` is a head without its first line. A line that begins with a blank or tab
/// continues the field above it; what is no field is passed over. Linear.
class HeaderFields {
 public:
  HeaderFields() = default;
  explicit HeaderFields(std::string_view lines);

  /// The first field of that name; empty if there is none. The view holds as long as the fields do.
  [[nodiscard]] std::string_view first(std::string_view name) const;

  /// The values of all fields of that name, parted by commas: what HTTP says several of them mean.
  [[nodiscard]] std::string all(std::string_view name) const;

 private:
  std::vector<HeaderField> fields_;
};

}  // namespace sito::io

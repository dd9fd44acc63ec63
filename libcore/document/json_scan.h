// json_scan.h: is a line one valid JSON object, and where do its fields stand?
//
// One pass over a line of the wire that validates all of it, for what passes through is vouched for
// too, and notes the top-level fields. Strict by RFC 8259, and at most kMaxDepth deep; yet numbers of
// any size and lone surrogates in `\u` escapes pass, since nothing here needs to understand them.
// Values are read by json_value.h, fields are replaced by document.h; a byte order mark is the line
// reader's business.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/result.h"
#include "text/span.h"

namespace sito::json {

inline constexpr std::size_t kMaxDepth = 1000;  ///< the line's own object is 1 deep

/// A top-level member of a line, in bytes of the line.
///
///     { "te\u0078t" : "a" , "n":1}
///        [--key--]    [_]           key and value
///      [---------------------]      from the bracket or comma before, `begin`, to the one after, `end`
struct Field {
  std::size_t begin = 0;
  ByteRange key;               ///< between its quotes, as it stands
  ByteRange value;             ///< without white space around; with its quotes, if it is a string
  std::size_t end = 0;         ///< where the comma or closing brace behind it stands
  bool key_escaped = false;    ///< there is a backslash in the key
  bool value_escaped = false;  ///< the value is a string with a backslash in it
};

struct Index {
  std::vector<Field> fields;  ///< in the line's order
  std::size_t open = 0;       ///< the object's opening brace
  std::size_t close = 0;      ///< and its closing one
};

/// Validates `line` and writes its fields over `index`, whose memory is used again. Only JSON white
/// space may stand around the object. The reason names the first byte that is wrong, counted from 1:
/// `not valid JSON at byte 8: a comma without a field`; then `index` is of no use. Linear, never recursive,
/// 64 bytes at a time within strings.
Result<void> scan(std::string_view line, Index& index);

/// How many bytes at the head of `bytes` can stand in a JSON string as they are: valid UTF-8 without
/// `"`, `\` and C0 controls. Linear.
[[nodiscard]] std::size_t plain_prefix(std::string_view bytes);

}  // namespace sito::json

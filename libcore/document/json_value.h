// json_value.h: reading values of a record that is known to be valid JSON.
//
// For the few stages that read fields of other tools (undo, emit): a Value is a view of valid JSON
// bytes, without white space around; nothing is copied or built. Whether a line is valid at all is
// json_scan.h's question, writing is json_writer.h's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/result.h"

namespace sito::json {

/// Valid JSON bytes of one value, trimmed.
using Value = std::string_view;

enum class Kind { kObject, kArray, kString, kNumber, kBoolean, kNull };
/// By the first byte. Constant.
[[nodiscard]] Kind kind(Value value);

struct Member {
  std::string_view key;  ///< as it stands between its quotes, still escaped
  Value value;
};

/// The members of an object, the elements of an array, in order; none for another kind. Linear.
[[nodiscard]] std::vector<Member> members(Value object);
[[nodiscard]] std::vector<Value> elements(Value array);

/// The first member called `key` (compared unescaped), or none, also where `object` is of another kind.
[[nodiscard]] std::optional<Value> member(Value object, std::string_view key);

/// A string's characters; none for another kind and for a lone surrogate.
[[nodiscard]] std::optional<std::string> string(Value value);

/// A number without fraction or exponent that fits; none otherwise.
[[nodiscard]] std::optional<std::int64_t> integer(Value value);

/// Whether `escaped` (what stands between a key's quotes) unescapes to `plain`.
[[nodiscard]] bool key_equals(std::string_view escaped, std::string_view plain);

/// Appends the characters of `escaped` (what stands between a string's quotes) to `out`, every lone
/// surrogate as U+FFFD; answers how many of these there were. Linear.
std::size_t unescape(std::string_view escaped, std::string& out);

/// Whether a key or string within `value` has a lone surrogate: what no UTF-8 text can say. Linear.
[[nodiscard]] bool has_lone_surrogate(Value value);

}  // namespace sito::json

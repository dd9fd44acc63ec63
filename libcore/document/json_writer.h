// json_writer.h: JSON for the fields that tools own.
//
// Writes compact JSON (no white space) in the order it is told; escapes only `"`, `\` and C0 controls,
// so Cyrillic stays readable. Reading is json_value.h's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/span.h"

namespace sito::json {

/// Appends `valid` (UTF-8) as a JSON string with its quotes. Linear.
void append_string(std::string& out, std::string_view valid);

/// Writes one value into `out`, which it clears first and which outlives it. Commas come by themselves.
///
///     Writer json(scratch.json);
///     json.begin_object();
///     json.key("name").string("Ліна");
///     json.key("mention").span({3, 7});      // {"start":3,"end":7}
///     json.end_object();
///
/// Nesting is at most 64 deep; keys are literals that need no escapes. Precondition: calls nest.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) { out_.clear(); }

  Writer& begin_object() { return begin('{'); }
  Writer& end_object() { return end('}'); }
  Writer& begin_array() { return begin('['); }
  Writer& end_array() { return end(']'); }
  Writer& key(std::string_view name);

  Writer& string(std::string_view valid);
  Writer& integer(std::int64_t value);
  Writer& size(std::size_t value) { return integer(static_cast<std::int64_t>(value)); }
  /// Shortest decimal form with at most four digits behind the point; never an exponent: 1, 0.95, 0.1234.
  Writer& score(double value);
  Writer& boolean(bool value);
  Writer& null();
  /// `{"start":…,"end":…}`, code points.
  Writer& span(Span value);
  /// `json` is valid JSON and goes in as it is.
  Writer& raw(std::string_view json);

 private:
  Writer& begin(char bracket);
  Writer& end(char bracket);
  void part();  ///< the comma before a value or key, where one is due

  std::string& out_;
  std::uint64_t started_ = 0;  ///< a bit a level: something stands in it already
  bool after_key_ = false;
};

}  // namespace sito::json

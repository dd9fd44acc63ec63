// converter.h: the bytes of one known encoding as UTF-8.
//
// Settles what each byte of a named encoding means, and says how many meant nothing. Which encoding it
// is has been settled by the user or by detect.h; names are encoding_name.h's question.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "charset/code_page.h"

struct UConverter;

namespace sito::decode {

/// Holds what one encoding needs; one object a thread, since converting changes its state.
class Converter {
 public:
  /// `name` is one that wire_name() knows (precondition).
  explicit Converter(const std::string& name);

  /// Writes `bytes` as valid UTF-8 behind what `out` holds; how many ill-formed or unassigned sequences
  /// became U+FFFD. A byte order mark is a character like any other. Linear; single-byte encodings go through
  /// a table (charset/code_page.h).
  std::size_t append(std::string_view bytes, std::string& out);

 private:
  struct Close {
    void operator()(UConverter* converter) const;
  };

  [[nodiscard]] std::size_t append_by_icu(std::string_view bytes, std::string& out);

  std::unique_ptr<UConverter, Close> icu_;
  std::optional<charset::CodePage> page_;  ///< of a single-byte encoding
  bool is_utf8_ = false;
};

}  // namespace sito::decode

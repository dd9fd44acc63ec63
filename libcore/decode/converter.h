// converter.h: the bytes of one known encoding as UTF-8.
//
// Settles what each byte of a named encoding means, and says how many meant nothing. Which encoding it
// is has been settled by the user or by detect.h; names are encoding_name.h's question.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct UConverter;

namespace sito::decode {

struct Converted {
  std::string text;          ///< valid UTF-8; a byte order mark is a character like any other
  std::size_t replaced = 0;  ///< ill-formed or unassigned sequences that became U+FFFD
};

/// Holds what one encoding needs; one object a thread, since converting changes its state.
class Converter {
 public:
  /// `name` is one that wire_name() knows (precondition).
  explicit Converter(const std::string& name);

  /// Linear. Single-byte encodings go through a table of 256 rows, in which the ASCII controls of DOS
  /// code pages stand for themselves (IBM's tables rotate 1A, 1C and 7F).
  [[nodiscard]] Converted convert(std::string_view bytes);

 private:
  struct Row {
    std::array<char, 7> utf8{};
    unsigned char length = 0;  ///< 0 where the byte means nothing
  };
  struct Close {
    void operator()(UConverter* converter) const;
  };

  void fill_rows();
  [[nodiscard]] Converted convert_by_rows(std::string_view bytes) const;
  [[nodiscard]] Converted convert_by_icu(std::string_view bytes);

  std::unique_ptr<UConverter, Close> icu_;
  std::unique_ptr<std::array<Row, 256>> rows_;  ///< of a single-byte encoding
  bool is_utf8_ = false;
};

}  // namespace sito::decode

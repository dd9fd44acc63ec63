// table.h: the built-in language knowledge, as constant tables.
//
// The build turns `NAME.LANG.tsv` (all languages of one NAME together) into a table that needs no
// memory and no time at start. This header settles how a table is asked; what its columns mean is the
// asking craft's question, and how the files are written tsv.h's. `tables.h` declares one function for
// each table: data::cues(), data::months(), …
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace sito::data {

/// A row of a table. `cells[0]` is the key. All views are constants of the program.
struct Row {
  std::string_view language;  ///< BCP 47, from the file's name; empty for NAME.tsv
  std::span<const std::string_view> cells;

  [[nodiscard]] std::string_view key() const { return cells[0]; }
};

/// Rows sorted by their key's first word (all before its first space), the whole key, then the language, each
/// by its bytes, with an index on the first words.
class Table {
 public:
  /// For the generated code only.
  constexpr Table(std::span<const std::string_view> columns, std::span<const std::string_view> languages,
                  std::span<const std::string_view> cells, std::span<const std::uint32_t> slots)
      : columns_(columns), languages_(languages), cells_(cells), slots_(slots) {}

  [[nodiscard]] std::size_t size() const { return languages_.size(); }
  [[nodiscard]] Row row(std::size_t index) const {
    return {languages_[index], cells_.subspan(index * columns_.size(), columns_.size())};
  }
  [[nodiscard]] std::span<const std::string_view> columns() const { return columns_; }

  /// Indices [first, last) of rows.
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
    [[nodiscard]] bool empty() const { return first == last; }
  };

  /// The rows whose key's first word is `word`: how phrases of several words are found from their first.
  /// Constant time. Keys are compared byte for byte; callers fold case first.
  [[nodiscard]] Range with_first_word(std::string_view word) const;

  /// The rows whose whole key is `key`, usually one for each language that has it.
  [[nodiscard]] Range with_key(std::string_view key) const;

 private:
  /// Behind the last row of the first word of row `first`.
  [[nodiscard]] std::size_t end_of_word(std::size_t first, std::string_view word) const;

  std::span<const std::string_view> columns_;
  std::span<const std::string_view> languages_;
  std::span<const std::string_view> cells_;
  std::span<const std::uint32_t> slots_;  ///< open addressing: 0 is free, else a slot_value()
};

/// The hash of a first word, shared by the build and the look-up: XXH3, 64 bits, without a seed.
[[nodiscard]] std::uint64_t word_hash(std::string_view word);

/// What a slot holds: 1 + the first row of a word, and above that the head of the word's hash, which tells
/// nearly all other words apart without a look at the row.
constexpr unsigned kRowBits = 20;
[[nodiscard]] constexpr std::uint32_t slot_tag(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32) >> kRowBits << kRowBits;
}
[[nodiscard]] constexpr std::uint32_t slot_value(std::uint64_t hash, std::size_t row) {
  return slot_tag(hash) | static_cast<std::uint32_t>(row + 1);
}

/// The number that a cell holds, 0 where it holds none: the build's own rows, whose tests check them.
[[nodiscard]] double number(std::string_view cell);
[[nodiscard]] std::size_t hexadecimal(std::string_view cell);

[[nodiscard]] constexpr std::string_view first_word(std::string_view key) {
  return key.substr(0, key.find(' '));
}

}  // namespace sito::data

// date_tokens.h: a line cut into what dates are made of.
//
// Numbers, words and single marks, with their places. How they make a date is date_forms.h's question,
// what the rest of the line says of it, date_line.h's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "data/table.h"
#include "text/span.h"

namespace sito::meta {

struct Token {
  enum class Kind { kNumber, kWord, kMark };
  Kind kind = Kind::kMark;
  ByteRange place;         ///< bytes of the whole text
  std::string word;        ///< a word, folded (text::folded); empty for the others
  char32_t mark = 0;       ///< a mark's code point
  unsigned value = 0;      ///< a number's value, if it has at most eight digits
  std::size_t digits = 0;  ///< how many digits a number has
  bool spaced = false;     ///< white space, or the line's beginning, stands before it
  bool capital = false;    ///< a word that begins with a capital letter
  bool all_capitals = false;
  bool begins_row =
      false;  ///< a word: one of meta's tables may have rows that begin with it; without it none has

  [[nodiscard]] bool is_mark(char32_t c) const { return kind == Kind::kMark && mark == c; }
  [[nodiscard]] bool is_number() const { return kind == Kind::kNumber; }
  [[nodiscard]] bool is_word() const { return kind == Kind::kWord; }
  [[nodiscard]] bool is_dash() const;  ///< a hyphen or dash of any length
};

/// The tokens of text[line], in order, none for white space and zero-width characters. A word is letters,
/// with an apostrophe or a hyphen only between two letters ("прес-служба", but "12-May-2020" is five tokens).
/// Linear; at most `limit` tokens, the rest of the line is not looked at.
[[nodiscard]] std::vector<Token> date_tokens(std::string_view text, ByteRange line, std::size_t limit = 96);

/// How many tokens from `at` on the row's key takes, its words parted by single spaces: 0 if it does
/// not stand there.
[[nodiscard]] std::size_t key_length(const std::vector<Token>& tokens, std::size_t at, std::string_view key);

/// The row with the longest key that stands at `at`, and how many tokens it takes; `length` is 0 for
/// none. Among equals the first for which `wanted(row)`.
struct Phrase {
  data::Row row;
  std::size_t length = 0;
};
template <class Wanted>
[[nodiscard]] Phrase phrase_at(const data::Table& table, const std::vector<Token>& tokens, std::size_t at,
                               Wanted wanted) {
  Phrase longest;
  if (at >= tokens.size() || !tokens[at].begins_row) return longest;
  const auto rows = table.with_first_word(tokens[at].word);
  for (std::size_t i = rows.first; i < rows.last; ++i) {
    const data::Row row = table.row(i);
    const std::size_t length = key_length(tokens, at, row.key());
    if (length > longest.length && wanted(row)) longest = {row, length};
  }
  return longest;
}
[[nodiscard]] inline Phrase phrase_at(const data::Table& table, const std::vector<Token>& tokens,
                                      std::size_t at) {
  return phrase_at(table, tokens, at, [](const data::Row&) { return true; });
}

}  // namespace sito::meta

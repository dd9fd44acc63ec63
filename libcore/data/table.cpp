#include "data/table.h"

#include <charconv>

namespace sito::data {

Table::Range Table::with_first_word(std::string_view word) const {
  if (slots_.empty()) return {};
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = word_hash(word) & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    std::size_t first = slots_[slot] - 1;
    if (first_word(row(first).key()) != word) continue;
    std::size_t last = first + 1;
    while (last < size() && first_word(row(last).key()) == word) ++last;
    return {first, last};
  }
  return {};
}

Table::Range Table::with_key(std::string_view key) const {
  auto [first, last] = with_first_word(first_word(key));
  while (first < last && row(first).key() != key) ++first;
  std::size_t end = first;
  while (end < last && row(end).key() == key) ++end;
  return {first, end};
}

double number(std::string_view cell) {
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

std::size_t hexadecimal(std::string_view cell) {
  constexpr int kBase = 16;
  std::size_t value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value, kBase);
  return value;
}

}  // namespace sito::data

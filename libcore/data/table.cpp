#include "data/table.h"

#define XXH_INLINE_ALL  // a word has a few bytes: the call would cost more than the hash
#include <xxhash.h>

#include <algorithm>
#include <charconv>

namespace sito::data {

namespace {

bool begins_with_word(std::string_view key, std::string_view word) {
  return key.starts_with(word) && (key.size() == word.size() || key[word.size()] == ' ');
}

}  // namespace

std::uint64_t word_hash(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

Table::Range Table::with_first_word(std::string_view word) const {
  constexpr std::uint32_t kRow = (1U << kRowBits) - 1;
  if (slots_.empty()) return {};
  const std::size_t mask = slots_.size() - 1;
  const std::uint64_t hash = word_hash(word);
  for (std::size_t slot = hash & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    if ((slots_[slot] & ~kRow) != slot_tag(hash)) continue;
    const std::size_t first = (slots_[slot] & kRow) - 1;
    if (!begins_with_word(row(first).key(), word)) continue;
    return {first, end_of_word(first, word)};
  }
  return {};
}

std::size_t Table::end_of_word(std::size_t first, std::string_view word) const {
  std::size_t last = first + 1;  // most words have one row; the others may have hundreds
  for (std::size_t step = 1; last < size() && begins_with_word(row(last).key(), word); step *= 2) {
    first = last;
    last = std::min(last + step, size());
  }
  // The end is in (first, last].
  while (last - first > 1) {
    const std::size_t middle = first + (last - first) / 2;
    (begins_with_word(row(middle).key(), word) ? first : last) = middle;
  }
  return last;
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

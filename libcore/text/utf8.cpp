#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "text/block.h"

namespace sito::text {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080;

unsigned char at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }
bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// The well-formed sequence at the head of `bytes`: its length if whole; else `whole` is false and the
/// length is that of the maximal subpart (at least 1).
struct Sequence {
  std::size_t length = 1;
  bool whole = false;
};

Sequence sequence(std::string_view bytes) {
  const unsigned char lead = at(bytes, 0);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  unsigned char low = 0x80, high = 0xBF;  // bounds of the second byte, table 3-7
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (std::size_t i = 1; i < length; ++i) {
    if (i >= bytes.size() || at(bytes, i) < low || at(bytes, i) > high) return {i, false};
    low = 0x80, high = 0xBF;
  }
  return {length, true};
}

/// Continuation bytes of whole words from `i` on, which moves behind them, counted in each of the eight
/// places of a word: as many words as such a count can take.
std::uint64_t continuation_counts(std::string_view valid, std::size_t& i) {
  const std::size_t words = std::min<std::size_t>((valid.size() - i) / 8, 255);
  std::uint64_t counts = 0;
  for (const std::size_t end = i + words * 8; i < end; i += 8) {
    std::uint64_t word;
    std::memcpy(&word, valid.data() + i, 8);
    // A continuation byte has its top bit set and the next one clear.
    counts += (word & ~(word << 1) & kHighBits) >> 7;
  }
  return counts;
}

/// The sum of a word's eight bytes. Not by counting bits, which is a call where the processor may lack
/// the instruction.
std::size_t byte_sum(std::uint64_t bytes) {
  constexpr std::uint64_t kEven = 0x00FF00FF00FF00FF;
  const std::uint64_t pairs = (bytes & kEven) + (bytes >> 8 & kEven);
  return static_cast<std::size_t>((pairs * 0x0001000100010001) >> 48);
}

}  // namespace

void append(std::string& out, char32_t code_point) {
  char bytes[4];
  out.append(bytes, encode(code_point, bytes));
}

std::size_t valid_prefix(std::string_view bytes) {
  Utf8Check check;
  std::size_t good = 0;
  while (good + Block::kSize <= bytes.size() && check.accept(Block(bytes.substr(good)), ~std::uint64_t{0})) {
    good += Block::kSize;
  }
  // The block that went wrong or is the short last one, and the code point that may run over its border.
  if (good > 0) {
    do --good;
    while (is_continuation(at(bytes, good)));
  }
  while (good < bytes.size()) {
    const auto [length, whole] = sequence(bytes.substr(good));
    if (!whole) break;
    good += length;
  }
  return good;
}

std::size_t code_points(std::string_view valid) {
  std::size_t continuations = 0, i = 0;
  while (i + 8 <= valid.size()) continuations += byte_sum(continuation_counts(valid, i));
  for (; i < valid.size(); ++i) continuations += is_continuation(at(valid, i)) ? 1 : 0;
  return valid.size() - continuations;
}

Repaired repaired(std::string_view bytes) {
  Repaired result;
  result.text.reserve(bytes.size());
  while (!bytes.empty()) {
    auto good = valid_prefix(bytes);
    result.text.append(bytes.substr(0, good));
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    append(result.text, 0xFFFD);
    ++result.replaced;
    bytes.remove_prefix(sequence(bytes).length);
  }
  return result;
}

}  // namespace sito::text

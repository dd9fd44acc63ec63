#include "text/words.h"

#include "text/character.h"
#include "text/utf8.h"

namespace sito::text {
namespace {

bool is_zero_width(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}
bool is_ignorable(char32_t c) { return is_space(c) || is_zero_width(c); }
bool joins(char32_t c) { return is_apostrophe(c) || c == '-' || c == 0x2010 || c == 0x2011; }
bool makes_words(char32_t c) { return is_letter(c) || is_digit(c); }

/// The end of the letters and digits of ASCII and the letters U+0400..U+047F from `at` on: nearly all that
/// words here are made of.
std::size_t end_of_plain(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (!is_ascii_letter(byte) && (byte < '0' || byte > '9')) break;
      ++at;
    } else {
      if (byte != 0xD0 && byte != 0xD1) break;
      at += 2;
    }
  }
  return at;
}

bool word_goes_on(std::string_view text, std::size_t at, std::size_t end) {
  auto [c, length] = decode(text, at);
  if (makes_words(c)) return true;
  return joins(c) && at + length < end && makes_words(decode(text, at + length).code_point);
}

}  // namespace

std::vector<ByteRange> lines(std::string_view text) {
  std::vector<ByteRange> result;
  for (std::size_t at = 0; at < text.size();) {
    auto end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    result.push_back({at, end});
    at = end + 1;
  }
  return result;
}

bool is_blank_line(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    auto [c, length] = decode(line, at);
    if (!is_ignorable(c)) return false;
    at += length;
  }
  return true;
}

ByteRange trimmed(std::string_view text, ByteRange range) {
  while (range.begin < range.end) {
    auto [c, length] = decode(text, range.begin);
    if (!is_space(c)) break;
    range.begin += length;
  }
  while (range.begin < range.end) {
    auto [c, length] = decode_before(text, range.end);
    if (!is_space(c)) break;
    range.end -= length;
  }
  return range;
}

std::string_view trimmed(std::string_view text) { return trimmed(text, {0, text.size()}).of(text); }

void append_words(std::string_view text, ByteRange range, std::vector<ByteRange>& out) {
  for (std::size_t at = range.begin; at < range.end;) {
    std::size_t end = end_of_plain(text, at, range.end);
    if (end == at) {
      auto [c, length] = decode(text, at);
      if (!makes_words(c)) {
        at += length;
        continue;
      }
      end += length;
    }
    while (end < range.end && word_goes_on(text, end, range.end)) {
      end += decode(text, end).length;
      end = end_of_plain(text, end, range.end);
    }
    out.push_back({at, end});
    at = end;
  }
}

std::vector<ByteRange> words(std::string_view text) {
  std::vector<ByteRange> result;
  append_words(text, {0, text.size()}, result);
  return result;
}

}  // namespace sito::text

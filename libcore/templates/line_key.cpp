#include "templates/line_key.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bitset>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::templates {
namespace {

// Any number but 0, XXH3's default: a line that already reads as its masked form has two keys.
constexpr std::uint64_t kMaskedSeed = 0x6d61736b;
constexpr std::size_t kMostMasked = 300;  ///< code points; a model is a tenth smaller than without
constexpr char kNumber = '0';
constexpr char kName = '*';

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes that begin white space, or a character that may be white space.
constexpr std::array<bool, 256> kMayBlank = [] {
  std::array<bool, 256> may{};
  for (const std::size_t byte : {0x20U, 0x09U, 0x0AU, 0x0BU, 0x0CU, 0x0DU}) may[byte] = true;
  for (const std::size_t lead : {0xC2U, 0xE1U, 0xE2U, 0xE3U}) may[lead] = true;
  return may;
}();

/// The first blank that is not one space between other characters; the size if there is none.
std::size_t first_odd_blank(std::string_view trimmed) {
  auto may_be_blank = [&](std::size_t at) { return kMayBlank[static_cast<unsigned char>(trimmed[at])]; };
  for (std::size_t at = 0; at < trimmed.size();) {
    // A trimmed line does not end in a blank.
    if (!may_be_blank(at) || (trimmed[at] == ' ' && !may_be_blank(at + 1))) {
      ++at;
      continue;
    }
    const auto [c, length] = text::decode(trimmed, at);
    if (text::is_space(c)) {
      const bool single = c == ' ' && !text::is_space(text::decode(trimmed, at + 1).code_point);
      if (!single) return at;
    }
    at += length;
  }
  return trimmed.size();
}

void append_with_single_spaces(std::string_view rest, std::string& out) {
  bool blank = false;
  for (std::size_t at = 0; at < rest.size();) {
    if (!kMayBlank[static_cast<unsigned char>(rest[at])]) {
      if (blank) out += ' ';
      blank = false;
      out += rest[at++];
      continue;
    }
    const auto [c, length] = text::decode(rest, at);
    const bool is_space = text::is_space(c);
    if (!is_space) {
      if (blank) out += ' ';
      out.append(rest, at, length);
    }
    blank = is_space;
    at += length;
  }
}

/// The names of months and weekdays, with a filter in front: nearly no word is one, and folding costs.
class Names {
 public:
  Names() {
    add(data::months());
    add(data::weekdays());
  }

  [[nodiscard]] bool contains(std::string_view word, std::string& folded) const {
    const auto first = text::to_lower(text::decode(word, 0).code_point);
    if (!sizes_[slot(first)][std::min(word.size(), kMostBytes)]) return false;
    text::fold(word, folded);
    return is_name(data::months(), folded) || is_name(data::weekdays(), folded);
  }

 private:
  static constexpr std::size_t kMostBytes = 63;
  static constexpr std::size_t kSlots = 256;
  static std::size_t slot(char32_t first) { return first % kSlots; }

  void add(const data::Table& table) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      const auto key = table.row(i).key();
      // A capital and an apostrophe may be longer than their folded forms, by few bytes.
      for (std::size_t more = 0; more < 4; ++more)
        sizes_[slot(text::decode(key, 0).code_point)].set(std::min(key.size() + more, kMostBytes));
    }
  }

  /// Rows of no language are Roman numerals, which are words too.
  static bool is_name(const data::Table& table, std::string_view word) {
    const auto rows = table.with_key(word);
    for (std::size_t i = rows.first; i < rows.last; ++i)
      if (!table.row(i).language.empty()) return true;
    return false;
  }

  std::array<std::bitset<kMostBytes + 1>, kSlots> sizes_;
};

const Names& names() {
  static const Names kNames;
  return kNames;
}

/// Behind the number that begins at `at`.
std::size_t number_end(std::string_view line, std::size_t at) {
  constexpr std::string_view kJoiners = ".,:/-";
  while (at < line.size()) {
    const bool joined = at + 1 < line.size() && is_ascii_digit(line[at + 1]) &&
                        kJoiners.find(line[at]) != std::string_view::npos;
    if (!is_ascii_digit(line[at]) && !joined) break;
    ++at;
  }
  return at;
}

/// Behind the letters that begin at `at`, with an apostrophe between two of them.
std::size_t word_end(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const auto [c, length] = text::decode(line, at);
    if (!text::is_letter(c)) {
      const bool binds = text::is_apostrophe(c) && at + length < line.size() &&
                         text::is_letter(text::decode(line, at + length).code_point);
      if (!binds) break;
    }
    at += length;
  }
  return at;
}

bool closes(char32_t c) {
  constexpr std::u32string_view kClosing = U"\"'\u2019\u201d\u201c\u00bb\u203a)]";
  return kClosing.find(c) != std::u32string_view::npos;
}

bool opens(char32_t c) {
  constexpr std::u32string_view kOpening = U"\"'\u2018\u201c\u201e\u00ab\u2039([\u00a9";
  return kOpening.find(c) != std::u32string_view::npos;
}

/// Whether a sentence may end at `at`: a mark, and what closes behind it.
bool is_end_of_sentence(std::string_view line, std::size_t at) {
  while (at > 0) {
    const auto [c, length] = text::decode_before(line, at);
    if (text::is_sentence_end(c)) return true;
    if (!closes(c)) return false;
    at -= length;
  }
  return false;
}

bool begins_sentence(std::string_view rest) {
  for (std::size_t at = 0; at < rest.size();) {
    const auto [c, length] = text::decode(rest, at);
    if (text::is_upper(c) || text::is_digit(c)) return true;
    if (!opens(c) && !text::is_space(c)) return false;
    at += length;
  }
  return false;
}

bool has_two_words(std::string_view rest) {
  std::size_t words = 0;
  bool within = false;
  for (std::size_t at = 0; at < rest.size() && words < 2;) {
    const auto [c, length] = text::decode(rest, at);
    const bool is_word = text::is_letter(c) || text::is_digit(c);
    words += static_cast<std::size_t>(is_word && !within);
    within = is_word || (within && !text::is_space(c));
    at += length;
  }
  return words >= 2;
}

}  // namespace

std::string_view exact_form(std::string_view line, std::string& buffer) {
  const auto trimmed = text::trimmed(line);
  const auto odd = first_odd_blank(trimmed);
  if (odd == trimmed.size()) return trimmed;
  buffer.assign(trimmed, 0, odd);
  append_with_single_spaces(trimmed.substr(odd), buffer);
  return buffer;
}

std::optional<std::string_view> masked_form(std::string_view exact, std::string& buffer) {
  if (exact.size() > kMostMasked && text::code_points(exact) > kMostMasked) return std::nullopt;
  if (std::none_of(exact.begin(), exact.end(), is_ascii_digit)) return std::nullopt;
  buffer.clear();
  const auto& marked = names();
  std::string folded;
  for (std::size_t at = 0; at < exact.size();) {
    if (is_ascii_digit(exact[at])) {
      buffer += kNumber;
      at = number_end(exact, at);
      continue;
    }
    const std::size_t end = word_end(exact, at);
    if (end == at) {
      const auto length = text::decode(exact, at).length;
      buffer.append(exact, at, length);
      at += length;
      continue;
    }
    const auto word = exact.substr(at, end - at);
    if (marked.contains(word, folded))
      buffer += kName;
    else
      buffer += word;
    at = end;
  }
  return buffer;
}

std::uint64_t key_of_exact(std::string_view form) { return XXH3_64bits(form.data(), form.size()); }
std::uint64_t key_of_masked(std::string_view form) {
  return XXH3_64bits_withSeed(form.data(), form.size(), kMaskedSeed);
}

std::uint64_t exact_key(std::string_view line) {
  std::string buffer;
  return key_of_exact(exact_form(line, buffer));
}

std::optional<std::uint64_t> masked_key(std::string_view line) {
  std::string blanks, masked;
  const auto form = masked_form(exact_form(line, blanks), masked);
  if (!form) return std::nullopt;
  return key_of_masked(*form);
}

std::string_view last_sentence(std::string_view line) {
  const auto trimmed = text::trimmed(line);
  for (std::size_t at = trimmed.size(); at > 0;) {
    const auto [c, length] = text::decode_before(trimmed, at);
    const auto rest = trimmed.substr(at);
    at -= length;
    if (!text::is_space(c) || !is_end_of_sentence(trimmed, at)) continue;
    if (begins_sentence(rest) && has_two_words(rest)) return rest;
  }
  return {};
}

}  // namespace sito::templates

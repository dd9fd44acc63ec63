#include "strip/line_shape.h"

#include <algorithm>

#include "text/character.h"
#include "text/utf8.h"

namespace sito::strip {
namespace {

using text::decode;
using text::decode_before;

bool is_zero_width(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

bool is_ascii_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word_start(char32_t c) { return text::is_letter(c) || text::is_digit(c); }

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB || c == 0x201C || c == 0x201D ||
         c == 0x2019;
}

// Marks that part the items of a bar wherever they stand.
bool is_bar(char32_t c) {
  switch (c) {
    case '|':
    case '>':
    case 0xA6:
    case 0xB7:
    case 0x203A:
    case 0x2022:
    case 0x2192:
    case 0x21D2:
    case 0x2219:
    case 0x22C5:
    case 0x25B6:
    case 0x25B8:
    case 0x25BA:
    case 0x25CF:
    case 0x27A4:
    case 0x2502: return true;
    default: return false;
  }
}

bool blank_at(std::string_view folded, std::size_t at) { return at >= folded.size() || folded[at] == ' '; }
bool blank_before(std::string_view folded, std::size_t at) { return at == 0 || folded[at - 1] == ' '; }

Mark mark_of(std::string_view folded, std::size_t at) {
  auto [c, length] = decode(folded, at);
  if (c == ':') return Mark::kColon;
  if (is_bar(c)) return Mark::kSeparator;
  if ((c == '/' || c == 0xBB || c == '\\') && blank_before(folded, at)) return Mark::kSeparator;
  if (c == 0x2014) return Mark::kDash;
  if (text::is_dash(c) && (blank_before(folded, at) || blank_at(folded, at + length))) return Mark::kDash;
  return text::is_sentence_end(c) ? Mark::kStop : Mark::kOther;
}

// Of lower-case ASCII: "a.b", the last part at least two letters.
bool is_domain(std::string_view chunk) {
  const auto slash = chunk.find('/');
  if (slash != std::string_view::npos) chunk = chunk.substr(0, slash);
  const auto dot = chunk.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || chunk.size() - dot < 3) return false;
  for (char c : chunk)
    if (!is_ascii_alnum(c) && c != '.' && c != '-' && c != '_') return false;
  return std::all_of(chunk.begin() + static_cast<std::ptrdiff_t>(dot) + 1, chunk.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

// The token for a run of characters without blanks, or none if it is no address.
std::string_view address_token(std::string_view chunk) {
  while (!chunk.empty() && !is_ascii_alnum(chunk.back()) && chunk.back() != '/') chunk.remove_suffix(1);
  const auto sign = chunk.find('@');
  if (sign != std::string_view::npos && sign > 0 && is_domain(chunk.substr(sign + 1))) return "@";
  if (chunk.starts_with("http://") || chunk.starts_with("https://") || chunk.starts_with("www.")) return "%";
  return is_domain(chunk) ? "%" : "";
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return !((c >= 'a' && c <= 'z') || (c & 0x80)); });
}

bool ends_as_sentence(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0) {
    auto [c, length] = decode_before(line, end);
    if (text::is_sentence_end(c)) return true;
    if (!is_closing(c) && !text::is_space(c) && !is_zero_width(c)) return false;
    end -= length;
  }
  return false;
}

std::string_view whole_characters(std::string_view line, std::size_t bytes) {
  if (line.size() <= bytes) return line;
  while (bytes > 0 && (static_cast<unsigned char>(line[bytes]) & 0xC0) == 0x80) --bytes;
  return line.substr(0, bytes);
}

}  // namespace

void LineShape::assign(std::string_view line) {
  tokens_.clear();
  const std::string_view head = whole_characters(line, kMaxLineBytes);
  cut_ = head.size() < line.size();
  ends_sentence_ = ends_as_sentence(line);
  fold(head);
  tokenize();
}

void LineShape::fold(std::string_view line) {
  // A letter's small form may take a byte more.
  folded_.resize(line.size() * 2 + 4);
  char* const begin = folded_.data();
  char* out = begin;
  bool blank = false;
  for (std::size_t at = 0; at < line.size();) {
    if (const std::size_t folded = blank ? 0 : text::fold_cyrillic(line.substr(at), out); folded > 0) {
      at += folded;
      out += folded;
      continue;
    }
    auto [c, length] = decode(line, at);
    at += length;
    if (text::is_space(c)) {
      blank = true;
      continue;
    }
    if (c >= 0x80 && is_zero_width(c)) continue;
    if (blank && out != begin) *out++ = ' ';
    blank = false;
    out += text::encode(text::is_apostrophe(c) ? U'\'' : text::to_lower(c), out);
  }
  folded_.resize(static_cast<std::size_t>(out - begin));
}

void LineShape::tokenize() {
  for (std::size_t at = 0; at < folded_.size();) {
    if (tokens_.size() == kMaxTokens) {
      cut_ = true;
      return;
    }
    const char32_t c = decode(folded_, at).code_point;
    if (const std::size_t end = blank_before(folded_, at) || folded_[at - 1] == '(' ? add_link(at) : at;
        end > at) {
      at = end;
    } else {
      at = is_word_start(c) ? add_word(at) : add_mark(at);
    }
  }
}

// Behind the address that begins at `at`, or `at` if none does.
std::size_t LineShape::add_link(std::size_t at) {
  if (!is_ascii_alnum(folded_[at])) return at;
  const std::size_t end = std::min(folded_.find(' ', at), folded_.size());
  const std::string_view token = address_token(std::string_view(folded_).substr(at, end - at));
  if (token.empty()) return at;
  add_token(token);
  const char last = folded_[end - 1];
  if (last == ':') tokens_.back().after = Mark::kColon;
  if (last == '.') tokens_.back().after = Mark::kStop;
  return end;
}

std::size_t LineShape::add_word(std::size_t at) {
  const std::size_t begin = at;
  const bool digits = is_ascii_digit(folded_[at]);
  while (at < folded_.size()) {
    auto [c, length] = decode(folded_, at);
    if (is_word_start(c)) {
      at += length;
      continue;
    }
    const std::size_t next = at + length;
    const bool joins = c == '\'' || c == '-' || c == 0x2010 || c == 0x2011 ||
                       (digits && (c == '.' || c == ',' || c == ':' || c == '/' || c == 0x2013));
    if (!joins || next >= folded_.size()) break;
    const bool inner = c == '.' || c == ',' || c == ':' || c == '/' || c == 0x2013
                           ? is_ascii_digit(folded_[next])
                           : is_word_start(decode(folded_, next).code_point);
    if (!inner) break;
    at = next;
  }
  const std::string_view word = std::string_view(folded_).substr(begin, at - begin);
  const bool number =
      digits &&
      std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_digit(c) || !is_ascii_alnum(c); }) &&
      is_number(word);
  const bool range = digits && word.find("–") != std::string_view::npos;
  add_token(number || range ? "0" : word);
  return at;
}

std::size_t LineShape::add_mark(std::size_t at) {
  auto [c, length] = decode(folded_, at);
  const std::string_view rest = std::string_view(folded_).substr(at);
  // Latin c and its Cyrillic twin, U+0441.
  if (c == 0xA9 || rest.starts_with("(c)") || rest.starts_with("(\xD1\x81)")) {
    const std::size_t end = at + (c == 0xA9 ? length : rest.find(')') + 1);
    const std::size_t word = blank_at(folded_, end) && end < folded_.size() ? end + 1 : end;
    if (c == 0xA9 || at == 0 || (word < folded_.size() && is_ascii_digit(folded_[word]))) {
      add_token("©");
      return end;
    }
  }
  if (c != ' ' && !tokens_.empty())
    tokens_.back().after = std::min(tokens_.back().after, mark_of(folded_, at));
  return at + length;
}

}  // namespace sito::strip

#include "meta/title.h"

#include <algorithm>
#include <vector>

#include "data/tables.h"
#include "meta/date_line.h"
#include "meta/page_lines.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::meta {
namespace {

constexpr std::size_t kLongestHeadline = 180;  ///< code points
constexpr std::size_t kFewestWords = 2;
// So many short lines one after another are a menu; the headline is the last of them.
constexpr std::size_t kMenuLines = 4;

enum class LineRole { kSkipped, kHeadline, kBody };

bool ends_line_of_text(char32_t last) {
  return last == '.' || last == ':' || last == ';' || last == ',' || last == U'…' || last == U'—' ||
         last == U'–';
}

// Whether all words belong to phrases that pages set around a text, or a name behind "author:".
bool is_page_words(const std::vector<Token>& tokens) {
  bool any = false;
  for (std::size_t at = 0; at < tokens.size();) {
    const Phrase phrase = phrase_at(data::page_words(), tokens, at);
    if (phrase.length != 0) {
      any = true;
      at += phrase.length;
      const bool closed = at < tokens.size() && tokens[at].is_mark(U':');
      if (phrase.row.cells[1] == "author" && at < tokens.size() && (closed || tokens[at].capital))
        return true;
      if (phrase.row.cells[1] == "rubric" && closed) return true;
      continue;
    }
    if (tokens[at].is_word()) return false;
    ++at;
  }
  return any;
}

bool is_address(std::string_view line) {
  const bool one_word = line.find(' ') == std::string_view::npos;
  return line.find("://") != std::string_view::npos || line.starts_with("www.") ||
         (one_word && line.find('@') != std::string_view::npos);
}

// "Home » News » Council": parts with the same arrow or slash between.
bool is_trail(const std::vector<Token>& tokens) {
  std::size_t arrows = 0;
  std::size_t slashes = 0;
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool arrow = token.is_mark(U'»') || token.is_mark(U'>') || token.is_mark(U'›') ||
                       token.is_mark(U'→') || token.is_mark(U'|') || token.is_mark(U'•');
    arrows += arrow && token.spaced && tokens[i + 1].spaced ? 1 : 0;
    slashes += token.is_mark(U'/') && token.spaced && tokens[i + 1].spaced ? 1 : 0;
  }
  return arrows > 0 || slashes > 1;
}

bool begins_as_headline(const std::vector<Token>& tokens) {
  const Token& first = tokens.front();
  if (first.is_word()) return first.capital;
  if (first.is_number()) return true;
  constexpr std::u32string_view kOpening = U"«„“\"'‘(#";
  return kOpening.find(first.mark) != std::u32string_view::npos;
}

// A line that could be a headline by its own looks.
bool is_headline_like(std::string_view text, ByteRange line) {
  const std::string_view words = line.of(text);
  if (text::code_points(words) > kLongestHeadline || is_prose(words)) return false;
  const char32_t last = text::decode_before(text, line.end).code_point;
  if (ends_line_of_text(last)) return false;
  const std::vector<Token> tokens = date_tokens(text, line);
  if (tokens.empty() || !begins_as_headline(tokens)) return false;
  const auto is_word = [](const Token& token) { return token.is_word(); };
  const auto count = static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), is_word));
  return count >= kFewestWords;
}

LineRole role_of(std::string_view text, ByteRange line, const DateReading& reading) {
  const DateLine date = read_date_line(text, line, reading);
  using Kind = DateLine::Kind;
  if (date.kind == Kind::kDate || date.kind == Kind::kRelative || date.kind == Kind::kLabel)
    return LineRole::kSkipped;
  if (date.kind == Kind::kDateline) return LineRole::kBody;
  const std::vector<Token> tokens = date_tokens(text, line);
  if (is_page_words(tokens) || is_address(line.of(text)) || is_trail(tokens)) return LineRole::kSkipped;
  if (is_headline_like(text, line)) return LineRole::kHeadline;
  const auto is_word = [](const Token& token) { return token.is_word(); };
  const auto words = std::count_if(tokens.begin(), tokens.end(), is_word);
  const char32_t last = text::decode_before(text, line.end).code_point;
  // A single word, a number, a picture's mark: neither headline nor text.
  return words < 2 && !ends_line_of_text(last) ? LineRole::kSkipped : LineRole::kBody;
}

// A headline that stands beside the date: "12.05.2020 | A new bridge is open".
std::optional<ByteRange> beside_date(std::string_view text, ByteRange line, const DateReading& reading) {
  const DateLine date = read_date_line(text, line, reading);
  if (date.kind != DateLine::Kind::kDate || date.beside.empty() || date.beside.contains(date.place))
    return std::nullopt;
  constexpr std::size_t kWords = 3;
  if (text::words(date.beside.of(text)).size() < kWords || !is_headline_like(text, date.beside))
    return std::nullopt;
  return date.beside;
}

bool has_text_behind(std::string_view text, const std::vector<PageLine>& lines, std::size_t index) {
  for (std::size_t i = index + 1; i < lines.size(); ++i) {
    const std::string_view line = lines[i].range.of(text);
    if (is_prose(line) || line.back() == '.') return true;
  }
  return false;
}

}  // namespace

std::optional<ByteRange> headline(std::string_view text, std::string_view language) {
  const DateReading reading{number_order(language), std::nullopt};
  const std::vector<PageLine> lines = head_lines(text);
  std::size_t first = lines.size();
  std::size_t last = 0;
  std::size_t run = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const LineRole role = role_of(text, lines[i].range, reading);
    if (role == LineRole::kBody) break;
    if (role == LineRole::kHeadline) {
      first = std::min(first, i);
      last = i;
      ++run;
    } else if (run > 0) {
      break;
    } else if (const auto beside = beside_date(text, lines[i].range, reading)) {
      return has_text_behind(text, lines, i) ? beside : std::nullopt;
    }
  }
  if (run == 0) return std::nullopt;
  const std::size_t chosen = run >= kMenuLines ? last : first;
  if (!has_text_behind(text, lines, chosen)) return std::nullopt;
  return lines[chosen].range;
}

}  // namespace sito::meta

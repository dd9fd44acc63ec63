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
// Rubrics, names of sites and menus are shorter than most headlines.
constexpr std::size_t kWordsOfHeadline = 4;
// So many short lines one after another are a menu.
constexpr std::size_t kMenuLines = 3;

enum class LineRole { kPageWords, kDate, kHeadline, kBody };

bool ends_line_of_text(char32_t last) {
  return last == '.' || last == ':' || last == ';' || last == ',' || last == U'…' || last == U'—' ||
         last == U'–';
}

// The end of "Dear residents!"
bool is_call(const Token& last) { return last.is_mark(U'!') || last.is_mark(U',') || last.is_mark(U':'); }

// Whether all words belong to phrases that pages set around a text, or a name behind "author:".
bool is_page_words(const std::vector<Token>& tokens) {
  bool any = false;
  for (std::size_t at = 0; at < tokens.size();) {
    const Phrase phrase = phrase_at(data::page_words(), tokens, at);
    if (phrase.length != 0) {
      any = true;
      at += phrase.length;
      const bool closed = at < tokens.size() && tokens[at].is_mark(U':');
      const std::string_view kind = phrase.row.cells[1];
      const bool named = kind == "author" || kind == "photo";
      if (named && at < tokens.size() && (closed || tokens[at].capital)) return true;
      if ((kind == "rubric" && closed) || kind == "site") return true;
      if (kind == "salutation" && is_call(tokens.back())) return true;
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

std::size_t words_of(std::string_view text, ByteRange line) { return text::words(line.of(text)).size(); }

LineRole role_of(std::string_view text, ByteRange line, const DateLine& date) {
  using Kind = DateLine::Kind;
  if (date.kind == Kind::kDate || date.kind == Kind::kRelative || date.kind == Kind::kLabel)
    return LineRole::kDate;
  if (date.kind == Kind::kDateline) return LineRole::kBody;
  const std::vector<Token> tokens = date_tokens(text, line);
  if (is_page_words(tokens) || is_address(line.of(text)) || is_trail(tokens)) return LineRole::kPageWords;
  if (is_headline_like(text, line)) return LineRole::kHeadline;
  const char32_t last = text::decode_before(text, line.end).code_point;
  // A single word, a number, a picture's mark: neither headline nor text.
  return words_of(text, line) < 2 && !ends_line_of_text(last) ? LineRole::kPageWords : LineRole::kBody;
}

// A line of the head above the text, and what it is.
struct HeadLine {
  ByteRange range;
  std::size_t index = 0;  ///< among the head's lines
  LineRole role = LineRole::kBody;
  std::size_t words = 0;
  bool may_be_headline = false;  ///< of a date line: date_line.h

  [[nodiscard]] bool is_headline() const { return role == LineRole::kHeadline; }
  [[nodiscard]] bool is_long() const { return is_headline() && words >= kWordsOfHeadline; }
  /// What menus are made of.
  [[nodiscard]] bool is_short() const {
    return role == LineRole::kPageWords || (is_headline() && words < kWordsOfHeadline);
  }
};

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

// Those above the first line of the text.
std::vector<HeadLine> lines_above_text(std::string_view text, const std::vector<PageLine>& head,
                                       const DateReading& reading) {
  std::vector<HeadLine> lines;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const DateLine date = read_date_line(text, head[i].range, reading);
    const LineRole role = role_of(text, head[i].range, date);
    if (role == LineRole::kBody) break;
    const bool whole = date.label == DateLabel::kNone && date.may_be_headline;
    lines.push_back({head[i].range, i, role, words_of(text, head[i].range), whole});
  }
  return lines;
}

// A line that stands there twice, as templates repeat a headline.
const HeadLine* repeated(std::string_view text, const std::vector<HeadLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].is_headline()) continue;
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      if (lines[j].is_headline() && lines[i].range.of(text) == lines[j].range.of(text)) return &lines[j];
    }
  }
  return nullptr;
}

// The first line as long as headlines are; one that stands in a menu only where no other does.
const HeadLine* long_line(const std::vector<HeadLine>& lines) {
  const HeadLine* in_menu = nullptr;
  std::size_t run = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const HeadLine& line = lines[i];
    if (line.is_long()) {
      const bool goes_on = i + 1 < lines.size() && lines[i + 1].is_short();
      if (run < kMenuLines || !goes_on) return &line;
      in_menu = &line;
    } else {
      run = line.is_short() ? run + 1 : 0;
    }
  }
  return in_menu;
}

// Of short lines alone: the last of a menu, else the first; one that is a sentence by its mark before all.
const HeadLine* short_line(std::string_view text, const std::vector<HeadLine>& lines) {
  const HeadLine* first = nullptr;
  const HeadLine* last = nullptr;
  std::size_t run = 0;
  std::size_t menu = 0;
  for (const HeadLine& line : lines) {
    if (line.is_short()) menu = std::max(menu, ++run);
    if (line.role == LineRole::kDate) run = 0;
    if (!line.is_headline()) continue;
    const char end = line.range.of(text).back();
    if (end == '!' || end == '?') return &line;
    if (first == nullptr) first = &line;
    last = &line;
  }
  return menu > kMenuLines ? last : first;
}

// A headline that has a date in it: "Annual meeting, 17 March 2019".
const HeadLine* dated_line(const std::vector<HeadLine>& lines) {
  const auto found =
      std::find_if(lines.begin(), lines.end(), [](const HeadLine& line) { return line.may_be_headline; });
  return found == lines.end() ? nullptr : &*found;
}

}  // namespace

std::optional<ByteRange> headline(std::string_view text, std::string_view language) {
  const DateReading reading{number_order(language), std::nullopt};
  const std::vector<PageLine> head = head_lines(text);
  const std::vector<HeadLine> lines = lines_above_text(text, head, reading);
  const HeadLine* chosen = repeated(text, lines);
  if (chosen == nullptr) chosen = long_line(lines);
  if (chosen == nullptr) {
    for (const HeadLine& line : lines) {
      const auto beside =
          line.role == LineRole::kDate ? beside_date(text, line.range, reading) : std::nullopt;
      if (beside && has_text_behind(text, head, line.index)) return beside;
    }
    chosen = short_line(text, lines);
  }
  if (chosen == nullptr) chosen = dated_line(lines);
  if (chosen == nullptr || !has_text_behind(text, head, chosen->index)) return std::nullopt;
  return chosen->range;
}

}  // namespace sito::meta

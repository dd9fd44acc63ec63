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
      if (closed && (kind == "rubric" || kind == "navigation")) return true;
      if (kind == "site" || kind == "section" || kind == "notice") return true;
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

// "Home » News » Council", "School · Staff · Timetable", "Home :: News": parts with the same mark between.
bool is_trail(const std::vector<Token>& tokens) {
  std::size_t arrows = 0;
  std::size_t slashes = 0;
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (!token.spaced) continue;
    const bool arrow = token.is_mark(U'»') || token.is_mark(U'>') || token.is_mark(U'›') ||
                       token.is_mark(U'→') || token.is_mark(U'|') || token.is_mark(U'•');
    const bool double_colon = token.is_mark(U':') && tokens[i + 1].is_mark(U':');
    arrows += double_colon || (arrow && tokens[i + 1].spaced) ? 1 : 0;
    slashes += (token.is_mark(U'/') || token.is_mark(U'·')) && tokens[i + 1].spaced ? 1 : 0;
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

std::size_t words_of(const std::vector<Token>& tokens) {
  const auto is_word = [](const Token& token) { return token.is_word(); };
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), is_word));
}

// Whether a sentence ends within the line and another begins.
bool has_sentence_end(std::string_view words) {
  for (const std::string_view end : {". ", "! ", "? "}) {
    if (words.find(end) != std::string_view::npos) return true;
  }
  return false;
}

// A line that could be a headline by its own looks.
bool is_headline_like(std::string_view text, ByteRange line) {
  const std::string_view words = line.of(text);
  if (text::code_points(words) > kLongestHeadline || (is_prose(words) && has_sentence_end(words)))
    return false;
  const char32_t last = text::decode_before(text, line.end).code_point;
  if (ends_line_of_text(last) || (is_prose(words) && last == U'!')) return false;
  const std::vector<Token> tokens = date_tokens(text, line);
  if (tokens.empty() || !begins_as_headline(tokens)) return false;
  return words_of(tokens) >= kFewestWords;
}

LineRole role_of(std::string_view text, ByteRange line, const DateLine& date) {
  using Kind = DateLine::Kind;
  // "21 лютого – День рідної мови"
  const bool told = date.kind == Kind::kRelative && date.label == DateLabel::kNone && date.may_be_headline;
  if (told && is_headline_like(text, line)) return LineRole::kHeadline;
  if (date.kind == Kind::kDate || date.kind == Kind::kRelative || date.kind == Kind::kLabel)
    return LineRole::kDate;
  if (date.kind == Kind::kDateline) return LineRole::kBody;
  const std::vector<Token> tokens = date_tokens(text, line);
  if (is_page_words(tokens) || is_address(line.of(text)) || is_trail(tokens)) return LineRole::kPageWords;
  if (is_headline_like(text, line)) return LineRole::kHeadline;
  const char32_t last = text::decode_before(text, line.end).code_point;
  // A single word, a number, a picture's mark: neither headline nor text.
  return words_of(tokens) < 2 && !ends_line_of_text(last) ? LineRole::kPageWords : LineRole::kBody;
}

// A line of the head above the text, and what it is.
struct HeadLine {
  ByteRange range;
  std::size_t index = 0;  ///< among the head's lines
  LineRole role = LineRole::kBody;
  std::size_t words = 0;
  bool may_be_headline = false;  ///< of a date line: date_line.h
  bool is_menu_item = false;     ///< navigation, or a few words that no page sets around a text

  [[nodiscard]] bool is_headline() const { return role == LineRole::kHeadline; }
  [[nodiscard]] bool is_long() const { return is_headline() && words >= kWordsOfHeadline; }
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

bool has_text_behind(std::string_view text, const std::vector<PageLine>& lines, std::size_t end) {
  return std::any_of(lines.begin(), lines.end(), [&](const PageLine& line) {
    return line.range.begin >= end && (is_prose(line.range.of(text)) || line.range.of(text).back() == '.');
  });
}

HeadLine head_line(std::string_view text, const std::vector<PageLine>& head, std::size_t index,
                   const DateReading& reading) {
  const ByteRange range = head[index].range;
  const DateLine date = read_date_line(text, range, reading);
  const std::vector<Token> tokens = date_tokens(text, range);
  const Phrase phrase = phrase_at(data::page_words(), tokens, 0);
  HeadLine line{range, index, role_of(text, range, date), words_of(tokens)};
  line.may_be_headline = date.label == DateLabel::kNone && date.may_be_headline;
  line.is_menu_item = line.is_short() && (phrase.length == 0 || phrase.row.cells[1] == "navigation");
  return line;
}

// Those above the first line of the text.
std::vector<HeadLine> lines_above_text(std::string_view text, const std::vector<PageLine>& head,
                                       const DateReading& reading) {
  std::vector<HeadLine> lines;
  for (std::size_t i = 0; i < head.size(); ++i) {
    lines.push_back(head_line(text, head, i, reading));
    if (lines.back().role != LineRole::kBody) continue;
    lines.pop_back();
    break;
  }
  return lines;
}

bool is_call_or_question(std::string_view text, const HeadLine& line) {
  const char end = line.range.of(text).back();
  return line.is_headline() && (end == '!' || end == '?');
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

// With a menu or the answers of a poll below it, a line is the name of the site, or the poll's question.
bool is_above_menu(const std::vector<HeadLine>& lines, std::size_t at) {
  const auto is_item = [&](std::size_t i) { return i < lines.size() && lines[i].is_menu_item; };
  return is_item(at + 1) && is_item(at + 2);
}

// The first line as long as headlines are, but a question or call that stands below it before it. One in a
// menu or above one only where no other is.
const HeadLine* long_line(std::string_view text, const std::vector<HeadLine>& lines) {
  const HeadLine* in_menu = nullptr;
  std::size_t run = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const HeadLine& line = lines[i];
    if (!line.is_long()) {
      run = line.is_short() ? run + 1 : 0;
      continue;
    }
    const bool goes_on = run >= kMenuLines && i + 1 < lines.size() && lines[i + 1].is_short();
    if (goes_on || is_above_menu(lines, i)) {
      if (in_menu == nullptr || goes_on) in_menu = &line;
      continue;
    }
    const bool asked =
        i + 1 < lines.size() && lines[i + 1].is_long() && is_call_or_question(text, lines[i + 1]);
    return asked ? &lines[i + 1] : &line;
  }
  return in_menu;
}

// Of short lines alone the last, as names of sites and rubrics stand above a headline; none of a menu alone.
const HeadLine* short_line(const std::vector<HeadLine>& lines) {
  const HeadLine* last = nullptr;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].is_headline() && !is_above_menu(lines, i)) last = &lines[i];
  }
  return last;
}

// A single word below the date and above the text.
const HeadLine* word_below_date(std::string_view text, const std::vector<HeadLine>& lines) {
  if (lines.size() < 2 || lines[lines.size() - 2].role != LineRole::kDate) return nullptr;
  const HeadLine& line = lines.back();
  const std::vector<Token> tokens = date_tokens(text, line.range);
  const bool word = tokens.size() == 1 && tokens.front().capital && !is_page_words(tokens);
  return word ? &line : nullptr;
}

// A headline that has a date in it: "Annual meeting, 17 March 2019".
const HeadLine* dated_line(const std::vector<HeadLine>& lines) {
  const auto found =
      std::find_if(lines.begin(), lines.end(), [](const HeadLine& line) { return line.may_be_headline; });
  return found == lines.end() ? nullptr : &*found;
}

// The line that is a headline among those above the text, or beside a date there.
std::optional<ByteRange> chosen_line(std::string_view text, const std::vector<HeadLine>& lines,
                                     const DateReading& reading) {
  const HeadLine* chosen = repeated(text, lines);
  if (chosen == nullptr) chosen = long_line(text, lines);
  for (std::size_t i = 0; chosen == nullptr && i < lines.size(); ++i) {
    if (lines[i].role != LineRole::kDate) continue;
    if (const auto beside = beside_date(text, lines[i].range, reading)) return beside;
  }
  if (chosen == nullptr) chosen = short_line(lines);
  if (chosen == nullptr) chosen = word_below_date(text, lines);
  if (chosen == nullptr) chosen = dated_line(lines);
  return chosen == nullptr ? std::nullopt : std::optional(chosen->range);
}

// Below a lead of one line: a headline that a date or what pages set around a text follows.
std::optional<ByteRange> below_lead(std::string_view text, const std::vector<PageLine>& head,
                                    std::size_t lead, const DateReading& reading) {
  if (lead + 2 >= head.size()) return std::nullopt;
  const HeadLine line = head_line(text, head, lead + 1, reading);
  const LineRole next = head_line(text, head, lead + 2, reading).role;
  const bool followed = next == LineRole::kDate || next == LineRole::kPageWords;
  return line.is_headline() && followed ? std::optional(line.range) : std::nullopt;
}

}  // namespace

std::optional<ByteRange> headline(std::string_view text, std::string_view language) {
  const DateReading reading{number_order(language), std::nullopt};
  const std::vector<PageLine> head = head_lines(text);
  const std::vector<HeadLine> lines = lines_above_text(text, head, reading);
  if (const auto chosen = chosen_line(text, lines, reading)) {
    return has_text_behind(text, head, chosen->end) ? chosen : std::nullopt;
  }
  return below_lead(text, head, lines.size(), reading);
}

}  // namespace sito::meta

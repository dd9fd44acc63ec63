#include "quotes/page.h"

#include <algorithm>
#include <array>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::quotes {
namespace {

bool is_closing_mark(char32_t c) {
  constexpr std::u32string_view kClosing = U"»”“\"’)]›'";
  return kClosing.find(c) != std::u32string_view::npos;
}

/// Whether a byte may begin a mark of text::is_sentence_end(); no byte inside a character may.
constexpr auto kMayEndSentence = [] {
  std::array<bool, 256> may{};
  for (const unsigned byte : {0x2EU, 0x21U, 0x3FU, 0xE2U}) may[byte] = true;
  return may;
}();
bool may_end_sentence(char byte) { return kMayEndSentence[static_cast<unsigned char>(byte)]; }

/// The elements of `sorted` that lie inside `place`, by their ranges.
template <class T, class RangeOf>
std::span<const T> inside(const std::vector<T>& sorted, ByteRange place, RangeOf range_of) {
  auto first = std::lower_bound(sorted.begin(), sorted.end(), place.begin,
                                [&](const T& item, std::size_t at) { return range_of(item).begin < at; });
  auto last = std::lower_bound(first, sorted.end(), place.end,
                               [&](const T& item, std::size_t at) { return range_of(item).end <= at; });
  return {first, last};
}

}  // namespace

Page::Page(std::string_view text) : Page(text, people::language_of({}, text)) {}

Page::Page(std::string_view text, people::Language language) : text_(text), language_(language) {
  for (auto line : text::lines(text))
    if (auto paragraph = text::trimmed(text, line); !paragraph.empty()) paragraphs_.push_back(paragraph);
  words_ = text::words(text);
  cues_ = find_cues(text, words_, people::code_of(language));
  for (auto paragraph : paragraphs_) sentences_.push_back(paragraph.begin);
  find_sentences();
}

/// Whether the full stop at `stop` belongs to an initial or a known abbreviation.
bool Page::is_abbreviation(std::size_t stop) const {
  auto word = std::upper_bound(words_.begin(), words_.end(), stop,
                               [](std::size_t at, ByteRange range) { return at < range.end; });
  if (word == words_.begin() || (--word)->end != stop) return false;
  auto first = text::decode(text_, word->begin);
  if (first.length == word->size()) return text::is_letter(first.code_point);
  return !data::abbreviations().with_key(text::folded(word->of(text_))).empty();
}

void Page::find_sentences() {
  for (auto paragraph : paragraphs_) {
    for (std::size_t at = paragraph.begin; at < paragraph.end;) {
      if (!may_end_sentence(text_[at])) {
        ++at;
        continue;
      }
      auto [c, length] = text::decode(text_, at);
      const std::size_t stop = at;
      at += length;
      if (!text::is_sentence_end(c)) continue;
      std::size_t next = at;
      bool blank = false;
      for (char32_t d = this->at(next, paragraph.end); d != 0; d = this->at(next, paragraph.end)) {
        if (!text::is_blank(d) && !(is_closing_mark(d) && !blank)) break;
        blank = blank || text::is_blank(d);
        next += text::decode(text_, next).length;
      }
      std::size_t head = next;
      for (char32_t d = this->at(head, paragraph.end); d != 0 && !text::is_letter(d) && !text::is_digit(d);
           d = this->at(head, paragraph.end)) {
        if (text::is_sentence_end(d) || d == ',' || d == ';') break;
        head += text::decode(text_, head).length;
      }
      const char32_t letter = this->at(head, paragraph.end);
      const bool begins = blank && (text::is_upper(letter) || text::is_digit(letter));
      if (begins && !(c == '.' && is_abbreviation(stop))) sentences_.push_back(next);
    }
  }
  std::sort(sentences_.begin(), sentences_.end());
}

std::span<const ByteRange> Page::words_in(ByteRange place) const {
  return inside(words_, place, [](ByteRange range) { return range; });
}

std::span<const Cue> Page::cues_in(ByteRange place) const {
  return inside(cues_, place, [](const Cue& cue) { return cue.range; });
}

std::size_t Page::sentence_begin(std::size_t at) const {
  auto next = std::upper_bound(sentences_.begin(), sentences_.end(), at);
  return next == sentences_.begin() ? 0 : *std::prev(next);
}

std::size_t Page::sentence_end(std::size_t at) const {
  auto next = std::upper_bound(sentences_.begin(), sentences_.end(), at);
  auto paragraph = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), at,
                                    [](std::size_t place, ByteRange range) { return place < range.end; });
  const std::size_t limit = paragraph == paragraphs_.end() ? text_.size() : paragraph->end;
  return next == sentences_.end() ? limit : std::min(*next, limit);
}

std::size_t Page::back_over_blanks(std::size_t at, std::size_t floor) const {
  while (at > floor) {
    auto [c, length] = text::decode_before(text_, at);
    if (!text::is_blank(c)) break;
    at -= length;
  }
  return at;
}

std::size_t Page::over_blanks(std::size_t at, std::size_t limit) const {
  while (at < limit) {
    auto [c, length] = text::decode(text_, at);
    if (!text::is_blank(c)) break;
    at += length;
  }
  return at;
}

char32_t Page::before(std::size_t at, std::size_t floor) const {
  return at > floor ? text::decode_before(text_, at).code_point : 0;
}

char32_t Page::at(std::size_t at, std::size_t limit) const {
  return at < limit ? text::decode(text_, at).code_point : 0;
}

Cue verb_by_ending(const Page& page, ByteRange word) {
  return guessed_verb(page.text(), word, people::code_of(page.language()));
}

std::string_view subject_row(const Page& page, ByteRange word) {
  std::string key;
  fold_key(word.of(page.text()), key);
  const auto& table = data::subjects();
  const auto [first, last] = table.with_key(key);
  for (std::size_t i = first; i < last; ++i)
    if (table.row(i).language == people::code_of(page.language())) return table.row(i).cells[1];
  return first == last ? std::string_view{} : table.row(first).cells[1];
}

bool speaks_of_himself(const Page& page, ByteRange place) {
  std::string key;
  for (auto word : page.words_in(place)) {
    fold_key(word.of(page.text()), key);
    if (!data::first_persons().with_key(key).empty()) return true;
  }
  return false;
}

}  // namespace sito::quotes

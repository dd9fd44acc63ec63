#include "strip/line_form.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "strip/line_shape.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::strip {
namespace {

// What a character is here, a bit each.
enum Trait : std::uint16_t {
  kSpace = 1,
  kWord = 2,
  kLetter = 4,
  kUpper = 8,
  kDigit = 16,  // of ASCII
  kStop = 32,
  kClosing = 64,     // quotation marks and brackets behind a sentence
  kBar = 128,        // parts the items of a menu
  kIdeograph = 256,  // written without blanks between words
};
using Traits = std::uint16_t;

bool is_stop(char32_t c) { return text::is_sentence_end(c) || c == 0x3002; }
bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xAB || c == 0xBB || c == 0x300D ||
         c == 0xFF09 || (c >= 0x2018 && c <= 0x201F);
}
bool is_bar(char32_t c) {
  return c == '|' || c == '/' || c == 0xB7 || c == 0x2022 || c == 0x203A || c == 0x2192;
}
bool is_ideograph(char32_t c) { return (c >= 0x3040 && c < 0x3100) || (c >= 0x4E00 && c < 0xA000); }

Traits found_traits(char32_t c) {
  unsigned traits = 0;
  const auto add = [&](bool is, Trait trait) { traits |= is ? unsigned{trait} : 0U; };
  add(text::is_space(c), kSpace);
  add(text::is_letter(c) || text::is_digit(c) || text::is_apostrophe(c) || c == '_', kWord);
  add(text::is_letter(c), kLetter);
  add(text::is_upper(c), kUpper);
  add(c >= '0' && c <= '9', kDigit);
  add(is_stop(c), kStop);
  add(is_closing(c), kClosing);
  add(is_bar(c), kBar);
  if (is_ideograph(c)) traits = kIdeograph | kLetter;
  return static_cast<Traits>(traits);
}

using Table = std::array<Traits, 0x2400>;

const Table& table() {
  static const Table kTable = [] {
    Table traits{};
    for (char32_t each = 0; each < traits.size(); ++each) traits[each] = found_traits(each);
    return traits;
  }();
  return kTable;
}

/// Years, dates in digits and times of day.
class Dates {
 public:
  void add(char32_t c) {
    if (c >= '0' && c <= '9') {
      number_ = (digits_ == 0 ? 0 : number_ * 10) + static_cast<unsigned>(c - '0');
      ++digits_;
      found_ = found_ || (digits_ == 2 && parted_);
      return;
    }
    if (digits_ == 0 && !parted_) return;
    found_ = found_ || (digits_ == 4 && number_ >= 1900 && number_ < 2100);
    parted_ = digits_ > 0 && digits_ <= 2 && (c == ':' || c == '.' || c == '/');
    digits_ = 0;
  }
  [[nodiscard]] bool found() const { return found_; }

 private:
  unsigned number_ = 0;
  std::size_t digits_ = 0;
  bool parted_ = false, found_ = false;
};

/// Reads a line word by word.
class Reader {
 public:
  explicit Reader(std::string_view line) : line_(line), table_(table()) {}

  LineForm form() {
    while (at_ < line_.size()) {
      const auto [c, length] = text::decode(line_, at_);
      const Traits traits = traits_of(c);
      if ((traits & kWord) != 0) {
        read_word(traits);
        continue;
      }
      read_mark(c, traits);
      at_ += length;
    }
    dates_.add(' ');
    form_.words += ideographs_ / 2;
    form_.closed = is_stop(last_said_);
    form_.goes_on = last_said_ == ':' || last_said_ == ';' || last_said_ == ',';
    form_.dated = dates_.found();
    if (letter_words_ > 0)
      form_.capitals = static_cast<double>(capitals_) / static_cast<double>(letter_words_);
    return form_;
  }

 private:
  void read_word(Traits first) {
    ++form_.words;
    if ((first & kLetter) != 0) {
      ++letter_words_;
      capitals_ += (first & kUpper) != 0 ? 1 : 0;
      form_.stops += stop_seen_ && (first & kUpper) != 0 ? 1 : 0;
      stop_seen_ = false;
    }
    word_length_ = 0;
    while (at_ < line_.size()) {
      const auto [c, length] = text::decode(line_, at_);
      const Traits traits = traits_of(c);
      if ((traits & kWord) == 0) break;
      if (((traits & kDigit) != 0) != in_number_) {
        in_number_ = !in_number_;
        if (!in_number_) dates_.add(c);
      }
      if (in_number_) dates_.add(c);
      ++word_length_;
      at_ += length;
    }
    last_said_ = 'w';
    last_ = 0;
    bar_counted_ = false;
  }

  void read_mark(char32_t c, Traits traits) {
    dates_.add(c);
    in_number_ = false;
    if ((traits & kIdeograph) != 0) ++ideographs_;
    if ((traits & kSpace) != 0) {
      form_.commas += last_ == ',' && form_.words > 0 ? 1 : 0;
      form_.separators += (last_traits_ & kBar) != 0 && !bar_counted_ ? 1 : 0;
      stop_seen_ = stop_seen_ || stop_behind_word_;
      stop_behind_word_ = false;
    } else if ((traits & kClosing) == 0) {
      stop_behind_word_ = (traits & kStop) != 0 && word_length_ >= 2;
    }
    const bool behind_space = last_ == 0 ? at_ == 0 : (last_traits_ & kSpace) != 0;
    bar_counted_ = (traits & kBar) != 0 && behind_space;
    form_.separators += bar_counted_ && form_.words > 0 ? 1 : 0;
    if ((traits & (kSpace | kClosing)) == 0) last_said_ = c;
    word_length_ = 0;
    last_ = c;
    last_traits_ = traits;
  }

  [[nodiscard]] Traits traits_of(char32_t c) const { return c < table_.size() ? table_[c] : found_traits(c); }

  std::string_view line_;
  const Table& table_;
  std::size_t at_ = 0;
  LineForm form_;
  Dates dates_;
  char32_t last_ = 0, last_said_ = 0;  ///< 0 behind a word
  Traits last_traits_ = kSpace;
  std::size_t ideographs_ = 0, letter_words_ = 0, capitals_ = 0, word_length_ = 0;
  bool in_number_ = false, bar_counted_ = false, stop_behind_word_ = false, stop_seen_ = false;
};

bool is_item(std::string_view line) {
  const auto [c, length] = text::decode(line, 0);
  if (c == 0x2022 || c == '*' || text::is_dash(c)) return length < line.size() && line[length] == ' ';
  std::size_t at = 0;
  while (at < line.size() && at < 3 && line[at] >= '0' && line[at] <= '9') ++at;
  return at > 0 && at + 1 < line.size() && (line[at] == '.' || line[at] == ')') && line[at + 1] == ' ';
}

std::string_view within_reach(std::string_view line) {
  if (line.size() <= kMaxLineBytes) return line;
  std::size_t end = kMaxLineBytes;
  while ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80) --end;
  return line.substr(0, end);
}

}  // namespace

LineForm line_form(std::string_view line) {
  if (line.empty()) return {};
  LineForm form = Reader(within_reach(line)).form();
  form.item = is_item(line);
  return form;
}

}  // namespace sito::strip

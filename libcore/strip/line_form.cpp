#include "strip/line_form.h"

#include <algorithm>

#include "strip/line_shape.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::strip {
namespace {

bool is_stop(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002; }
bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F);
}
bool is_closing(char32_t c) {
  return is_quote(c) || c == ')' || c == ']' || c == 0x300D || c == 0xFF09;
}
bool is_bar(char32_t c) {
  return c == '|' || c == '/' || c == 0xB7 || c == 0xBB || c == 0x2022 || c == 0x203A || c == 0x2192;
}
// Written without blanks between words.
bool is_ideographic(char32_t c) { return (c >= 0x3040 && c < 0x3100) || (c >= 0x4E00 && c < 0xA000); }

bool is_word_character(char32_t c) {
  return text::is_letter(c) || text::is_digit(c) || text::is_apostrophe(c) || c == '_';
}

/// Reads a line character by character.
class Reader {
 public:
  void add(char32_t c) {
    const bool ideographic = is_ideographic(c), word = is_word_character(c);
    if (ideographic)
      ++ideographs_;
    else if (word && !in_word_)
      begin_word(c);
    if (text::is_space(c)) add_space();
    if (is_bar(c) && after_space_ && c != 0xBB) ++form_.separators;
    add_digit(c);
    if (!text::is_space(c) && !is_closing(c)) stop_behind_word_ = is_stop(c) && word_length_ >= 2;
    word_length_ = word && !ideographic ? word_length_ + 1 : 0;
    in_word_ = word && !ideographic;
    after_space_ = text::is_space(c);
    last_ = c;
    if (!after_space_ && !is_closing(c)) last_said_ = c;
  }

  LineForm form() {
    form_.words += ideographs_ / 2;
    form_.closed = is_stop(last_said_);
    form_.goes_on = last_said_ == ':' || last_said_ == ';' || last_said_ == ',';
    if (letter_words_ > 0)
      form_.capitals = static_cast<double>(capitals_) / static_cast<double>(letter_words_);
    return form_;
  }

 private:
  void begin_word(char32_t c) {
    ++form_.words;
    if (!text::is_letter(c)) return;
    ++letter_words_;
    capitals_ += text::is_upper(c) ? 1 : 0;
    if (stop_seen_ && text::is_upper(c)) ++form_.stops;
    stop_seen_ = false;
  }

  void add_space() {
    if (last_ == ',' && form_.words > 0) ++form_.commas;
    if (is_bar(last_) && !after_space_) ++form_.separators;
    stop_seen_ = stop_seen_ || stop_behind_word_;
    stop_behind_word_ = false;
  }

  // 2014, 5.03.2014, 17:30
  void add_digit(char32_t c) {
    if (c >= '0' && c <= '9') {
      number_ = digits_ == 0 ? 0 : number_;
      number_ = number_ * 10 + static_cast<unsigned>(c - '0');
      ++digits_;
      if (digits_ == 2 && parted_ && number_ < 100) form_.dated = true;
      return;
    }
    if (digits_ == 4 && number_ >= 1900 && number_ < 2100) form_.dated = true;
    parted_ = digits_ > 0 && digits_ <= 2 && (c == ':' || c == '.' || c == '/');
    digits_ = 0;
  }

 public:
  void end() { add_digit(' '); }

 private:
  LineForm form_;
  char32_t last_ = 0, last_said_ = 0;
  std::size_t ideographs_ = 0, letter_words_ = 0, capitals_ = 0, word_length_ = 0, digits_ = 0;
  unsigned number_ = 0;
  bool in_word_ = false, after_space_ = true, stop_behind_word_ = false, stop_seen_ = false, parted_ = false;
};

bool is_item(std::string_view line) {
  const auto [c, length] = text::decode(line, 0);
  if (c == 0x2022 || c == '*' || text::is_dash(c)) return length < line.size() && line[length] == ' ';
  std::size_t at = 0;
  while (at < line.size() && at < 3 && line[at] >= '0' && line[at] <= '9') ++at;
  return at > 0 && at + 1 < line.size() && (line[at] == '.' || line[at] == ')') && line[at + 1] == ' ';
}

}  // namespace

LineForm line_form(std::string_view line) {
  if (line.empty()) return {};
  Reader reader;
  const std::size_t reach = std::min(line.size(), kMaxLineBytes);
  for (std::size_t at = 0; at < reach;) {
    const auto [c, length] = text::decode(line, at);
    reader.add(c);
    at += length;
  }
  reader.end();
  LineForm form = reader.form();
  form.item = is_item(line);
  return form;
}

}  // namespace sito::strip

#include "normalize/homoglyphs.h"

#include <algorithm>
#include <vector>

#include "normalize/byte_set.h"
#include "normalize/combining.h"
#include "normalize/edits.h"
#include "normalize/neighbours.h"
#include "normalize/twins.h"
#include "normalize/word_reading.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

constexpr ByteSet kLetters{{'A', 'Z'}, {'a', 'z'}, {0xC3, 0xF4}};

// A Latin beginning of so many letters, before an ending no longer than this, is a name with an ending.
constexpr std::size_t kNameLetters = 4;
constexpr std::size_t kEndingLetters = 3;

struct Letter {
  char32_t c = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  Script script = Script::kOther;
  bool has_twin = false;
};

bool is_mark(char32_t c) { return (c >= 0x300 && c < 0x370) || (c >= 0x483 && c < 0x488); }
// Once combining.h has joined these, what stands on both their sides is one word.
bool is_spaced_mark(char32_t c) { return c == kSpacingBreve || c == kSpacingDiaeresis; }

Script other(Script script) { return script == Script::kCyrillic ? Script::kLatin : Script::kCyrillic; }

/// The letters of one word, and what they say about its script.
class Word {
 public:
  /// Takes the run of letters at `begin`; behind it.
  std::size_t read(std::string_view valid, std::size_t begin) {
    letters_.clear();
    begin_ = begin;
    foreign_ = false;
    std::size_t at = begin;
    while (at < valid.size()) {
      const auto [c, length] = text::decode(valid, at);
      if (!text::is_letter(c) && !is_spaced_mark(c)) break;
      const Script script = script_of_letter(c);
      if (script != Script::kOther)
        letters_.push_back({c, at, at + length, script, !twin(c, other(script)).empty()});
      else
        foreign_ = foreign_ || !(is_mark(c) || is_spaced_mark(c));
      at += length;
    }
    return end_ = at;
  }

  [[nodiscard]] const std::vector<Letter>& letters() const { return letters_; }
  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return end_; }
  [[nodiscard]] bool is_mixed() const { return !foreign_ && has(Script::kCyrillic) && has(Script::kLatin); }
  [[nodiscard]] bool is_lone_i() const {
    return letters_.size() == 1 && end_ - begin_ == 1 && letters_[0].c == 'i';
  }

  /// Whether a letter of `script` has no twin.
  [[nodiscard]] bool needs(Script script) const {
    return std::any_of(letters_.begin(), letters_.end(),
                       [&](const Letter& letter) { return letter.script == script && !letter.has_twin; });
  }

  [[nodiscard]] bool is_numeral() const {
    return std::all_of(letters_.begin(), letters_.end(), [](const Letter& letter) {
      return letter.c == 'I' || letter.c == 'V' || letter.c == 'X' || letter.c == U'І' || letter.c == U'Х';
    });
  }

  [[nodiscard]] bool has_capital_inside() const {
    for (std::size_t i = 1; i < letters_.size(); ++i)
      if (text::is_upper(letters_[i].c) && text::is_lower(letters_[i - 1].c)) return true;
    return false;
  }

  /// "SMMник", "iphoneа": Latin letters first, Cyrillic ones behind them and no others.
  [[nodiscard]] bool is_name_with_ending() const {
    const auto ending = std::find_if(letters_.begin(), letters_.end(),
                                     [](const Letter& letter) { return letter.script == Script::kCyrillic; });
    if (std::any_of(ending, letters_.end(),
                    [](const Letter& letter) { return letter.script == Script::kLatin; }))
      return false;
    const auto name = static_cast<std::size_t>(ending - letters_.begin());
    const std::size_t rest = letters_.size() - name;
    const bool capitals =
        std::all_of(letters_.begin(), ending, [](const Letter& letter) { return text::is_upper(letter.c); });
    if (capitals) return name >= 2 && text::is_lower(ending->c);
    return name >= kNameLetters && rest <= kEndingLetters;
  }

 private:
  [[nodiscard]] bool has(Script script) const {
    return std::any_of(letters_.begin(), letters_.end(),
                       [&](const Letter& letter) { return letter.script == script; });
  }

  std::vector<Letter> letters_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool foreign_ = false;  ///< a letter of a third script
};

// Behind the run of letters at `at` if they are ASCII alone or U+0400..047F alone, and so no one's strangers;
// `at` if there may be others, or a sole letter. Nearly all words are done with by this.
std::size_t behind_plain_word(std::string_view valid, std::size_t at) {
  const auto is_lead = [](char byte) { return byte == '\xD0' || byte == '\xD1'; };
  std::size_t end = at;
  if (is_lead(valid[at]))
    while (end < valid.size() && is_lead(valid[end])) end += 2;
  else
    while (end < valid.size() && static_cast<unsigned char>(valid[end]) < 0x80 &&
           kLetters.contains(valid[end]))
      ++end;
  const bool goes_on = end < valid.size() && (kLetters.contains(valid[end]) || valid[end] == '\xC2');
  return end - at < 2 || goes_on ? at : end;
}

// Whether the word at [begin, end) is one space away from a byte of another script: ASCII letters and others.
bool may_have_witness(std::string_view valid, std::size_t begin, std::size_t end) {
  const bool ascii = static_cast<unsigned char>(valid[begin]) < 0x80;
  const auto is_other = [ascii](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return ascii ? value >= 0x80 : (value | 0x20U) >= 'a' && (value | 0x20U) <= 'z';
  };
  return (begin >= 2 && valid[begin - 1] == ' ' && is_other(valid[begin - 2])) ||
         (end + 1 < valid.size() && valid[end] == ' ' && is_other(valid[end + 1]));
}

// Whether a letter that `own` has no twin for stands in the run of letters before `at`, or behind it.
bool tells_script(std::string_view valid, std::size_t at, bool before_it, Script own) {
  constexpr int kLongest = 40;  // letters
  for (int letters = 0; letters < kLongest && (before_it ? at > 0 : at < valid.size()); ++letters) {
    const auto [c, length] = before_it ? text::decode_before(valid, at) : text::decode(valid, at);
    if (!text::is_letter(c)) return false;
    const Script script = script_of_letter(c);
    if (script == other(own) && twin(c, own).empty()) return true;
    at = before_it ? at - length : at + length;
  }
  return false;
}

class Sweep {
 public:
  Sweep(std::string_view valid, std::string& out) : valid_(valid), edits_(valid, out) {}

  std::size_t run() {
    for (std::size_t at = kLetters.find(valid_, 0); at < valid_.size(); at = kLetters.find(valid_, at)) {
      if (const std::size_t plain = behind_plain_word(valid_, at);
          plain > at && !may_have_witness(valid_, at, plain)) {
        at = plain;
        continue;
      }
      const auto [c, length] = text::decode(valid_, at);
      if (!text::is_letter(c)) {
        at += length;
        continue;
      }
      at = word_.read(valid_, at);
      if (word_.is_lone_i() ? is_between_cyrillic_words() : word_.is_mixed()) {
        const Script script = word_.is_lone_i() ? Script::kCyrillic : meant();
        if (script != Script::kOther) turn_to(script);
      } else if (may_be_meant_otherwise()) {
        const Script script = reading_of_word(word_text(), line());
        if (script != Script::kOther) turn_to(script);
      }
    }
    return edits_.finish();
  }

 private:
  [[nodiscard]] Script meant() {
    if (before(valid_, word_.begin()) == '&') return Script::kOther;
    if (word_.is_numeral()) return Script::kLatin;
    const bool cyrillic = word_.needs(Script::kCyrillic), latin = word_.needs(Script::kLatin);
    if ((cyrillic && latin) || word_.has_capital_inside()) return Script::kOther;
    if (cyrillic) return word_.is_name_with_ending() ? Script::kOther : Script::kCyrillic;
    if (latin) return word_.letters().back().script == Script::kLatin ? Script::kLatin : Script::kOther;
    if (text::is_digit(before(valid_, word_.begin())) || text::is_digit(after(valid_, word_.end())))
      return Script::kOther;
    return reading_of_word(word_text(), line());
  }

  [[nodiscard]] std::string_view word_text() const {
    return valid_.substr(word_.begin(), word_.end() - word_.begin());
  }

  // A whole word of the other script than a word beside it, which is sure of its own. Parts of names, codes
  // and addresses stay.
  [[nodiscard]] bool may_be_meant_otherwise() const {
    if (word_.letters().empty() || !may_have_witness(valid_, word_.begin(), word_.end())) return false;
    if (word_.is_numeral() || word_.has_capital_inside() || !may_be_of_other_script(word_text()))
      return false;
    const auto joins = [](char32_t c) {
      return text::is_digit(c) || c == '-' || c == '.' || c == '@' || c == '/' || c == '&' || c == '_' ||
             c == ':' || c == '\\' || text::is_apostrophe(c);
    };
    const char32_t next = after(valid_, word_.end());
    if (joins(before(valid_, word_.begin())) || (joins(next) && next != '.' && next != ':')) return false;
    const Script own = word_.letters().front().script;
    const auto is_space = [this](std::size_t at) { return at < valid_.size() && valid_[at] == ' '; };
    return (word_.begin() > 0 && is_space(word_.begin() - 1) &&
            tells_script(valid_, word_.begin() - 1, true, own)) ||
           (is_space(word_.end()) && tells_script(valid_, word_.end() + 1, false, own));
  }

  // The letters of the line in which the word stands.
  LineLetters line() {
    if (word_.begin() >= line_end_) {
      const std::size_t head = valid_.rfind('\n', word_.begin());
      const std::size_t begin = head == std::string_view::npos ? 0 : head + 1;
      line_end_ = std::min(valid_.find('\n', word_.begin()), valid_.size());
      line_ = line_letters(valid_.substr(begin, line_end_ - begin));
    }
    return line_;
  }

  // A sole і, perhaps one that was just replaced, is no witness: else each would let the next be one.
  [[nodiscard]] bool is_witness(std::size_t at, std::size_t length) const {
    const char32_t c = after(valid_, at);
    if (script_of_letter(c) != Script::kCyrillic) return false;
    return c != U'і' || text::is_letter(before(valid_, at)) || text::is_letter(after(valid_, at + length));
  }

  [[nodiscard]] bool is_between_cyrillic_words() const {
    std::size_t left = word_.begin(), right = word_.end();
    while (left > 0 && text::is_blank(before(valid_, left))) left -= text::decode_before(valid_, left).length;
    while (right < valid_.size() && text::is_blank(after(valid_, right)))
      right += text::decode(valid_, right).length;
    if (right == word_.end() || right == valid_.size()) return false;
    const char32_t mark = after(valid_, right);
    if (mark == 0xAB || mark == 0x201C || mark == 0x201E || mark == '"' || mark == '(')
      right += text::decode(valid_, right).length;
    if (right == valid_.size() || !is_witness(right, text::decode(valid_, right).length)) return false;
    if (left == 0 || text::is_line_end(before(valid_, left))) return true;
    if (left == word_.begin()) return before(valid_, left) == '(' || before(valid_, left) == 0xAB;
    const auto [c, length] = text::decode_before(valid_, left);
    if (c == ',' || c == ';' || c == ':' || c == ')' || c == '"' || c == 0xBB || c == 0x201D ||
        text::is_dash(c))
      return true;
    return is_witness(left - length, length);
  }

  void turn_to(Script script) {
    for (const Letter& letter : word_.letters())
      if (letter.script != script) edits_.replace(letter.begin, letter.end, twin(letter.c, script));
  }

  std::string_view valid_;
  Edits edits_;
  Word word_;
  std::size_t line_end_ = 0;
  LineLetters line_;
};

}  // namespace

std::size_t replace_homoglyphs(std::string_view valid, std::string& out) { return Sweep(valid, out).run(); }

}  // namespace sito::normalize

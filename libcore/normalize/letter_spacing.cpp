#include "normalize/letter_spacing.h"

#include <algorithm>
#include <vector>

#include "data/tables.h"
#include "normalize/edits.h"
#include "normalize/neighbours.h"
#include "normalize/twins.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

constexpr std::size_t kFewestLetters = 4;
constexpr std::ptrdiff_t kFewestConsonants = 3;
// Marks of schools: A to F, and Cyrillic А to Е.
constexpr std::size_t kMarksOfSchools = 6;

/// A letter that stands alone, and the blanks behind it up to the next.
struct Single {
  char32_t letter = 0;
  std::size_t end = 0;   ///< of the letter
  std::size_t next = 0;  ///< where the next one begins; `end` for the last
  bool parts_words = false;
};

bool opens(char32_t c) { return c == '(' || c == '[' || c == '"' || c == 0xAB || c == 0x201C || c == 0x201E; }

bool is_vowel(char32_t letter) {
  std::string key;
  text::append(key, text::to_lower(letter));
  return !data::vowels().with_key(key).empty();
}

bool is_one_script(const std::vector<Single>& run) {
  for (const Script script : {Script::kCyrillic, Script::kLatin})
    if (std::all_of(run.begin(), run.end(), [&](const Single& single) {
          return script_of_letter(single.letter) == script || !twin(single.letter, script).empty();
        }))
      return true;
  return false;
}

// concerns.h looks for no more than this.
bool has_three_in_a_row(const std::vector<Single>& run) {
  for (std::size_t i = 0; i + 2 < run.size(); ++i)
    if (!run[i].parts_words && !run[i + 1].parts_words) return true;
  return false;
}

// Whether letters in this order can be a word at all.
bool is_like_a_word(const std::vector<Single>& run) {
  std::size_t vowels = 0, neighbours = 0, marks = 0;
  std::vector<char32_t> distinct;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const char32_t c = run[i].letter;
    if (is_vowel(c)) ++vowels;
    if (i > 0 && c == run[i - 1].letter + 1) ++neighbours;
    if ((c >= 'A' && c < 'A' + kMarksOfSchools) || (c >= U'А' && c < U'А' + kMarksOfSchools)) ++marks;
    if (distinct.size() < 3 && std::find(distinct.begin(), distinct.end(), c) == distinct.end())
      distinct.push_back(c);
  }
  const std::size_t wanted = run.size() == kFewestLetters ? 2 : (run.size() + 4) / 5;
  return vowels >= wanted && vowels * 4 <= run.size() * 3 && neighbours * 3 < run.size() - 1 &&
         marks < run.size() && distinct.size() == 3;
}

// In lower case, letters in a row are words of one letter each, unless there are some that cannot be:
// consonants that are no word.
bool is_word_in_lower_case(const std::vector<Single>& run) {
  const auto parts_of_words = std::count_if(run.begin(), run.end(), [](const Single& single) {
    std::string key;
    text::append(key, text::to_lower(single.letter));
    return !is_vowel(single.letter) && data::one_letter_words().with_key(key).empty();
  });
  const bool cyrillic = std::all_of(run.begin(), run.end(), [](const Single& single) {
    return script_of_letter(single.letter) == Script::kCyrillic;
  });
  return cyrillic && run.size() > kFewestLetters && parts_of_words >= kFewestConsonants;
}

class Joiner {
 public:
  Joiner(std::string_view valid, std::string& out) : valid_(valid), edits_(valid, out) {}

  std::size_t run() {
    for (std::size_t at = 0; at < valid_.size();) at = take_run(at);
    edits_.finish();
    return joined_;
  }

 private:
  // Takes the singles from `at` on, which is a place where a word may begin; where to look next.
  std::size_t take_run(std::size_t at) {
    run_.clear();
    while (at < valid_.size()) {
      const auto [c, length] = text::decode(valid_, at);
      if (run_.empty() && opens(c)) {
        at += length;
        continue;
      }
      const std::size_t end = at + length;
      const char32_t behind = after(valid_, end);
      if (script_of_letter(c) == Script::kOther || !has_case_of_run(c) || text::is_letter(behind) ||
          text::is_digit(behind))
        break;
      run_.push_back({c, end, end, false});
      if (!text::is_blank(behind)) break;
      at = skip_blanks(run_.back());
      if (at == valid_.size() || text::is_line_end(after(valid_, at))) break;
    }
    join();
    return behind_word(run_.empty() ? at : run_.back().end);
  }

  // A run is in capitals, or in lower case but perhaps for its first letter.
  [[nodiscard]] bool has_case_of_run(char32_t c) const {
    if (run_.empty()) return true;
    if (run_.size() == 1) return text::is_lower(c) || text::is_upper(run_[0].letter);
    return text::is_lower(c) == text::is_lower(run_.back().letter);
  }

  std::size_t skip_blanks(Single& single) const {
    std::size_t at = single.end, blanks = 0;
    for (; at < valid_.size(); ++blanks) {
      const auto [c, length] = text::decode(valid_, at);
      if (!text::is_blank(c)) break;
      single.parts_words = single.parts_words || blanks > 0 || c != ' ';
      at += length;
    }
    return single.next = at;
  }

  // Where the next word may begin: behind the next white space.
  [[nodiscard]] std::size_t behind_word(std::size_t at) const {
    bool white = false;
    while (at < valid_.size()) {
      const auto [c, length] = text::decode(valid_, at);
      if (text::is_space(c))
        white = true;
      else if (white)
        break;
      at += length;
    }
    return at;
  }

  void join() {
    if (run_.size() < kFewestLetters || !has_three_in_a_row(run_) || !is_one_script(run_) ||
        !is_like_a_word(run_) || (text::is_lower(run_.back().letter) && !is_word_in_lower_case(run_)))
      return;
    for (std::size_t i = 0; i + 1 < run_.size(); ++i) {
      if (run_[i].parts_words) continue;
      edits_.replace(run_[i].end, run_[i].next, {});
      ++joined_;
    }
  }

  std::string_view valid_;
  Edits edits_;
  std::vector<Single> run_;
  std::size_t joined_ = 0;
};

}  // namespace

std::size_t join_spaced_letters(std::string_view valid, std::string& out) { return Joiner(valid, out).run(); }

}  // namespace sito::normalize

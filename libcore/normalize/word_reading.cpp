#include "normalize/word_reading.h"

#include "normalize/twins.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

bool is_mixed(std::string_view word) {
  bool cyrillic = false, latin = false;
  for (std::size_t at = 0; at < word.size();) {
    const auto [c, length] = text::decode(word, at);
    const Script script = script_of_letter(c);
    cyrillic = cyrillic || script == Script::kCyrillic;
    latin = latin || script == Script::kLatin;
    at += length;
  }
  return cyrillic && latin;
}

}  // namespace

LineLetters line_letters(std::string_view line) {
  LineLetters letters;
  for (std::size_t at = 0; at < line.size();) {
    const auto [c, length] = text::decode(line, at);
    const Script script = script_of_letter(c);
    if (script == Script::kCyrillic && twin(c, Script::kLatin).empty()) ++letters.cyrillic;
    if (script == Script::kLatin && twin(c, Script::kCyrillic).empty()) ++letters.latin;
    at += length;
  }
  return letters;
}

Script reading_of_word(std::string_view word, LineLetters line) {
  if (!is_mixed(word) || line.cyrillic == line.latin) return Script::kOther;
  return line.cyrillic > line.latin ? Script::kCyrillic : Script::kLatin;
}

}  // namespace sito::normalize

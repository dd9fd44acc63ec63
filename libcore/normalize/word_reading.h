// word_reading.h: in which script a word is meant that could be of either.
//
// All letters of "ХАТА" and "CAP" have twins, so the letters alone do not tell. Words with a letter of
// one script only are homoglyphs.h's question.
#pragma once

#include <string_view>

#include "normalize/neighbours.h"

namespace sito::normalize {

/// The letters of a line that no other script has.
struct LineLetters {
  std::size_t cyrillic = 0;
  std::size_t latin = 0;
};

/// The letters of `line` that have no twin. Linear.
[[nodiscard]] LineLetters line_letters(std::string_view line);

/// Whether `word` is of one script, all its letters have twins in the other, and there are enough of them to
/// tell which one is meant: "COBET". Linear.
[[nodiscard]] bool may_be_of_other_script(std::string_view word);

/// The script that `word`, all of whose letters have twins, is meant in; kOther if that cannot be told,
/// so that it stays. A word that holds letters of both scripts follows most letters of its line. One of one
/// script becomes one of the other where nearly all of its line is, if it makes sense there and none as it
/// stands, in the models of all languages. Linear in `word`.
[[nodiscard]] Script reading_of_word(std::string_view word, LineLetters line);

}  // namespace sito::normalize

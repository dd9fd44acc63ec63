// siblings.h: which of close languages a text is in.
//
// In some languages characters follow each other nearly alike, and what models of them say
// (character_model.h) depends on what they were counted in more than on the language. What differs are words
// and pieces of words.
#pragma once

#include <string_view>
#include <vector>

namespace sito::language {

/// A language and by how much a text's words speak against it.
struct Doubt {
  std::string_view language;  ///< BCP 47, a constant of the program
  double nats = 0;            ///< -ln of how likely it is beside its likeliest sibling, which has 0
};

/// What the first KiB of `words` (valid UTF-8, words parted by anything) say among `language` and its
/// siblings, in the order of the rows' column; empty if it has none. Words in another script than Latin say
/// nothing. Some microseconds a word. Rows: data::language_marks().
[[nodiscard]] std::vector<Doubt> doubts_among_siblings(std::string_view words, std::string_view language);

/// Whether both are in one group of siblings, or are the same.
[[nodiscard]] bool are_siblings(std::string_view left, std::string_view right);

}  // namespace sito::language

// sequences.h: characters that are a sequence of UTF-8 in the bytes of a page.
//
// "Рј" is one letter in windows-1251, "СССР»" ends in one too. Settles where such sequences stand and what
// speaks for and against their being what they look like. What is made of them is misreading.h's question,
// and lost_bytes.h's where some are not whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "charset/code_page.h"

namespace sito::normalize {

/// A character, its place in bytes, and its byte in the page: -1 if it has none. C1 controls are the bytes of
/// their value where the page has none for them, as browsers read them.
struct Item {
  char32_t character = 0;
  std::size_t at = 0;
  std::size_t length = 0;
  int byte = -1;
};

/// All characters of `valid`. Linear.
[[nodiscard]] std::vector<Item> items_in(const charset::CodePage& page, std::string_view valid);

/// The continuation bytes that a lead byte wants: 1 to 3, 0 for any other byte.
[[nodiscard]] std::size_t continuations_of(int byte);
[[nodiscard]] inline bool is_continuation(int byte) { return byte >= 0x80 && byte < 0xC0; }

/// A well-formed multibyte sequence.
struct Sequence {
  std::string utf8;       ///< one character; empty if there is none
  std::size_t items = 0;  ///< that it takes: as many as bytes, six for a pair of surrogates (CESU-8)
};

/// The sequence that begins at `items[i]`. Constant.
[[nodiscard]] Sequence sequence_at(const std::vector<Item>& items, std::size_t i);

/// Cyrillic letters outside the alphabets of most texts here: Ђ, ѓ, њ and their like, but not Ё, Є, І, Ї, Ў.
[[nodiscard]] bool is_rare_letter(char32_t c);

/// What a repair never brings: controls, box drawing and blocks, private use, what is no character.
[[nodiscard]] bool is_unsound(char32_t c);

/// What speaks for and against what came out of a text, counted up.
struct Evidence {
  std::size_t high = 0;     ///< characters of the text that are not ASCII
  std::size_t covered = 0;  ///< of these, such as belong to a sequence
  std::size_t changed = 0;  ///< sequences; where another page was read, characters
  std::size_t guessed = 0;  ///< sequences whose bytes were partly lost
  /// Sequences as no letters make that stand side by side by chance: with a sign, a letter of few languages,
  /// or a capital behind a small letter. Of single bytes the signs that became letters.
  std::size_t proven = 0;
  std::size_t strong = 0;      ///< of these, such as stand in no clean text
  std::size_t unsound = 0;     ///< characters that came out and never should
  std::size_t unlettered = 0;  ///< letters that another page made signs or digits
  std::size_t odd = 0;  ///< letters that no language here writes, or of another script than those beside them
  std::size_t far = 0;  ///< letters from beyond Europe
  std::size_t far_by_chance = 0;  ///< of these, such as have no proof of their own
  std::size_t longest_run = 0;    ///< proven ones in sequences that stand side by side

  /// Counts the sequence of `size` items at `i`, which says `c`.
  void add_sequence(const std::vector<Item>& items, std::size_t i, std::size_t size, char32_t c);
  /// Counts what came out, or stayed, in turn: for the letters beside each other.
  void add_outcome(char32_t c, bool came_out);

  /// Whether nearly all that is not ASCII belongs to sequences.
  [[nodiscard]] bool covers() const { return covered * 5 >= high * 4; }
  /// Whether enough of the sequences are proven.
  [[nodiscard]] bool is_proof() const;
  /// Whether what came out is what texts hold.
  [[nodiscard]] bool is_sound() const;

 private:
  enum class Alphabet : unsigned char { kNone, kLatin, kOther, kFar };
  static Alphabet alphabet_of(char32_t c);

  std::size_t run_ = 0, run_end_ = 0;
  Alphabet last_ = Alphabet::kNone;
  bool last_came_out_ = false;
};

}  // namespace sito::normalize

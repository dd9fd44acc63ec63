// author_words.h: where the author speaks beside or inside a quotation.
//
//     «…», – |сказав Іван Сич|.      «Ми, – |каже Сич|, – ще не бачили».      – Так. – |Він киває|. – Так.
//
// Settles the bounds of such words and the cue in them, by punctuation and cues alone. Whether they make
// the quotation speech is kind.h's question, whom they name is speaker.h's.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "quotes/page.h"

namespace sito::quotes {

/// The author's words about a quotation.
struct AuthorWords {
  ByteRange clause;       ///< without the punctuation that sets it off
  Cue cue;                ///< its range is empty if no word of saying stands there
  bool dash = false;      ///< a dash parts it from the quotation
  bool adjacent = false;  ///< the cue is the first word, or the second
  [[nodiscard]] bool has_cue() const { return !cue.range.empty(); }
};

/// The words behind a quotation whose closing mark ends at `close`, if they are about it: behind a
/// dash, a comma (outside or inside the marks), the end of a sentence inside, or bare where the cue
/// follows at once. `content` is what the marks hold, `limit` its paragraph's end. Bounded by the
/// sentence.
[[nodiscard]] std::optional<AuthorWords> words_after(const Page& page, ByteRange content, std::size_t close,
                                                     std::size_t limit);

/// A dash that may set off the author's words: blanks around it, or a comma before it.
struct Dash {
  ByteRange place;
  char32_t before = 0;  ///< the nearest code point before it that is no blank
};

/// Such dashes in text[speech] behind its first byte, but for those inside `nested` (sorted). Linear.
[[nodiscard]] std::vector<Dash> dashes_in(const Page& page, ByteRange speech,
                                          std::span<const ByteRange> nested);

/// A stretch of speech with the author's words taken out.
struct Divided {
  std::vector<ByteRange> spans;     ///< the speech, at least one
  std::vector<AuthorWords> author;  ///< in order
};

/// Divides text[speech] at the author's words that dashes set off, but for dashes inside `nested`
/// (sorted, in the marks of inner quotations). In marks (`strict`) the author's words need a cue and a
/// dash on either side; in a dash paragraph they may end it, and may be a sentence of their own between
/// sentences. Linear.
[[nodiscard]] Divided divide(const Page& page, ByteRange speech, std::span<const ByteRange> nested,
                             bool strict);

/// Where an unclosed quotation in text[speech] ends: before the comma and dash of the author's words, else at
/// its end.
[[nodiscard]] std::size_t end_of_unclosed(const Page& page, ByteRange speech);

}  // namespace sito::quotes

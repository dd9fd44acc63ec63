// dash_speech.h: which paragraphs that open with a dash are speech.
//
// A dash opens a line of dialogue, an interview's question or answer, or an item of a list. Lines are
// judged together with their neighbours: a list has a lead-in with a colon, items in lower case or ended
// by semicolons; dialogue has cues, questions, or a line with the speaker's name before it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "quotes/author_words.h"
#include "quotes/page.h"

namespace sito::quotes {

/// One paragraph that opens with a dash and is speech.
struct DashSpeech {
  std::size_t paragraph = 0;  ///< index into page.paragraphs()
  ByteRange dash;
  Divided speech;
  bool question = false;   ///< it ends with a question mark
  bool continues = false;  ///< the paragraph after it goes on with it and ends in the author's words
};

/// The dash speech of a page, in order. `nested` are the quotations in marks, outermost only, sorted: a
/// dash inside them divides nothing. Linear.
[[nodiscard]] std::vector<DashSpeech> find_dash_speech(const Page& page, std::span<const ByteRange> nested);

/// Whether a paragraph is a name (at most six words) with a colon behind it: who speaks in the next one.
[[nodiscard]] bool is_name_line(const Page& page, ByteRange paragraph);

}  // namespace sito::quotes

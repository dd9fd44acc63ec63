// plain.h: a page for reading, its quotations marked and their speakers in the margin.
//
// What `--plain` shows instead of JSON: the record's text with its fields `quotes` and `segments` drawn
// into it. How quotations are found is find_quotes.h's question.
#pragma once

#include <memory>

#include "document/stage.h"

namespace sito::quotes {

/// Draws each record's text: speech in [[ ]], titles in {{ }}, terms in << >>, and behind each paragraph
/// a line for each quotation with a speaker or cue that ends in it:
///
///     [[Усе готово]], – сказав Іван Сич.
///         | speech: Іван Сич, голова ради (сказав)
///
/// With `colour` (a terminal) the kinds are green, blue and yellow instead of brackets, and the margin is
/// dim. Control characters become U+FFFD; one LF ends the text. Rejects a record without `quotes`, or with
/// one that does not fit its text.
[[nodiscard]] std::unique_ptr<Sink> make_plain_sink(bool colour);

}  // namespace sito::quotes

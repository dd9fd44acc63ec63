// explain.h: a page with its boilerplate marked, for people.
//
// Shows why each line went. The record is the one that stage.h wrote; what stands in it is marks.h's
// question.
#pragma once

#include <memory>

#include "document/stage.h"

namespace sito::strip {

/// Writes each record as its id and its page, one line of the page a line: kept lines behind two blanks,
/// removed ones behind `- `, with reason, rule and score at the side of a removal's first line; `colour`
/// draws removed lines red. A page is the input of strip also where its text was removed. A record that
/// was not stripped is all kept. Rejects what marks() and input_text() reject.
///
/// The end of a line that was removed alone stands on a line of its own.
///
///       Рада підбила підсумки року.
///     - Поширити у Facebook            [share-bar: поширити у|в|на facebook, 0.95]
[[nodiscard]] std::unique_ptr<Sink> make_explain_sink(bool colour);

}  // namespace sito::strip

// stage.h: strip as a step of the pipeline.
//
// Takes boilerplate out of `text`, or marks it, or puts it back, and writes `boilerplate` and `strip`.
// Which lines are boilerplate is boilerplate.h's question.
#pragma once

#include <memory>

#include "document/stage.h"
#include "strip/settings.h"

namespace sito::strip {

/// A stage that first undoes what an earlier run did, so that a second run gives the same record. A record
/// that cannot be undone is rejected; with Settings::undo one that nobody stripped passes as it is. Where
/// the text changes, fields with offsets into it are dropped. Counts in Scratch::counts: the lines that
/// went, by `strip.reason.REASON`, `strip.rule.RULE` and `strip.template.KEY`, and `strip.dropped_fields`.
[[nodiscard]] std::unique_ptr<Stage> make_stage(Settings settings);

/// What make_stage() is with Settings::undo.
[[nodiscard]] std::unique_ptr<Stage> make_undo_stage();

}  // namespace sito::strip

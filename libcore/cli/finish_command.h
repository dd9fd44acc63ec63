// finish_command.h: what `sito finish` does.
//
// Makes the parts of all tasks one corpus, or says which are missing. What it takes to be whole is
// batch/assembly.h's question.
#pragma once

#include "cli/tool.h"

namespace sito::cli {

/// Assembles the corpus of the plan that the operand names. Throws UsageError; the job throws IoError for
/// tasks that are not done.
[[nodiscard]] Job finish_job(const Request& request);

}  // namespace sito::cli

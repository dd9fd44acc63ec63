// assembly.h: the parts of all tasks as one corpus.
//
// Proves that every task is done and that its files are what it says they are; then writes what a corpus says
// of itself, `_SUCCESS` last. What a task says is done.h's question, what a manifest manifest.h's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "batch/done.h"
#include "batch/plan.h"
#include "document/result.h"

namespace sito::batch {

/// All tasks together.
struct Sum {
  std::int64_t tasks = 0;
  std::int64_t documents = 0;
  std::int64_t records = 0;
  std::int64_t rejected = 0;
  std::int64_t skipped = 0;
  std::string model;  ///< of TaskKey
};

/// Reads all parts, and leaves in the plan's folder `_rejects.jsonl` (of all tasks, in their order),
/// `_manifest.json` and `_SUCCESS`; what attempts that were killed have left is removed. A second time
/// changes nothing. Rejects, and then has written nothing: tasks that are not done, are of another plan, were
/// given other switches or another model than the first, whose files are missing or others; and parts that
/// are no task's. The reason names them all: "tasks 3, 5-7 are not done". Throws IoError.
[[nodiscard]] Result<Sum> assemble(const PlanFile& plan);

}  // namespace sito::batch

// sharing.h: which task reads what.
//
// Inputs in the order of their walk become stretches of it, about as many bytes each, so that the parts of
// all tasks in their order are what one run would write. Archives that are too large for one task are cut
// between members where that can be done; how, is io/member_range.h's question.
#pragma once

#include <cstddef>
#include <vector>

#include "batch/plan.h"

namespace sito::batch {

/// The inputs of each of `tasks` tasks, none reading much more than its share unless an input that cannot be
/// cut is larger. A small input counts for some KiB more, since opening it costs that. Reads the headers of
/// large archives. Some tasks may have none. Throws IoError.
[[nodiscard]] std::vector<std::vector<PlannedInput>> share_out(const Plan& plan,
                                                               std::vector<PlannedInput> inputs,
                                                               std::size_t tasks);

}  // namespace sito::batch

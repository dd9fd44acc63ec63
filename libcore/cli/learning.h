// learning.h: templates learnt from the very documents that are stripped by them.
//
// What --learn does: the documents are read twice. How pages become a model is templates/learner.h's
// question.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/tool.h"
#include "templates/model.h"

namespace sito::cli {

/// `first` gives pages, as templates::make_page_sink() writes them; `second` makes the job that reads the
/// same documents anew, with what was learnt. Of the first pass nothing is written, and what it cannot read
/// is reported by the second.
[[nodiscard]] Job learn_first(Job first, std::function<Job(std::shared_ptr<const templates::Model>)> second);

/// Writes the model of what was learnt, added to that of the file `before`, if any, to `file`. Throws
/// IoError.
using MergeModels = std::function<void(const std::optional<std::string>& before, const std::string& file)>;

/// As learn_first(), but what was learnt becomes a file, which `second` asks for.
[[nodiscard]] Job learn_more(Job first, std::function<Job(const MergeModels&)> second);

/// Throws UsageError if one of the operands is standard input, which cannot be read twice.
void check_readable_twice(const std::vector<std::string>& operands);

}  // namespace sito::cli

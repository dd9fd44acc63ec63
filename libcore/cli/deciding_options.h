// deciding_options.h: which of the switches that were given decide what the records are.
//
// A corpus that grows over nights, or on many machines, must be made one way. So what was given is compared:
// not how many workers there were or which files were chosen, but what makes a document's records what they
// are, files (rules, templates) by what is in them.
#pragma once

#include <string>
#include <vector>

#include "batch/manifest.h"
#include "cli/tool.h"

namespace sito::cli {

/// Of `given`, the switches of stages ("strip.keep") but for those that choose inputs or shape files, sorted
/// by name. A file is its digest. Throws IoError for one that cannot be read.
[[nodiscard]] std::vector<batch::Option> deciding_options(const std::vector<Given>& given);

/// One digest of them and of this program's version, "xxh128:…".
[[nodiscard]] std::string options_digest(const std::vector<batch::Option>& options);

}  // namespace sito::cli

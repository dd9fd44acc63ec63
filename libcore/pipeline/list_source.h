// list_source.h: the names of raw files, for --dry-run.
//
// The same walk as file_source.h's, without opening anything: documents that have an id and no text.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "document/result.h"
#include "document/stage.h"
#include "pipeline/raw_input.h"
#include "pipeline/source.h"

namespace sito::pipeline {

/// One document for each file that make_file_source() would open, an archive as one. Rejects and throws
/// as that does.
[[nodiscard]] Result<std::unique_ptr<Source>> make_list_source(std::vector<std::string> paths,
                                                               const RawSettings& settings);

/// The id alone, a line each.
[[nodiscard]] std::unique_ptr<Sink> make_id_sink();

/// Why these paths cannot be read together: one lies in another, or stands twice.
[[nodiscard]] Result<void> check_overlap(const std::vector<std::string>& paths);

}  // namespace sito::pipeline

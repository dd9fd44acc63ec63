// merge.h: several models as one, and one without its rare lines.
//
// Adds up by sum and minimum (record.h), so that any order and any tree of merges gives the bytes that
// learning all at once gives. Memory: a block of each of at most kFanIn models, whatever their number and
// size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "io/input.h"
#include "templates/model_writer.h"

namespace sito::templates {

constexpr std::size_t kFanIn = 64;  ///< how many models are read at once

/// Adds `models` (at most kFanIn) up. Throws as ModelReader does, and IoError for a compacted one, whose
/// counts are no longer whole.
void merge(std::vector<io::Input> models, const Write& write);

/// The same for any number of files, by way of nameless ones (io/nameless_file.h); "-" is standard input.
void merge_files(const std::vector<std::string>& paths, const Write& write);

/// The model less the records with fewer than `min_pages` pages, marked as compacted. Sites stay.
void compact(io::Input model, std::uint32_t min_pages, const Write& write);

}  // namespace sito::templates

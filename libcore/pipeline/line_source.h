// line_source.h: documents from the wire.
//
// Files of JSON Lines, one after the other, as batches of about a megabyte of whole lines. Lines are
// parsed by the workers.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/source.h"

namespace sito::pipeline {

/// `files` are read in order; "-" is standard input, and so is no file at all. Blank lines are skipped;
/// a line that is no record is rejected with its number. Throws IoError at once for a file that is not there,
/// and while reading for one that cannot be read on or that ends in the line of a tool that gave up. Memory:
/// one batch.
[[nodiscard]] std::unique_ptr<Source> make_line_source(std::vector<std::string> files);

}  // namespace sito::pipeline

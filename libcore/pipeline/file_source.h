// file_source.h: raw files as documents.
//
// Folders, files and archives become documents with a name, a text and an origin. Paths are handed out in
// short lists and opened by the workers, but for large files: those are opened here, so that an archive's
// members are shared out among all workers. What a tree holds is io/tree.h's question, what one of them is
// raw_input.h's.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "decode/decode.h"
#include "document/result.h"
#include "pipeline/raw_input.h"
#include "pipeline/source.h"

namespace sito::pipeline {

struct FileSettings {
  RawSettings raw;
  decode::Settings decode;
};

/// The documents of `paths` (files, folders, archives, "-"), path by path. Files that are no text are
/// skipped by media type, unreadable ones and damaged members rejected by name. Rejects (as Result) an
/// unknown encoding and paths that overlap; throws IoError for a path that does not exist. Memory: a batch
/// of documents for each worker.
[[nodiscard]] Result<std::unique_ptr<Source>> make_file_source(std::vector<std::string> paths,
                                                               const FileSettings& settings);

/// The documents of files that a walk found, or of some of an archive's members, in their order, named as
/// make_file_source() would name them. One that is gone by now is rejected by name. Rejects an unknown
/// encoding.
[[nodiscard]] Result<std::unique_ptr<Source>> make_found_source(std::vector<io::FoundFile> files,
                                                                const FileSettings& settings);

}  // namespace sito::pipeline

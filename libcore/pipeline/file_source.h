// file_source.h: raw files as documents.
//
// Folders, files and archives become documents with a name, a text and an origin. Paths are handed out in
// short lists and opened by the workers; an archive is one stream, so its members are read by whoever
// takes the next batch and decoded by the workers. What a tree holds is io/tree.h's question, what an
// archive holds io/archive.h's.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decode.h"
#include "document/result.h"
#include "io/digest.h"
#include "io/tree.h"
#include "pipeline/naming.h"
#include "pipeline/source.h"

namespace sito::pipeline {

struct FileSettings {
  NamingSettings naming;
  io::TreeSettings tree;
  decode::Settings decode;
  io::DigestKind digest = io::DigestKind::kXxh128;
  std::size_t max_bytes = std::size_t{256} << 20;  ///< a document, decompressed
  std::size_t nesting = 1;                         ///< archives within archives that are opened
};

/// The documents of `paths` (files, folders, archives, "-"), path by path. Files that are no text are
/// skipped by media type, unreadable ones and damaged members rejected by name. Rejects (as Result) an unknown encoding and paths that overlap; throws IoError for a
/// path that does not exist. Memory: a batch, and for an archive one member.
[[nodiscard]] Result<std::unique_ptr<Source>> make_file_source(std::vector<std::string> paths,
                                                               const FileSettings& settings);

/// Calls `list` with each name that make_file_source() would read (a file's; an archive counts as one), without reading.
void list_files(std::vector<std::string> paths, const FileSettings& settings,
                const std::function<void(const io::TreeEntry&)>& list);

}  // namespace sito::pipeline

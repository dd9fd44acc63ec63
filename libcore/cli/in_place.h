// in_place.h: `sito-normalize --in-place`.
//
// The one thing that changes a user's own files, as a sink behind the same source and stage as --plain:
// each file becomes normal UTF-8, replaced whole or not at all.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "document/stage.h"

namespace sito::cli {

/// Below this confidence an encoding is a guess, and a wrong guess would ruin the file.
inline constexpr double kSafeConfidence = 0.9;

/// Writes no lines; replaces the file that a document of pipeline/plain_source.h came from with the
/// document's text, ended by one LF, and leaves one alone that would not change. With a `suffix` the earlier
/// file is kept as FILE + suffix (a link, so that it keeps owner and times). Rejects a document whose
/// encoding is below kSafeConfidence, and one whose file is compressed or has changed since it was read.
/// Throws UsageError for no files, "-", and a file named twice; IoError from the replacing. Safe from several
/// threads.
[[nodiscard]] std::unique_ptr<Sink> make_in_place_sink(const std::vector<std::string>& files,
                                                       const std::string& suffix);

}  // namespace sito::cli

// file_state.h: whether a file is still the one that was seen.
//
// A plan is made once and read for days. This header settles what a file's bytes were and whether they still
// are. What a plan holds besides is plan.h's question.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "batch/plan.h"
#include "io/tree.h"

namespace sito::batch {

/// Whether a regular file of so many bytes stands there.
[[nodiscard]] bool has_size(const std::string& path, std::int64_t bytes);

/// The digest of a regular file's bytes as they stand there, or of those from `begin` up to `end`,
/// "xxh128:…". Throws IoError. Linear, a buffer.
[[nodiscard]] std::string digest_of_file(const std::string& path, std::uint64_t begin = 0,
                                         std::uint64_t end = UINT64_MAX);

/// Of what is read of an input that stands at `location`.
[[nodiscard]] std::string digest_of(const PlannedInput& input, const std::string& location);

/// What is no longer as planned at `location`, in words: "it is gone", "it has another size: 12 bytes, not
/// 9", "it has another time", "it has other bytes"; none if all is. A file whose digest the plan does not
/// know is known by size and time. With `digests` off its bytes are not read. What the walk could not reach
/// is never other.
[[nodiscard]] std::optional<std::string> difference(const PlannedInput& input, const std::string& location,
                                                    bool digests);

}  // namespace sito::batch

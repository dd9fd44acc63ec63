// stage.h: normalize.h on a document of the wire.
#pragma once

#include <memory>

#include "document/stage.h"
#include "normalize/normalize.h"

namespace sito::normalize {

/// Rewrites `text` where it is not normal and writes `normalization`. A lone surrogate in `text` becomes
/// U+FFFD and counts as a change of kind `surrogate`. Counts of a `normalization` that came in are
/// added to; one that is no such object is a reason to reject. `form` is NFC or NFKC, or null where
/// neither step ran and the text is not known to be either. Where lost_letters.h suspects the text, it
/// stays and `suspects` says so, `[{"kind": "lost_letters"}]`; there is no such member otherwise.
///
/// Where the text changes, fields with offsets go (offsets_fields.h), counted in `--stats` as
/// "normalize.dropped_fields"; changes are counted as "normalize.KIND", suspects likewise.
[[nodiscard]] std::unique_ptr<Stage> make_stage(Settings settings);

}  // namespace sito::normalize

// changes.h: what a night did to a corpus, for a database that follows it.
//
// A line a document: `{"change":"add","id":ID,"records":[…]}`, "replace" likewise, or `{"change":"remove",
// "id":ID}`. Whoever replaces by id all that is named, night for night, has the corpus.
#pragma once

#include <cstdint>
#include <string>

#include "batch/ledger.h"
#include "io/output.h"

namespace sito::batch {

/// Those of `generation`, whose parts lie in `folder`: removed documents first, then the others in the order
/// of their records. Memory: the records of a document. Throws IoError.
void write_changes(Ledger& ledger, std::int64_t generation, const std::string& folder, io::Output& output);

}  // namespace sito::batch

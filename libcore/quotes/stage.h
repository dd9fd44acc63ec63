// stage.h: quotations in the pipe: `quotes` and `segments` of a record.
//
// What is found is find_quotes.h's question; here bytes become code points and JSON.
#pragma once

#include <memory>

#include "document/stage.h"

namespace sito::quotes {

/// What a user may ask of quotes: nothing yet.
struct Settings {};

/// Writes both fields anew, whatever stood there; reads `text` and `language`.
[[nodiscard]] std::unique_ptr<Stage> make_stage(Settings settings = {});

}  // namespace sito::quotes

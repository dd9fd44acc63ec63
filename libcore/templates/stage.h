// stage.h: documents on their way into a model.
//
// The only part that knows Document. What a page's keys are is page_keys.h's question, how they are added up
// learner.h's.
#pragma once

#include <memory>
#include <string>

#include "document/stage.h"

namespace sito::templates {

/// Appends each document's keys as append_page() has them, under the site that its string field `group_by`
/// names. Rejects a document without one, and a name of more than kMostNameBytes bytes.
[[nodiscard]] std::unique_ptr<Sink> make_page_sink(std::string group_by);

}  // namespace sito::templates

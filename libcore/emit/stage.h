// stage.h: the final JSON Lines, at the end of the pipe.
//
// A document becomes one line of stable shape, or one for each of its paragraphs, segments or quotes.
// What stands in the lines: shape.h.
#pragma once

#include <memory>

#include "document/stage.h"
#include "emit/fields.h"
#include "emit/view.h"

namespace sito::emit {

struct Settings {
  View view = View::kDocument;
  Fields fields = {};         ///< of that view; none means all of them
  bool keep_foreign = false;  ///< write fields that are nobody's behind those that are ours
};

/// A document needs `text` and `id`. Its sink rejects one whose fields are not what the tools write.
[[nodiscard]] std::unique_ptr<Sink> make_sink(Settings settings);

}  // namespace sito::emit

// stage.h: the final lines, at the end of the pipe.
//
// A document becomes one line of stable shape, or one for each of its paragraphs, segments or quotes.
// What stands in the lines: shape.h; as what they are written: format.h.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "document/stage.h"
#include "emit/fields.h"
#include "emit/format.h"
#include "emit/sample.h"
#include "emit/view.h"

namespace sito::emit {

struct Settings {
  View view = View::kDocument;
  Fields fields = {};         ///< of that view; none means all of them
  bool keep_foreign = false;  ///< JSON Lines only: fields that are nobody's stand behind those of ours
  Format format = Format::kJsonLines;
  bool byte_order_mark = false;       ///< at the head of CSV and TSV, by which spreadsheets know UTF-8
  std::optional<Sample> sample = {};  ///< only the documents of these ids
  bool framed = false;                ///< each line in a frame of its document (document/frame.h)
};

/// What stands before all lines, once a file: the names of the columns; nothing for JSON Lines.
[[nodiscard]] std::string head(const Settings& settings);

/// A document needs `text` and `id`. The sink rejects one whose fields are not what the tools write, and
/// counts `emit.lines` and those that are not in the sample, `emit.not_sampled`.
[[nodiscard]] std::unique_ptr<Sink> make_sink(Settings settings);

}  // namespace sito::emit

// marks.h: what an earlier run of strip wrote into a record.
//
// Settles how `boilerplate` and `strip` are read and written, and whether they still hold for the
// record's text. What to do with them is stage.h's question.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/result.h"
#include "document/scratch.h"
#include "strip/boilerplate.h"
#include "text/offsets.h"

namespace sito::strip {

inline constexpr std::string_view kBoilerplateField = "boilerplate";
inline constexpr std::string_view kStripField = "strip";

/// The two fields of a record.
struct Marks {
  struct Mark {
    Piece piece;
    std::string reason;
    std::string rule;
    double score = 0;
  };
  std::vector<Mark> boilerplate;
  bool removed = false;
  std::string input_digest;
  std::string output_digest;
};

/// A record's marks: none if it has neither field (or both are empty: null, `[]`). Rejects a record with
/// one of them only, and fields of another shape.
[[nodiscard]] Result<std::optional<Marks>> marks(const Document& document);

/// The text that was there before strip took something out: `text` itself where nothing was. Rejects a
/// text whose digest is not `output_digest` and spans that do not fit it. Linear.
[[nodiscard]] Result<std::string> input_text(const Marks& marks, std::string_view text);

/// Sets both fields for `removals` from `input`, of which `output` is left (`input` itself, where nothing
/// was removed). `model` is the digest of the templates that were used, or empty. Writes over `scratch`'s
/// json and offsets.
void set_marks(Document& document, std::string_view input, const std::vector<Removal>& removals,
               std::string_view output, std::string_view model, Scratch& scratch);

}  // namespace sito::strip

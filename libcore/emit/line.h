// line.h: a row as a line of stable shape.
//
// Settles what stands where there is nothing (null for a value, `[]` for a list, an object of these for
// an object) and which values are not what the tools write. Where a row's values come from is rows.h's
// question.
#pragma once

#include <cstddef>
#include <string>

#include "document/result.h"
#include "emit/fields.h"
#include "emit/rows.h"

namespace sito::emit {

struct LineSettings {
  Fields fields;
  bool keep_foreign = false;  ///< what is nobody's stands behind its object's fields, in its order
};

/// Appends one line, ended by LF, as compact JSON; strings, numbers and foreign values as they stand.
/// Offsets that count in the document's text lie within `text_size` code points. Rejects a value of
/// another type than its shape's, an offset beyond the text, and a lone surrogate in a string:
/// `quotes[0].spans` is no list. Linear.
Result<void> append_line(const Row& row, const LineSettings& settings, std::size_t text_size,
                         std::string& out);

}  // namespace sito::emit

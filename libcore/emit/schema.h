// schema.h: the shape of a view's lines, for those who load them.
//
// Settles what --schema prints. It is made of the same shapes as the lines themselves (shape.h, fields.h), so
// that the two cannot drift.
#pragma once

#include <string>

#include "emit/fields.h"
#include "emit/format.h"
#include "emit/view.h"

namespace sito::emit {

/// A JSON Schema (2020-12) of one line, indented, ended by LF: every field is required, others are not
/// allowed unless `keep_foreign`. A field that may have nothing to say is of type `["string", "null"]` and
/// its like.
[[nodiscard]] std::string json_schema(View view, const Fields& fields, bool keep_foreign);

/// The argument of DuckDB's read_json() or, for CSV and TSV, read_csv(), in one line:
///
///     columns={'id': 'VARCHAR', 'quote': 'BIGINT', 'spans': 'STRUCT("start" BIGINT, "end" BIGINT)[]'}
///
/// With it nothing is guessed from the first lines. A list is `JSON` in CSV and TSV.
[[nodiscard]] std::string duckdb_columns(const Fields& fields, Format format);

}  // namespace sito::emit

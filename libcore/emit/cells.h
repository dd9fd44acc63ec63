// cells.h: a line as a row of cells, for spreadsheets.
//
// Settles what --format csv and tsv write: RFC 4180, the members of an object as columns of their own, a list
// as JSON in one cell. Which values a line has is line.h's question.
#pragma once

#include <string>
#include <string_view>

#include "emit/fields.h"
#include "emit/format.h"

namespace sito::emit {

/// Appends the names of the columns as the first row:
///
///     id,quote,key,kind,spans,text,speaker.name,speaker.role,…
///
/// Columns stand in the order of `fields`; an object is its members' columns, to any depth, so that their
/// number is the same in every row.
void append_header(const Fields& fields, Format format, std::string& out);

/// Appends `line`, JSON as append_line() writes it for the same `fields`, as one row. Strings stand as their
/// characters, numbers, true and false as in JSON, null as an empty cell and the empty string as `""`, so
/// that the two can be told apart. A cell with the separator, a quotation mark or a line end in it, or white
/// space at an end, stands in quotation marks, which are doubled within. Rows end in CRLF (CSV) or LF (TSV,
/// which cut(1) and awk(1) read). Linear.
void append_cells(std::string_view line, const Fields& fields, Format format, std::string& out);

}  // namespace sito::emit

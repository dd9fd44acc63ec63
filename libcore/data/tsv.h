// tsv.h: how language knowledge is written down.
//
// Words, rules, months and marks live in files `NAME.LANG.tsv`, one row an entry, so that a linguist
// can review a one-line diff. This header settles the file format, for the build (which turns files
// into constant tables, see table.h) and for rule files that users bring.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sito::data {

/// One file's rows: every row has exactly `columns.size()` cells.
struct Tsv {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

/// What is wrong, and in which line (from 1).
struct TsvError {
  std::size_t line = 0;
  std::string reason;
};

/// Parses one file. Lines that begin with `#` and empty lines are comments, but for the first line that
/// begins with `#columns<TAB>`, which names the columns and comes before all rows. Cells are UTF-8,
/// parted by one TAB; `\n`, `\t`, `\\` and `\u00a0`-like escapes (four hex digits, no surrogates) stand
/// for their characters. A row with another number of cells, a bad escape or a missing `#columns` line
/// is an error; errors come with no rows. Linear in the input.
struct TsvResult {
  Tsv tsv;
  std::vector<TsvError> errors;
};
[[nodiscard]] TsvResult parse_tsv(std::string_view content);

}  // namespace sito::data

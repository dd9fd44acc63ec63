// format.h: what a line of the final output is written as.
//
// JSON Lines keep every value as it is; CSV and TSV are for spreadsheets and tools that know no nesting.
// How a line's values become cells is cells.h's question.
#pragma once

#include <string_view>

namespace sito::emit {

enum class Format { kJsonLines, kCsv, kTsv };

/// `jsonl`, `csv`, `tsv`: how --format and the names of files call it.
[[nodiscard]] constexpr std::string_view name(Format format) {
  if (format == Format::kCsv) return "csv";
  return format == Format::kTsv ? "tsv" : "jsonl";
}

}  // namespace sito::emit

#include "data/tsv.h"

#include <charconv>
#include <optional>

namespace sito::data {
namespace {

constexpr std::string_view kHeader = "#columns\t";

void append_utf8(std::string& out, unsigned code_point) {
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0 | (code_point >> 6));
    out += static_cast<char>(0x80 | (code_point & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code_point >> 12));
    out += static_cast<char>(0x80 | ((code_point >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code_point & 0x3F));
  }
}

/// Appends what the escape at the head of `rest` (behind its backslash) stands for; returns its length,
/// 0 if it is no escape.
std::size_t append_escape(std::string& out, std::string_view rest) {
  if (rest.empty()) return 0;
  switch (rest[0]) {
    case 'n': out += '\n'; return 1;
    case 't': out += '\t'; return 1;
    case '\\': out += '\\'; return 1;
    case 'u': {
      unsigned code_point = 0;
      if (rest.size() < 5) return 0;
      auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + 5, code_point, 16);
      if (error != std::errc{} || end != rest.data() + 5) return 0;
      if (code_point >= 0xD800 && code_point <= 0xDFFF) return 0;
      append_utf8(out, code_point);
      return 5;
    }
    default: return 0;
  }
}

std::optional<std::string> unescaped(std::string_view cell) {
  std::string out;
  for (std::size_t at = 0; at < cell.size(); ++at) {
    if (cell[at] != '\\') {
      out += cell[at];
      continue;
    }
    auto length = append_escape(out, cell.substr(at + 1));
    if (length == 0) return std::nullopt;
    at += length;
  }
  return out;
}

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t at = 0;;) {
    auto tab = line.find('\t', at);
    cells.push_back(line.substr(at, tab == std::string_view::npos ? tab : tab - at));
    if (tab == std::string_view::npos) return cells;
    at = tab + 1;
  }
}

std::optional<std::string> add_row(Tsv& tsv, std::string_view line) {
  auto cells = split(line);
  if (tsv.columns.empty()) return "a row stands before the line '#columns'";
  if (cells.size() != tsv.columns.size())
    return std::to_string(cells.size()) + " cells where " + std::to_string(tsv.columns.size()) +
           " columns are named";
  std::vector<std::string> row;
  for (auto cell : cells) {
    auto value = unescaped(cell);
    if (!value) return "an escape that is none of \\n \\t \\\\ \\uXXXX";
    row.push_back(*std::move(value));
  }
  tsv.rows.push_back(std::move(row));
  return std::nullopt;
}

}  // namespace

TsvResult parse_tsv(std::string_view content) {
  TsvResult result;
  std::size_t number = 0;
  while (!content.empty()) {
    auto end = content.find('\n');
    auto line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++number;
    if (line.starts_with(kHeader) && result.tsv.columns.empty()) {
      for (auto name : split(line.substr(kHeader.size()))) result.tsv.columns.emplace_back(name);
    } else if (!line.empty() && line[0] != '#') {
      if (auto reason = add_row(result.tsv, line)) result.errors.push_back({number, *std::move(reason)});
    }
  }
  if (!result.errors.empty()) result.tsv.rows.clear();
  return result;
}

}  // namespace sito::data

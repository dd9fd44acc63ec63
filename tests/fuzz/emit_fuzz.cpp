// emit_fuzz: any record into every view. Whatever comes out is valid JSON and has the fields of its view in
// their order; as a table, every row has as many cells as the first.

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/json_scan.h"
#include "document/json_value.h"
#include "emit/shape.h"
#include "emit/stage.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_line(std::string_view line, sito::emit::View view) {
  sito::json::Index index;
  check(sito::json::scan(line, index).has_value());
  const auto shapes = sito::emit::shapes(view);
  check(index.fields.size() >= shapes.size());
  for (std::size_t i = 0; i < shapes.size(); ++i) check(index.fields[i].key.of(line) == shapes[i].name);
}

struct ViewSink {
  sito::emit::View view;
  std::unique_ptr<sito::Sink> sink;
};

std::vector<ViewSink> sinks() {
  std::vector<ViewSink> all;
  for (const auto view : sito::emit::kViews) {
    for (const bool keep_foreign : {false, true}) {
      all.push_back({view, sito::emit::make_sink({view, {}, keep_foreign})});
    }
  }
  return all;
}

void check_sink(const ViewSink& at, std::string_view line) {
  sito::Document document;
  sito::Scratch scratch;
  std::string out;
  if (!document.assign(line, at.sink->fields()) || !at.sink->write(document, scratch, out)) return;
  for (std::size_t begin = 0; begin < out.size();) {
    const std::size_t end = out.find('\n', begin);
    check(end != std::string::npos);
    check_line(std::string_view(out).substr(begin, end - begin), at.view);
    begin = end + 1;
  }
}

// How many cells the row at the head of `table` has, by RFC 4180; takes it off.
std::size_t take_row(std::string_view& table, char separator) {
  std::size_t cells = 1;
  bool in_marks = false;
  std::size_t at = 0;
  for (; at < table.size() && (in_marks || table[at] != '\n'); ++at) {
    if (table[at] == '"') in_marks = !in_marks;
    if (!in_marks && table[at] == separator) ++cells;
  }
  check(at < table.size() && !in_marks);
  table.remove_prefix(at + 1);
  return cells;
}

struct TableSink {
  char separator;
  std::string head;
  std::unique_ptr<sito::Sink> sink;
};

std::vector<TableSink> table_sinks() {
  std::vector<TableSink> all;
  for (const auto view : sito::emit::kViews) {
    for (const auto format : {sito::emit::Format::kCsv, sito::emit::Format::kTsv}) {
      sito::emit::Settings settings;
      settings.view = view;
      settings.format = format;
      const char separator = format == sito::emit::Format::kCsv ? ',' : '\t';
      all.push_back({separator, sito::emit::head(settings), sito::emit::make_sink(settings)});
    }
  }
  return all;
}

void check_table(const TableSink& at, std::string_view line) {
  sito::Document document;
  sito::Scratch scratch;
  std::string out = at.head;
  if (!document.assign(line, at.sink->fields()) || !at.sink->write(document, scratch, out)) return;
  std::string_view table = out;
  const std::size_t columns = take_row(table, at.separator);
  while (!table.empty()) check(take_row(table, at.separator) == columns);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  if (line.find('\n') != std::string_view::npos) return 0;
  static const auto kSinks = sinks();
  static const auto kTables = table_sinks();
  for (const auto& sink : kSinks) check_sink(sink, line);
  for (const auto& sink : kTables) check_table(sink, line);
  return 0;
}

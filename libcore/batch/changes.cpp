#include "batch/changes.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "batch/part_content.h"
#include "document/json_writer.h"

namespace sito::batch {
namespace {

/// `records` are lines of JSON.
std::string line(const LedgerDocument& document, bool added, const std::string& records) {
  std::string out;
  json::Writer json(out);
  json.begin_object();
  json.key("change").string(added ? "add" : "replace");
  json.key("id").string(document.id);
  json.key("records").begin_array();
  for (std::size_t at = 0; at < records.size();) {
    const auto end = records.find('\n', at);
    json.raw(std::string_view(records).substr(at, end - at));
    at = end + 1;
  }
  json.end_array();
  json.end_object();
  return out + '\n';
}

std::string removal(const std::string& id) {
  std::string out;
  json::Writer json(out);
  json.begin_object();
  json.key("change").string("remove");
  json.key("id").string(id);
  json.end_object();
  return out + '\n';
}

}  // namespace

void write_changes(Ledger& ledger, std::int64_t generation, const std::string& folder, io::Output& output) {
  ledger.for_each_removed(generation, [&](const std::string& id) { output.write(removal(id)); });
  std::unordered_map<RowId, std::string> names;
  for (auto& [row, part] : ledger.parts()) names.emplace(row, part.name);
  RowId open = 0;
  std::unique_ptr<PartContent> content;
  std::string records;
  ledger.for_each_changed(generation, [&](const LedgerDocument& document, bool added) {
    records.clear();
    if (document.part != 0) {
      if (document.part != open)
        content = std::make_unique<PartContent>(folder + '/' + names.at(document.part));
      open = document.part;
      content->read(document.offset, document.bytes, records);
    }
    output.write(line(document, added, records));
  });
}

}  // namespace sito::batch

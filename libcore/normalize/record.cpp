#include "normalize/record.h"

#include <algorithm>

#include "document/json_value.h"
#include "document/json_writer.h"

namespace sito::normalize {
namespace {

// Counts beyond what every JSON reader holds exactly are nobody's honest work, and could overflow a sum.
constexpr std::int64_t kLargestCount = (std::int64_t{1} << 53) - 1;

Reject malformed() { return {"normalization is not an object with form and changes"}; }

}  // namespace

Result<Record> Record::read(std::optional<std::string_view> field) {
  Record record;
  if (!field || json::kind(*field) == json::Kind::kNull) return record;
  if (json::kind(*field) != json::Kind::kObject) return malformed();
  for (const auto& [key, value] : json::members(*field)) {
    if (json::key_equals(key, "form")) {
      if (json::kind(value) != json::Kind::kString && json::kind(value) != json::Kind::kNull)
        return malformed();
      record.form_ = value;
    } else if (json::key_equals(key, "changes")) {
      if (json::kind(value) != json::Kind::kArray) return malformed();
      for (const auto& element : json::elements(value)) {
        auto entry = read_entry(element);
        if (!entry) return malformed();
        record.entries_.push_back(std::move(*entry));
      }
    } else if (!json::key_equals(key, "suspects")) {
      record.others_.emplace_back(key, value);
    }
  }
  return record;
}

std::optional<Record::Entry> Record::read_entry(std::string_view value) {
  const auto kind = json::member(value, "kind");
  const auto count = json::member(value, "count");
  if (!kind || !count) return std::nullopt;
  auto name = json::string(*kind);
  const auto number = json::integer(*count);
  if (!name || !number || *number < 0 || *number > kLargestCount) return std::nullopt;
  Entry entry{std::move(*name), *number, {}, {}};
  std::size_t known = 2;
  if (const auto chain = json::member(value, "chain"); chain && json::kind(*chain) == json::Kind::kString) {
    entry.chain = json::string(*chain).value_or(std::string());
    known += entry.chain.empty() ? 0 : 1;
  }
  if (json::members(value).size() != known) entry.raw = value;
  return entry;
}

void Record::add(const Change& change) {
  const auto count = static_cast<std::int64_t>(change.count);
  const auto same = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.raw.empty() && entry.kind == change.kind && entry.chain == change.chain;
  });
  if (same == entries_.end()) {
    entries_.push_back({std::string(change.kind), count, change.chain, {}});
  } else {
    same->count += count;
  }
}

void Record::set_form(std::string_view form, bool changed) {
  if (form.empty() && (changed || form_.empty()))
    form_ = "null";
  else if (!form.empty() && (changed || form_ != "\"NFKC\""))
    form_ = std::string("\"").append(form).append("\"");
}

void Record::write(std::string& json) const {
  json::Writer writer(json);
  writer.begin_object();
  writer.key("form").raw(form_.empty() ? "null" : form_);
  writer.key("changes").begin_array();
  for (const Entry& entry : entries_) {
    if (!entry.raw.empty()) {
      writer.raw(entry.raw);
      continue;
    }
    writer.begin_object();
    writer.key("kind").string(entry.kind);
    if (!entry.chain.empty()) writer.key("chain").string(entry.chain);
    writer.key("count").integer(entry.count);
    writer.end_object();
  }
  writer.end_array();
  if (!suspects_.empty()) {
    writer.key("suspects").begin_array();
    for (const auto kind : suspects_) writer.begin_object().key("kind").string(kind).end_object();
    writer.end_array();
  }
  for (const auto& [key, value] : others_) writer.key(key).raw(value);
  writer.end_object();
}

}  // namespace sito::normalize

#include "document/document.h"

#include <algorithm>

#include "document/json_value.h"
#include "document/json_writer.h"

namespace sito {
namespace {

constexpr std::string_view kText = "text";

std::string_view between_quotes(std::string_view json) { return json.substr(1, json.size() - 2); }

}  // namespace

Document::Document() { clear("{}"); }

/// Leaves the document as `line` without any fields in it.
void Document::clear(std::string_view line) {
  line_.assign(line);
  index_.fields.clear();
  index_.open = 0;
  index_.close = 1;
  entries_.clear();
  line_entries_ = 0;
  edited_ = false;
  owned_used_ = 0;
  text_state_ = Text::kUnread;
  lone_surrogates_ = 0;
}

Result<void> Document::assign(std::string_view line, std::span<const std::string_view> known) {
  clear(line);
  auto scanned = json::scan(line_, index_);
  if (scanned) {
    for (const auto& place : index_.fields) {
      entries_.push_back({place});
      if (!place.key_escaped) continue;
      const std::size_t name = own({});
      json::unescape(place.key.of(line_), owned_[name]);
      entries_.back().name = name;
    }
    line_entries_ = entries_.size();
    scanned = check_fields(known);
  }
  if (!scanned) clear("{}");
  return scanned;
}

Result<void> Document::check_fields(std::span<const std::string_view> known) const {
  const auto twice = [this](std::string_view key) { return count(key) > 1; };
  const auto at = std::find_if(known.begin(), known.end(), twice);
  if (at != known.end()) return Reject{"`" + std::string(*at) + "` stands twice"};
  if (twice(kText)) return Reject{"`text` stands twice"};
  const auto* text = find(kText);
  if (text == nullptr) return Reject{"`text` is missing"};
  if (json::kind(value(*text)) != json::Kind::kString) return Reject{"`text` is no string"};
  return {};
}

std::size_t Document::own(std::string_view bytes) {
  if (owned_used_ == owned_.size()) owned_.emplace_back();
  owned_[owned_used_].assign(bytes);
  return owned_used_++;
}

std::string_view Document::name(const Entry& entry) const {
  return entry.name == kNone ? entry.place.key.of(line_) : std::string_view(owned_[entry.name]);
}

std::string_view Document::value(const Entry& entry) const {
  return entry.value == kNone ? entry.place.value.of(line_) : std::string_view(owned_[entry.value]);
}

const Document::Entry* Document::find(std::string_view key) const {
  const auto at = std::find_if(entries_.begin(), entries_.end(),
                               [&](const Entry& entry) { return !entry.removed && name(entry) == key; });
  return at == entries_.end() ? nullptr : &*at;
}

Document::Entry* Document::find(std::string_view key) {
  return const_cast<Entry*>(static_cast<const Document*>(this)->find(key));
}

std::size_t Document::count(std::string_view key) const {
  return static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return !entry.removed && name(entry) == key;
  }));
}

/// Makes the text readable at its place; false if there is none.
bool Document::read_text() {
  if (text_state_ != Text::kUnread) return true;
  const Entry* entry = find(kText);
  if (entry == nullptr || json::kind(value(*entry)) != json::Kind::kString) return false;
  const auto escaped = between_quotes(value(*entry));
  lone_surrogates_ = 0;
  const bool has_escapes =
      entry->value == kNone ? entry->place.value_escaped : escaped.find('\\') != std::string_view::npos;
  if (has_escapes) {
    unescaped_.clear();
    lone_surrogates_ = json::unescape(escaped, unescaped_);
  }
  text_state_ = has_escapes ? Text::kIsUnescaped : Text::kIsValue;
  return true;
}

Document::LenientText Document::lenient_text() {
  if (!read_text()) return {};
  if (text_state_ == Text::kIsValue) return {between_quotes(value(*find(kText))), 0};
  return {unescaped_, lone_surrogates_};
}

Result<std::string_view> Document::text() {
  if (!read_text()) return Reject{"`text` is missing"};
  const auto [text, replaced] = lenient_text();
  if (replaced > 0) return Reject{"a lone surrogate in `text`"};
  return text;
}

void Document::set_text(std::string_view text) {
  if (read_text() && lone_surrogates_ == 0 && lenient_text().text == text) return;
  // `text` may be a part of `unescaped_`, of the line, or of the value that is about to be written over.
  unescaped_.assign(text);
  std::string& json = owned_value(kText);
  json.clear();
  json::append_string(json, unescaped_);
  text_state_ = Text::kIsUnescaped;
  lone_surrogates_ = 0;
}

std::optional<std::string_view> Document::field(std::string_view key) const {
  const Entry* entry = find(key);
  if (entry == nullptr) return std::nullopt;
  return value(*entry);
}

/// The string that is, from now on, the field's value.
std::string& Document::owned_value(std::string_view key) {
  edited_ = true;
  Entry* entry = find(key);
  if (entry == nullptr) {
    entries_.push_back({});
    entries_.back().name = own(key);
    entry = &entries_.back();
  }
  if (entry->value == kNone) entry->value = own({});
  return owned_[entry->value];
}

void Document::set(std::string_view key, std::string_view json) {
  owned_value(key).assign(json);
  if (key == kText) text_state_ = Text::kUnread;
}

bool Document::remove(std::string_view key) {
  bool found = false;
  for (Entry* entry = find(key); entry != nullptr; entry = find(key)) {
    entry->removed = true;
    found = true;
  }
  edited_ = edited_ || found;
  if (found && key == kText) text_state_ = Text::kUnread;
  return found;
}

std::optional<std::string> Document::id() const {
  const auto value = field("id");
  return value ? json::string(*value) : std::nullopt;
}

std::vector<Document::Field> Document::all_fields() const {
  std::vector<Field> fields;
  for (const auto& entry : entries_) {
    if (entry.removed) continue;
    const bool in_line = &entry < entries_.data() + line_entries_;
    fields.push_back({in_line ? entry.place.key.of(line_) : name(entry), value(entry)});
  }
  return fields;
}

std::vector<std::string_view> Document::keys() const {
  std::vector<std::string_view> names;
  for (const auto& entry : entries_) {
    if (!entry.removed) names.push_back(name(entry));
  }
  return names;
}

void Document::append_to(std::string& out) const {
  if (!edited_) {
    out.append(line_);
    return;
  }
  bool any = append_line_fields(out);
  for (std::size_t i = line_entries_; i < entries_.size(); ++i) {
    if (entries_[i].removed) continue;
    if (any) out += ',';
    any = true;
    out.append("\"").append(owned_[entries_[i].name]).append("\":");
    out.append(owned_[entries_[i].value]);
  }
  out.append(line_, index_.close);
}

/// All of the line before its closing brace; answers whether a field stands in it.
bool Document::append_line_fields(std::string& out) const {
  std::size_t done = 0;  // bytes of the line that are in `out`, or left out of it
  bool any = false;
  const auto copy_to = [&](std::size_t end) { out.append(line_, done, end - done); };
  for (std::size_t i = 0; i < line_entries_; ++i) {
    const Entry& entry = entries_[i];
    const json::Field& place = entry.place;
    if (entry.removed) {
      // It takes the comma before it along; if it would come first, the one behind it.
      copy_to(any ? place.begin - 1 : place.begin);
      done = any || i + 1 == line_entries_ ? place.end : place.end + 1;
      continue;
    }
    any = true;
    if (entry.value == kNone) continue;
    copy_to(place.value.begin);
    out.append(owned_[entry.value]);
    done = place.value.end;
  }
  copy_to(index_.close);
  return any;
}

}  // namespace sito

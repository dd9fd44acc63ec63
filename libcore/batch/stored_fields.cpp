#include "batch/stored_fields.h"

#include <fmt/format.h>

#include "document/json_scan.h"
#include "io/error.h"
#include "text/base64.h"
#include "text/utf8.h"

namespace sito::batch {
namespace {

std::optional<std::string> bytes_of(json::Value value) {
  if (json::kind(value) == json::Kind::kString) return json::string(value);
  const auto encoded = json::member(value, "base64");
  const auto text = encoded ? json::string(*encoded) : std::nullopt;
  return text ? text::from_base64(*text) : std::nullopt;
}

}  // namespace

StoredFields StoredFields::parse(std::string_view json, const std::string& path) {
  json::Index index;
  const auto valid = json::scan(json, index);
  if (!valid) throw DamagedInput(path, valid.error().reason);
  return {json.substr(index.open, index.close + 1 - index.open), path};
}

void StoredFields::refuse(std::string_view key) const {
  throw DamagedInput(path_, fmt::format("the field '{}' is missing or not what it should be", key));
}

json::Value StoredFields::value(std::string_view key) const {
  const auto found = json::member(object_, key);
  return found ? *found : (refuse(key), json::Value());
}

bool StoredFields::has(std::string_view key) const {
  const auto found = json::member(object_, key);
  return found && json::kind(*found) != json::Kind::kNull;
}

std::string StoredFields::string(std::string_view key) const {
  auto found = json::string(value(key));
  return found ? *std::move(found) : (refuse(key), std::string());
}

std::int64_t StoredFields::integer(std::string_view key) const {
  const auto found = json::integer(value(key));
  return found ? *found : (refuse(key), 0);
}

std::uint64_t StoredFields::size(std::string_view key) const {
  const auto found = integer(key);
  return found >= 0 ? static_cast<std::uint64_t>(found) : (refuse(key), 0);
}

std::string StoredFields::bytes(std::string_view key) const {
  auto found = bytes_of(value(key));
  return found ? *std::move(found) : (refuse(key), std::string());
}

std::vector<std::string> StoredFields::list_of_bytes(std::string_view key) const {
  std::vector<std::string> result;
  for (const auto element : json::elements(value(key))) {
    auto found = bytes_of(element);
    if (!found) refuse(key);
    result.push_back(*std::move(found));
  }
  return result;
}

std::vector<StoredFields> StoredFields::objects(std::string_view key) const {
  std::vector<StoredFields> result;
  for (const auto element : json::elements(value(key))) {
    if (json::kind(element) != json::Kind::kObject) refuse(key);
    result.emplace_back(element, path_);
  }
  return result;
}

StoredFields StoredFields::object(std::string_view key) const {
  const auto found = value(key);
  if (json::kind(found) != json::Kind::kObject) refuse(key);
  return {found, path_};
}

void write_bytes(json::Writer& json, std::string_view bytes) {
  if (text::is_valid(bytes))
    json.string(bytes);
  else
    json.begin_object().key("base64").string(text::base64(bytes)).end_object();
}

}  // namespace sito::batch

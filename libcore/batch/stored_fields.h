// stored_fields.h: reading back what this program has written as JSON.
//
// Plans and their tasks' answers are files of our own: what is not as it was written is a damaged file, and
// ends the run as one. Bytes that are no UTF-8, as names of files may be, stand as {"base64": …}.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/json_value.h"
#include "document/json_writer.h"

namespace sito::batch {

/// The fields of one object. Views of what it was given.
class StoredFields {
 public:
  /// `json` is one object, and comes from the file at `path`. Throws DamagedInput for what is no valid JSON.
  /// Linear.
  [[nodiscard]] static StoredFields parse(std::string_view json, const std::string& path);
  /// `object` is valid JSON.
  StoredFields(json::Value object, const std::string& path) : object_(object), path_(path) {}

  /// Throw DamagedInput where there is no such field, or one of another kind.
  [[nodiscard]] std::string string(std::string_view key) const;
  [[nodiscard]] std::int64_t integer(std::string_view key) const;
  [[nodiscard]] std::uint64_t size(std::string_view key) const;
  [[nodiscard]] std::string bytes(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> list_of_bytes(std::string_view key) const;
  [[nodiscard]] std::vector<StoredFields> objects(std::string_view key) const;
  [[nodiscard]] StoredFields object(std::string_view key) const;

  /// The field, if it is there and not null.
  [[nodiscard]] bool has(std::string_view key) const;

  /// Throws DamagedInput: the field is not what it was written as.
  [[noreturn]] void refuse(std::string_view key) const;

 private:
  [[nodiscard]] json::Value value(std::string_view key) const;

  json::Value object_;
  std::string path_;
};

/// A value that StoredFields::bytes() reads.
void write_bytes(json::Writer& json, std::string_view bytes);

}  // namespace sito::batch

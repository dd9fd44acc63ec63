#include "batch/manifest.h"

#include "document/json_writer.h"

namespace sito::batch {
namespace {

std::string json_of(const std::vector<Option>& options) {
  std::string out;
  json::Writer json(out);
  json.begin_object();
  for (const Option& option : options) {
    json.key(option.name).begin_array();
    for (const std::string& value : option.values) json.string(value);
    json.end_array();
  }
  json.end_object();
  return out;
}

}  // namespace

std::string to_json(const Part& part) {
  std::string out;
  json::Writer json(out);
  json.begin_object();
  json.key("name").string(part.name);
  json.key("records").integer(part.records);
  json.key("bytes").integer(part.bytes);
  json.key("content_bytes").integer(part.content_bytes);
  json.key("digest").string(part.digest);
  if (part.records == 0) {
    json.key("first_id").null().key("last_id").null();
  } else {
    json.key("first_id").string(part.first_id).key("last_id").string(part.last_id);
  }
  json.end_object();
  return out;
}

std::string to_json(const Manifest& manifest) {
  Part sum;
  std::string parts = "[";
  for (const Part& part : manifest.parts) {
    sum.records += part.records;
    sum.bytes += part.bytes;
    sum.content_bytes += part.content_bytes;
    parts.append(parts.size() > 1 ? ",\n" : "\n").append(to_json(part));
  }
  parts += "\n]";
  std::string out;
  json::Writer json(out);
  json.begin_object();
  json.key("program").string(manifest.program);
  json.key("version").string(manifest.version);
  json.key("options").raw(json_of(manifest.options));
  json.key("records").integer(sum.records);
  json.key("bytes").integer(sum.bytes);
  json.key("content_bytes").integer(sum.content_bytes);
  json.key("parts").raw(parts);
  json.end_object();
  return out + '\n';
}

}  // namespace sito::batch

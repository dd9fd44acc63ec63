#include "pipeline/rejects.h"

#include <fmt/format.h>

#include "decode/declared_type.h"
#include "document/json_writer.h"
#include "text/base64.h"
#include "text/escaped.h"
#include "text/utf8.h"

namespace sito::pipeline {
std::string message(const Refusal& refusal) {
  if (refusal.line == 0)
    return fmt::format("{}: {}", text::escaped(refusal.file), text::escaped(refusal.reason));
  return fmt::format("{}:{}: {}", text::escaped(refusal.file), refusal.line, text::escaped(refusal.reason));
}

std::string to_json(const Refusal& refusal) {
  std::string out;
  json::Writer json(out);
  json.begin_object();
  json.key("file").string(text::repaired(refusal.file).text);
  if (refusal.line != 0) json.key("line").size(refusal.line);
  if (refusal.skipped && refusal.reason.find('/') == std::string::npos) {
    json.key("reason").string(text::repaired(refusal.reason).text).key("skipped").boolean(true);
  } else if (refusal.skipped) {
    json.key("reason")
        .string(decode::is_text_type(refusal.reason) ? "text of another kind" : "no text")
        .key("media_type")
        .string(refusal.reason)
        .key("skipped")
        .boolean(true);
  } else {
    json.key("reason").string(text::repaired(refusal.reason).text);
  }
  if (refusal.line != 0) {
    if (text::is_valid(refusal.record))
      json.key("record").string(refusal.record);
    else
      json.key("record_base64").string(text::base64(refusal.record));
  }
  json.end_object();
  return out + '\n';
}

bool RejectLimit::allows(std::size_t rejected, std::size_t records) const {
  const double limit = percent ? value / 100 * static_cast<double>(records) : value;
  return static_cast<double>(rejected) <= limit;
}

}  // namespace sito::pipeline

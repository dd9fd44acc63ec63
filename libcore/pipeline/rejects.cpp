#include "pipeline/rejects.h"

#include <fmt/format.h>

#include <cstdint>

#include "document/json_writer.h"
#include "text/escaped.h"
#include "text/utf8.h"

namespace sito::pipeline {
namespace {

// RFC 4648, with padding.
std::string base64(std::string_view bytes) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t group = 0;
    const std::size_t size = std::min<std::size_t>(3, bytes.size() - at);
    for (std::size_t i = 0; i < 3; ++i)
      group = (group << 8) | (i < size ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) out += i <= size ? kAlphabet[(group >> (18 - 6 * i)) & 0x3F] : '=';
  }
  return out;
}

}  // namespace

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
        .string("no text")
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
      json.key("record_base64").string(base64(refusal.record));
  }
  json.end_object();
  return out + '\n';
}

bool RejectLimit::allows(std::size_t rejected, std::size_t records) const {
  const double limit = percent ? value / 100 * static_cast<double>(records) : value;
  return static_cast<double>(rejected) <= limit;
}

}  // namespace sito::pipeline

#include "pipeline/raw_document.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <string>

#include "document/json_writer.h"

namespace sito::pipeline {
namespace {

void write_facts(const html::Facts& facts, json::Writer& json) {
  json.key("html").begin_object();
  const auto write = [&](std::string_view key, const std::string& fact) {
    if (!fact.empty()) json.key(key).string(fact);
  };
  write("title", facts.title);
  write("published", facts.published);
  write("canonical", facts.canonical);
  write("language", facts.language);
  json.end_object();
}

void write_origin(const RawDocument& raw, const RawText& text, DigestKind kind, std::string& out) {
  const decode::Decoded& decoded = text.decoded;
  json::Writer json(out);
  json.begin_object();
  json.key("path").string(raw.path);
  if (!raw.member.empty()) json.key("member").string(raw.member);
  if (!raw.uri.empty()) json.key("uri").string(raw.uri);
  if (!raw.record.empty()) json.key("record").string(raw.record);
  if (!raw.date.empty()) json.key("date").string(raw.date);
  json.key("bytes").size(raw.bytes.size());
  json.key("digest").string(digest(kind, raw.bytes));
  json.key("encoding").string(decoded.encoding);
  json.key("confidence").score(decoded.confidence);
  if (!decoded.parts.empty()) {
    json.key("encodings").begin_array();
    for (const auto& part : decoded.parts) {
      json.begin_object();
      json.key("start").size(part.bytes.begin);
      json.key("end").size(part.bytes.end);
      json.key("encoding").string(part.encoding);
      json.end_object();
    }
    json.end_array();
  }
  if (decoded.replaced > 0) json.key("replaced").size(decoded.replaced);
  json.key("bom").boolean(decoded.bom);
  json.key("media_type").string(text.media_type);
  if (raw.modified)
    json.key("modified").string(fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(*raw.modified)));
  if (text.facts != nullptr) write_facts(*text.facts, json);
  json.end_object();
}

void set_string(Document& document, std::string_view key, std::string_view value, std::string& buffer) {
  buffer.clear();
  json::append_string(buffer, value);
  document.set(key, buffer);
}

}  // namespace

Result<std::unique_ptr<DecoderPool>> DecoderPool::make(const decode::Settings& settings) {
  auto first = decode::Decoder::make(settings);
  if (!first) return first.error();
  std::unique_ptr<DecoderPool> pool(new DecoderPool(settings));
  pool->free_.push_back(*std::move(first));
  return pool;
}

decode::Decoded DecoderPool::decode(std::string_view bytes) {
  std::unique_lock lock(mutex_);
  if (free_.empty()) free_.push_back(*decode::Decoder::make(settings_));
  auto decoder = std::move(free_.back());
  free_.pop_back();
  lock.unlock();
  auto decoded = decoder.decode(bytes);
  lock.lock();
  free_.push_back(std::move(decoder));
  return decoded;
}

std::optional<decode::Decoded> DecoderPool::decode_as(std::string_view bytes, const std::string& encoding) {
  decode::Settings settings;
  settings.encoding = encoding;
  auto decoded = decode::decode(bytes, settings);
  return decoded ? std::optional(*std::move(decoded)) : std::nullopt;
}

void describe(const RawDocument& raw, const RawText& text, DigestKind digest, Document& document,
              Scratch& scratch) {
  const decode::Decoded& decoded = text.decoded;
  document = Document();
  if (!raw.id.empty()) set_string(document, "id", raw.id, scratch.json);
  document.set_text(decoded.text);
  if (!raw.source.empty()) set_string(document, "source", raw.source, scratch.json);
  if (!raw.site.empty()) set_string(document, "site", raw.site, scratch.json);
  write_origin(raw, text, digest, scratch.json);
  document.set("origin", scratch.json);
  scratch.counts.add("read.encoding." + decoded.encoding, 1);
  if (decoded.replaced > 0) scratch.counts.add("read.replaced", static_cast<std::int64_t>(decoded.replaced));
}

}  // namespace sito::pipeline

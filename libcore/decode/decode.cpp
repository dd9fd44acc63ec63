#include "decode/decode.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "decode/encoding_name.h"
#include "decode/escapes.h"
#include "decode/unicode_form.h"
#include "language/language.h"
#include "text/utf8.h"

namespace sito::decode {
namespace {

// Sure, but not by a mark: below 1, above 0.9.
constexpr double kByZeros = 0.98;
constexpr double kByEscapes = 0.98;

Reject unknown_encoding(std::string_view name) {
  return {
      fmt::format("unknown encoding \"{}\": the nearest are {}", name, fmt::join(nearest_names(name), ", "))};
}

Reject unknown_language(std::string_view language) {
  std::vector<std::string_view> known;
  for (const auto& model : language::character_models()) known.push_back(model.language());
  return {fmt::format("no model of the language \"{}\": there are {}", language, fmt::join(known, ", "))};
}

bool is_generic(std::string_view encoding) { return encoding == "UTF-16" || encoding == "UTF-32"; }

/// The encoding that zeros or escapes show.
std::optional<Detection> shown_encoding(std::string_view bytes) {
  if (const auto utf16 = unmarked_utf16(bytes)) return Detection{std::string(*utf16), kByZeros};
  if (const auto utf32 = unmarked_utf32(bytes)) return Detection{std::string(*utf32), kByZeros};
  if (const auto escaped = escaped_encoding(bytes)) return Detection{std::string(*escaped), kByEscapes};
  return std::nullopt;
}

}  // namespace

Result<Decoder> Decoder::make(const Settings& settings) {
  charset::ReadingSettings readings;
  for (const std::string& tag : settings.languages) {
    const auto language = language::known_language(tag);
    if (language.empty()) return unknown_language(tag);
    readings.languages.emplace_back(language);
  }
  for (const std::string& encoding : settings.encodings) {
    auto name = wire_name(encoding);
    if (!name) return unknown_encoding(encoding);
    const bool always_seen = name->starts_with("UTF-") || name->starts_with("ISO-2022-");
    const auto found = always_seen ? std::string_view(*name) : charset::found_as(*name);
    if (found.empty())
      return Reject{fmt::format("{} cannot be told from other encodings: name it alone", *name)};
    readings.encodings.emplace_back(found);
  }
  if (settings.encoding == "auto") return Decoder("", std::move(readings));
  if (auto name = wire_name(settings.encoding)) return Decoder(std::move(*name), std::move(readings));
  return unknown_encoding(settings.encoding);
}

Decoded Decoder::decode(std::string_view bytes) {
  const auto mark = byte_order_mark(bytes);
  Mixture found;
  Decoded result;
  if (!named_.empty()) {
    found.main = {ordered(bytes), 1.0};
  } else if (mark) {
    found.main = {std::string(mark->encoding), 1.0};
  } else if (auto shown = shown_encoding(bytes)) {
    found.main = *std::move(shown);
  } else if (text::is_valid(bytes)) {  // nearly all texts; looked at once
    result.text = bytes;
    result.encoding = "UTF-8";
    return result;
  } else {
    if (!detector_) detector_ = std::make_shared<Detector>(readings_);
    found = find_mixture(bytes, *detector_);
  }
  result.encoding = std::move(found.main.encoding);
  result.confidence = found.main.confidence;
  result.bom = mark && mark->encoding == result.encoding;
  if (result.bom) bytes.remove_prefix(mark->length);
  if (found.parts.empty()) append(bytes, result.encoding, result);
  for (const Part& part : found.parts) append(part.bytes.of(bytes), part.encoding, result);
  result.parts = std::move(found.parts);
  return result;
}

void Decoder::append(std::string_view bytes, const std::string& encoding, Decoded& result) {
  if (encoding == "UTF-8" && text::is_valid(bytes)) {
    result.text += bytes;
  } else {
    result.replaced += converter(encoding).append(bytes, result.text);
  }
}

std::string Decoder::ordered(std::string_view bytes) const {
  if (!is_generic(named_)) return named_;
  const auto mark = byte_order_mark(bytes);
  if (mark && mark->encoding.starts_with(named_)) return std::string(mark->encoding);
  if (named_ == "UTF-16")
    if (const auto utf16 = unmarked_utf16(bytes)) return std::string(*utf16);
  return named_ + "BE";
}

Converter& Decoder::converter(const std::string& encoding) {
  return converters_.try_emplace(encoding, encoding).first->second;
}

Result<Decoded> decode(std::string_view bytes, const Settings& settings) {
  auto decoder = Decoder::make(settings);
  if (!decoder) return decoder.error();
  return decoder->decode(bytes);
}

}  // namespace sito::decode

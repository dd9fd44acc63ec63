#include "decode/decode.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "decode/encoding_name.h"
#include "decode/unicode_form.h"
#include "text/utf8.h"

namespace sito::decode {
namespace {

// Sure, but not by a mark: below 1, above 0.9.
constexpr double kByZeros = 0.98;
constexpr double kDamaged = 0.95;

bool is_generic(std::string_view encoding) { return encoding == "UTF-16" || encoding == "UTF-32"; }

}  // namespace

Result<Decoder> Decoder::make(const Settings& settings) {
  if (settings.encoding == "auto") return Decoder("");
  if (auto name = wire_name(settings.encoding)) return Decoder(std::move(*name));
  return Reject{fmt::format("unknown encoding \"{}\": the nearest are {}", settings.encoding,
                            fmt::join(nearest_names(settings.encoding), ", "))};
}

Decoded Decoder::decode(std::string_view bytes) {
  const auto mark = byte_order_mark(bytes);
  Detection found;
  if (named_.empty() && mark) {
    found = {std::string(mark->encoding), 1.0};
  } else if (named_.empty()) {
    found = find_encoding(bytes);
  } else {
    found = {ordered(bytes), 1.0};
  }
  Decoded result;
  result.bom = mark && mark->encoding == found.encoding;
  if (result.bom) bytes.remove_prefix(mark->length);
  if (found.encoding == "UTF-8" && text::is_valid(bytes)) {
    result.text = bytes;
  } else {
    auto converted = converter(found.encoding).convert(bytes);
    result.text = std::move(converted.text);
    result.replaced = converted.replaced;
  }
  result.encoding = std::move(found.encoding);
  result.confidence = found.confidence;
  return result;
}

Detection Decoder::find_encoding(std::string_view bytes) {
  if (const auto utf16 = unmarked_utf16(bytes)) return {std::string(*utf16), kByZeros};
  if (text::is_valid(bytes)) return {"UTF-8", 1.0};
  if (is_damaged_utf8(bytes)) return {"UTF-8", kDamaged};
  if (!detector_) detector_.emplace();
  return detector_->detect(bytes);
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

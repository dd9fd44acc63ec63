// decode.h: raw bytes of a document as UTF-8 text.
//
// Settles the encoding, in this order: the one the user named; a byte order mark; UTF-16 and UTF-32
// without a mark; the escapes of ISO 2022; sound UTF-8; else line by line UTF-8, sound or damaged, or the
// likeliest legacy encoding (mixed.h, detect.h). Whether the bytes are text at all is media_type.h's
// question.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decode/converter.h"
#include "decode/detect.h"
#include "decode/mixed.h"
#include "document/result.h"

namespace sito::decode {

struct Settings {
  std::string encoding = "auto";       ///< or any name that ICU knows
  std::vector<std::string> encodings;  ///< legacy ones to choose among, any names that ICU knows; empty: all
  std::vector<std::string> languages;  ///< BCP 47 codes of those to think of; empty: all
};

struct Decoded {
  std::string text;          ///< valid UTF-8 without the byte order mark; all else as it stood
  std::string encoding;      ///< wire name (encoding_name.h), never a generic "UTF-16"; of most of the text
  double confidence = 1.0;   ///< 1 if named, marked or sound UTF-8
  std::vector<Part> parts;   ///< a partition of the raw bytes where they are in several encodings; else empty
  bool bom = false;          ///< a byte order mark stood at the head
  std::size_t replaced = 0;  ///< sequences that mean nothing in the encoding: each is a U+FFFD of `text`
};

/// Keeps converters from one document to the next; one object a thread.
class Decoder {
 public:
  /// Rejects an encoding that ICU does not know and names the nearest ones (`unknown encoding "koi8-y": the
  /// nearest are KOI8-U, KOI8-R, ...`), one that cannot be told from others, and a language without a model.
  [[nodiscard]] static Result<Decoder> make(const Settings& settings);

  /// Linear; memory about three times `bytes`. Empty bytes are empty UTF-8. Cannot fail: what cannot
  /// be decoded is replaced and counted. In a named encoding a mark of that very encoding is taken off;
  /// "UTF-16" and "UTF-32" take their byte order from the mark, else from the zeros, else big-endian.
  [[nodiscard]] Decoded decode(std::string_view bytes);

 private:
  Decoder(std::string encoding, charset::ReadingSettings readings)
      : named_(std::move(encoding)), readings_(std::move(readings)) {}

  void append(std::string_view bytes, const std::string& encoding, Decoded& result);
  [[nodiscard]] std::string ordered(std::string_view bytes) const;
  [[nodiscard]] Converter& converter(const std::string& encoding);

  std::string named_;  ///< wire name; empty for "auto"
  charset::ReadingSettings readings_;
  std::shared_ptr<const Detector> detector_;  ///< made when first needed
  std::map<std::string, Converter, std::less<>> converters_;
};

/// As Decoder::decode(), for one document.
[[nodiscard]] Result<Decoded> decode(std::string_view bytes, const Settings& settings = {});

}  // namespace sito::decode

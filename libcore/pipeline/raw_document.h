// raw_document.h: a raw file as a document.
//
// Bytes that were read become text, and where they came from becomes `origin`. Which files there are is
// file_source.h's question, in which encoding they stand decode/'s.
#pragma once

#include <ctime>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decode.h"
#include "document/digest.h"
#include "document/document.h"
#include "document/result.h"
#include "document/scratch.h"
#include "html/facts.h"

namespace sito::pipeline {

/// Everything that is known of a raw document before it is decoded. Names are encoded (naming.h).
struct RawDocument {
  std::string id;
  std::string source;
  std::string site;
  std::string path;
  std::string member;  ///< empty for a file of its own
  std::string uri;     ///< of a WARC's record, as are the next two; empty where it is not known
  std::string record;  ///< the record's own id
  std::string date;    ///< when it was fetched
  std::optional<std::time_t> modified;
  std::string bytes;  ///< decompressed
};

/// Decoders, one for each worker that asks at the same time: making one costs milliseconds.
class DecoderPool {
 public:
  /// Rejects an unknown encoding.
  [[nodiscard]] static Result<std::unique_ptr<DecoderPool>> make(const decode::Settings& settings);

  [[nodiscard]] decode::Decoded decode(std::string_view bytes);

  /// Whether the user named the encoding.
  [[nodiscard]] bool is_named() const { return settings_.encoding != "auto"; }

  /// In that encoding (any name that ICU knows); none for another.
  [[nodiscard]] static std::optional<decode::Decoded> decode_as(std::string_view bytes,
                                                                const std::string& encoding);

 private:
  explicit DecoderPool(decode::Settings settings) : settings_(std::move(settings)) {}

  decode::Settings settings_;
  std::mutex mutex_;
  std::vector<decode::Decoder> free_;
};

/// The text of a raw document, and what is known of it once it is read.
struct RawText {
  const decode::Decoded& decoded;
  std::string_view media_type;
  const html::Facts* facts = nullptr;  ///< of an HTML page
};

/// Fills `document` with id, text, source, site and origin, which has an HTML page's facts as `html`; counts
/// "read.replaced" and "read.encoding.NAME".
void describe(const RawDocument& raw, const RawText& text, DigestKind digest, Document& document,
              Scratch& scratch);

}  // namespace sito::pipeline

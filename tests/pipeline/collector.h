// collector.h: what a source's batches hold, as lines a test can compare.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "pipeline/source.h"

namespace sito::pipeline {

/// "ID: TEXT" for a document, "FILE! REASON" for a reject, "FILE? MEDIA-TYPE" for what is skipped.
class Collector final : public Visitor {
 public:
  bool document(Document& document, Place, std::string_view) override {
    seen.push_back(fmt::format("{}: {}", document.id().value_or(""), *document.text()));
    return true;
  }
  bool reject(Place place, std::string_view reason, std::string_view) override {
    seen.push_back(fmt::format("{}! {}", place.file, reason));
    return true;
  }
  bool skip(Place place, std::string_view media_type) override {
    seen.push_back(fmt::format("{}? {}", place.file, media_type));
    return true;
  }

  std::vector<std::string> seen;
  Scratch scratch;
};

/// All that `source` gives.
inline Collector collected(Source& source) {
  Collector collector;
  Document document;
  while (auto batch = source.next()) batch->expand({}, document, collector.scratch, collector);
  return collector;
}

}  // namespace sito::pipeline

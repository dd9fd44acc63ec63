// Any text goes through every craft: normalizing twice is normalizing once, --undo gives back what strip
// took, and the segments lie end to end.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "document/document.h"
#include "document/json_value.h"
#include "meta/stage.h"
#include "normalize/stage.h"
#include "quotes/stage.h"
#include "strip/stage.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string text_of(sito::Document& document) { return std::string(*document.text()); }

void require_partition(sito::Document& document) {
  std::int64_t at = 0;
  for (const auto segment : sito::json::elements(*document.field("segments"))) {
    require(sito::json::integer(*sito::json::member(segment, "start")) == at);
    at = *sito::json::integer(*sito::json::member(segment, "end"));
  }
  require(static_cast<std::size_t>(at) == sito::text::code_points(text_of(document)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const auto normalize = sito::normalize::make_stage({});
  static const auto strip = sito::strip::make_stage({});
  static const auto undo = [] {
    sito::strip::Settings settings;
    settings.undo = true;
    return sito::strip::make_stage(settings);
  }();
  static const auto meta = sito::meta::make_stage({});
  static const auto quotes = sito::quotes::make_stage({});

  sito::Document document;
  sito::Scratch scratch;
  document.set_text(sito::text::repaired({reinterpret_cast<const char*>(bytes), size}).text);
  require(normalize->apply(document, scratch).has_value());
  const std::string normal = text_of(document);
  require(normalize->apply(document, scratch).has_value());
  require(text_of(document) == normal);

  require(strip->apply(document, scratch).has_value());
  require(meta->apply(document, scratch).has_value());
  require(quotes->apply(document, scratch).has_value());
  require_partition(document);
  require(undo->apply(document, scratch).has_value());
  require(text_of(document) == normal);
  return 0;
}

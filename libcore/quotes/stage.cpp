#include "quotes/stage.h"

#include <array>
#include <string>
#include <string_view>

#include "document/json_value.h"
#include "document/json_writer.h"
#include "quotes/find_quotes.h"
#include "quotes/segments.h"

namespace sito::quotes {
namespace {

constexpr std::array<std::string_view, 3> kFields = {"language", "quotes", "segments"};
constexpr std::array<std::string_view, 3> kKinds = {"speech", "title", "term"};
constexpr std::array<std::string_view, 6> kResolutions = {"name", "short",     "pronoun",
                                                          "role", "continued", "unnamed"};

void write_speaker(json::Writer& json, const Speaker& speaker, const text::OffsetIndex& offsets) {
  json.begin_object().key("name").string(speaker.name);
  if (!speaker.role.empty()) json.key("role").string(speaker.role);
  if (!speaker.mention.empty()) json.key("mention").span(offsets.span(speaker.mention));
  json.key("resolution").string(kResolutions[static_cast<std::size_t>(speaker.resolution)]);
  json.end_object();
}

void write_quote(json::Writer& json, const Quote& quote, std::string_view text,
                 const text::OffsetIndex& offsets) {
  json.begin_object().key("kind").string(kKinds[static_cast<std::size_t>(quote.kind)]);
  json.key("spans").begin_array();
  for (auto span : quote.spans) json.span(offsets.span(span));
  json.end_array();
  json.key("text").string(text_of(quote, text));
  if (quote.speaker) {
    json.key("speaker");
    write_speaker(json, *quote.speaker, offsets);
  }
  if (!quote.cue.empty()) {
    const auto cue = offsets.span(quote.cue);
    json.key("cue").begin_object().key("text").string(quote.cue.of(text));
    json.key("start").size(cue.start).key("end").size(cue.end).end_object();
  }
  json.end_object();
}

void write_segments(json::Writer& json, const std::vector<Segment>& segments,
                    const text::OffsetIndex& offsets) {
  json.begin_array();
  for (const auto& segment : segments) {
    const auto place = offsets.span(segment.place);
    json.begin_object().key("type").string(segment.quote == kNarrative ? "narrative" : "quote");
    json.key("start").size(place.start).key("end").size(place.end);
    if (segment.quote != kNarrative) json.key("quote").size(segment.quote);
    json.end_object();
  }
  json.end_array();
}

class QuoteStage : public Stage {
 public:
  [[nodiscard]] std::span<const std::string_view> fields() const override { return kFields; }

  Result<void> apply(Document& document, Scratch& scratch) const override {
    auto text = document.text();
    if (!text) return text.error();
    auto language = document.field("language");
    const auto code = language ? json::string(*language) : std::nullopt;
    const auto quotes = find_quotes(*text, code.value_or(std::string{}));
    scratch.offsets.assign(*text);
    count(quotes, scratch.counts);
    {
      json::Writer json(scratch.json);
      json.begin_array();
      for (const auto& quote : quotes) write_quote(json, quote, *text, scratch.offsets);
      json.end_array();
    }
    document.set("quotes", scratch.json);
    {
      json::Writer json(scratch.json);
      write_segments(json, segments(quotes, text->size()), scratch.offsets);
    }
    document.set("segments", scratch.json);
    return {};
  }

 private:
  static void count(const std::vector<Quote>& quotes, Counts& counts) {
    std::array<std::int64_t, 3> kinds{};
    std::int64_t speakers = 0;
    for (const auto& quote : quotes) {
      ++kinds[static_cast<std::size_t>(quote.kind)];
      speakers += quote.speaker.has_value();
    }
    counts.add("quotes.speech", kinds[0]);
    counts.add("quotes.title", kinds[1]);
    counts.add("quotes.term", kinds[2]);
    counts.add("quotes.speakers", speakers);
  }
};

}  // namespace

std::unique_ptr<Stage> make_stage(Settings) { return std::make_unique<QuoteStage>(); }

}  // namespace sito::quotes

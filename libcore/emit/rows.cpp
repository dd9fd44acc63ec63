#include "emit/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "document/json_writer.h"
#include "emit/shape.h"
#include "text/offsets.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::emit {
namespace {

/// The shape that `escaped`, a key as it stands, names; none (null) for a foreign one.
const Shape* shape_of_key(std::span<const Shape> shapes, std::string_view escaped) {
  const auto at = std::find_if(shapes.begin(), shapes.end(),
                               [&](const Shape& shape) { return json::key_equals(escaped, shape.name); });
  return at == shapes.end() ? nullptr : &*at;
}

/// The objects in a list; none if the field is missing or null.
Result<std::vector<json::Value>> objects(const Document& document, std::string_view key) {
  const auto value = document.field(key);
  if (!value || json::kind(*value) == json::Kind::kNull) return std::vector<json::Value>();
  if (json::kind(*value) != json::Kind::kArray) return Reject{fmt::format("`{}` is no list", key)};
  auto elements = json::elements(*value);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (json::kind(elements[i]) != json::Kind::kObject) {
      return Reject{fmt::format("`{}[{}]` is no object", key, i)};
    }
  }
  return elements;
}

std::optional<std::int64_t> integer_member(json::Value object, std::string_view key) {
  const auto value = json::member(object, key);
  return value ? json::integer(*value) : std::nullopt;
}

/// The object's `start` and `end`, if they lie within a text of `size` code points.
std::optional<Span> span_of(json::Value object, std::size_t size) {
  const auto start = integer_member(object, "start"), end = integer_member(object, "end");
  if (!start || !end || *start < 0 || *end < *start) return std::nullopt;
  const Span span{static_cast<std::size_t>(*start), static_cast<std::size_t>(*end)};
  return span.end <= size ? std::optional(span) : std::nullopt;
}

}  // namespace

std::optional<json::Value> Row::find(std::string_view name) const {
  const auto at =
      std::find_if(own.begin(), own.end(), [&](const json::Member& member) { return member.key == name; });
  return at == own.end() ? std::nullopt : std::optional(at->value);
}

Result<void> Rows::begin(Document& document, Scratch& scratch) {
  const auto text = document.text();
  if (!text) return text.error();
  const auto id = document.field("id");
  if (!id) return Reject{"`id` is missing"};
  if (!document.id()) return Reject{"`id` is no string"};
  id_ = id->substr(1, id->size() - 2);
  text_ = *text;
  scratch_ = &scratch;
  index_ = 0;
  share(document);
  if (view_ == View::kDocument) {
    text_size_ = text::code_points(text_);
    return {};
  }
  scratch.offsets.assign(text_);
  text_size_ = scratch.offsets.size();
  if (view_ == View::kParagraph) {
    paragraphs_ = text::lines(text_);
    std::erase_if(paragraphs_, [&](ByteRange line) { return text::is_blank_line(line.of(text_)); });
    return {};
  }
  auto elements = objects(document, view_ == View::kQuote ? "quotes" : "segments");
  if (!elements) return elements.error();
  elements_ = *std::move(elements);
  if (view_ == View::kQuote) return {};
  auto quotes = objects(document, "quotes");
  if (!quotes) return quotes.error();
  quotes_ = *std::move(quotes);
  return {};
}

/// What all rows have: the view's fields that are the document's own, and the foreign ones.
void Rows::share(const Document& document) {
  shared_.own.clear();
  shared_.foreign.clear();
  for (const auto& [key, value] : document.all_fields()) {
    const Shape* wire = shape_of_key(wire_shapes(), key);
    const Shape* line = shape_of_key(shapes(view_), key);
    if (wire == nullptr && line == nullptr) shared_.foreign.push_back({key, value});
    if (wire == nullptr || line == nullptr) continue;
    // `text` and, in other views, what has the name of a field of the line but not its meaning.
    const bool is_shared = view_ == View::kDocument || wire->name != "text";
    if (is_shared) shared_.own.push_back({wire->name, value});
  }
  const auto origin = document.field("origin");
  if (!origin || json::kind(*origin) != json::Kind::kObject) return;
  if (const auto uri = json::member(*origin, "uri")) shared_.own.push_back({"uri", *uri});
}

Result<bool> Rows::next() {
  switch (view_) {
    case View::kDocument:
      if (index_ > 0) return false;
      begin_row({});
      return true;
    case View::kParagraph: return next_paragraph();
    case View::kSegment: return next_segment();
    case View::kQuote: return next_quote();
  }
  return false;
}

/// The shared fields, the row's index and its key.
void Rows::begin_row(std::string_view index_name) {
  row_.own = shared_.own;
  row_.foreign = shared_.foreign;
  if (index_name.empty()) {
    key_json_ = fmt::format("\"{}\"", id_);
  } else {
    index_json_ = fmt::format("{}", index_);
    key_json_ = fmt::format("\"{}#{}={}\"", id_, index_name, index_);
    row_.own.push_back({index_name, index_json_});
  }
  row_.own.push_back({"key", key_json_});
  ++index_;
}

void Rows::add_span(Span span, std::string_view text) {
  start_json_ = fmt::format("{}", span.start);
  end_json_ = fmt::format("{}", span.end);
  text_json_.clear();
  json::append_string(text_json_, text);
  row_.own.push_back({"start", start_json_});
  row_.own.push_back({"end", end_json_});
  row_.own.push_back({"text", text_json_});
}

Result<bool> Rows::next_paragraph() {
  if (index_ == paragraphs_.size()) return false;
  const ByteRange paragraph = text::trimmed(text_, paragraphs_[index_]);
  begin_row("paragraph");
  add_span(scratch_->offsets.span(paragraph), paragraph.of(text_));
  return true;
}

Result<bool> Rows::next_segment() {
  if (index_ == elements_.size()) return false;
  const json::Value segment = elements_[index_];
  begin_row("segment");
  const auto span = span_of(segment, text_size_);
  if (!span) return Reject{place() + "is no span of the text"};
  add_span(*span, scratch_->offsets.bytes(*span).of(text_));
  if (const auto type = json::member(segment, "type")) row_.own.push_back({"type", *type});
  auto quote = add_quote_of(segment);
  if (!quote) return quote.error();
  return true;
}

/// The index of the quote that a segment is, and who speaks in it.
Result<void> Rows::add_quote_of(json::Value segment) {
  const auto value = json::member(segment, "quote");
  if (!value || json::kind(*value) == json::Kind::kNull) return {};
  const auto index = json::integer(*value);
  if (!index || *index < 0 || static_cast<std::size_t>(*index) >= quotes_.size()) {
    return Reject{place() + "`quote` is the index of none"};
  }
  row_.own.push_back({"quote", *value});
  const auto speaker = json::member(quotes_[static_cast<std::size_t>(*index)], "speaker");
  if (!speaker) return {};
  if (const auto name = json::member(*speaker, "name")) row_.own.push_back({"speaker", *name});
  return {};
}

Result<bool> Rows::next_quote() {
  if (index_ == elements_.size()) return false;
  const json::Value quote = elements_[index_];
  begin_row("quote");
  for (const auto& [key, value] : json::members(quote)) {
    const Shape* shape = shape_of_key(quote_shapes(), key);
    if (shape != nullptr) {
      row_.own.push_back({shape->name, value});
    } else if (shape_of_key(shapes(view_), key) == nullptr) {
      row_.foreign.push_back({key, value});
    }
  }
  return true;
}

std::string Rows::place() const {
  switch (view_) {
    case View::kSegment: return fmt::format("segments[{}]: ", index_ - 1);
    case View::kQuote: return fmt::format("quotes[{}]: ", index_ - 1);
    default: return {};
  }
}

}  // namespace sito::emit

#include "strip/marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "document/digest.h"
#include "document/json_value.h"
#include "document/json_writer.h"
#include "text/utf8.h"

namespace sito::strip {
namespace {

using json::Kind;
using json::Value;

bool is_absent(std::optional<std::string_view> field) {
  if (!field || json::kind(*field) == Kind::kNull) return true;
  return json::kind(*field) == Kind::kArray && json::elements(*field).empty();
}

std::optional<std::size_t> offset(std::optional<Value> value) {
  if (!value) return std::nullopt;
  auto number = json::integer(*value);
  if (!number || *number < 0) return std::nullopt;
  return static_cast<std::size_t>(*number);
}

std::optional<std::string> string(std::optional<Value> value) {
  return value ? json::string(*value) : std::nullopt;
}

double number(std::optional<Value> value) {
  double result = 0;
  if (value) std::from_chars(value->data(), value->data() + value->size(), result);
  return result;
}

std::optional<Marks::Mark> read_mark(Value value) {
  auto start = offset(json::member(value, "start")), end = offset(json::member(value, "end"));
  auto text = string(json::member(value, "text"));
  if (!start || !end || !text) return std::nullopt;
  Marks::Mark mark;
  mark.piece = {{*start, *end}, std::move(*text)};
  mark.reason = string(json::member(value, "reason")).value_or("");
  mark.rule = string(json::member(value, "rule")).value_or("");
  mark.score = number(json::member(value, "score"));
  return mark;
}

bool read_strip(Value value, Marks& marks) {
  auto removed = json::member(value, "removed");
  auto input = string(json::member(value, "input_digest"));
  auto output = string(json::member(value, "output_digest"));
  if (!removed || json::kind(*removed) != Kind::kBoolean || !input || !output) return false;
  marks.removed = *removed == "true";
  marks.input_digest = std::move(*input);
  marks.output_digest = std::move(*output);
  return true;
}

/// Null, or an object with nothing but nulls: how emit writes a record that was not stripped.
bool is_empty(Value strip) {
  const auto members = json::members(strip);
  const auto is_null = [](const json::Member& member) { return json::kind(member.value) == Kind::kNull; };
  return json::kind(strip) == Kind::kNull ||
         (json::kind(strip) == Kind::kObject && std::all_of(members.begin(), members.end(), is_null));
}

}  // namespace

Result<std::optional<Marks>> marks(const Document& document) {
  const auto boilerplate = document.field(kBoilerplateField), strip = document.field(kStripField);
  const bool unstripped = !strip || is_empty(*strip);
  if (unstripped && is_absent(boilerplate)) return std::optional<Marks>();
  if (unstripped) return Reject{"`boilerplate` without `strip`"};
  if (!boilerplate) return Reject{"`strip` without `boilerplate`"};
  Marks result;
  if (!read_strip(*strip, result)) return Reject{"`strip` is not as strip writes it"};
  if (json::kind(*boilerplate) != Kind::kArray) return Reject{"`boilerplate` is not as strip writes it"};
  for (Value value : json::elements(*boilerplate)) {
    auto mark = read_mark(value);
    if (!mark) return Reject{"`boilerplate` is not as strip writes it"};
    result.boilerplate.push_back(std::move(*mark));
  }
  return std::optional<Marks>(std::move(result));
}

Result<std::string> input_text(const Marks& marks, std::string_view text) {
  if (digest(DigestKind::kXxh128, text) != marks.output_digest)
    return Reject{"the text was changed after strip: its digest is another"};
  if (!marks.removed && marks.input_digest != marks.output_digest)
    return Reject{"`strip` says that nothing was removed, its digests that something was"};
  if (!marks.removed) return std::string(text);
  std::vector<Piece> pieces;
  for (const auto& mark : marks.boilerplate) pieces.push_back(mark.piece);
  auto input = restored(text, pieces);
  if (!input || digest(DigestKind::kXxh128, *input) != marks.input_digest)
    return Reject{"the spans of `boilerplate` do not fit the text"};
  return std::move(*input);
}

void set_marks(Document& document, std::string_view input, const std::vector<Removal>& removals,
               std::string_view output, std::string_view model, Scratch& scratch) {
  auto& [json, text, offsets, counts, provenance] = scratch;
  offsets.assign(input);
  json::Writer writer(json);
  writer.begin_array();
  for (const Removal& removal : removals) {
    const Span span = offsets.span(removal.range);
    writer.begin_object();
    writer.key("start").size(span.start).key("end").size(span.end);
    writer.key("text").string(removal.range.of(input)).key("reason").string(removal.reason);
    if (!removal.rule.empty()) writer.key("rule").string(removal.rule);
    if (removal.key != 0) writer.key("rule").string(fmt::format("{:016x}", removal.key));
    writer.key("score").score(removal.score);
    writer.end_object();
  }
  writer.end_array();
  document.set(kBoilerplateField, json);
  json::Writer strip(json);
  strip.begin_object();
  strip.key("removed").boolean(input.size() != output.size());
  strip.key("input_digest")
      .string(digest(DigestKind::kXxh128, input))
      .key("output_digest")
      .string(digest(DigestKind::kXxh128, output));
  if (!model.empty()) strip.key("model").string(model);
  strip.end_object();
  document.set(kStripField, json);
}

}  // namespace sito::strip

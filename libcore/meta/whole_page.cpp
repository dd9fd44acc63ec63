#include "meta/whole_page.h"

#include <cstdint>

namespace sito::meta {
namespace {

bool is_single_line(std::string_view removed) {
  while (removed.ends_with('\n')) removed.remove_suffix(1);
  while (removed.starts_with('\n')) removed.remove_prefix(1);
  return removed.find('\n') == std::string_view::npos;
}

std::optional<std::size_t> offset(json::Value mark, std::string_view key) {
  const auto member = json::member(mark, key);
  const auto value = member ? json::integer(*member) : std::nullopt;
  return value && *value >= 0 ? std::optional(static_cast<std::size_t>(*value)) : std::nullopt;
}

}  // namespace

std::optional<WholePage> WholePage::restored(std::string_view text, const text::OffsetIndex& offsets,
                                             json::Value boilerplate) {
  WholePage whole;
  bool any = false;
  std::size_t taken = 0;    // code points of the text so far
  std::size_t removed = 0;  // and of what was removed
  const auto take = [&](std::size_t end) {
    const ByteRange bytes = offsets.bytes({taken, end});
    whole.pieces_.push_back({whole.page_.size(), bytes});
    whole.page_ += bytes.of(text);
    taken = end;
  };
  for (const json::Value mark : json::elements(boilerplate)) {
    const auto start = offset(mark, "start"), end = offset(mark, "end");
    const auto words = json::member(mark, "text");
    const auto line = words ? json::string(*words) : std::nullopt;
    if (!start || !end || !line || *end < *start || *start < taken + removed ||
        *start - removed > offsets.size())
      return std::nullopt;
    take(*start - removed);
    removed += *end - *start;
    if (!is_single_line(*line)) continue;
    whole.page_ += *line;
    any = true;
  }
  if (!any) return std::nullopt;
  take(offsets.size());
  return whole;
}

std::optional<ByteRange> WholePage::in_text(ByteRange place) const {
  for (const Piece& piece : pieces_) {
    if (place.begin < piece.in_page || place.end > piece.in_page + piece.in_text.size()) continue;
    const std::size_t begin = piece.in_text.begin + (place.begin - piece.in_page);
    return ByteRange{begin, begin + place.size()};
  }
  return std::nullopt;
}

}  // namespace sito::meta

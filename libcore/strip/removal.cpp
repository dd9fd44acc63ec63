#include "strip/removal.h"

#include "text/offsets.h"
#include "text/utf8.h"

namespace sito::strip {
namespace {

// Where the line before `at`, which begins a line, begins.
std::size_t line_before(std::string_view text, std::size_t at) {
  if (at < 2) return 0;
  const std::size_t feed = text.rfind('\n', at - 2);
  return feed == std::string_view::npos ? 0 : feed + 1;
}

// Where the LF or CR LF before `at` begins.
std::size_t line_end_before(std::string_view text, std::size_t at) {
  return at >= 2 && text[at - 2] == '\r' ? at - 2 : at - 1;
}

}  // namespace

ByteRange removed_range(std::string_view text, const std::vector<Row>& rows, std::size_t first,
                        std::size_t last) {
  const bool at_head = first == 0;
  const bool at_end = last == rows.size();
  const std::size_t before = at_head ? 0 : rows[first - 1].line.end;
  const std::size_t after = at_end ? text.size() : rows[last].line.begin;
  // Without a final LF in the text, the LF before the footer would stay as a blank end.
  if (at_end && !at_head && !text.ends_with('\n')) return {line_end_before(text, before), after};
  if (at_head || at_end) return {before, after};
  const bool blank_below = rows[last - 1].line.end < after;
  if (blank_below) return {before, line_before(text, after)};
  const bool blank_above = before < rows[first].line.begin;
  return {blank_above ? text.find('\n', before) + 1 : before, after};
}

void cut(std::string_view text, std::span<const Removal> removals, std::string& out) {
  out.clear();
  std::size_t at = 0;
  for (const Removal& removal : removals) {
    out += text.substr(at, removal.range.begin - at);
    at = removal.range.end;
  }
  out += text.substr(at);
}

std::optional<std::string> restored(std::string_view output, std::span<const Piece> pieces) {
  text::OffsetIndex offsets;
  offsets.assign(output);
  std::string input;
  std::size_t read = 0;     // code points of the output
  std::size_t written = 0;  // code points of the input
  for (const Piece& piece : pieces) {
    if (piece.span.start < written || piece.span.end < piece.span.start) return std::nullopt;
    if (text::code_points(piece.text) != piece.span.end - piece.span.start) return std::nullopt;
    const std::size_t kept = piece.span.start - written;
    if (kept > offsets.size() - read) return std::nullopt;
    const std::size_t from = offsets.byte(read);
    input += output.substr(from, offsets.byte(read + kept) - from);
    input += piece.text;
    read += kept;
    written = piece.span.end;
  }
  input += output.substr(offsets.byte(read));
  return input;
}

}  // namespace sito::strip

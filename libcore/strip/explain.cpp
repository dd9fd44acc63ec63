#include "strip/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "strip/marks.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::strip {
namespace {

constexpr std::string_view kFields[] = {kBoilerplateField, kStripField};
constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kPlain = "\x1b[0m";

struct Painter {
  std::string_view red;
  std::string_view plain;
};

std::string side_note(const Marks::Mark& mark) {
  if (mark.rule.empty()) return fmt::format("  [{}, {:.4g}]", mark.reason, mark.score);
  return fmt::format("  [{}: {}, {:.4g}]", mark.reason, mark.rule, mark.score);
}

void write_removed(std::string_view line, const std::string& note, Painter painter, std::string& out) {
  fmt::format_to(std::back_inserter(out), "{}- {}{}{}\n", painter.red, line, note, painter.plain);
}

// Lines that a removal takes: those that it covers, and the end of one in which it begins. A removal may
// begin at the LF of the line before, which stays.
void write_page(std::string_view page, const std::vector<Marks::Mark>& marks, Painter painter,
                std::string& out) {
  text::OffsetIndex offsets;
  offsets.assign(page);
  std::size_t next = 0;
  const Marks::Mark* noted = nullptr;
  for (const ByteRange line : text::lines(page)) {
    while (next < marks.size() && offsets.byte(marks[next].piece.span.end) <= line.begin) ++next;
    const std::size_t start = next < marks.size() ? offsets.byte(marks[next].piece.span.start) : page.size();
    const std::string_view shown = line.of(page);
    if (start > line.begin) {
      const std::size_t kept = std::min(start, line.end);
      fmt::format_to(std::back_inserter(out), "  {}\n", page.substr(line.begin, kept - line.begin));
      const auto glued = text::trimmed(page.substr(kept, line.end - kept));
      if (!glued.empty()) write_removed(glued, side_note(marks[next]), painter, out);
    } else if (noted == &marks[next] || text::is_blank_line(shown)) {
      write_removed(shown, "", painter, out);
    } else {
      noted = &marks[next];
      write_removed(shown, side_note(*noted), painter, out);
    }
  }
}

bool spans_fit(const std::vector<Marks::Mark>& marks, std::size_t size) {
  std::size_t at = 0;
  for (const auto& mark : marks) {
    if (mark.piece.span.start < at || mark.piece.span.end < mark.piece.span.start) return false;
    at = mark.piece.span.end;
  }
  return at <= size;
}

class ExplainSink final : public Sink {
 public:
  explicit ExplainSink(bool colour) : painter_{colour ? kRed : "", colour ? kPlain : ""} {}

  [[nodiscard]] std::span<const std::string_view> fields() const override { return kFields; }

  Result<void> write(Document& document, Scratch&, std::string& out) const override {
    auto text = document.text();
    if (!text) return text.error();
    auto earlier = marks(document);
    if (!earlier) return earlier.error();
    const Marks found = *earlier ? std::move(**earlier) : Marks();
    auto page = *earlier ? input_text(found, *text) : Result<std::string>(std::string(*text));
    if (!page) return page.error();
    if (!spans_fit(found.boilerplate, text::code_points(*page)))
      return Reject{"the spans of `boilerplate` do not fit the text"};
    fmt::format_to(std::back_inserter(out), "== {}\n", document.id().value_or(""));
    write_page(*page, found.boilerplate, painter_, out);
    return {};
  }

 private:
  Painter painter_;
};

}  // namespace

std::unique_ptr<Sink> make_explain_sink(bool colour) { return std::make_unique<ExplainSink>(colour); }

}  // namespace sito::strip

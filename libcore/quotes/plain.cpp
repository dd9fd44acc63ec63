#include "quotes/plain.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/json_value.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::quotes {
namespace {

constexpr std::array<std::string_view, 1> kFields = {"quotes"};

/// How a kind is set off.
struct Style {
  std::string_view kind;
  std::string_view open;
  std::string_view close;
  std::string_view colour;
};
constexpr std::array<Style, 3> kStyles = {{{"speech", "[[", "]]", "\x1b[32m"},
                                           {"title", "{{", "}}", "\x1b[34m"},
                                           {"term", "<<", ">>", "\x1b[33m"}}};
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kReset = "\x1b[0m";

/// A quotation as the record has it.
struct Drawn {
  const Style* style = nullptr;
  std::vector<ByteRange> spans;
  std::string margin;  ///< empty if there is nothing to say
};

std::optional<ByteRange> place_of(json::Value value, const text::OffsetIndex& offsets) {
  auto start = json::member(value, "start"), end = json::member(value, "end");
  if (!start || !end) return std::nullopt;
  auto from = json::integer(*start), to = json::integer(*end);
  if (!from || !to || *from < 0 || *to < *from || static_cast<std::size_t>(*to) > offsets.size())
    return std::nullopt;
  return offsets.bytes({static_cast<std::size_t>(*from), static_cast<std::size_t>(*to)});
}

std::string string_in(json::Value object, std::string_view key) {
  auto value = json::member(object, key);
  return value ? json::string(*value).value_or(std::string{}) : std::string{};
}

std::string margin_of(json::Value quote, std::string_view kind) {
  std::string name, role, cue;
  if (auto speaker = json::member(quote, "speaker")) {
    name = string_in(*speaker, "name");
    role = string_in(*speaker, "role");
  }
  if (auto value = json::member(quote, "cue")) cue = string_in(*value, "text");
  if (name.empty() && cue.empty()) return {};
  std::string margin(kind);
  margin += ": " + (name.empty() ? std::string("?") : name);
  if (!role.empty()) margin += ", " + role;
  if (!cue.empty()) margin += " (" + cue + ")";
  return margin;
}

std::optional<Drawn> drawn(json::Value quote, const text::OffsetIndex& offsets) {
  Drawn result;
  const auto kind = string_in(quote, "kind");
  for (const auto& style : kStyles)
    if (style.kind == kind) result.style = &style;
  auto spans = json::member(quote, "spans");
  if (result.style == nullptr || !spans) return std::nullopt;
  for (auto span : json::elements(*spans)) {
    auto place = place_of(span, offsets);
    if (!place) return std::nullopt;
    result.spans.push_back(*place);
  }
  if (result.spans.empty()) return std::nullopt;
  result.margin = margin_of(quote, kind);
  return result;
}

/// Where a quotation begins or ends in the text.
struct Edge {
  std::size_t at = 0;
  bool opens = false;
  std::size_t quote = 0;
};

/// The edges by place, such that brackets nest.
std::vector<Edge> edges_of(const std::vector<Drawn>& quotes) {
  struct Piece {
    ByteRange place;
    std::size_t quote;
  };
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < quotes.size(); ++i)
    for (auto span : quotes[i].spans) pieces.push_back({span, i});
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.place.begin != b.place.begin ? a.place.begin < b.place.begin : a.place.end > b.place.end;
  });
  std::vector<Edge> edges;
  std::vector<Piece> open;
  auto close_until = [&](std::size_t at) {
    while (!open.empty() && open.back().place.end <= at) {
      edges.push_back({open.back().place.end, false, open.back().quote});
      open.pop_back();
    }
  };
  for (auto piece : pieces) {
    close_until(piece.place.begin);
    if (!open.empty()) piece.place.end = std::min(piece.place.end, open.back().place.end);
    edges.push_back({piece.place.begin, true, piece.quote});
    open.push_back(piece);
  }
  close_until(static_cast<std::size_t>(-1));
  return edges;
}

class Painter {
 public:
  Painter(std::string_view text, const std::vector<Drawn>& quotes, bool colour, std::string& out)
      : text_(text), quotes_(quotes), colour_(colour), out_(out) {
    for (const auto& quote : quotes) left_.push_back(quote.spans.size());
  }

  void paint() {
    std::size_t at = 0;
    for (const auto& edge : edges_of(quotes_)) {
      copy(at, edge.at);
      at = edge.at;
      if (edge.opens)
        open(edge.quote);
      else
        close(edge.quote);
    }
    copy(at, text_.size());
    if (!text_.ends_with('\n')) end_line();
  }

 private:
  void copy(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
      auto [c, length] = text::decode(text_, at);
      if (c == '\n')
        end_line();
      else if ((c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0))
        text::append(out_, 0xFFFD);
      else
        out_ += text_.substr(at, length);
      at += length;
    }
  }

  void open(std::size_t quote) {
    open_.push_back(quote);
    out_ += colour_ ? quotes_[quote].style->colour : quotes_[quote].style->open;
  }

  void close(std::size_t quote) {
    open_.pop_back();
    if (colour_) {
      out_ += kReset;
      if (!open_.empty()) out_ += quotes_[open_.back()].style->colour;
    } else {
      out_ += quotes_[quote].style->close;
    }
    if (--left_[quote] == 0 && !quotes_[quote].margin.empty()) ended_.push_back(quote);
  }

  /// The end of a paragraph, and what the margin says of the quotations that ended in it.
  void end_line() {
    if (colour_ && !open_.empty()) out_ += kReset;
    out_ += '\n';
    for (auto quote : ended_) {
      out_ += colour_ ? kDim : std::string_view{};
      out_ += "    | ";
      for (char c : quotes_[quote].margin)
        out_ += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
      out_ += colour_ ? kReset : std::string_view{};
      out_ += '\n';
    }
    ended_.clear();
    if (colour_ && !open_.empty()) out_ += quotes_[open_.back()].style->colour;
  }

  std::string_view text_;
  const std::vector<Drawn>& quotes_;
  bool colour_;
  std::string& out_;
  std::vector<std::size_t> open_;   ///< quotations that the pen is in, outer first
  std::vector<std::size_t> left_;   ///< spans that are still to come, by quotation
  std::vector<std::size_t> ended_;  ///< quotations of this paragraph that the margin has to name
};

class PlainSink : public Sink {
 public:
  explicit PlainSink(bool colour) : colour_(colour) {}

  [[nodiscard]] std::span<const std::string_view> fields() const override { return kFields; }

  Result<void> write(Document& document, Scratch& scratch, std::string& out) const override {
    auto text = document.text();
    if (!text) return text.error();
    auto field = document.field("quotes");
    if (!field) return Reject{"no field 'quotes'"};
    scratch.offsets.assign(*text);
    std::vector<Drawn> quotes;
    for (auto element : json::elements(*field)) {
      auto quote = drawn(element, scratch.offsets);
      if (!quote) return Reject{"a quote without kind or spans, or outside the text"};
      quotes.push_back(std::move(*quote));
    }
    Painter(*text, quotes, colour_, out).paint();
    return {};
  }

 private:
  bool colour_;
};

}  // namespace

std::unique_ptr<Sink> make_plain_sink(bool colour) { return std::make_unique<PlainSink>(colour); }

}  // namespace sito::quotes

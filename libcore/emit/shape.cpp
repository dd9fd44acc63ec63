#include "emit/shape.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sito::emit {
namespace {

using enum Type;

template <std::size_t... N>
constexpr auto joined(const std::array<Shape, N>&... parts) {
  std::array<Shape, (N + ...)> all;
  auto* at = all.data();
  ((at = std::copy(parts.begin(), parts.end(), at)), ...);
  return all;
}

constexpr std::array kSpan = {Shape{"start", kInteger}, Shape{"end", kInteger}};

constexpr std::array kHtml = {Shape{"title"}, Shape{"published"}, Shape{"canonical"}, Shape{"language"}};

constexpr std::array kEncodings = joined(kSpan, std::array{Shape{"encoding"}});

constexpr std::array kOrigin = {
    Shape{"path"},
    Shape{"member"},
    Shape{"uri"},
    Shape{"record"},
    Shape{"date"},
    Shape{"bytes", kInteger},
    Shape{"digest"},
    Shape{"encoding"},
    Shape{"confidence", kNumber},
    Shape{"replaced", kInteger},
    Shape{"bom", kBoolean},
    Shape{"media_type"},
    Shape{"modified"},
    Shape{"html", kObject, kHtml},
    Shape{"encodings", kList, kEncodings},
};

constexpr std::array kChanges = {Shape{"kind"}, Shape{"chain"}, Shape{"count", kInteger}};
constexpr std::array kSuspects = {Shape{"kind"}};
constexpr std::array kNormalization = {Shape{"form"}, Shape{"changes", kList, kChanges},
                                       Shape{"suspects", kList, kSuspects}};

// Their offsets count in the text that strip was given, not in `text`.
constexpr std::array kBoilerplate =
    joined(kSpan, std::array{Shape{"text"}, Shape{"reason"}, Shape{"rule"}, Shape{"score", kNumber}});

constexpr std::array kStrip = {Shape{"removed", kBoolean}, Shape{"input_digest"}, Shape{"output_digest"},
                               Shape{"model"}};

constexpr Shape kMention = {"mention", kObject, kSpan, true};
constexpr std::array kPeople = {Shape{"name"}, Shape{"role"}, kMention};

constexpr std::array kSpeaker = {Shape{"name"}, Shape{"role"}, kMention, Shape{"resolution"}};
constexpr std::array kCue = joined(std::array{Shape{"text"}}, kSpan);
constexpr std::array kQuote = {
    Shape{"kind"},
    Shape{"spans", kList, kSpan, true},
    Shape{"text"},
    Shape{"speaker", kObject, kSpeaker},
    Shape{"cue", kObject, kCue, true},
};

constexpr std::array kSegment =
    joined(std::array{Shape{"type"}}, kSpan, std::array{Shape{"quote", kInteger}});

constexpr std::array kNames = {Shape{"source"}, Shape{"site"}};
constexpr std::array kContents = {
    Shape{"origin", kObject, kOrigin},
    Shape{"created", kDate},
    Shape{"created_time"},
    Shape{"created_span", kObject, kSpan, true},
    Shape{"created_from"},
    Shape{"title"},
    Shape{"language"},
    Shape{"people", kList, kPeople},
    Shape{"quotes", kList, kQuote},
    Shape{"segments", kList, kSegment, true},
    Shape{"normalization", kObject, kNormalization},
    Shape{"boilerplate", kList, kBoilerplate},
    Shape{"strip", kObject, kStrip},
};

constexpr Shape certain(std::string_view name, Type type = kString) { return {name, type, {}, false, true}; }

constexpr std::array kId = {certain("id")};
constexpr std::array kKey = {certain("key")};
constexpr std::array kText = {certain("text")};
// Of the line itself, not of a mention in it.
constexpr std::array kLineSpan = {certain("start", kInteger), certain("end", kInteger)};
constexpr std::array kUri = {Shape{"uri"}};
constexpr std::array kContext = {Shape{"created", kDate}, Shape{"title"},  Shape{"language"},
                                 Shape{"site"},           Shape{"source"}, Shape{"uri"}};

constexpr std::array kWireFields = joined(kId, kText, kNames, kContents);
constexpr std::array kDocumentLine = joined(kId, kKey, kText, kNames, kUri, kContents);
constexpr std::array kParagraphLine =
    joined(kId, std::array{certain("paragraph", kInteger)}, kKey, kLineSpan, kText, kContext);
constexpr std::array kSegmentLine =
    joined(kId, std::array{certain("segment", kInteger)}, kKey, std::array{Shape{"type"}}, kLineSpan, kText,
           std::array{Shape{"quote", kInteger}, Shape{"speaker"}}, kContext);
constexpr std::array kQuoteLine = joined(kId, std::array{certain("quote", kInteger)}, kKey, kQuote, kContext);

}  // namespace

std::span<const Shape> shapes(View view) {
  switch (view) {
    case View::kDocument: return kDocumentLine;
    case View::kParagraph: return kParagraphLine;
    case View::kSegment: return kSegmentLine;
    case View::kQuote: return kQuoteLine;
  }
  return {};
}

std::span<const Shape> wire_shapes() { return kWireFields; }
std::span<const Shape> quote_shapes() { return kQuote; }

const Shape* shape_named(std::span<const Shape> shapes, std::string_view name) {
  const auto at =
      std::find_if(shapes.begin(), shapes.end(), [&](const Shape& shape) { return shape.name == name; });
  return at == shapes.end() ? nullptr : &*at;
}

}  // namespace sito::emit

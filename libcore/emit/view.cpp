#include "emit/view.h"

#include <fmt/format.h>

#include <algorithm>

namespace sito::emit {

std::string_view name(View view) {
  switch (view) {
    case View::kDocument: return "document";
    case View::kParagraph: return "paragraph";
    case View::kSegment: return "segment";
    case View::kQuote: return "quote";
  }
  return {};
}

Result<View> view_named(std::string_view wanted) {
  const auto* at =
      std::find_if(kViews.begin(), kViews.end(), [&](View view) { return name(view) == wanted; });
  if (at != kViews.end()) return *at;
  return Reject{fmt::format("no view `{}`; there are document, paragraph, segment and quote", wanted)};
}

}  // namespace sito::emit

// view.h: what one line of the final output is.
//
// Which fields such a line has is shape.h's question, where they come from rows.h's.
#pragma once

#include <array>
#include <string_view>

#include "document/result.h"

namespace sito::emit {

enum class View { kDocument, kParagraph, kSegment, kQuote };

inline constexpr std::array<View, 4> kViews = {View::kDocument, View::kParagraph, View::kSegment,
                                               View::kQuote};

/// `document`, `paragraph`, `segment`, `quote`.
[[nodiscard]] std::string_view name(View view);

/// The view of that name. The reason lists all of them.
Result<View> view_named(std::string_view name);

}  // namespace sito::emit

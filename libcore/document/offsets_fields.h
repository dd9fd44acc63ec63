// offsets_fields.h: the fields that a change of the text makes false.
//
// `created_span`, `people`, `quotes` and `segments` count code points of the text as it was. Whoever
// rewrites the text takes them away here; what else a changed text asks for is that stage's question.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "document/document.h"

namespace sito {

/// Fields whose offsets count in `text`: a stage that rewrites it names them among its fields().
inline constexpr std::array<std::string_view, 4> kOffsetFields = {"created_span", "people", "quotes",
                                                                  "segments"};

/// Takes those fields out of `document`; how many there were.
std::size_t drop_offset_fields(Document& document);

}  // namespace sito

// lost_bytes.h: sequences of UTF-8 whose bytes were partly lost on the way.
//
// A byte that has no character in the page became U+FFFD or '?', left a space, or nothing; the no-break space
// became a space. What could have stood there is tried, and a model says which is likeliest. Whole sequences
// are sequences.h's question.
#pragma once

#include <optional>
#include <string_view>

#include "language/character_model.h"
#include "normalize/misreading.h"

namespace sito::normalize {

/// As reread_as_utf8() with Unsound::kLeft, but for sequences that lack one byte all characters that could
/// have stood there compete, and the cheapest text in `model` wins. Linear, with a few hypotheses side by
/// side.
[[nodiscard]] std::optional<Reread> reread_damaged_utf8(const charset::CodePage& page, std::string_view valid,
                                                        const language::CharacterModel& model);

/// Whether a lead byte in `page` stands in `valid` before what a lost byte may have left. Linear.
[[nodiscard]] bool has_damaged_sequences(const charset::CodePage& page, std::string_view valid);

}  // namespace sito::normalize

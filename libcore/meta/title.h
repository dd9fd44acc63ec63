// title.h: the headline of a page, where it has one.
//
// The first short line without final punctuation at the head, before or after the date line; never a
// rubric, navigation, a list's heading or a sentence of the text. Which lines are date lines is date_line.h's
// question.
#pragma once

#include <optional>
#include <string_view>

#include "text/span.h"

namespace sito::meta {

/// The headline of `text` (valid UTF-8), trimmed, or none. `language` (BCP 47, may be empty) is only for
/// reading date lines. None too where no text follows it: a page of short lines is a list of links. Looks
/// at 24 lines at most.
[[nodiscard]] std::optional<ByteRange> headline(std::string_view text, std::string_view language);

}  // namespace sito::meta

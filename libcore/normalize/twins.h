// twins.h: letters of one script that look like letters of the other.
#pragma once

#include <string_view>

#include "normalize/neighbours.h"

namespace sito::normalize {

/// What looks in `script` like `letter`, which is of the other script: a letter, for some a letter and
/// its mark. Empty if nothing does, or nothing that a writer would have meant. A constant of the program.
/// Constant time. Source: data/homoglyphs.tsv.
[[nodiscard]] std::string_view twin(char32_t letter, Script script);

}  // namespace sito::normalize

// suspicion.h: where mojibake may stand.
//
// Misread text has marks that clean text hardly ever has: characters that are a sequence of UTF-8 in some
// page, capitals behind small letters, signs within words, rows of accented letters. They are looked for in
// every text, so that only what bears one is judged by mojibake.h.
#pragma once

#include <string_view>

namespace sito::normalize {

/// Whether `line` bears a mark of misreading. Few clean lines do (СССР», м², КиївБуд), and mojibake of some
/// dozen characters nearly always does. Linear, some 10 ns a character that is not ASCII.
[[nodiscard]] bool looks_misread(std::string_view line);

}  // namespace sito::normalize

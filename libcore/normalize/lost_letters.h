// lost_letters.h: texts from which a letter is gone for good.
//
// Some converters dropped what their code page had no place for, so that pages of a whole archive say "вддл"
// for "відділ". Which і was where cannot be known; a reader of the record must be told, and no more.
#pragma once

#include <string_view>

namespace sito::normalize {

/// Whether `valid` is Ukrainian without a single і or ї: at least 300 Cyrillic letters, є among them, and
/// none of і ї (or Latin i in their place), ы э ъ ё, which any Russian, Belarusian or Bulgarian text of that
/// length has. Linear; an ordinary text is told by its first words.
[[nodiscard]] bool has_lost_letters(std::string_view valid);

}  // namespace sito::normalize

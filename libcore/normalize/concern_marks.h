// concern_marks.h: what a single place in a text gives to do.
//
// concerns.h finds the places by their bytes; this header looks at the characters there.
#pragma once

#include <cstddef>
#include <string_view>

namespace sito::normalize {

/// Concerns of the character at byte `at` of `valid`, with what stands beside it. Constant.
[[nodiscard]] unsigned concerns_of_character(std::string_view valid, std::size_t at);

/// Whether the "i" at byte `at` may be a sole Cyrillic і. Constant.
[[nodiscard]] bool concerns_lone_i(std::string_view valid, std::size_t at);

/// Whether the word before the space at byte `at` of `valid`, or behind it, may be of the other script.
/// Linear in these words.
[[nodiscard]] bool concerns_whole_word(std::string_view valid, std::size_t at);

/// Whether single letters, capitals or Cyrillic, stand behind the space at byte `at`, before it, and before
/// the space before that. Two letters that a space parts are known to stand before it. Constant.
[[nodiscard]] bool concerns_spaced_letters(std::string_view valid, std::size_t at);

}  // namespace sito::normalize

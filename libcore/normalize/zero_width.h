// zero_width.h: characters that nobody sees, and where they mean something.
//
// Pages carry soft hyphens, zero-width spaces and byte order marks that break words for a search. But
// Persian and the scripts of India spell with joiners, Thai and Khmer part words with the zero-width
// space, an emoji family is held together by joiners, and right-to-left text needs its direction marks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

/// Characters that remove_zero_width() decides about: U+00AD, U+061C, U+200B..200F, U+202A..202E, U+2060,
/// U+2066..2069, U+FEFF. No others: variation selectors, tags, CGJ and invisible operators stay.
[[nodiscard]] bool is_zero_width(char32_t c);

/// Writes `valid` to `out` (cleared first) without the zero-width characters that mean nothing where
/// they stand; how many there were. Linear.
///
/// - Soft hyphen, word joiner (U+2060) and U+FEFF go.
/// - Joiners (U+200C, U+200D) stay beside a letter of a script that spells with them (all but Latin,
/// Cyrillic,
///   Greek, Armenian, Georgian and East Asia's) and between emoji; a letter's combining marks do not
///   part it from the joiner.
/// - The zero-width space stays beside a letter of a script that writes without spaces (Thai, Lao, Khmer,
///   Myanmar, Tibetan, Javanese, Balinese, Tai).
/// - Marks, embeddings and isolates of direction stay in a text with any right-to-left letter.
///
/// Sources: UAX #9; UAX #31, 2.3; UTS #51, ED-16; The Unicode Standard, 23.2.
std::size_t remove_zero_width(std::string_view valid, std::string& out);

}  // namespace sito::normalize

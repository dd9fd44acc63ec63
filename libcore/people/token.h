// token.h: a text as words that know their capitals and their neighbours.
//
// The one walk over the text that name.h, role.h and table.h share. Words are text/words.h's; this
// header adds how each is written and what stands before it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sito::people {

enum class Shape : std::uint8_t {
  kLower,    ///< no capital at its head: "голова", "де"
  kCapital,  ///< one at the head, and after hyphens or apostrophes: "Сєнкевич", "О'Ніл", "McCain"
  kUpper,    ///< capitals only, at least two letters: "СЄНКЕВИЧ", "ООН"
  kInitial,  ///< one capital (or "Дж", "Ю") with a full stop behind it
  kOther,    ///< has digits, or more than 96 bytes
};

/// What parts a word from the one before it.
enum class Gap : std::uint8_t {
  kNothing,   ///< glued by a mark that is none of these: "(", "/", a quotation mark…
  kBlank,     ///< blanks only
  kStop,      ///< a full stop, then blanks or nothing
  kComma,     ///< one comma, with blanks
  kDash,      ///< a dash between blanks, with or without a comma; behind a full stop if no capital follows
  kSentence,  ///< the end of a sentence, also with a dash behind it, a colon, or the text's beginning
  kSemicolon,
  kBracket,  ///< a bracket that opens or closes
  kQuote,    ///< a quotation mark, with whatever else
  kLine,     ///< the end of a line, with whatever else
};

struct Token {
  ByteRange range;
  Shape shape = Shape::kLower;
  Gap before = Gap::kSentence;
};

/// The words of a text, in order. Quotation marks are data-free: « » „ “ ” " ‹ ›. Linear.
[[nodiscard]] std::vector<Token> tokens(std::string_view text);
/// The same for who has them cut already: `words` are text::words(text).
[[nodiscard]] std::vector<Token> tokens(std::string_view text, std::span<const ByteRange> words);

}  // namespace sito::people

// character_table.h: how often characters follow each other in a language, as counted.
//
// The build turns characters/LANG.txt, which generate/count_characters.py writes, into constant arrays. What
// they say of a text is language/character_model.h's question.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sito::data {

/// What a character is to a model: one of these classes, or one of the language's letters, which follow them.
enum Symbol : std::uint8_t {
  kSpaceSymbol,       ///< white space, and what stands before a text
  kDigitSymbol,       ///< of any script
  kStopSymbol,        ///< ends a sentence or clause
  kOpenerSymbol,      ///< quotation marks and brackets that open
  kCloserSymbol,      ///< those that close
  kMarkSymbol,        ///< quotation marks that do either
  kApostropheSymbol,  ///< all of text::is_apostrophe()
  kDashSymbol,        ///< hyphens and dashes
  kSignSymbol,        ///< other punctuation and symbols
  kForeignSymbol,     ///< letters that texts in the language often hold words of: ASCII's, or Cyrillic ones
  kStrangeSymbol,     ///< all other letters
  kJunkSymbol,        ///< controls, private use, unassigned, box drawing: no text
  kFirstLetterSymbol,
};

/// One language's table. All views are constants of the program.
struct CharacterTable {
  std::string_view language;  ///< BCP 47
  std::string_view letters;   ///< UTF-8, lower case, in code point order: symbols from kFirstLetterSymbol on
  std::size_t symbols = 0;    ///< how many there are in all
  /// -ln p of symbol c behind a and b, in units of kNatsPerCost, at (a * symbols + b) * symbols + c.
  std::span<const std::uint8_t> costs;
  /// -ln p of symbol c without its neighbours.
  std::span<const std::uint8_t> single_costs;
};

/// The resolution of all costs.
inline constexpr double kNatsPerCost = 0.15;

/// All languages, sorted by name.
[[nodiscard]] std::span<const CharacterTable> character_tables();

}  // namespace sito::data

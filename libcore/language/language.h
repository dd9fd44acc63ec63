// language.h: which language a text is written in.
//
// Settles one language for a whole text from a bounded sample, by the models of character_model.h and, among
// close languages, by the words of siblings.h. What language a single foreign sentence in it has, nobody asks
// here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sito::language {

/// A language and how sure that is.
struct Guess {
  std::string_view language;  ///< BCP 47, a constant of the program; "sr" for Serbian in either script
  double confidence = 0;      ///< 0 to 1: how far it is ahead of the others on this text
};

/// Below this confidence no guess is made.
inline constexpr double kLeastConfidence = 0.7;
/// Nor on fewer letters.
inline constexpr std::size_t kLeastLetters = 10;

/// The language of `text`, which is valid UTF-8, among `candidates` (BCP 47; all known ones if empty).
/// None if the text has too few letters, is in none of them as far as their models tell, or two are as
/// likely. Reads at most 16 KiB, in pieces spread evenly over the text; constant time for longer ones. Only
/// models of scripts are asked that a tenth of its letters are in. How often it is right:
/// tests/bench/score_languages.py.
[[nodiscard]] std::optional<Guess> guess(std::string_view text, std::span<const std::string> candidates = {});

/// The known language of a BCP 47 tag, in any case: "uk" for "UK" and "uk-UA"; empty if there is none.
[[nodiscard]] std::string_view known_language(std::string_view tag);

/// The languages that guess() can tell, sorted.
[[nodiscard]] std::span<const std::string_view> known_languages();

}  // namespace sito::language

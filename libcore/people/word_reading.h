// word_reading.h: what one word of a name may come from.
//
// A given name by the list, a surname by its ending; how the words of one name agree is nominative.h's
// question. vocabulary.h keeps the answers for words that come again.
#pragma once

#include <string>
#include <vector>

#include "people/lexicon.h"

namespace sito::people {

/// A word of a name understood in one way.
struct WordReading {
  std::string nominative;  ///< folded
  Gender gender = Gender::kUnknown;
  bool oblique = false;  ///< the word stands in another case
  int score = 0;         ///< higher is likelier; comparable within one word
};

/// Given names that `word` (folded) may be; its own guesses where the list has none. Never empty.
[[nodiscard]] std::vector<WordReading> given_readings(const std::string& word, Language language);

/// Surnames that `word` (folded) may be; one of several parts ("горбунової-рубан") is read part by part, the
/// last one deciding. Empty if the parts do not agree.
[[nodiscard]] std::vector<WordReading> surname_readings(const std::string& word, Language language);

}  // namespace sito::people

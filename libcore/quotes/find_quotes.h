// find_quotes.h: the quotations of a text, with kind and speaker.
//
// The whole craft in one call: marks (pairing.h, paragraphs.h) and dashes (dash_speech.h), kinds
// (kind.h), the author's words (author_words.h), speakers (speaker.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quotes/kind.h"
#include "text/span.h"

namespace sito::quotes {

/// How the speaker was found: by a full name, a short one, a pronoun, a description ("the minister"),
/// without any mention (who spoke last goes on), or as one whom nobody names ("experts").
enum class Resolution : std::uint8_t { kName, kShort, kPronoun, kRole, kContinued, kUnnamed };

struct Speaker {
  std::string name;
  std::string role;   ///< as the text words it; empty if it gives none
  ByteRange mention;  ///< where the attribution names the speaker; empty if it does not
  Resolution resolution = Resolution::kName;
};

/// A quotation. `spans` leave its marks out, in order, on borders of code points.
struct Quote {
  Kind kind = Kind::kTerm;
  std::vector<ByteRange> spans;   ///< at least one, none empty
  std::vector<ByteRange> marked;  ///< one for each span, its marks or dash taken in
  std::optional<Speaker> speaker;
  ByteRange cue;  ///< empty if nothing but punctuation attributes
};

/// The quotations of `text` (valid UTF-8), sorted by where they begin, outer before inner. `language` is a
/// BCP 47 code or empty. Linear in the text but for sorts.
[[nodiscard]] std::vector<Quote> find_quotes(std::string_view text, std::string_view language = {});

/// What the quotation says: its spans joined by one space, line ends and runs of blanks as one space.
[[nodiscard]] std::string text_of(const Quote& quote, std::string_view text);

}  // namespace sito::quotes

// pairing.h: which quotation marks belong together.
//
// News pages nest marks, mix straight with curly, and open quotations that nobody closes. This header
// settles the pairs of one paragraph. What a quotation that runs over paragraphs is, paragraphs.h says;
// what a pair means is kind.h's question; who speaks in it, speaker.h's.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sito::quotes {

/// Marks of one family close each other; data/quote_marks says which families else a mark may close.
enum class Family : std::uint8_t {
  kAngle,
  kLow,
  kHigh,
  kStraight,
  kTwice,  ///< two apostrophes
  kSingleAngle,
  kSingleHigh,
  kSingleStraight
};
constexpr std::size_t kFamilies = 8;

/// One quotation mark, and what its neighbours let it be.
struct Mark {
  ByteRange place;
  Family family = Family::kAngle;
  std::uint8_t closes = 0;  ///< a bit a family: openers that it may close
  bool opener = false;      ///< by shape or neighbours it may open
  bool closer = false;      ///< it may close; where both hold, an open partner makes it close
  bool reopens = false;     ///< it stands behind the end of a sentence
  bool inch = false;        ///< a straight mark behind a digit: inches, if it has no opener to spare
};

/// An opening mark and the mark that closes it. The quotation is what stands between them.
struct Pair {
  ByteRange open;
  ByteRange
      close;  ///< empty, at the paragraph's end, if `unclosed`; another pair's too, if it serves two levels
  int depth = 0;           ///< 0 is outermost
  bool unclosed = false;   ///< nobody wrote the closing mark
  bool continues = false;  ///< goes on with the pair before it, which was reopened: "A. "B. "C."
};

struct Pairing {
  std::vector<Pair> pairs;       ///< sorted by `open`, never crossing
  std::vector<ByteRange> stray;  ///< closing marks that close nothing, in order
};

/// The marks of text[paragraph], in order; `text` is valid UTF-8, `paragraph` holds no line end.
/// Apostrophes inside words are none. Shapes: data/quote_marks. Linear.
[[nodiscard]] std::vector<Mark> find_marks(std::string_view text, ByteRange paragraph);

/// Pairs the marks of one paragraph.
///
///     «Каже: „так“», — пише газета.     marks at 0 and 12, within them 7 and 11
///
/// A closing mark closes the nearest opener that it may; openers passed over are unclosed. One closing
/// mark serves two levels where an opener stands a few words before another that is closed and no mark
/// is left for it: «БВК «Компанія». An unclosed single mark is an apostrophe and in no pair. Cannot
/// fail; linear in `marks`.
[[nodiscard]] Pairing pair_marks(std::string_view text, std::span<const Mark> marks, ByteRange paragraph);

}  // namespace sito::quotes

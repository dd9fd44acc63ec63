// mixed.h: texts whose lines are in different encodings.
//
// Pages pasted together from several sources, guest books and mail folders hold lines of windows-1251 among
// lines of UTF-8. Settles which lines of a text that is no valid UTF-8 are in which encoding; a line leaves
// the encoding of its text only on strong evidence. What one encoding a whole text is in is detect.h's
// question.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decode/detect.h"
#include "text/span.h"

namespace sito::decode {

/// Bytes that are in one encoding.
struct Part {
  ByteRange bytes;       ///< of the raw text: whole lines with their LF
  std::string encoding;  ///< wire name
};

/// What a text that is no valid UTF-8 is in.
struct Mixture {
  Detection main;           ///< UTF-8, or the legacy encoding of most of it
  std::vector<Part> parts;  ///< a partition of the text where it is in several encodings; else empty
};

/// The encodings of `bytes`, whose encoding has bytes for ASCII's characters and LF (no UTF-16).
///
/// - A line that is valid UTF-8 with several multibyte sequences is UTF-8, in whatever text.
/// - In a text that is UTF-8 for the most part, a line with four good sequences for each bad byte is damaged
/// UTF-8. The
///   other bad lines are judged together: they are legacy if there is enough of them and they read well, else
///   damaged.
/// Where they are too few for that, they are legacy if they make sense in the language of the text.
/// - In a legacy text, a line of more than 20 bytes leaves if it is no sense in the text's encoding and reads
/// well in
///   another one; lines drawn with box characters never do.
///
/// Linear; a legacy text costs a look at each line in the model of its language.
[[nodiscard]] Mixture find_mixture(std::string_view bytes, const Detector& detector);

}  // namespace sito::decode

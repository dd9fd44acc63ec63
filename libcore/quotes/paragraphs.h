// paragraphs.h: quotations in marks, over the paragraphs of a page.
//
// A quotation may run over paragraphs, its mark opened anew at each or not at all; nobody may have closed
// it, or nobody opened it. This header joins what pairing.h finds in single paragraphs. Dash speech is
// dash_speech.h's question, what a quotation is kind.h's.
#pragma once

#include <cstddef>
#include <vector>

#include "quotes/page.h"

namespace sito::quotes {

/// A quotation in marks; one piece for each paragraph or reopened mark.
struct MarkedQuote {
  std::vector<ByteRange> contents;  ///< between the marks, without white space at the ends
  std::vector<ByteRange> marked;    ///< the same with the marks
  std::size_t paragraph = 0;        ///< index of the paragraph that its last piece stands in
  int depth = 0;                    ///< 0 is outermost
};

/// The quotations of a page, sorted by where they begin, outer before inner. Those without a word in
/// them are none; those nested deeper than eight levels are left out, so that output stays linear.
[[nodiscard]] std::vector<MarkedQuote> find_marked(const Page& page);

}  // namespace sito::quotes

// speaker.h: who says a quotation.
//
// In this order: whom the author's words inside the quotation name, those behind it, those before it, a
// phrase ("за словами …"), a line with a name and a colon, and who spoke last. Whom a name, pronoun or
// description means, the table of the document's people knows (people/table.h); where the author's words
// stand, author_words.h.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "people/table.h"
#include "quotes/find_quotes.h"
#include "quotes/page.h"

namespace sito::quotes {

/// A quotation on its way: what is known of it before its speaker is.
struct Draft {
  Quote quote;
  Judgement judgement;
  std::vector<AuthorWords> inside;  ///< the author's words that interrupt or follow it within its paragraph
  std::size_t first_paragraph = 0;  ///< indices into page.paragraphs()
  std::size_t last_paragraph = 0;
  int depth = 0;
  bool dash = false;      ///< dash speech
  bool question = false;  ///< dash speech that ends with a question mark
};

/// Sets speaker and cue of every speech among `drafts`, which are sorted as find_quotes() returns them.
/// Each costs a few look-ups in its sentence and the sentence before.
void attribute(const Page& page, const people::PeopleTable& people, std::span<Draft> drafts);

}  // namespace sito::quotes

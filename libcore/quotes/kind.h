// kind.h: whether a quotation is speech, a title or a term.
//
// Settles it by what stands around the marks and by the shape of what stands in them; the marks are
// pairing.h's question, the author's words author_words.h's. Nouns that announce titles are rows of
// data/title_nouns, phrases that set off terms rows of data/term_markers.
#pragma once

#include <cstdint>
#include <optional>

#include "quotes/author_words.h"
#include "quotes/page.h"

namespace sito::quotes {

enum class Kind : std::uint8_t { kSpeech, kTitle, kTerm };

/// A quotation in marks, as kind_of() looks at it.
struct Quoted {
  ByteRange content;       ///< between the marks
  ByteRange marked;        ///< with the marks
  ByteRange paragraph;     ///< that its closing mark stands in
  bool nested = false;     ///< inside another quotation
  bool shares = false;     ///< its closing mark closes an outer one too: what follows is about that
  bool continued = false;  ///< runs over paragraphs
};

/// What a quotation is, and how sure that is.
struct Judgement {
  Kind kind = Kind::kTerm;
  bool thin = false;                  ///< capitals or their absence alone speak for it
  bool whole = false;                 ///< thin ones: it is a sentence of its own
  std::optional<AuthorWords> after;   ///< the author's words behind it
  std::optional<AuthorWords> before;  ///< those before it, in its sentence
  bool colon = false;                 ///< a colon stands before it
};

/// Bounded by the quotation's sentence and a few words around it.
[[nodiscard]] Judgement judge(const Page& page, const Quoted& quoted);

/// Whether the words right before byte `at`, no earlier than `floor`, end in a noun of title_nouns, with
/// at most three words (`direct`: none) of its phrase between.
[[nodiscard]] bool title_noun_before(const Page& page, std::size_t at, std::size_t floor, bool direct);

}  // namespace sito::quotes

// page.h: a text cut up once for all questions about its quotations.
//
// Paragraphs, sentences, words and cues of a document, each found in one walk, and asked by place. What
// they mean for a quotation is the question of author_words.h, kind.h and speaker.h.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "people/lexicon.h"
#include "quotes/cue.h"
#include "text/span.h"

namespace sito::quotes {

class Page {
 public:
  /// `text` is valid UTF-8 and outlives the page; `language` as language_of() in people/lexicon.h tells it.
  /// Linear.
  Page(std::string_view text, people::Language language);
  /// The same of a text of which nothing is known.
  explicit Page(std::string_view text);

  [[nodiscard]] people::Language language() const { return language_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Lines that are not blank, without white space at their ends, in order.
  [[nodiscard]] const std::vector<ByteRange>& paragraphs() const { return paragraphs_; }

  /// All words of the text: text::words.
  [[nodiscard]] std::span<const ByteRange> words() const { return words_; }

  /// Words and cues that lie inside `place`. Logarithmic.
  [[nodiscard]] std::span<const ByteRange> words_in(ByteRange place) const;
  [[nodiscard]] std::span<const Cue> cues_in(ByteRange place) const;

  /// Where the sentence that holds byte `at` begins, and where it ends: the next sentence's beginning or
  /// its paragraph's end. Logarithmic.
  [[nodiscard]] std::size_t sentence_begin(std::size_t at) const;
  [[nodiscard]] std::size_t sentence_end(std::size_t at) const;

  /// The last byte position at most `at`, at least `floor`, with no blank before it; and the first at
  /// least `at`, at most `limit`, with no blank behind it.
  [[nodiscard]] std::size_t back_over_blanks(std::size_t at, std::size_t floor) const;
  [[nodiscard]] std::size_t over_blanks(std::size_t at, std::size_t limit) const;

  /// The code point before `at` and at `at`; 0 at and beyond the given border.
  [[nodiscard]] char32_t before(std::size_t at, std::size_t floor) const;
  [[nodiscard]] char32_t at(std::size_t at, std::size_t limit) const;

 private:
  void find_sentences();
  [[nodiscard]] bool is_abbreviation(std::size_t stop) const;

  std::string_view text_;
  people::Language language_;
  std::vector<ByteRange> paragraphs_;
  std::vector<ByteRange> words_;
  std::vector<Cue> cues_;
  std::vector<std::size_t> sentences_;  ///< beginnings, sorted
};

/// guessed_verb() of a word of the page.
[[nodiscard]] Cue verb_by_ending(const Page& page, ByteRange word);

/// What data/subjects says of a word, in the page's own language before others; empty if nothing.
[[nodiscard]] std::string_view subject_row(const Page& page, ByteRange word);

/// Whether a pronoun of the first or second person stands in `place`.
[[nodiscard]] bool speaks_of_himself(const Page& page, ByteRange place);

}  // namespace sito::quotes

// line_form.h: what a line looks like apart from its words.
//
// Sentences, headings, links and items of menus differ in length, stops, commas and capitals in every
// language. This header counts them; what they say about a page is structure.h's question.
#pragma once

#include <cstddef>
#include <string_view>

namespace sito::strip {

struct LineForm {
  std::size_t words = 0;       ///< in the line's reach; two characters of Chinese or Japanese are a word
  std::size_t commas = 0;      ///< between words
  std::size_t stops = 0;       ///< within the line, behind a word and before a capital
  std::size_t separators = 0;  ///< `|`, `›`, `•`, `/` and their kin with a blank beside
  double capitals = 0;         ///< of the words that are letters, how many begin with a capital: 0 to 1
  bool closed = false;         ///< ends as sentences do
  bool goes_on = false;        ///< ends with `:`, `;` or `,`
  bool item = false;           ///< begins with a bullet, a dash or a number of a list
  bool dated = false;          ///< holds a year, a date in digits or a time of day

  /// A link, an item of a menu, a name: neither a sentence nor part of a list.
  [[nodiscard]] bool is_short() const { return words <= kShort && !closed && !goes_on && !item; }
  /// A sentence of an article, as far as its form tells.
  [[nodiscard]] bool is_prose() const {
    return (closed && words >= kSentenceWords) || words >= kParagraphWords;
  }

  static constexpr std::size_t kShort = 5;
  // The shortest sentence that counts as prose, and the length from which a line does without a full stop.
  static constexpr std::size_t kSentenceWords = 9;
  static constexpr std::size_t kParagraphWords = 25;
};

/// The form of `line`: valid UTF-8, trimmed. Linear in its first kMaxLineBytes bytes, no allocation.
[[nodiscard]] LineForm line_form(std::string_view line);

}  // namespace sito::strip

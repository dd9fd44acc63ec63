// pattern.h: the phrases that rules are written in.
//
// A pattern is a list of words, as a linguist writes it in a table; it needs no regular expression and is
// tried on a line in one pass. How a line becomes tokens is line_shape.h's question; where in the line a
// pattern has to stand is rules.h's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/result.h"
#include "strip/line_shape.h"

namespace sito::strip {

/// A phrase of the form
///
///     word        that word, lower case
///     stem*       a word that begins so
///     one|two     either; an empty alternative (`the|`) makes the word optional
///     0           one or more numbers         @  an e-mail address          %  a link or domain
///     *           up to five words, whatever they are
///
/// parted by single spaces. The first is a literal word, number, address or link, by which the pattern is
/// found; at most 60 places once `*` is counted as five.
class Pattern {
 public:
  /// `phrase` outlives the pattern. Rejects an empty phrase, a first place that is no literal, a phrase
  /// in which punctuation or capitals stand, and one that is too long.
  [[nodiscard]] static Result<Pattern> parse(std::string_view phrase);

  /// What a line's token must be for the pattern to begin there.
  [[nodiscard]] std::string_view first_word() const { return places_.front().alternatives.front(); }

  /// The longest stretch tokens[from, end) that the pattern covers, of those whose end `accept` allows:
  /// its end, or none. Linear in the tokens, for a pattern's length is bounded.
  template <class Accept>
  [[nodiscard]] std::optional<std::size_t> match(std::span<const Token> tokens, std::size_t from,
                                                 Accept accept) const {
    std::optional<std::size_t> longest;
    std::uint64_t states = closed(1);
    for (std::size_t at = from; at < tokens.size() && states != 0; ++at) {
      states = closed(step(states, tokens[at].word));
      if ((states >> places_.size() & 1) != 0 && accept(at + 1)) longest = at + 1;
    }
    return longest;
  }

 private:
  struct Place {
    std::vector<std::string_view> alternatives;  ///< none: any word
    bool optional = false;
    bool repeats = false;
  };

  /// States are places to be filled next, a bit each; the bit behind the last place is the end.
  [[nodiscard]] std::uint64_t step(std::uint64_t states, std::string_view word) const;
  [[nodiscard]] std::uint64_t closed(std::uint64_t states) const;
  void add_place(std::string_view written);

  std::vector<Place> places_;
};

}  // namespace sito::strip

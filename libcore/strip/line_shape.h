// line_shape.h: what a line looks like to a rule.
//
// Rules know words, not spelling: case, NBSP, runs of blanks, bullets, emoji and the digits of a counter
// must not matter. This header settles the form in which lines and patterns (pattern.h) meet. Which
// lines a page has is page.h's question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sito::strip {

/// The punctuation behind a token; where several stand together, the one that comes first here.
enum class Mark : std::uint8_t {
  kColon,      ///< `:`
  kSeparator,  ///< `|`, `›`, `→`, `•` and their kin; `/` and `»` behind a blank
  kDash,       ///< a dash with a blank on either side, or any em dash
  kStop,       ///< `.`, `!`, `?`, `…`
  kOther,      ///< any other character that is no blank
  kNone,
};

/// One word of the line, in lower case with a plain apostrophe. Three tokens are no words: `0` is a
/// number with the points, colons, slashes and hyphens within it, `@` an e-mail address, `%` a link or
/// a domain. `©` is a token, and `(c)` at a line's head or before a number is the same one.
struct Token {
  std::string_view word;
  Mark after = Mark::kNone;
};

/// Words within the reach of rules: what stands behind them in a line is not read.
inline constexpr std::size_t kMaxTokens = 64;
/// Bytes within the reach of rules.
inline constexpr std::size_t kMaxLineBytes = 1200;

class LineShape {
 public:
  /// Reads `line`: valid UTF-8, without its line end. Views of the line before are invalid from here on.
  /// Linear in the line's first kMaxLineBytes bytes; memory is kept from one line to the next.
  void assign(std::string_view line);

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  /// Whether the line goes on behind the last token.
  [[nodiscard]] bool is_cut() const { return cut_; }
  /// Whether the line ends as sentences do: with `.`, `!`, `?` or `…`, quotation marks and brackets aside.
  [[nodiscard]] bool ends_sentence() const { return ends_sentence_; }
  /// The line in lower case, its blanks single spaces, none at the ends: what regular expressions see.
  [[nodiscard]] std::string_view folded() const { return folded_; }

 private:
  void fold(std::string_view line);
  void tokenize();
  std::size_t add_link(std::size_t at);
  std::size_t add_word(std::size_t at);
  std::size_t add_mark(std::size_t at);
  void add_token(std::string_view word) { tokens_.push_back({word, Mark::kNone}); }

  std::string folded_;
  std::vector<Token> tokens_;
  bool cut_ = false;
  bool ends_sentence_ = false;
};

}  // namespace sito::strip

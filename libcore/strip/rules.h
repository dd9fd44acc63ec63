// rules.h: what boilerplate looks like, as rows of a table.
//
// Built-in rules are rows of data/boilerplate_rules.LANG.tsv, a user's rules a file of the same columns.
// This header settles what a row says and which rows fit a line; whether the line stands where the rule
// may fire, and what goes with it, is boilerplate.h's question.
#pragma once

#include <bitset>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/tsv.h"
#include "document/result.h"
#include "strip/line_shape.h"
#include "strip/pattern.h"

namespace re2 {
class RE2;
}

namespace sito::strip {

/// How much of a line the phrase has to be.
enum class Match : std::uint8_t {
  kLine,    ///< all its words
  kLabel,   ///< its head, up to a colon, dash, separator or the line's end; the rest of at most 40 words
  kCredit,  ///< its head, up to a colon, dash or separator; the rest a name: at most 10 words and no sentence
  kBrief,   ///< its head; at most 8 words more and no sentence
  kPrefix,  ///< its head, whatever follows
  kCrumbs,  ///< its head, up to a separator (`Home » News`); at most 25 words in all
  kPhrase,  ///< anywhere in a line of at most 40 words
  kMention,  ///< anywhere in a line of at most 25 words that is no sentence
  kHint,     ///< anywhere; takes no line, but tells in the weighing of the page's structure
  kItem,     ///< an item of a bar: the line is nothing but items of one reason
  kRegex,    ///< an RE2 expression that LineShape::folded() contains; not a Pattern
};

/// In which part of the page a line may be taken (see boilerplate.h).
enum class Where : std::uint8_t { kAnywhere, kTop, kBottom, kEdges };

/// What goes with the line.
enum class Extent : std::uint8_t {
  kLine,       ///< nothing
  kParagraph,  ///< the short lines directly below it, and a quoted name below a blank run
  kList,       ///< if nothing stands behind the phrase: the run of short lines below, a blank run between
  kBlock,      ///< all below it, to the page's end or the next line of prose
  kRest,       ///< all below it, to the page's end, if most of the page's prose stands above
};

/// One row. Views of the table that the row stands in.
struct Rule {
  std::string_view phrase;  ///< the row's key, by which a removal names it
  Match match = Match::kLine;
  Where where = Where::kAnywhere;
  Extent extent = Extent::kLine;
  std::string_view reason;  ///< `copyright`, `read-also`, …: lower-case words joined by hyphens
  double score =
      1;  ///< 0 to 1, how sure; below 0.5 the line goes only beside others that go; a hint's weight
};

/// A list of rules with the text they are views of. Cheap to copy.
class Rules {
 public:
  Rules() = default;

  /// Those of data::boilerplate_rules().
  [[nodiscard]] static Rules builtin();

  /// A file of the columns phrase, match, where, extent, reason, score, example, source (data/tsv.h);
  /// rows need not be sorted. The first fault is the Reject, as `name:line: reason`.
  [[nodiscard]] static Result<Rules> parse(std::string_view content, std::string_view name);

  /// Puts `other`'s rules behind these.
  void add(const Rules& other);

  [[nodiscard]] std::span<const Rule> rules() const { return rules_; }

 private:
  std::vector<Rule> rules_;
  std::vector<std::shared_ptr<const data::Tsv>> kept_;  ///< what user rules are views of
};

/// A rule that fits a line.
struct Hit {
  const Rule* rule = nullptr;
  bool whole = false;  ///< nothing stands behind the phrase
};

/// Rules in the form in which they are tried. Const and shared between threads.
class Matcher {
 public:
  /// Linear in the rules. Regular expressions are compiled when a line first asks for them: 300 of them
  /// would cost 23 ms at start.
  explicit Matcher(Rules rules);
  ~Matcher();

  /// The row of a line's first item if the line is nothing but items of one reason, numbers and marks aside,
  /// and how many there are.
  struct Items {
    const Rule* rule = nullptr;
    std::size_t count = 0;
  };

  struct Entries;

  /// What the rules say of a line.
  struct Reading {
    std::vector<Hit> hits;  ///< the rules that fit the whole line: none of kItem, nor of kHint
    Items items;
    double hints = 0;  ///< the weights of the hints in the line, added up
    /// The words with which patterns begin: their places in the line.
    std::vector<std::pair<std::size_t, const Entries*>> starts;
  };

  /// Reads `line` anew into `reading`, which keeps its memory. Looks at the rows that begin with one of the
  /// line's words only.
  void read(const LineShape& line, Reading& reading) const;

 private:
  struct Entry {
    const Rule* rule;
    Pattern pattern;
  };
  struct Expression;

  [[nodiscard]] const Entries* entries(std::string_view word) const;
  static void find_heads(const LineShape& line, Reading& reading);
  static void find_phrases(const LineShape& line, Reading& reading);
  void find_expressions(const LineShape& line, Reading& reading) const;
  static void find_items(const LineShape& line, Reading& reading);
  static void find_hints(const LineShape& line, Reading& reading);

  Rules rules_;
  std::unordered_map<std::string_view, std::unique_ptr<Entries>> index_;
  std::bitset<65536> first_words_;  ///< by a cheap hash: nearly all words of a text begin no pattern
  std::deque<Expression> expressions_;
};

}  // namespace sito::strip

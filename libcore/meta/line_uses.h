// line_uses.h: what each token of a line beside a date is there for.
//
// Settles which words of a line belong to its date, to a label, a weekday or a time, and which a page sets
// around a text (page_words.LANG.tsv). What is left over, and so whether the line is a date line, is
// date_line.h's question.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "meta/date_line.h"
#include "meta/date_tokens.h"

namespace sito::meta {

enum class Use {
  kLeft,  ///< of no known use
  kDate,
  kTime,
  kWord,    ///< goes with a date, a time or a page word: a label, a weekday, a name behind "author"
  kPage,    ///< a page word
  kOffice,  ///< likewise, an office: whose it is may follow
};

struct LineDate {
  FoundDate found;
  DateLabel label = DateLabel::kNone;
  std::size_t begin = 0;  ///< token
  [[nodiscard]] std::size_t end() const { return begin + found.length; }
};

struct LineTime {
  ClockTime time;
  std::size_t begin = 0;  ///< token
  std::size_t end = 0;
};

struct LineUses {
  std::vector<Token> tokens;
  std::vector<Use> uses;  ///< one a token
  std::vector<LineDate> dates;
  std::vector<LineTime> times;
  std::optional<int> relative;  ///< days from today, if the line says "yesterday"
  bool has_label = false;
  DateLabel label = DateLabel::kNone;  ///< the last label that no date followed
};

/// The uses of `tokens`, from left to right; `before` is the label that the line before left over. Linear.
[[nodiscard]] LineUses line_uses(std::vector<Token> tokens, const DateReading& reading, DateLabel before);

}  // namespace sito::meta

// date_line.h: whether a line says when its page was published.
//
// A date line holds hardly anything but a date: a time, a weekday, a label ("Опубліковано:"), a place, a
// rubric, a counter. A dateline ("Ужгород. 2 липня 2014 року. НОВИНИ - …") opens a paragraph. What
// date of which line wins is date.h's question; how dates are written, date_forms.h's.
#pragma once

#include <optional>
#include <string_view>

#include "meta/date_forms.h"
#include "text/span.h"

namespace sito::meta {

/// What the page calls the date.
enum class DateLabel {
  kNone,
  kPublished,
  kCreated,  ///< the text was made: as good as published, where nothing is called that
  kUpdated,
  kOther,  ///< of an event, a deadline, a document
};

struct DateLine {
  enum class Kind {
    kText,      ///< no date of the page's own, as far as this line says
    kDate,      ///< a date line
    kDateline,  ///< a paragraph that a dateline opens
    kLabel,     ///< nothing but a label, for the line that follows
    kRelative,  ///< a date line that only the reader's calendar resolves (yesterday, 5 May, 17:20)
  };
  Kind kind = Kind::kText;
  DateLabel label = DateLabel::kNone;
  std::optional<Date> date;  ///< none for kText, kLabel, for kRelative without today, and if impossible
  std::optional<ClockTime> time;
  ByteRange place;  ///< of the date, in bytes of the text; empty if there is none
  /// Beside the date stand words that no page sets around a text, one of them small: "Annual meeting, 17
  /// March 2019" may be a headline, "Office of the council, 17 March 2019" the line above one.
  bool may_be_headline = false;
  bool has_words = false;   ///< words that no page sets around a text stand beside the date
  bool holds_date = false;  ///< a day of a year stands in the line, whatever it says
  bool of_comment = false;  ///< somebody's words follow the date: "Anna, 12.05.2020 14:05: I agree"
  /// What else the line holds between bars ("12.05.2020 | A new bridge"), trimmed: empty if nothing.
  ByteRange beside;
};

/// How lines are read.
struct DateReading {
  Order order = Order::kDayFirst;
  std::optional<Date> today;  ///< for relative dates and those without a year
};

/// Reads text[line]; `line` holds no LF. A label that nothing in the line contradicts may come from the
/// line before (`before`). Linear in the line's first 300 bytes, which is all that it looks at.
[[nodiscard]] DateLine read_date_line(std::string_view text, ByteRange line, const DateReading& reading,
                                      DateLabel before = DateLabel::kNone);

}  // namespace sito::meta

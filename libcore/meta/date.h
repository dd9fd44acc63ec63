// date.h: when a page was published, as its text says.
//
// Settles which of the dates a page shows is its own: one that a label calls published, else that of a
// line at the head that holds hardly anything else, else a dateline's, else one at the foot. All others
// are dates of what the page tells. Whether a line is a date line is date_line.h's question; dates outside
// the text (HTML, URI, record) are origin_date.h's.
#pragma once

#include <optional>
#include <string_view>

#include "meta/date_line.h"

namespace sito::meta {

struct PublicationDate {
  Date date;
  std::optional<ClockTime> time;
  ByteRange place;  ///< of the date, in bytes of the text
};

/// The date of `text` (valid UTF-8), or none: none also where the page only says "yesterday" and `today`
/// is not given, and where several dates have an equal claim (a list of news). `language` (BCP 47, may be
/// empty) settles only whether month or day comes first among numbers. Looks at no more than 24 lines of the
/// head and 10 of the foot, the first 300 bytes of each; linear in the white space around them.
[[nodiscard]] std::optional<PublicationDate> publication_date(std::string_view text,
                                                              std::string_view language,
                                                              std::optional<Date> today = std::nullopt);

}  // namespace sito::meta

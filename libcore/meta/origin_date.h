// origin_date.h: when a page was published, as its surroundings say.
//
// The fallback where the text itself gives no date (date.h): what its HTML declared, the path of its
// URI, the archive's record. Each is weaker than the one before.
#pragma once

#include <optional>
#include <string_view>

#include "document/json_value.h"
#include "meta/date_forms.h"

namespace sito::meta {

struct OriginDate {
  enum class From { kHtml, kUri, kRecord };
  Date date;
  std::optional<ClockTime> time;  ///< of HTML's date only: the others tell another moment
  From from = From::kHtml;
};

/// From `origin` as records have it: `html.published`, else the path of `uri`, else `date`. None where
/// none of them holds a date, or `origin` is no object. Linear.
[[nodiscard]] std::optional<OriginDate> origin_date(json::Value origin);

/// The date at the head of an ISO 8601 or RFC 3339 time stamp, as written there (its own zone), with its
/// time; none where it does not begin with `YYYY-MM-DD` that is a day.
struct Stamp {
  Date date;
  std::optional<ClockTime> time;
};
[[nodiscard]] std::optional<Stamp> stamp_date(std::string_view stamp);

/// The date in a URI's path: `/2020/05/12/`, `/2020-05-12-name`, `/20200512`; none in its query or host,
/// and none where only year and month stand. Linear.
[[nodiscard]] std::optional<Date> uri_date(std::string_view uri);

}  // namespace sito::meta

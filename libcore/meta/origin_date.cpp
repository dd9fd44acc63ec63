#include "meta/origin_date.h"

#include "meta/date_tokens.h"

namespace sito::meta {
namespace {

using Tokens = std::vector<Token>;

// Four, two and two digits that the same mark parts; one digit will do for month and day.
bool is_split_date(const Tokens& tokens, std::size_t at) {
  if (at + 4 >= tokens.size()) return false;
  const bool numbers = tokens[at].digits == 4 && tokens[at + 2].is_number() && tokens[at + 2].digits <= 2 &&
                       tokens[at + 4].is_number() && tokens[at + 4].digits <= 2;
  const bool slashes = tokens[at + 1].is_mark('/') && tokens[at + 3].is_mark('/');
  const bool hyphens = tokens[at + 1].is_mark('-') && tokens[at + 3].is_mark('-');
  return numbers && (slashes || hyphens);
}

std::optional<Date> valid(unsigned year, unsigned month, unsigned day) {
  const Date date{std::chrono::year{static_cast<int>(year)}, std::chrono::month{month},
                  std::chrono::day{day}};
  const bool known = year >= kFirstYear && year <= kLastYear;
  return known && date.ok() ? std::optional(date) : std::nullopt;
}

// A date begins behind a slash and ends before one, a mark or the end: no part of a longer number.
bool stands_alone(const Tokens& tokens, std::size_t first, std::size_t last) {
  const bool before = first > 0 && (tokens[first - 1].is_mark('/') || tokens[first - 1].is_mark('-') ||
                                    tokens[first - 1].is_mark('_'));
  return before && (last + 1 >= tokens.size() || !tokens[last + 1].is_number());
}

std::string_view path_of(std::string_view uri) {
  if (const std::size_t scheme = uri.find("://"); scheme != std::string_view::npos) {
    const std::size_t slash = uri.find('/', scheme + 3);
    uri = slash == std::string_view::npos ? std::string_view() : uri.substr(slash);
  }
  return uri.substr(0, uri.find_first_of("?#"));
}

}  // namespace

std::optional<Date> uri_date(std::string_view uri) {
  const std::string_view path = path_of(uri);
  constexpr std::size_t kTokens = 256;
  const Tokens tokens = date_tokens(path, {0, path.size()}, kTokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_number()) continue;
    std::optional<Date> date;
    if (is_split_date(tokens, i) && stands_alone(tokens, i, i + 4)) {
      date = valid(tokens[i].value, tokens[i + 2].value, tokens[i + 4].value);
    } else if (tokens[i].digits == 8 && stands_alone(tokens, i, i)) {
      date = valid(tokens[i].value / 10000, tokens[i].value / 100 % 100, tokens[i].value % 100);
    }
    if (date) return date;
  }
  return std::nullopt;
}

std::optional<Stamp> stamp_date(std::string_view stamp) {
  const auto date = parse_date(stamp.substr(0, 10));
  if (!date) return std::nullopt;
  Stamp found{*date, std::nullopt};
  if (stamp.size() < 16 || (stamp[10] != 'T' && stamp[10] != 't' && stamp[10] != ' ')) return found;
  const Tokens tokens = date_tokens(stamp, {11, stamp.size()});
  if (const FoundTime time = time_at(tokens, 0, false); time.length != 0) found.time = time.time;
  return found;
}

std::optional<OriginDate> origin_date(json::Value origin) {
  const auto text_of = [](json::Value object, std::string_view key) {
    const auto value = json::member(object, key);
    return value ? json::string(*value) : std::nullopt;
  };
  if (const auto html = json::member(origin, "html")) {
    if (const auto published = text_of(*html, "published")) {
      if (const auto stamp = stamp_date(*published))
        return OriginDate{stamp->date, stamp->time, OriginDate::From::kHtml};
    }
  }
  if (const auto uri = text_of(origin, "uri")) {
    if (const auto date = uri_date(*uri)) return OriginDate{*date, std::nullopt, OriginDate::From::kUri};
  }
  if (const auto record = text_of(origin, "date")) {
    if (const auto stamp = stamp_date(*record))
      return OriginDate{stamp->date, std::nullopt, OriginDate::From::kRecord};
  }
  return std::nullopt;
}

}  // namespace sito::meta

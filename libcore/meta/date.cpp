#include "meta/date.h"

#include <algorithm>
#include <vector>

#include "data/tables.h"
#include "meta/page_lines.h"
#include "text/words.h"

namespace sito::meta {
namespace {

constexpr std::size_t kDatelineLines = 8;
// So many different dates on lines of their own are a list of news, not the date of a page.
constexpr std::size_t kDatesOfList = 3;

struct Read {
  DateLine line;
  std::size_t prose_before = 0;
  std::size_t index = 0;
};

// A line that is nothing but a day, a month or a year: a part of a calendar leaf.
bool is_date_part(std::string_view text, ByteRange line) {
  constexpr std::size_t kLongest = 40;
  if (line.size() > kLongest) return false;
  const std::vector<Token> tokens = date_tokens(text, line);
  const auto is_part = [&](const Token& token) {
    if (token.is_number()) return token.digits <= 2 || token.digits == 4;
    return token.is_word() ? !data::months().with_key(token.word).empty()
                           : token.is_mark(U'.') || token.is_mark(U',');
  };
  return !tokens.empty() && tokens.size() <= 4 && std::all_of(tokens.begin(), tokens.end(), is_part);
}

// A date that stands on two or three lines, one part on each, from line `at` on; none where there is none.
std::optional<DateLine> read_leaf(std::string_view text, const std::vector<PageLine>& lines, std::size_t at,
                                  const DateReading& reading) {
  std::size_t end = at;
  while (end < lines.size() && end < at + 3 && is_date_part(text, lines[end].range)) ++end;
  for (; end > at + 1; --end) {
    const ByteRange leaf{lines[at].range.begin, lines[end - 1].range.end};
    DateLine line = read_date_line(text, leaf, reading);
    if (line.kind == DateLine::Kind::kDate && line.date) return line;
  }
  return std::nullopt;
}

std::vector<Read> read_lines(std::string_view text, const std::vector<PageLine>& lines,
                             const DateReading& reading) {
  std::vector<Read> read;
  DateLabel before = DateLabel::kNone;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto leaf = read_leaf(text, lines, i, reading);
    read.push_back(
        {leaf ? *leaf : read_date_line(text, lines[i].range, reading, before), lines[i].prose_before, i});
    const DateLine& line = read.back().line;
    before = line.kind == DateLine::Kind::kLabel ? line.label : DateLabel::kNone;
  }
  return read;
}

bool is_own(const DateLine& line) {
  if (line.of_comment) return false;
  return (line.kind == DateLine::Kind::kDate && line.date) || line.kind == DateLine::Kind::kRelative;
}

// The first line that is labelled as published, else as created.
const DateLine* labelled(const std::vector<Read>& lines) {
  for (const DateLabel label : {DateLabel::kPublished, DateLabel::kCreated}) {
    for (const Read& read : lines) {
      if (is_own(read.line) && read.line.label == label) return &read.line;
    }
  }
  return nullptr;
}

// Whether another line of the head than `date`'s could be its headline: words, and no date line.
bool has_headline_beside(std::string_view text, const std::vector<PageLine>& head,
                         const std::vector<Read>& lines, const Read& date) {
  constexpr std::size_t kFewestWords = 2;
  return std::any_of(lines.begin(), lines.end(), [&](const Read& other) {
    return other.index != date.index && other.prose_before == 0 && other.line.kind == DateLine::Kind::kText &&
           !is_prose(head[other.index].range.of(text)) &&
           text::words(head[other.index].range.of(text)).size() >= kFewestWords;
  });
}

bool is_list(const std::vector<Read>& lines) {
  std::vector<Date> dates;
  for (const Read& read : lines) {
    if (read.line.kind != DateLine::Kind::kDate || read.line.label != DateLabel::kNone || !read.line.date)
      continue;
    if (std::find(dates.begin(), dates.end(), *read.line.date) == dates.end())
      dates.push_back(*read.line.date);
  }
  return dates.size() >= kDatesOfList;
}

// "09:00 – opening": what stands at what hour.
bool is_at_an_hour(std::string_view text, ByteRange line) {
  const std::vector<Token> tokens = date_tokens(text, line);
  const FoundTime time = time_at(tokens, 0, true);
  return time.length != 0 && time.length < tokens.size();
}

// Whether the lines below `date` are the programme of a day: the next says what stands at what hour, and
// another too.
bool is_of_programme(std::string_view text, const std::vector<PageLine>& head, const Read& date) {
  constexpr std::size_t kFewest = 2;
  const auto at_an_hour = [&](const PageLine& line) { return is_at_an_hour(text, line.range); };
  if (date.index + 1 >= head.size()) return false;
  const auto next = head.begin() + static_cast<std::ptrdiff_t>(date.index) + 1;
  const auto last = std::min(next + 3, head.end());
  return std::any_of(next, last, at_an_hour) &&
         static_cast<std::size_t>(std::count_if(head.begin(), head.end(), at_an_hour)) >= kFewest;
}

// Whether `date` is one of several lines with words and a date each: "Philosophy – 14.01.2019".
bool is_of_schedule(std::string_view text, const std::vector<PageLine>& head, const std::vector<Read>& lines,
                    const Read& date) {
  constexpr std::size_t kOthers = 2;
  if (!date.line.has_words) return false;
  const auto others = std::count_if(lines.begin(), lines.end(), [&](const Read& other) {
    return other.index != date.index && other.line.holds_date && other.line.kind == DateLine::Kind::kText &&
           !is_prose(head[other.index].range.of(text));
  });
  return static_cast<std::size_t>(others) >= kOthers;
}

// The first line that is a date and no more; one line of prose (a lead) may stand above it.
const DateLine* bare(std::string_view text, const std::vector<PageLine>& head,
                     const std::vector<Read>& lines) {
  if (is_list(lines)) return nullptr;
  for (const Read& read : lines) {
    if (read.prose_before > 1 || !is_own(read.line) || read.line.label != DateLabel::kNone) continue;
    if (is_of_programme(text, head, read) || is_of_schedule(text, head, lines, read)) continue;
    if (!read.line.may_be_headline || has_headline_beside(text, head, lines, read)) return &read.line;
  }
  return nullptr;
}

const DateLine* dateline(const std::vector<Read>& lines) {
  for (const Read& read : lines) {
    if (read.index >= kDatelineLines || read.prose_before > 1) break;
    if (read.line.kind == DateLine::Kind::kDateline && read.line.date) return &read.line;
  }
  return nullptr;
}

// Readers' comments stand below a heading that says so.
bool is_heading_of_comments(std::string_view text, ByteRange line) {
  const std::vector<Token> tokens = date_tokens(text, line);
  const Phrase phrase = phrase_at(data::page_words(), tokens, 0);
  const auto is_word = [](const Token& token) { return token.is_word(); };
  const auto words = static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), is_word));
  return phrase.length != 0 && phrase.row.cells[1] == "comments" && words == phrase.length;
}

// The lines of the foot above readers' comments.
std::vector<PageLine> without_comments(std::string_view text, std::vector<PageLine> foot) {
  const auto heading = std::find_if(foot.begin(), foot.end(), [&](const PageLine& line) {
    return is_heading_of_comments(text, line.range);
  });
  foot.erase(heading, foot.end());
  return foot;
}

// At the foot two different dates have an equal claim.
const DateLine* bare_at_foot(const std::vector<Read>& lines) {
  const DateLine* only = nullptr;
  for (const Read& read : lines) {
    if (!is_own(read.line) || read.line.label != DateLabel::kNone || !read.line.date) continue;
    if (only != nullptr && only->date != read.line.date) return nullptr;
    only = &read.line;
  }
  return only;
}

// Behind the lines among which a bare date is looked for: what follows may be the foot of a short page.
std::size_t end_of_top(const std::vector<PageLine>& head) {
  std::size_t end = 0;
  for (const PageLine& line : head) {
    if (line.prose_before <= 1) end = line.range.end;
  }
  return end;
}

}  // namespace

std::optional<PublicationDate> publication_date(std::string_view text, std::string_view language,
                                                std::optional<Date> today) {
  const DateReading reading{number_order(language), today};
  const std::vector<PageLine> head = head_lines(text);
  const std::vector<PageLine> foot = without_comments(text, foot_lines(text, end_of_top(head)));
  const std::vector<Read> head_read = read_lines(text, head, reading);
  const std::vector<Read> foot_read = read_lines(text, foot, reading);

  const DateLine* best = labelled(head_read);
  if (best == nullptr) best = bare(text, head, head_read);
  if (best == nullptr) best = dateline(head_read);
  if (best == nullptr) best = labelled(foot_read);
  if (best == nullptr && !is_list(head_read)) best = bare_at_foot(foot_read);
  if (best == nullptr || !best->date) return std::nullopt;
  return PublicationDate{*best->date, best->time, best->place};
}

}  // namespace sito::meta

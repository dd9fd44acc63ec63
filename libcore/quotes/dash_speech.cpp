#include "quotes/dash_speech.h"

#include <algorithm>
#include <optional>

#include "text/character.h"
#include "text/utf8.h"

namespace sito::quotes {
namespace {

/// What one paragraph that opens with a dash looks like.
struct Line {
  DashSpeech speech;
  char32_t last = 0;
  bool hyphen = false;  ///< the dash is U+002D
  bool lower = false;   ///< its first letter is small
  bool cue = false;
  bool himself = false;  ///< says "I" or "you"
};

std::span<const ByteRange> inside(std::span<const ByteRange> nested, ByteRange place) {
  auto first = std::lower_bound(nested.begin(), nested.end(), place.begin,
                                [](ByteRange range, std::size_t at) { return range.begin < at; });
  auto last = std::lower_bound(first, nested.end(), place.end,
                               [](ByteRange range, std::size_t at) { return range.begin < at; });
  return {first, last};
}

/// Where the speech of a paragraph with a dash at its head begins; its end if it has no such dash.
std::size_t behind_dash(const Page& page, ByteRange paragraph) {
  auto [c, length] = text::decode(page.text(), paragraph.begin);
  if (!text::is_dash(c)) return paragraph.end;
  const std::size_t at = paragraph.begin + length;
  const char32_t next = page.at(at, paragraph.end);
  if (text::is_blank(next)) return page.over_blanks(at, paragraph.end);
  const bool glued = c != '-' ? text::is_letter(next) || next == U'«' : text::is_upper(next);
  return glued ? at : paragraph.end;
}

char32_t last_of(const Page& page, ByteRange paragraph) {
  return page.before(paragraph.end, paragraph.begin);
}

Line line_of(const Page& page, std::size_t index, std::size_t begin, std::span<const ByteRange> nested) {
  const auto paragraph = page.paragraphs()[index];
  const ByteRange speech{begin, paragraph.end};
  Line line;
  auto [c, length] = text::decode(page.text(), paragraph.begin);
  line.hyphen = c == '-';
  line.speech = {index,
                 {paragraph.begin, paragraph.begin + length},
                 divide(page, speech, inside(nested, speech), false),
                 false,
                 false};
  const auto end = line.speech.speech.spans.back().end;
  line.speech.question = page.before(end, begin) == '?';
  line.last = last_of(page, paragraph);
  line.lower = text::is_lower(page.at(begin, paragraph.end));
  for (const auto& words : line.speech.speech.author) line.cue = line.cue || words.has_cue();
  line.himself = speaks_of_himself(page, speech);
  return line;
}

bool has_announcing_cue(const Page& page, ByteRange paragraph) {
  const auto sentence = page.sentence_begin(paragraph.end > 0 ? paragraph.end - 1 : 0);
  for (const auto& cue : page.cues_in({sentence, paragraph.end}))
    if (cue.is_predicate()) return true;
  return false;
}

/// A list's item among lines of speech.
bool is_item(const Line& line) {
  return line.lower && !line.cue && (line.last == ';' || line.last == ',' || line.last == '.') &&
         !line.himself;
}

/// "Нова сусідка:": at most three words, the first with a capital, and a colon.
bool is_label(const Page& page, ByteRange paragraph) {
  constexpr std::size_t kLongest = 3;  // words
  auto words = page.words_in(paragraph);
  return !words.empty() && words.size() <= kLongest && words[0].begin == paragraph.begin &&
         text::is_upper(page.at(paragraph.begin, paragraph.end)) && page.cues_in(paragraph).empty();
}

/// Whether neighbouring lines, with paragraph `before` ahead of them, are speech rather than a list.
bool is_speech(const Page& page, std::span<const Line> lines, const ByteRange* before) {
  auto any = [&](auto test) { return std::any_of(lines.begin(), lines.end(), test); };
  if (any([](const Line& line) { return line.cue && !line.lower; })) return true;
  if (before != nullptr && last_of(page, *before) == '?' && !lines[0].lower) return true;
  if (any([](const Line& line) { return line.lower || line.last == ';' || line.last == ','; })) return false;
  const bool colon = before != nullptr && last_of(page, *before) == ':';
  if (before != nullptr && is_name_line(page, *before)) return true;
  if (any([](const Line& line) { return line.speech.question; }) && lines.size() > 1) return true;
  if (colon) return lines.size() == 1 && (has_announcing_cue(page, *before) || is_label(page, *before));
  const bool sentences = std::all_of(lines.begin(), lines.end(), [](const Line& line) {
    return text::is_sentence_end(line.last) && !line.hyphen;
  });
  return sentences && any([](const Line& line) { return line.himself; });
}

/// "– Q1 … / Q2, – said X.": a plain paragraph that ends in the author's words goes on with the line before
/// it.
bool goes_on(const Page& page, const Line& line, std::span<const ByteRange> nested, Divided& more) {
  const auto& paragraphs = page.paragraphs();
  if (!line.speech.speech.author.empty() || line.speech.paragraph + 1 >= paragraphs.size()) return false;
  const auto next = paragraphs[line.speech.paragraph + 1];
  if (behind_dash(page, next) < next.end) return false;
  auto quoted = inside(nested, next);
  if (!quoted.empty() && quoted.front().begin == next.begin) return false;
  more = divide(page, next, quoted, false);
  return more.author.size() == 1 && more.author[0].has_cue() && more.author[0].adjacent &&
         more.spans[0].begin == next.begin && more.author[0].clause.begin > more.spans[0].end;
}

}  // namespace

bool is_name_line(const Page& page, ByteRange paragraph) {
  constexpr std::size_t kLongestName = 6, kLongestLine = 12;  // words
  if (last_of(page, paragraph) != ':') return false;
  auto words = page.words_in(paragraph);
  if (words.empty() || words.size() > kLongestLine || !page.cues_in(paragraph).empty()) return false;
  // "Ніна Сич, голова ради:"
  const auto comma = paragraph.of(page.text()).find(',');
  if (comma != std::string_view::npos) words = page.words_in({paragraph.begin, paragraph.begin + comma});
  if (words.empty() || words.size() > kLongestName) return false;
  std::size_t capitals = 0;
  for (auto word : words) capitals += text::is_upper(text::decode(page.text(), word.begin).code_point);
  return capitals >= 2 && capitals * 2 > words.size() && paragraph.begin == words[0].begin;
}

namespace {

/// Whether a bracket is open at the end of `text`: "he (the mayor. – |Ed.|) knows".
bool has_open_bracket(std::string_view text) {
  const auto bracket = text.find_last_of("()");
  return bracket != text.npos && text[bracket] == '(';
}

/// Dash speech inside a paragraph: behind the end of a sentence, "Хата стоїть. – |Не продам|, – каже Лящ.",
/// or behind the label that opens it, "Олег: – |Не продам|." The first such dash counts.
std::optional<DashSpeech> speech_inside(const Page& page, std::size_t index,
                                        std::span<const ByteRange> nested) {
  const auto paragraph = page.paragraphs()[index];
  constexpr std::size_t kMostTries = 4;  // dashes whose rest is divided: keeps a page of dashes linear
  const auto quoted = inside(nested, paragraph);
  std::size_t tries = 0;
  for (const Dash& dash : dashes_in(page, paragraph, quoted)) {
    const std::size_t begin = page.over_blanks(dash.place.end, paragraph.end);
    if (!text::is_upper(page.at(begin, paragraph.end))) continue;
    const ByteRange label{paragraph.begin, page.back_over_blanks(dash.place.begin, paragraph.begin)};
    const bool labelled = dash.before == ':' && is_label(page, label);
    if (!labelled && !text::is_sentence_end(dash.before)) continue;
    if (++tries > kMostTries) break;
    if (has_open_bracket(label.of(page.text()))) continue;
    Divided speech = divide(page, {begin, paragraph.end}, inside(nested, {begin, paragraph.end}), false);
    const bool attributed = !speech.author.empty() && speech.author[0].has_cue() &&
                            speech.author[0].adjacent && speech.author[0].clause.begin > speech.spans[0].end;
    if (!labelled && !attributed) continue;
    const bool question = page.before(speech.spans.back().end, begin) == '?';
    return DashSpeech{index, dash.place, std::move(speech), question, false};
  }
  return std::nullopt;
}

}  // namespace

std::vector<DashSpeech> find_dash_speech(const Page& page, std::span<const ByteRange> nested) {
  std::vector<DashSpeech> found;
  std::vector<Line> lines;
  const auto& paragraphs = page.paragraphs();
  auto settle = [&] {
    if (lines.empty()) return;
    const std::size_t first = lines[0].speech.paragraph;
    if (is_speech(page, lines, first > 0 ? &paragraphs[first - 1] : nullptr))
      for (auto& line : lines)
        if (!is_item(line)) found.push_back(std::move(line.speech));
    lines.clear();
  };
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::size_t begin = behind_dash(page, paragraphs[i]);
    if (begin >= paragraphs[i].end) {
      settle();
      if (auto speech = speech_inside(page, i, nested)) found.push_back(std::move(*speech));
      continue;
    }
    lines.push_back(line_of(page, i, begin, nested));
    Divided more;
    if (!goes_on(page, lines.back(), nested, more)) continue;
    auto& speech = lines.back().speech;
    speech.continues = true;
    speech.speech.spans.insert(speech.speech.spans.end(), more.spans.begin(), more.spans.end());
    speech.speech.author = std::move(more.author);
    lines.back().cue = true;
  }
  settle();
  return found;
}

}  // namespace sito::quotes

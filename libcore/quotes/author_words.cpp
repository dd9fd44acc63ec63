#include "quotes/author_words.h"

#include <algorithm>

#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::quotes {
namespace {

bool is_comma(char32_t c) { return c == ',' || c == ';'; }
bool is_closing_mark(char32_t c) {
  constexpr std::u32string_view kClosing = U"»”“\"›";
  return kClosing.find(c) != std::u32string_view::npos;
}

/// Whether a cue may attribute beside a quotation: nouns only announce one.
bool attributes(const Cue& cue) { return cue.kind != CueClass::kNoun && cue.agreement != Agreement::kAuthor; }

/// The first attributing cue of `clause` within its first `most` words, and how many words stand before it.
struct Found {
  Cue cue;
  std::size_t words_before = 0;
};
std::optional<Found> cue_near(const Page& page, ByteRange clause, std::size_t most) {
  auto words = page.words_in(clause);
  if (words.empty()) return std::nullopt;
  const std::size_t last = words[std::min(most, words.size()) - 1].end;
  const Cue* best = nullptr;
  for (const auto& cue : page.cues_in({clause.begin, clause.end})) {
    if (cue.range.begin >= last) break;
    if (cue.kind == CueClass::kNoun || (cue.kind == CueClass::kSource && best != nullptr)) continue;
    if (best == nullptr || (!best->is_predicate() && !best->holds_pronoun() && cue.is_predicate() &&
                            best->kind != CueClass::kPreposition && best->kind != CueClass::kPassive)) {
      best = &cue;
    }
    if (best->is_predicate()) break;
  }
  if (best == nullptr) return std::nullopt;
  return Found{*best, page.words_in({clause.begin, best->range.begin}).size()};
}

/// A verb that only its ending betrays, as the first or second word.
std::optional<Found> verb_near(const Page& page, ByteRange clause) {
  auto words = page.words_in(clause);
  for (std::size_t i = 0; i < words.size() && i < 2; ++i) {
    auto cue = verb_by_ending(page, words[i]);
    if (!cue.range.empty()) return Found{cue, i};
  }
  return std::nullopt;
}

AuthorWords author_words(ByteRange clause, const std::optional<Found>& found, bool dash) {
  AuthorWords words{clause, {}, dash, false};
  if (found) {
    words.cue = found->cue;
    words.adjacent = found->words_before <= 1;
  }
  return words;
}

/// The end of the sentence that holds `at`, or a border of code points within reach: whoever asks for
/// many quotations of one endless sentence still takes linear time.
std::size_t clause_end(const Page& page, std::size_t at) {
  constexpr std::size_t kReach = 2000;  // bytes
  std::size_t end = std::max(at, page.sentence_end(at));
  if (end - at <= kReach) return end;
  end = at + kReach;
  while ((static_cast<unsigned char>(page.text()[end]) & 0xC0) == 0x80) --end;
  return end;
}

/// The last code point of a quotation, inner closing marks passed over: "He said, "So be it,""
char32_t last_inside(const Page& page, ByteRange content) {
  std::size_t at = content.end;
  while (at > content.begin) {
    const auto [c, length] = text::decode_before(page.text(), at);
    if (!text::is_blank(c) && !is_closing_mark(c)) return c;
    at -= length;
  }
  return 0;
}

/// Whether a quotation opens its sentence and has a few words: „Pada deszcz od rana” — mruknął.
bool is_whole(const Page& page, ByteRange content) {
  constexpr std::size_t kFewWords = 3;
  return page.words_in({page.sentence_begin(content.begin), content.begin}).empty() &&
         page.words_in(content).size() >= kFewWords &&
         text::is_upper(text::decode(page.text(), content.begin).code_point);
}

/// "Кажу їй: «": a colon and an opening mark in the sentence: it is about the quotation behind it.
bool announces_another(const Page& page, ByteRange clause) {
  const auto text = clause.of(page.text());
  const auto colon = text.find(": ");
  if (colon == std::string_view::npos || colon + 2 >= text.size()) return false;
  const char32_t next = page.at(clause.begin + colon + 2, clause.end);
  return next == '"' || next == 0xAB || next == 0x201E || next == 0x201C;
}

/// "…», |як| каже Лящ": a word that joins the author's words.
bool joins_author(const Page& page, ByteRange clause) {
  auto words = page.words_in(clause);
  return !words.empty() && subject_row(page, words.front()) == "as";
}

/// What stands between a quotation and the words behind it.
struct Junction {
  char32_t inside = 0;  ///< the quotation's last code point
  bool comma_inside = false;
  bool stop = false;   ///< the quotation ends a sentence
  bool comma = false;  ///< inside or outside
  bool dash = false;
  std::size_t at = 0;  ///< behind it
};

Junction junction_of(const Page& page, ByteRange content, std::size_t close, std::size_t limit) {
  Junction result;
  result.inside = last_inside(page, content);
  result.comma_inside = result.comma = is_comma(result.inside);
  result.stop = text::is_sentence_end(result.inside);
  result.at = page.over_blanks(close, limit);
  if (is_comma(page.at(result.at, limit))) {
    result.comma = true;
    result.at = page.over_blanks(result.at + 1, limit);
  }
  if (text::is_dash(page.at(result.at, limit))) {
    result.dash = true;
    result.at = page.over_blanks(result.at + text::decode(page.text(), result.at).length, limit);
  }
  return result;
}

/// How many words may stand before the cue and with it.
std::size_t reach_of(const Page& page, const Junction& junction, ByteRange clause, bool latin) {
  constexpr std::size_t kBehindDash = 9, kInside = 14, kOutside = 4;
  if (junction.dash) return kBehindDash;
  if (junction.comma_inside) return kInside;
  if (!junction.comma && !junction.stop) return 1;
  if (latin) return kOutside;
  return joins_author(page, clause) ? 2 : 1;
}

/// Whether words behind a quotation without a dash, whose cue is `found`, are about it.
bool are_about_it(const Page& page, ByteRange content, const Junction& junction, ByteRange clause,
                  const Found& found) {
  const char32_t first = text::decode(page.text(), clause.begin).code_point;
  const bool latin = text::is_latin(first);
  // "“Colonel Mike,” |who| pleaded guilty": a relative clause is about the name, not about words.
  if (subject_row(page, page.words_in(clause).front()) == "relative") return false;
  if (!junction.comma_inside && !junction.stop && !latin &&
      (found.cue.kind == CueClass::kAct || page.words_in(content).size() < 2))
    return false;
  const bool new_sentence = !junction.comma && junction.stop && text::is_upper(first);
  if (new_sentence && (junction.inside == '.' || !latin) &&
      (found.words_before > 0 || !found.cue.is_predicate()))
    return false;
  if (new_sentence && announces_another(page, clause)) return false;
  if (junction.comma && !junction.comma_inside && found.words_before > 0 && !latin &&
      !found.cue.is_predicate())
    return false;
  return junction.comma || (found.words_before <= (junction.stop ? 3U : 0U) && content.size() > 0);
}

}  // namespace

std::optional<AuthorWords> words_after(const Page& page, ByteRange content, std::size_t close,
                                       std::size_t limit) {
  const Junction junction = junction_of(page, content, close, limit);
  const ByteRange clause = text::trimmed(page.text(), {junction.at, clause_end(page, junction.at)});
  if (clause.empty() || clause.begin >= limit) return std::nullopt;
  const char32_t first = page.at(junction.at, limit);
  if (!junction.dash && !text::is_letter(first)) return std::nullopt;
  auto found = cue_near(page, clause, reach_of(page, junction, clause, text::is_latin(first)));
  if (!found && junction.dash && (junction.comma || junction.stop || is_whole(page, content)))
    found = verb_near(page, clause);
  if (!found) return std::nullopt;
  if (junction.dash && !junction.comma && !junction.stop && found->words_before > 1) return std::nullopt;
  if (!junction.dash && !are_about_it(page, content, junction, clause, *found)) return std::nullopt;
  return author_words(clause, found, junction.dash);
}

namespace {

/// The bytes that may begin a dash, in order; none inside another character does. Linear over all calls.
class DashBytes {
 public:
  explicit DashBytes(std::string_view text) : text_(text) {}
  /// The first at `at` or behind it; the text's size if there is none. `at` never goes back.
  std::size_t next(std::size_t at) {
    if (!found_ || hyphen_ < at) hyphen_ = std::min(text_.find('-', at), text_.size());
    if (!found_ || other_ < at) other_ = std::min(text_.find('\xE2', at), text_.size());
    found_ = true;
    return std::min(hyphen_, other_);
  }

 private:
  std::string_view text_;
  bool found_ = false;
  std::size_t hyphen_ = 0;
  std::size_t other_ = 0;
};

}  // namespace

std::vector<Dash> dashes_in(const Page& page, ByteRange speech, std::span<const ByteRange> nested) {
  std::vector<Dash> dashes;
  DashBytes bytes(page.text().substr(0, speech.end));
  std::size_t inner = 0;
  for (std::size_t at = speech.begin; at < speech.end;) {
    while (inner < nested.size() && nested[inner].end <= at) ++inner;
    if (inner < nested.size() && nested[inner].begin <= at) {
      at = nested[inner].end;
      continue;
    }
    at = bytes.next(at);
    if (at >= speech.end) break;
    if (inner < nested.size() && nested[inner].begin <= at) continue;
    auto [c, length] = text::decode(page.text(), at);
    if (text::is_dash(c) && at > speech.begin) {
      const char32_t left = page.before(at, speech.begin), right = page.at(at + length, speech.end);
      const char32_t near = page.before(page.back_over_blanks(at, speech.begin), speech.begin);
      const bool set_off = text::is_blank(left) || is_comma(left) || text::is_sentence_end(left);
      if (set_off && (text::is_blank(right) || (is_comma(left) && text::is_letter(right))))
        dashes.push_back({{at, at + length}, near});
    }
    at += length;
  }
  return dashes;
}

namespace {

/// The end of text[span] without the comma that sets off the author's words, and without blanks.
std::size_t before_comma(const Page& page, ByteRange span) {
  const std::size_t end = page.back_over_blanks(span.end, span.begin);
  return is_comma(page.before(end, span.begin)) ? page.back_over_blanks(end - 1, span.begin) : end;
}

/// Walks the dashes of one stretch of speech from left to right.
class Divider {
 public:
  Divider(const Page& page, ByteRange speech, std::span<const ByteRange> nested, bool strict)
      : page_(page), speech_(speech), strict_(strict), dashes_(dashes_in(page, speech, nested)) {
    std::size_t from = speech.begin;
    for (std::size_t i = 0; i < dashes_.size(); ++i) {
      if (dashes_[i].place.begin < from) continue;
      auto author = author_at(i);
      if (!author) continue;
      add_span({from, before_comma(page, {from, dashes_[i].place.begin})});
      from = resume_;
      result_.author.push_back(*author);
    }
    add_span({from, speech.end});
    if (result_.spans.empty()) result_.spans.push_back(speech);
  }

  Divided take_result() { return std::move(result_); }

 private:
  static constexpr std::size_t kLongestWords = 40;  ///< of an author's clause, in words

  void add_span(ByteRange span) {
    span = text::trimmed(page_.text(), span);
    if (!page_.words_in(span).empty()) result_.spans.push_back(span);
  }

  /// The author's words that begin at dash `i`, if they do; sets where the speech goes on.
  std::optional<AuthorWords> author_at(std::size_t i) {
    const std::size_t begin = page_.over_blanks(dashes_[i].place.end, speech_.end);
    const auto second = second_dash(i);
    if (strict_ && !second) return std::nullopt;
    const ByteRange clause{begin, second ? dashes_[*second].place.begin : end_of_sentence(begin)};
    const bool set_off = is_comma(dashes_[i].before) || text::is_sentence_end(dashes_[i].before) ||
                         is_closing_mark(dashes_[i].before);
    auto found = cue_near(page_, first_clause(clause), set_off ? 5 : 1);
    if (!found && set_off && is_comma(dashes_[i].before)) found = verb_near(page_, clause);
    if (!found && !is_sentence_between(i, second, clause)) return std::nullopt;
    if (found && strict_ && !set_off && !text::is_latin(page_.at(begin, speech_.end))) return std::nullopt;
    resume_ =
        second ? page_.over_blanks(dashes_[*second].place.end, speech_.end) : after_sentence(clause.end);
    return author_words(bare(clause), found, true);
  }

  /// The first dash behind dash `i` that closes the author's words: a comma, colon or full stop before it.
  [[nodiscard]] std::optional<std::size_t> second_dash(std::size_t i) const {
    constexpr std::size_t kLookAhead = 4;
    for (std::size_t k = i + 1; k < dashes_.size() && k <= i + kLookAhead; ++k) {
      const ByteRange between{dashes_[i].place.end, dashes_[k].place.begin};
      if (page_.words_in(between).size() > kLongestWords) return std::nullopt;
      const char32_t c = dashes_[k].before;
      if (is_comma(c) || c == ':' || text::is_sentence_end(c)) return k;
    }
    return std::nullopt;
  }

  /// "Жодного дня. — Пан Микола поправляє кашкета. — Хоч…": one short sentence between two dashes.
  [[nodiscard]] bool is_sentence_between(std::size_t i, std::optional<std::size_t> second,
                                         ByteRange clause) const {
    constexpr std::size_t kLongestGesture = 15;  // words
    if (strict_ || !second || !text::is_sentence_end(dashes_[i].before) || dashes_[*second].before != '.')
      return false;
    const std::size_t words = page_.words_in(clause).size();
    return text::is_upper(page_.at(clause.begin, speech_.end)) && words > 1 && words <= kLongestGesture &&
           page_.sentence_end(clause.begin) >= clause.end;
  }

  [[nodiscard]] ByteRange first_clause(ByteRange clause) const {
    constexpr std::size_t kReach = 256;  // bytes: a cue stands near the dash, and the walk stays linear
    auto part = clause.of(page_.text()).substr(0, kReach);
    auto comma = part.find_first_of(",;:");
    return comma == std::string_view::npos || comma == 0 ? clause
                                                         : ByteRange{clause.begin, clause.begin + comma};
  }

  [[nodiscard]] std::size_t end_of_sentence(std::size_t at) const {
    return std::min(page_.sentence_end(at), speech_.end);
  }

  /// Without a second dash the speech goes on where somebody says "I" or "you"; else the author does.
  [[nodiscard]] std::size_t after_sentence(std::size_t at) const {
    return speaks_of_himself(page_, {at, speech_.end}) ? at : speech_.end;
  }

  [[nodiscard]] ByteRange bare(ByteRange clause) const {
    clause = text::trimmed(page_.text(), clause);
    while (!clause.empty()) {
      const char32_t c = page_.before(clause.end, clause.begin);
      if (!is_comma(c) && !text::is_sentence_end(c) && c != ':' && !text::is_blank(c)) break;
      clause.end -= text::decode_before(page_.text(), clause.end).length;
    }
    return clause;
  }

  const Page& page_;
  ByteRange speech_;
  bool strict_;
  std::vector<Dash> dashes_;
  std::size_t resume_ = 0;
  Divided result_;
};

}  // namespace

Divided divide(const Page& page, ByteRange speech, std::span<const ByteRange> nested, bool strict) {
  return Divider(page, speech, nested, strict).take_result();
}

std::size_t end_of_unclosed(const Page& page, ByteRange speech) {
  for (const auto& dash : dashes_in(page, speech, {})) {
    if (!is_comma(dash.before) && !text::is_sentence_end(dash.before)) continue;
    auto found = cue_near(page, {dash.place.end, speech.end}, 3);
    if (found && attributes(found->cue)) return before_comma(page, {speech.begin, dash.place.begin});
  }
  return speech.end;
}

}  // namespace sito::quotes

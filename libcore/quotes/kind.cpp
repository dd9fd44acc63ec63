#include "quotes/kind.h"

#include <algorithm>
#include <string>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::quotes {
namespace {

/// Whether what is taken off a word may be the ending of a noun's case: "категорія", not "категоричний".
bool begins_ending(char32_t letter) {
  constexpr std::u32string_view kOthers =
      U"\u0439\u044C\u043C\u0445\u0432mwchsy\u00FD\u00E1\u00ED\u016F\u011B";  // й ь м х в … ý á í ů ě
  std::string key;
  text::append(key, letter);
  return kOthers.find(letter) != kOthers.npos || !data::vowels().with_key(key).empty();
}

bool is_title_noun(std::string_view word) {
  constexpr std::size_t kLongestEnding = 4;  // letters
  const auto& nouns = data::title_nouns();
  auto has = [&](std::string_view key, bool stem) {
    auto rows = nouns.with_key(key);
    for (auto i = rows.first; i < rows.last; ++i)
      if ((nouns.row(i).cells[1] == "stem") || !stem) return true;
    return false;
  };
  if (has(word, false)) return true;
  for (std::size_t i = 0; i < kLongestEnding && word.size() > 2; ++i) {
    const auto [letter, length] = text::decode_before(word, word.size());
    word.remove_suffix(length);
    if (has(word, true) && begins_ending(letter)) return true;
  }
  return false;
}

/// The shape of what stands in the marks.
struct Shape {
  std::size_t words = 0;
  bool upper = false;      ///< begins with a capital, a digit before one, or is all capitals
  bool sentences = false;  ///< holds the end of a sentence and goes on
  char32_t last = 0;       ///< its last code point

  Shape(const Page& page, ByteRange content) {
    auto in = page.words_in(content);
    words = in.size();
    for (auto word : in.first(std::min<std::size_t>(words, 3))) {
      const char32_t c = text::decode(page.text(), word.begin).code_point;
      if (!text::is_letter(c)) continue;
      upper = text::is_upper(c);
      break;
    }
    sentences = !in.empty() && page.sentence_end(in[0].begin) < content.end;
    last = page.before(page.back_over_blanks(content.end, content.begin), content.begin);
  }
  [[nodiscard]] bool ends_sentence() const { return text::is_sentence_end(last); }
  [[nodiscard]] bool is_sentence() const {
    return (sentences && words > 3) || (ends_sentence() && words >= 3 && upper);
  }
};

constexpr std::size_t kSentenceWords = 5;  // a quotation so long that begins with a capital is hardly a name

/// The judge of one quotation; each question looks at what it needs.
class Judge {
 public:
  Judge(const Page& page, const Quoted& quoted)
      : page_(page),
        quoted_(quoted),
        shape_(page, quoted.content),
        before_(page.back_over_blanks(quoted.marked.begin, floor())) {}

  Judgement judge() {
    Judgement result;
    if (!quoted_.shares)
      result.after = words_after(page_, quoted_.content, quoted_.marked.end, quoted_.paragraph.end);
    result.colon = page_.before(before_, floor()) == ':';
    if (!result.colon && is_inside_dash_speech())
      result.after.reset();  // the author's words are about all of it
    result.before = words_before();
    decide(result);
    return result;
  }

 private:
  /// Where the sentence around the opening mark begins.
  [[nodiscard]] std::size_t floor() const { return page_.sentence_begin(quoted_.marked.begin); }

  /// The last cue of the sentence before the quotation.
  [[nodiscard]] std::optional<AuthorWords> words_before() const {
    constexpr std::size_t kReach = 45;  // words
    ByteRange clause{floor(), before_};
    auto words = page_.words_in(clause);
    if (words.size() > kReach) {
      words = words.last(kReach);
      clause.begin = words.front().begin;
    }
    auto cues = page_.cues_in(clause);
    const Cue* best = nullptr;
    for (std::size_t i = cues.size(); i-- > 0;) {
      // "napisał |w opinii|: „": whose words a phrase speaks of would stand behind it.
      const bool bare = cues[i].kind == CueClass::kPreposition && !cues[i].holds_pronoun() &&
                        page_.words_in({cues[i].range.end, before_}).empty();
      if (!bare && strength(cues[i]) > (best == nullptr ? 0 : strength(*best))) best = &cues[i];
      if (best != nullptr && strength(*best) == 3) break;
    }
    if (best == nullptr || strength(*best) < 2)
      if (auto verb = verb_before_colon(clause, words)) return verb;
    if (best == nullptr) return std::nullopt;
    AuthorWords result{clause, *best, false, false};
    result.adjacent = page_.words_in({best->range.end, before_}).size() <= 1;
    return result;
  }

  /// "Дружина |сміється|: «", "громада |підбила| підсумки: «": the last verb of a sentence that leads to a
  /// colon.
  [[nodiscard]] std::optional<AuthorWords> verb_before_colon(ByteRange clause,
                                                             std::span<const ByteRange> words) const {
    constexpr std::size_t kReach = 12;  // words
    if (page_.before(before_, floor()) != ':') return std::nullopt;
    for (std::size_t i = words.size(), taken = 0; i-- > 1 && taken < kReach; ++taken) {
      const Cue verb = verb_by_ending(page_, words[i]);
      if (!verb.range.empty() && !is_noun(words[i]))
        return AuthorWords{clause, verb, false, i + 1 == words.size()};
    }
    return std::nullopt;
  }

  /// Whether a word that ends as a verb is known for a noun: "школи".
  [[nodiscard]] bool is_noun(ByteRange word) const {
    std::string key;
    fold_key(word.of(page_.text()), key);
    constexpr unsigned kNouns = people::kPlace | people::kOrganization | people::kMedium | people::kCalendar;
    return is_title_noun(key) || (people::word_classes(key, page_.language()) & kNouns) != 0 ||
           people::role_noun(key, page_.language()).known;
  }

  /// How much a cue before the quotation says: the nearest of the strongest counts.
  static int strength(const Cue& cue) {
    if (cue.kind == CueClass::kNoun || cue.kind == CueClass::kSource) return 1;
    return cue.kind == CueClass::kAct ? 2 : 3;
  }

  void decide(Judgement& result) const {
    const bool title = title_noun_before(page_, quoted_.marked.begin, floor(), !shape_.upper);
    if (quoted_.continued) return settle(result, Kind::kSpeech);
    if (result.after && (result.after->dash || !title) && !is_short_name(*result.after))
      return settle(result, Kind::kSpeech);
    if (!title && opens_sentence() && dash_follows() && (shape_.words >= kSentenceWords || sets_off_author()))
      return settle(result, Kind::kSpeech);
    if (marks_term()) return settle(result, Kind::kTerm);
    if (title && !shape_.upper && shape_.words >= 2 && in_cue_clause(result))
      return settle(result, Kind::kSpeech);
    if (title && !(shape_.sentences && shape_.words > 12))
      return settle(result, is_common_phrase() ? Kind::kTerm : Kind::kTitle);
    if (result.colon && after_colon(result)) return settle(result, Kind::kSpeech);
    if (shape_.is_sentence() && !(quoted_.nested && shape_.words < 4)) return settle(result, Kind::kSpeech);
    if (is_paragraph())
      return settle(result, shape_.words >= kSentenceWords || names_follow() || signature_follows()
                                ? Kind::kSpeech
                                : Kind::kTitle);
    if (in_cue_clause(result)) return settle(result, Kind::kSpeech);
    result.whole = opens_sentence() && ends_with_sentence();
    if (result.whole && shape_.words >= (holds_verb() ? 2 : kSentenceWords))
      return settle(result, Kind::kSpeech);
    settle(result, is_nickname(result) ? Kind::kTerm : default_kind());
    result.thin = true;
  }

  static void settle(Judgement& result, Kind kind) { result.kind = kind; }

  /// "– Лежав у санаторії |«Сосна»|, – каже Лящ."
  [[nodiscard]] bool is_inside_dash_speech() const {
    const std::size_t begin =
        text::is_dash(page_.at(floor(), quoted_.marked.begin)) ? floor() : quoted_.paragraph.begin;
    return text::is_dash(page_.at(begin, quoted_.marked.begin)) &&
           !page_.words_in({begin, quoted_.marked.begin}).empty();
  }

  /// A short paragraph behind the quotation's own that opens with two capitalised words: who said it.
  [[nodiscard]] bool signature_follows() const {
    constexpr std::size_t kLongest = 8;  // words
    const auto& paragraphs = page_.paragraphs();
    auto next = std::upper_bound(paragraphs.begin(), paragraphs.end(), quoted_.paragraph.begin,
                                 [](std::size_t at, ByteRange range) { return at < range.begin; });
    if (next == paragraphs.end() || page_.before(next->end, next->begin) == '.') return false;
    auto words = page_.words_in(*next);
    if (words.size() < 2 || words.size() > kLongest || shape_.words < 2) return false;
    auto upper = [&](ByteRange word) {
      return text::is_upper(text::decode(page_.text(), word.begin).code_point);
    };
    return upper(words[0]) && upper(words[1]) &&
           page_.words_in({quoted_.marked.end, quoted_.paragraph.end}).empty();
  }

  /// Whether nothing stands before the quotation in its sentence, and it begins as sentences do.
  [[nodiscard]] bool opens_sentence() const {
    return shape_.upper && page_.words_in({floor(), quoted_.marked.begin}).empty();
  }
  /// Whether its sentence, or its paragraph, ends right behind it.
  [[nodiscard]] bool ends_with_sentence() const {
    const std::size_t end = std::min(page_.sentence_end(quoted_.marked.end), quoted_.paragraph.end);
    return quoted_.marked.end >= end || page_.words_in({quoted_.marked.end, end}).empty();
  }
  /// The place behind a comma and a dash that follow the quotation; the paragraph's end if none does.
  [[nodiscard]] std::size_t behind_dash() const {
    const std::size_t limit = quoted_.paragraph.end;
    std::size_t at = page_.over_blanks(quoted_.marked.end, limit);
    if (page_.at(at, limit) == ',') at = page_.over_blanks(at + 1, limit);
    if (!text::is_dash(page_.at(at, limit))) return limit;
    return page_.over_blanks(at + text::decode(page_.text(), at).length, limit);
  }
  /// «Так», – |махнув рукою Лящ|: a comma or an end of a sentence, a dash, and a small letter.
  [[nodiscard]] bool sets_off_author() const {
    const std::size_t limit = quoted_.paragraph.end;
    const bool comma = page_.at(page_.over_blanks(quoted_.marked.end, limit), limit) == ',';
    return (comma || shape_.last == ',' || shape_.ends_sentence()) &&
           text::is_lower(page_.at(behind_dash(), limit));
  }
  [[nodiscard]] bool dash_follows() const { return behind_dash() < quoted_.paragraph.end; }

  /// «Час» сообщает: a name followed by a verb without a comma is its subject.
  [[nodiscard]] bool is_short_name(const AuthorWords& after) const {
    const char32_t next = page_.at(quoted_.marked.end, quoted_.paragraph.end);
    const bool bare = !after.dash && next != ',' && shape_.last != ',' && !shape_.ends_sentence();
    return bare && shape_.words <= 5;
  }

  /// "так званий «…»": a row of term_markers ends right before the mark.
  [[nodiscard]] bool marks_term() const {
    auto words = page_.words_in({floor(), before_});
    const auto& markers = data::term_markers();
    std::string phrase, word;
    for (std::size_t i = words.size(), taken = 0; i-- > 0 && taken < 2; ++taken) {
      fold_key(words[i].of(page_.text()), word);
      phrase = phrase.empty() ? word : word + ' ' + phrase;
      const std::size_t gap = before_ - words[words.size() - 1].end;
      if (gap <= 1 && !markers.with_key(phrase).empty()) return shape_.words <= 6;
    }
    return false;
  }

  [[nodiscard]] bool after_colon(const Judgement& result) const {
    if (shape_.ends_sentence() || shape_.sentences || shape_.words >= 3) return true;
    return result.before && result.before->cue.kind != CueClass::kSource;
  }

  /// Nothing else in its paragraph, or a dash and a name.
  [[nodiscard]] bool is_paragraph() const {
    if (quoted_.marked.begin != quoted_.paragraph.begin) return false;
    const ByteRange rest{quoted_.marked.end, quoted_.paragraph.end};
    return page_.words_in(rest).empty() || names_follow();
  }

  /// "«…» – Джемілєв": a dash and at most four capitalised words end the paragraph.
  [[nodiscard]] bool names_follow() const {
    if (shape_.words < 2) return false;
    auto words = page_.words_in({behind_dash(), quoted_.paragraph.end});
    if (words.empty() || words.size() > 4) return false;
    return std::all_of(words.begin(), words.end(), [&](ByteRange word) {
      return text::is_upper(text::decode(page_.text(), word.begin).code_point);
    });
  }

  /// A fragment that a verb of saying governs.
  [[nodiscard]] bool in_cue_clause(const Judgement& result) const {
    if (!result.before || shape_.words == 0) return false;
    const Cue& cue = result.before->cue;
    const std::size_t between = page_.words_in({cue.range.end, before_}).size();
    if (cue.agreement == Agreement::kAuthor) return false;  // "коли я кажу «…»": words of the writer's own
    switch (cue.kind) {
      case CueClass::kCall: return between <= 8 && !(shape_.upper && shape_.words <= 3);
      case CueClass::kCite: return false;
      case CueClass::kNoun: {
        const bool dash = text::is_dash(page_.before(before_, floor()));
        return between <= (dash ? 3 : 1) && (shape_.words >= 2 || !shape_.upper);
      }
      case CueClass::kAct:
        return shape_.upper ? between == 0 && shape_.words >= 3 : between <= 1 && shape_.words >= 2;
      default: break;
    }
    if (shape_.upper) return shape_.words >= kSentenceWords || (shape_.ends_sentence() && between <= 2);
    if (is_parenthetical(cue)) return shape_.words >= 3;
    return shape_.words >= 2 || between <= 2;
  }

  /// ", каже Ольга, але …": what stands behind the parenthesis is the author's again.
  [[nodiscard]] bool is_parenthetical(const Cue& cue) const {
    if (!cue.is_predicate()) return false;
    const std::size_t left = page_.back_over_blanks(cue.range.begin, floor());
    if (page_.before(left, floor()) != ',') return false;
    return page_.text().substr(cue.range.end, before_ - cue.range.end).find(',') != std::string_view::npos;
  }

  /// "концепція «великої науки»": a few small letters of the text's own script are no name, whatever noun
  /// leads them.
  [[nodiscard]] bool is_common_phrase() const {
    constexpr std::size_t kFewWords = 4;
    auto words = page_.words_in(quoted_.content);
    if (words.empty() || words.size() > kFewWords) return false;
    const bool cyrillic =
        page_.language() == people::Language::kUkrainian || page_.language() == people::Language::kRussian;
    return std::all_of(words.begin(), words.end(), [&](ByteRange word) {
      const char32_t c = text::decode(page_.text(), word.begin).code_point;
      return text::is_lower(c) && text::is_cyrillic(c) == cyrillic;
    });
  }

  /// "у школі його звуть «Грім»": naming without anybody who names.
  [[nodiscard]] bool is_nickname(const Judgement& result) const {
    return result.before && result.before->cue.kind == CueClass::kCall &&
           page_.words_in({result.before->cue.range.end, before_}).empty() &&
           result.before->cue.agreement == Agreement::kSeveral && shape_.words <= 3;
  }

  /// Whether somebody does something in the quotation: most titles have no finite verb, nor "I" and "you".
  [[nodiscard]] bool holds_verb() const {
    if (speaks_of_himself(page_, quoted_.content)) return true;
    auto cues = page_.cues_in(quoted_.content);
    if (std::any_of(cues.begin(), cues.end(), [](const Cue& cue) { return cue.is_predicate(); })) return true;
    auto words = page_.words_in(quoted_.content);
    constexpr std::size_t kMost = 40;  // words looked at
    words = words.first(std::min(words.size(), kMost));
    return std::any_of(words.begin(), words.end(),
                       [&](ByteRange word) { return !verb_by_ending(page_, word).range.empty(); });
  }

  [[nodiscard]] Kind default_kind() const {
    constexpr std::size_t kLongestTerm = 4;  // words; a longer fragment in lower case is somebody's
    if (shape_.upper) return shape_.words >= kSentenceWords && holds_verb() ? Kind::kSpeech : Kind::kTitle;
    return shape_.words > kLongestTerm ? Kind::kSpeech : Kind::kTerm;
  }

  const Page& page_;
  const Quoted& quoted_;
  Shape shape_;
  std::size_t before_;
};

}  // namespace

bool title_noun_before(const Page& page, std::size_t at, std::size_t floor, bool direct) {
  constexpr std::size_t kWidestGap = 2;  // bytes: a space, or one that does not break
  constexpr std::size_t kReach = 3;      // words between the noun and the mark
  const std::size_t end = page.back_over_blanks(at, floor);
  if (page.before(end, floor) == ':') return false;  // "директор заводу Лящ: «…»"
  auto words = page.words_in({floor, end});
  std::string key;
  std::size_t next = end, lower = 0;
  for (std::size_t i = words.size(), taken = 0; i-- > 0 && taken <= (direct ? 0 : kReach); ++taken) {
    if (next - words[i].end > (taken == 0 ? 1 : kWidestGap)) return false;
    next = words[i].begin;
    fold_key(words[i].of(page.text()), key);
    if (is_title_noun(key)) return true;
    if (!verb_by_ending(page, words[i]).range.empty() || !page.cues_in(words[i]).empty()) return false;
    lower += text::is_lower(text::decode(page.text(), words[i].begin).code_point);
    if (lower > 2) return false;
  }
  return false;
}

Judgement judge(const Page& page, const Quoted& quoted) { return Judge(page, quoted).judge(); }

}  // namespace sito::quotes

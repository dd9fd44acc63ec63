#include "quotes/speaker.h"

#include <algorithm>
#include <optional>
#include <string>

#include "data/tables.h"
#include "quotes/dash_speech.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::quotes {
namespace {

using people::Gender;

Gender gender_of(Agreement agreement) {
  if (agreement == Agreement::kMasculine) return Gender::kMasculine;
  if (agreement == Agreement::kFeminine) return Gender::kFeminine;
  return Gender::kUnknown;
}

bool agree(Gender a, Gender b) { return a == Gender::kUnknown || b == Gender::kUnknown || a == b; }

/// A speaker and whom of the table it is.
struct Found {
  Speaker speaker;
  std::optional<std::size_t> person;
  Gender gender = Gender::kUnknown;
};

/// Where the speaker of the quotation before was named.
struct Last {
  Found found;
  std::size_t at = 0;  ///< of the quotation
  std::size_t paragraph = 0;
  bool set = false;
};

class Attributor {
 public:
  Attributor(const Page& page, const people::PeopleTable& people, std::span<Draft> drafts)
      : page_(page), people_(people), drafts_(drafts) {
    for (const auto& draft : drafts) {
      if (draft.depth > 0) continue;
      auto& places = draft.quote.kind == Kind::kSpeech ? quoted_ : names_;
      places.insert(places.end(), draft.quote.marked.begin(), draft.quote.marked.end());
    }
    for (auto* places : {&quoted_, &names_})
      std::sort(places->begin(), places->end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  }

  void run() {
    for (auto& draft : drafts_) {
      if (draft.quote.kind != Kind::kSpeech) continue;
      auto found = find(draft);
      if (found) draft.quote.speaker = found->speaker;
      if (found && draft.depth == 0)
        last_ = {*found, draft.quote.spans.back().end, draft.last_paragraph, true};
    }
  }

 private:
  std::optional<Found> find(Draft& draft) {
    const auto* words = best_words(draft);
    if (words != nullptr) {
      draft.quote.cue = words->cue.range;
      if (words->cue.agreement == Agreement::kAuthor) return std::nullopt;
      const bool before = words->clause.begin < draft.quote.spans[0].begin;
      return by_words(*words, draft, before);
    }
    if (auto found = by_line_before(draft)) return found;
    if (auto found = by_name_beside(draft)) return found;
    if (draft.question) return std::nullopt;
    return by_neighbours(draft);
  }

  /// The author's words that tell most: inside, behind, before the quotation.
  static const AuthorWords* best_words(const Draft& draft) {
    for (const auto& words : draft.inside)
      if (words.has_cue()) return &words;
    const auto& judgement = draft.judgement;
    if (judgement.after && judgement.after->has_cue()) return &*judgement.after;
    if (!judgement.before || draft.dash) return nullptr;
    return &*judgement.before;
  }

  std::optional<Found> by_words(const AuthorWords& words, const Draft& draft, bool before) {
    const Cue& cue = words.cue;
    const std::size_t begin = draft.quote.marked[0].begin;
    if (cue.holds_pronoun())
      return referent(gender_of(cue.agreement), words.clause.begin, Resolution::kPronoun, cue.range);
    const ByteRange right = up_to_comma({cue.range.end, before ? begin : words.clause.end});
    if (cue.kind == CueClass::kPreposition) return phrase(right, Gender::kUnknown, false);
    if (cue.kind == CueClass::kSource || cue.kind == CueClass::kPassive) return std::nullopt;
    if (cue.kind == CueClass::kCite)
      return phrase({cue.range.end, words.clause.end}, Gender::kUnknown, false);
    const Gender gender = gender_of(cue.agreement);
    const ByteRange left{words.clause.begin, cue.range.begin};
    if (before) {
      if (auto found = subject_before(left, gender)) return found;
      if (auto found = phrase(right, gender, true)) return found;
    } else {
      if (auto found = subject_near(left, gender)) return found;
      if (auto found = phrase(right, gender, true)) return found;
    }
    if (cue.agreement == Agreement::kSeveral || cue.agreement == Agreement::kNone) return std::nullopt;
    return referent(gender, before ? words.clause.begin : draft.quote.spans[0].begin, Resolution::kContinued,
                    {});
  }

  /// text[region] up to its first comma, semicolon, colon or bracket.
  [[nodiscard]] ByteRange up_to_comma(ByteRange region) const {
    region.end = std::max(region.begin, region.end);
    const auto at = region.of(page_.text()).find_first_of(",;(:");
    return {region.begin, at == std::string_view::npos ? region.end : region.begin + at};
  }

  /// text[region] behind its last comma, semicolon or dash.
  [[nodiscard]] ByteRange last_clause(ByteRange region) const {
    for (std::size_t at = region.end; at > region.begin;) {
      auto [c, length] = text::decode_before(page_.text(), at);
      const bool dash = text::is_dash(c) && text::is_blank(page_.at(at, region.end));
      if (c == ',' || c == ';' || c == ':' || dash) return {at, region.end};
      at -= length;
    }
    return region;
  }

  /// The agreement of a pronoun in the nominative, if the word is one.
  [[nodiscard]] std::optional<Agreement> pronoun(ByteRange word) const {
    std::string key;
    fold_key(word.of(page_.text()), key);
    auto rows = data::subjects().with_key(key);
    if (rows.empty() || data::subjects().row(rows.first).cells[1] == "-") return std::nullopt;
    switch (data::subjects().row(rows.first).cells[1][0]) {
      case 'm': return Agreement::kMasculine;
      case 'f': return Agreement::kFeminine;
      case 'n': return Agreement::kNeuter;
      default: return Agreement::kSeveral;
    }
  }

  /// Whom a region names whose first words are the subject, or the phrase's noun.
  std::optional<Found> phrase(ByteRange region, Gender gender, bool subject) {
    auto words = page_.words_in(region);
    if (words.empty()) return std::nullopt;
    for (std::size_t i = 0; subject && i < words.size() && i < 2; ++i)
      if (pronoun(words[i])) return by_pronoun(words[i], region);
    if (auto found = by_name(region, gender)) return found;
    if (auto found = by_description(region, gender)) return found;
    return unnamed(region);
  }

  /// "цитує газета |канцлера|": the speaker is the object, the medium the subject.
  std::optional<Found> cited(ByteRange region) const {
    if (auto mention = full_mention_in(region, Gender::kUnknown)) return by_mention(*mention);
    auto described = by_description(region, Gender::kUnknown);
    if (described && described->person) return described;
    auto named = by_name(region, Gender::kUnknown);
    return named ? named : described;
  }

  std::optional<Found> by_pronoun(ByteRange word, ByteRange region) {
    auto agreement = pronoun(word);
    if (!agreement) return std::nullopt;
    return referent(gender_of(*agreement), region.begin, Resolution::kPronoun, word);
  }

  std::optional<Found> by_name(ByteRange region, Gender gender) const {
    if (auto mention = nominative_in(region, gender, false)) return by_mention(*mention);
    if (auto mention = full_mention_in(region, gender)) return by_mention(*mention);
    auto naming = people_.naming_in(region);
    if (naming && is_inside(names_, naming->mention.begin)) return std::nullopt;
    if (naming && !naming->person && follows_preposition(naming->mention, region)) return std::nullopt;
    if (!naming || !agree(naming->gender, gender)) return std::nullopt;
    Found found;
    found.person = naming->person;
    found.gender = naming->gender;
    found.speaker.name = naming->name;
    found.speaker.role = std::string(naming->role.of(page_.text()));
    if (found.speaker.role.empty() && naming->person)
      found.speaker.role = std::string(people_.role(people_.people()[*naming->person]));
    found.speaker.mention = naming->mention;
    found.speaker.resolution = naming->full ? Resolution::kName : Resolution::kShort;
    return found;
  }

  std::optional<Found> by_description(ByteRange region, Gender gender) const {
    auto description = people_.description_in(region);
    if (!description || !agree(description->gender, gender)) return std::nullopt;
    Found found;
    found.speaker.mention = description->range;
    found.gender = description->gender;
    if (!description->person) {
      found.speaker.name = std::string(description->range.of(page_.text()));
      found.speaker.resolution = Resolution::kUnnamed;
      return found;
    }
    fill(found, *description->person);
    if (found.speaker.role.empty()) found.speaker.role = std::string(description->range.of(page_.text()));
    found.speaker.resolution = Resolution::kRole;
    return found;
  }

  void fill(Found& found, std::size_t person) const {
    const auto& who = people_.people()[person];
    found.person = person;
    found.gender = who.gender;
    found.speaker.name = who.name;
    found.speaker.role = std::string(people_.role(who));
  }

  /// "кажуть |лікарі|", "said |KCNA|": the first words of the region that are no adverbial.
  std::optional<Found> unnamed(ByteRange region) const {
    constexpr std::size_t kMost = 4;  // words
    auto words = page_.words_in(region);
    std::size_t first = 0, last = 0;
    auto classes = [&](std::size_t i) {
      return people::word_classes(text::folded(words[i].of(page_.text())), people_.language(), false);
    };
    constexpr unsigned kEnds =
        people::kFunction | people::kPreposition | people::kConjunction | people::kMedium;
    if (first < words.size() && (classes(first) & people::kPreposition) != 0) ++first;
    for (last = first; last < words.size() && last < first + kMost; ++last) {
      if ((classes(last) & kEnds) != 0) break;
      if (last > first &&
          page_.text().substr(words[last - 1].end, words[last].begin - words[last - 1].end).size() > 3)
        break;
    }
    if (last == first) return std::nullopt;
    Found found;
    found.speaker.mention = {words[first].begin, words[last - 1].end};
    found.speaker.name = std::string(found.speaker.mention.of(page_.text()));
    found.speaker.resolution = Resolution::kUnnamed;
    return found;
  }

  /// The subject between the author's first word and the cue: "Baird |said|", "він |каже|".
  std::optional<Found> subject_near(ByteRange left, Gender gender) {
    auto words = page_.words_in(left);
    if (words.empty()) return std::nullopt;
    if (auto found = by_name(left, gender)) return found;
    for (auto word : words)
      if (pronoun(word)) return by_pronoun(word, left);
    return by_description(left, gender);
  }

  /// The subject of the sentence that leads to the quotation: the name in the nominative nearest to the
  /// cue, a pronoun, a description.
  std::optional<Found> subject_before(ByteRange left, Gender gender) {
    auto words = page_.words_in(left);
    if (words.empty()) return std::nullopt;
    if (auto mention = nominative_in(left, gender, true)) return by_mention(*mention);
    for (std::size_t i = words.size(); i-- > 0 && i + 6 > words.size();)
      if (pronoun(words[i])) return by_pronoun(words[i], left);
    const ByteRange clause = last_clause(left);
    auto named = by_name(clause, gender);
    if (named && (named->person || named->speaker.resolution == Resolution::kName)) return named;
    if (auto found = by_description(clause, gender)) return found;
    if (named) return named;
    if (auto found = by_description(left, gender); found && found->person) return found;
    return described_by(clause);
  }

  /// "řekl |pro Český rozhlas|": what stands behind a preposition is no subject, unless the table knows it.
  [[nodiscard]] bool follows_preposition(ByteRange mention, ByteRange region) const {
    auto words = page_.words_in({region.begin, mention.begin});
    if (words.empty()) return false;
    constexpr std::size_t kLongestPreposition = 3;  // letters
    const auto word = text::folded(words.back().of(page_.text()));
    if (people::role_noun(word, people_.language()).known) return false;
    return word == words.back().of(page_.text()) && text::code_points(word) <= kLongestPreposition;
  }

  /// The first mention in `region` that gives the full name.
  [[nodiscard]] std::optional<std::size_t> full_mention_in(ByteRange region, Gender gender) const {
    auto mentions = people_.mentions();
    auto it = std::lower_bound(mentions.begin(), mentions.end(), region.begin,
                               [](const auto& mention, std::size_t at) { return mention.range.begin < at; });
    for (; it != mentions.end() && it->range.end <= region.end; ++it)
      if (it->full && agree(people_.people()[it->person].gender, gender))
        return static_cast<std::size_t>(it - mentions.begin());
    return std::nullopt;
  }

  /// "|Один з глядачів| запитав": a clause of a few words before the cue is its subject as it stands.
  [[nodiscard]] std::optional<Found> described_by(ByteRange clause) const {
    constexpr std::size_t kLongest = 4;  // words
    auto words = page_.words_in(clause);
    if (words.empty() || words.size() > kLongest) return std::nullopt;
    std::string key;
    fold_key(words[0].of(page_.text()), key);
    if (!data::subjects().with_key(key).empty() || text::code_points(words.back().of(page_.text())) < 3)
      return std::nullopt;
    Found found;
    found.speaker.mention = {words[0].begin, words.back().end};
    found.speaker.name = std::string(found.speaker.mention.of(page_.text()));
    found.speaker.resolution = Resolution::kUnnamed;
    return found;
  }

  Found by_mention(std::size_t index) const {
    const auto& mention = people_.mentions()[index];
    Found found;
    fill(found, mention.person);
    if (!mention.role.empty()) found.speaker.role = std::string(mention.role.of(page_.text()));
    found.speaker.mention = mention.range;
    found.speaker.resolution = mention.full ? Resolution::kName : Resolution::kShort;
    return found;
  }

  /// Whether a mention is written as the person's name is: the nominative.
  [[nodiscard]] bool is_nominative(const people::Mention& mention) const {
    if (mention.role_oblique) return false;
    const auto name = text::folded(people_.people()[mention.person].name);
    return name.find(text::folded(mention.range.of(page_.text()))) != std::string::npos;
  }

  [[nodiscard]] bool is_quoted(std::size_t at) const { return is_inside(quoted_, at); }

  [[nodiscard]] static bool is_inside(const std::vector<ByteRange>& sorted, std::size_t at) {
    auto next = std::upper_bound(sorted.begin(), sorted.end(), at,
                                 [](std::size_t place, ByteRange range) { return place < range.begin; });
    return next != sorted.begin() && at < std::prev(next)->end;
  }

  /// The first or last mention in `place` that may be a subject.
  [[nodiscard]] std::optional<std::size_t> nominative_in(ByteRange place, Gender gender, bool last) const {
    auto mentions = people_.mentions();
    auto begin =
        std::lower_bound(mentions.begin(), mentions.end(), place.begin,
                         [](const auto& mention, std::size_t at) { return mention.range.begin < at; });
    std::optional<std::size_t> result;
    for (auto it = begin; it != mentions.end() && it->range.end <= place.end; ++it) {
      if (!agree(people_.people()[it->person].gender, gender) || !is_nominative(*it) ||
          is_quoted(it->range.begin))
        continue;
      result = static_cast<std::size_t>(it - mentions.begin());
      if (!last) break;
    }
    return result;
  }

  /// Whom a pronoun or a verb without subject means: the speaker of the quotation before or the subject
  /// of the nearest sentence before byte `at`, whichever is nearer.
  std::optional<Found> referent(Gender gender, std::size_t at, Resolution resolution, ByteRange mention) {
    constexpr std::size_t kReach = 8;  // sentences
    std::optional<Found> found;
    const bool last_fits = last_.set && last_.at <= at && agree(last_.found.gender, gender);
    std::size_t end = at;
    for (std::size_t i = 0; i < kReach && end > 0; ++i) {
      const std::size_t begin = page_.sentence_begin(end - 1);
      if (last_fits && last_.at >= begin) break;
      if (auto index = nominative_in({begin, end}, gender, false)) {
        found = by_mention(*index);
        break;
      }
      end = begin;
    }
    if (!found && last_fits) found = last_.found;
    if (!found) {
      auto person = people_.latest(gender, at);
      if (!person) return std::nullopt;
      found.emplace();
      fill(*found, *person);
    }
    found->speaker.mention = mention;
    if (found->speaker.resolution != Resolution::kUnnamed) found->speaker.resolution = resolution;
    return found;
  }

  /// A name with a colon before the quotation, or a dash and a name behind it.
  std::optional<Found> by_name_beside(const Draft& draft) const {
    const auto& paragraphs = page_.paragraphs();
    if (draft.judgement.colon) {
      const std::size_t begin = draft.quote.marked[0].begin;
      if (auto found = by_name({page_.sentence_begin(begin), begin}, Gender::kUnknown)) return found;
    }
    if (draft.first_paragraph > 0 && draft.quote.marked[0].begin == paragraphs[draft.first_paragraph].begin &&
        is_name_line(page_, paragraphs[draft.first_paragraph - 1])) {
      return by_name(paragraphs[draft.first_paragraph - 1], Gender::kUnknown);
    }
    const auto paragraph = paragraphs[draft.last_paragraph];
    const std::size_t end = draft.quote.marked.back().end;
    const std::size_t at = page_.over_blanks(end, paragraph.end);
    if (!draft.dash && end <= paragraph.end && text::is_dash(page_.at(at, paragraph.end))) {
      const ByteRange rest{at, paragraph.end};
      if (page_.words_in(rest).size() <= 4) return by_name(rest, Gender::kUnknown);
    }
    return std::nullopt;
  }

  /// A paragraph that ends in a colon announces the quotation that opens the next.
  std::optional<Found> by_line_before(Draft& draft) {
    const auto& paragraphs = page_.paragraphs();
    if (draft.first_paragraph == 0 || draft.quote.marked[0].begin != paragraphs[draft.first_paragraph].begin)
      return std::nullopt;
    const auto line = paragraphs[draft.first_paragraph - 1];
    if (page_.before(line.end, line.begin) != ':') return std::nullopt;
    const ByteRange sentence{std::max(line.begin, page_.sentence_begin(line.end - 1)), line.end};
    auto cues = page_.cues_in(sentence);
    for (std::size_t i = cues.size(); i-- > 0;) {
      if (!cues[i].is_predicate()) continue;
      draft.quote.cue = cues[i].range;
      return by_words({sentence, cues[i], false, false}, draft, true);
    }
    return std::nullopt;
  }

  /// "Greene believes he lost. |"…"|": a sentence of saying right before, in the same paragraph.
  std::optional<Found> by_sentence_before(Draft& draft) {
    const std::size_t begin = draft.quote.marked[0].begin;
    const std::size_t floor = page_.paragraphs()[draft.first_paragraph].begin;
    if (draft.dash || begin <= floor || page_.sentence_begin(begin) != begin) return std::nullopt;
    const ByteRange sentence{std::max(floor, page_.sentence_begin(begin - 1)), begin};
    if (is_quoted(sentence.begin) || is_quoted(page_.back_over_blanks(begin, floor) - 1)) return std::nullopt;
    for (const auto& cue : page_.cues_in(sentence)) {
      if (!cue.is_predicate() || cue.kind == CueClass::kAct || cue.kind == CueClass::kCall) continue;
      auto found = subject_before({sentence.begin, cue.range.begin}, gender_of(cue.agreement));
      if (found) draft.quote.cue = cue.range;
      return found;
    }
    return std::nullopt;
  }

  /// Who spoke last, or the subject of the sentence before.
  std::optional<Found> by_neighbours(Draft& draft) {
    const std::size_t at = draft.quote.spans[0].begin;
    if (auto found = by_sentence_before(draft)) return found;
    const bool near = last_.set && last_.paragraph + (draft.dash ? 4 : 1) >= draft.first_paragraph;
    if (near) {
      auto found = last_.found;
      found.speaker.mention = {};
      if (found.speaker.resolution != Resolution::kUnnamed) found.speaker.resolution = Resolution::kContinued;
      return found;
    }
    if (at == 0) return std::nullopt;
    const std::size_t end = page_.sentence_begin(draft.quote.marked[0].begin);
    if (end == 0) return std::nullopt;
    if (auto index = nominative_in({page_.sentence_begin(end - 1), end}, Gender::kUnknown, false))
      return by_mention(*index);
    if (!draft.dash) return std::nullopt;
    return referent(Gender::kUnknown, at, Resolution::kContinued, {});
  }

  const Page& page_;
  const people::PeopleTable& people_;
  std::span<Draft> drafts_;
  std::vector<ByteRange> quoted_;  ///< outermost speech with its marks, sorted
  std::vector<ByteRange> names_;   ///< outermost titles and terms, sorted
  Last last_;
};

}  // namespace

void attribute(const Page& page, const people::PeopleTable& people, std::span<Draft> drafts) {
  Attributor(page, people, drafts).run();
}

}  // namespace sito::quotes

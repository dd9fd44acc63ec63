#include "quotes/speaker.h"

#include <algorithm>
#include <optional>
#include <string>

#include "data/tables.h"
#include "quotes/dash_speech.h"
#include "quotes/subject.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::quotes {
namespace {

/// Where the speaker of the quotation before was named.
struct Last {
  Found found;
  std::size_t at = 0;  ///< of the quotation
  std::size_t paragraph = 0;
  bool set = false;
  bool asked = false;  ///< dash speech that ends with a question mark
};

/// Where outermost speech stands with its marks, or outermost titles and terms; sorted.
std::vector<ByteRange> places(std::span<const Draft> drafts, bool speech) {
  std::vector<ByteRange> result;
  for (const auto& draft : drafts)
    if (draft.depth == 0 && (draft.quote.kind == Kind::kSpeech) == speech)
      result.insert(result.end(), draft.quote.marked.begin(), draft.quote.marked.end());
  std::sort(result.begin(), result.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  return result;
}

class Attributor {
 public:
  Attributor(const Page& page, const people::PeopleTable& people, std::span<Draft> drafts)
      : page_(page),
        people_(people),
        drafts_(drafts),
        subjects_(page, people, places(drafts, true), places(drafts, false)) {}

  void run() {
    for (auto& draft : drafts_) {
      if (draft.quote.kind != Kind::kSpeech) continue;
      auto found = find(draft);
      if (found) draft.quote.speaker = found->speaker;
      if (found && draft.depth == 0)
        last_ = {*found, draft.quote.spans.back().end, draft.last_paragraph, true,
                 draft.dash && draft.question};
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
    const bool before = judgement.before && !draft.dash;
    if (judgement.after && judgement.after->has_cue()) {
      // "Рись |вважає|, що «…», додавши, що …": a gerund goes with the verb before.
      const Cue& cue = judgement.after->cue;
      const bool is_gerund = cue.kind <= CueClass::kState && cue.agreement == Agreement::kNone;
      const bool goes_with_verb = is_gerund && before && judgement.before->cue.is_predicate();
      return goes_with_verb ? &*judgement.before : &*judgement.after;
    }
    if (!before) return nullptr;
    return &*judgement.before;
  }

  std::optional<Found> by_words(const AuthorWords& words, const Draft& draft, bool before) {
    const Cue& cue = words.cue;
    const std::size_t begin = draft.quote.marked[0].begin;
    if (cue.holds_pronoun())
      return referent(gender_of(cue.agreement), words.clause.begin, Resolution::kPronoun, cue.range);
    const ByteRange right = subjects_.up_to_comma({cue.range.end, before ? begin : words.clause.end});
    const std::size_t limit = before ? begin : words.clause.end;
    if (!cue.is_predicate() && cue.kind != CueClass::kNoun) {
      if (cue.kind == CueClass::kPreposition) return phrase(right, limit, cue, false);
      if (cue.kind == CueClass::kSource) return subjects_.by_full_name(right);  // "за даними |Олега Ляща|"
      if (cue.kind == CueClass::kPassive) return std::nullopt;
    }
    if (cue.kind == CueClass::kCite) {
      auto found = subjects_.cited({cue.range.end, words.clause.end});
      return found ? found : phrase({cue.range.end, words.clause.end}, limit, cue, false);
    }
    const ByteRange left{words.clause.begin, cue.range.begin};
    if (cue.agreement != Agreement::kNone && subjects_.has_no_subject(left)) return std::nullopt;
    if (before && cue.agreement == Agreement::kNone) return without_subject(cue, left, right, limit);
    if (auto found =
            before ? subject_around(cue, left, right, limit) : subject_behind_quote(cue, left, right, limit))
      return found;
    if (cue.agreement == Agreement::kSeveral || cue.agreement == Agreement::kNone) return std::nullopt;
    return referent(gender_of(cue.agreement), before ? words.clause.begin : draft.quote.spans[0].begin,
                    Resolution::kContinued, {});
  }

  /// Of a noun ("гасло |тренера Шаповала| – «"), whose words they are stands behind it; a gerund or an
  /// infinitive has no subject of its own.
  std::optional<Found> without_subject(const Cue& cue, ByteRange left, ByteRange right, std::size_t limit) {
    if (cue.kind == CueClass::kNoun)
      if (auto found = phrase(right, limit, cue, false)) return found;
    if (auto found = by_subject_of_sentence(left)) return found;
    for (const Cue& verb : page_.cues_in(left))
      if (verb.is_predicate()) return subject_before({left.begin, verb.range.begin}, verb);
    if (people_.language() == people::Language::kEnglish) return std::nullopt;
    return referent(Gender::kUnknown, left.begin, Resolution::kContinued, {});
  }

  /// The subject of a verb before the quotation.
  std::optional<Found> subject_around(const Cue& cue, ByteRange left, ByteRange right, std::size_t limit) {
    if (auto found = subject_behind(left, right, gender_of(cue.agreement))) return found;
    if (auto found = subject_before(left, cue)) return found;
    if (auto found = phrase(right, limit, cue, true)) return found;
    return subjects_.noun_before(left, cue);
  }

  /// The subject of a verb inside or behind the quotation.
  std::optional<Found> subject_behind_quote(const Cue& cue, ByteRange left, ByteRange right,
                                            std::size_t limit) {
    if (auto found = subject_near(left, gender_of(cue.agreement))) return found;
    return phrase(right, limit, cue, true);
  }

  /// Whom a region behind `cue` names whose first words are the subject, or the phrase's noun. What is in
  /// apposition to it ends before byte `limit`.
  std::optional<Found> phrase(ByteRange region, std::size_t limit, const Cue& cue, bool subject) {
    const Gender gender = subject ? gender_of(cue.agreement) : Gender::kUnknown;
    auto words = page_.words_in(region);
    if (words.empty()) return std::nullopt;
    for (std::size_t i = 0; subject && i < words.size() && i < 2; ++i) {
      if (subjects_.pronoun(words[i])) return by_pronoun(words[i], region);
      if (subjects_.nominative_in(region, gender, false)) break;  // "один із засновників |Лев Лящ|"
      if (auto nobody = subjects_.indefinite(words.subspan(i))) return nobody;
    }
    if (auto found = subjects_.by_name(region, gender))
      return subjects_.with_words_before(std::move(*found), region);
    if (auto found = subjects_.quoted_name({region.begin, limit}, false)) return found;
    auto found = subjects_.by_description(region, gender, cue.agreement == Agreement::kSeveral);
    if (!found) found = subjects_.unnamed(region, !subject || cue.agreement == Agreement::kSeveral);
    if (found && (!found->person || found->speaker.resolution == Resolution::kRole))
      if (auto bearer = subjects_.by_apposition(*found, region.end, limit)) return bearer;
    return found;
  }

  std::optional<Found> by_pronoun(ByteRange word, ByteRange region) {
    auto agreement = subjects_.pronoun(word);
    if (!agreement) return std::nullopt;
    return referent(gender_of(*agreement), region.begin, Resolution::kPronoun, word);
  }

  /// The subject between the author's first word and the cue: "Baird |said|", "він |каже|".
  std::optional<Found> subject_near(ByteRange left, Gender gender) {
    auto words = page_.words_in(left);
    if (words.empty()) return std::nullopt;
    if (people_.language() == people::Language::kEnglish)
      if (auto found = subjects_.english_subject(left, gender)) return found;
    if (auto found = subjects_.by_name(left, gender)) return found;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (subjects_.pronoun(words[i])) return by_pronoun(words[i], left);
      if (auto nobody = subjects_.indefinite(words.subspan(i))) return nobody;
    }
    return subjects_.by_description(left, gender);
  }

  /// The subject of the sentence that leads to the quotation: the name in the nominative nearest to the
  /// cue, a pronoun, a description.
  std::optional<Found> subject_before(ByteRange left, const Cue& cue) {
    const Gender gender = gender_of(cue.agreement);
    auto words = page_.words_in(left);
    if (words.empty()) return std::nullopt;
    if (cue.agreement == Agreement::kSeveral && subjects_.opens_with_place(subjects_.last_clause(left)))
      return subjects_.unnamed(text::trimmed(page_.text(), subjects_.last_clause(left)), true);
    if (people_.language() == people::Language::kEnglish)
      if (auto found = subjects_.english_subject(left, gender)) return found;
    if (auto mention = subjects_.nominative_in(left, gender, true)) return subjects_.by_mention(*mention);
    for (std::size_t i = words.size(); i-- > 0 && i + 6 > words.size();) {
      if (subjects_.pronoun(words[i])) return by_pronoun(words[i], left);
      if (auto nobody = subjects_.indefinite(words.subspan(i))) return nobody;
    }
    const ByteRange clause = subjects_.last_clause(left);
    if (auto found = subjects_.quoted_name(text::trimmed(page_.text(), clause), true)) return found;
    auto named = subjects_.by_name(clause, gender);
    if (named && (named->person || named->speaker.resolution == Resolution::kName)) return named;
    const bool several = cue.agreement == Agreement::kSeveral;
    if (auto found = subjects_.by_description(clause, gender, several)) return found;
    if (named) return named;
    if (auto found = subjects_.by_description(left, gender, several); found && found->person) return found;
    return subjects_.described_by(clause);
  }

  /// "про те, що Сич прийшов, каже |Ольга Рись|: «": a name right behind the verb is its subject, unless one
  /// stands right before it.
  std::optional<Found> subject_behind(ByteRange left, ByteRange right, Gender gender) {
    if (people_.language() == people::Language::kEnglish) return std::nullopt;  // "sources say Sich …"
    const auto mention = subjects_.nominative_in(right, gender, false);
    if (!mention) return std::nullopt;
    const auto& [range, person, full, role, oblique] = people_.mentions()[*mention];
    const std::size_t begin = role.empty() || role.begin > range.begin ? range.begin : role.begin;
    if (begin < right.begin || !page_.words_in({right.begin, begin}).empty()) return std::nullopt;
    if (const auto before = subjects_.nominative_in(left, gender, true))
      if (page_.words_in({people_.mentions()[*before].range.end, left.end}).empty()) return std::nullopt;
    return subjects_.by_mention(*mention);
  }

  /// "|Рись| прийшов, додавши, що «": who is named in the nominative, the pronoun, or the description.
  std::optional<Found> by_subject_of_sentence(ByteRange left) {
    if (const auto mention = subjects_.nominative_in(left, Gender::kUnknown, true))
      return subjects_.by_mention(*mention);
    auto words = page_.words_in(left);
    for (std::size_t i = words.size(); i-- > 0;)
      if (subjects_.pronoun(words[i])) return by_pronoun(words[i], left);
    if (auto found = subjects_.by_description(left, Gender::kUnknown)) return found;
    if (people_.language() == people::Language::kEnglish) return std::nullopt;
    // "|Профспілка| зібрала підписи, наголошуючи: «"
    const bool noun = !words.empty() && words[0].begin == page_.sentence_begin(left.begin) &&
                      !subjects_.is_adverbial(words[0]) &&
                      (subjects_.classes(words[0]) & (people::kPreposition | people::kConjunction)) == 0 &&
                      page_.cues_in(words[0]).empty() && !subjects_.is_quoted(words[0].begin) &&
                      verb_by_ending(page_, words[0]).range.empty();
    if (!noun) return std::nullopt;
    return subjects_.as_written(words.first(1));
  }

  /// Whom a pronoun or a verb without subject means: the speaker of the quotation before or the subject
  /// of the nearest sentence before byte `at`, whichever is nearer.
  std::optional<Found> referent(Gender gender, std::size_t at, Resolution resolution, ByteRange mention) {
    auto found = subject_within_reach(gender, at);
    if (!found) {
      auto person = people_.latest(gender, at);
      if (!person) return std::nullopt;
      found.emplace();
      subjects_.fill(*found, *person);
    }
    found->speaker.mention = mention;
    if (found->speaker.resolution != Resolution::kUnnamed) found->speaker.resolution = resolution;
    return found;
  }

  /// The speaker of the quotation before or the subject of the nearest sentence before byte `at`, whichever
  /// is nearer.
  [[nodiscard]] std::optional<Found> subject_within_reach(Gender gender, std::size_t at) const {
    constexpr std::size_t kReach = 8;  // sentences
    const bool last_fits = last_.set && last_.at <= at && agree(last_.found.gender, gender);
    std::size_t end = at;
    for (std::size_t i = 0; i < kReach && end > 0; ++i) {
      const std::size_t begin = page_.sentence_begin(end - 1);
      if (last_fits && last_.at >= begin) break;
      if (auto index = subjects_.nominative_in({begin, end}, gender, false))
        return subjects_.by_mention(*index);
      if (auto found = topic({begin, end}, gender)) return found;
      end = begin;
    }
    return last_fits ? std::optional(last_.found) : std::nullopt;
  }

  /// What a sentence without a nominative begins with: "|Депутата Сича| відповідь не влаштувала.",
  /// "|Науковець| не образився."
  [[nodiscard]] std::optional<Found> topic(ByteRange sentence, Gender gender) const {
    if (const auto at = people_.mention_at(sentence)) {
      const auto& mention = people_.mentions()[*at];
      const bool role = !mention.role.empty() && mention.role.begin < mention.range.begin;
      const std::size_t begin = role ? mention.role.begin : mention.range.begin;
      if (mention.full && !subjects_.is_quoted(begin) && page_.words_in({sentence.begin, begin}).empty() &&
          agree(people_.people()[mention.person].gender, gender))
        return subjects_.by_mention(*at);
    }
    auto found = subjects_.by_description(sentence, gender);
    if (!found || !found->person || subjects_.is_quoted(found->speaker.mention.begin) ||
        !page_.words_in({sentence.begin, found->speaker.mention.begin}).empty())
      return std::nullopt;
    return found;
  }

  /// A name with a colon before the quotation, or a dash and a name behind it.
  std::optional<Found> by_name_beside(const Draft& draft) const {
    const auto& paragraphs = page_.paragraphs();
    if (draft.judgement.colon) {
      const std::size_t begin = draft.quote.marked[0].begin;
      if (auto found = subjects_.by_name({page_.sentence_begin(begin), begin}, Gender::kUnknown))
        return found;
      if (auto found = by_label(draft)) return found;
    }
    if (draft.dash && draft.quote.marked[0].begin > paragraphs[draft.first_paragraph].begin)
      if (auto found = by_label(draft)) return found;
    if (draft.first_paragraph > 0 && draft.quote.marked[0].begin == paragraphs[draft.first_paragraph].begin &&
        is_name_line(page_, paragraphs[draft.first_paragraph - 1])) {
      return subjects_.by_name(paragraphs[draft.first_paragraph - 1], Gender::kUnknown);
    }
    if (draft.dash && draft.first_paragraph > 0)
      if (auto found = by_label(paragraphs[draft.first_paragraph - 1])) return found;
    const auto paragraph = paragraphs[draft.last_paragraph];
    const std::size_t end = draft.quote.marked.back().end;
    std::size_t at = page_.over_blanks(end, paragraph.end);
    if (page_.at(at, paragraph.end) == ',') at = page_.over_blanks(at + 1, paragraph.end);
    if (!draft.dash && end <= paragraph.end && text::is_dash(page_.at(at, paragraph.end))) {
      const ByteRange rest{at, paragraph.end};
      if (page_.words_in(rest).size() <= 4) return subjects_.by_name(rest, Gender::kUnknown);
    }
    if (auto found = by_bracket(draft)) return found;
    return by_signature(draft);
  }

  /// "«…». (|Мирослава|, 62 роки, пенсіонерка)": a name in brackets behind the quotation.
  [[nodiscard]] std::optional<Found> by_bracket(const Draft& draft) const {
    const std::size_t limit = page_.paragraphs()[draft.last_paragraph].end;
    std::size_t at = page_.over_blanks(draft.quote.marked.back().end, limit);
    if (text::is_sentence_end(page_.at(at, limit))) at = page_.over_blanks(at + 1, limit);
    if (page_.at(at, limit) != '(') return std::nullopt;
    const auto close = page_.text().find(')', at);
    const ByteRange inside{at + 1, close > limit ? limit : close};
    const ByteRange name = subjects_.up_to_comma(inside);
    auto found = subjects_.by_name(name, Gender::kUnknown);
    if (!found || !page_.words_in({inside.begin, found->speaker.mention.begin}).empty()) return std::nullopt;
    const auto role = people_.description_in({name.end, inside.end});
    if (found->speaker.role.empty() && role) found->speaker.role = std::string(role->range.of(page_.text()));
    return found;
  }

  /// "|Відвідувач|: «…»": at most four words that open the sentence, as they stand.
  [[nodiscard]] std::optional<Found> by_label(const Draft& draft) const {
    const std::size_t begin = page_.sentence_begin(draft.quote.marked[0].begin);
    return by_label({begin, page_.back_over_blanks(std::max(begin, draft.quote.marked[0].begin), begin)});
  }
  [[nodiscard]] std::optional<Found> by_label(ByteRange label) const {
    constexpr std::size_t kLongest = 4;  // words
    auto words = page_.words_in(label);
    if (words.empty() || words.size() > kLongest || words[0].begin != label.begin) return std::nullopt;
    if (page_.before(label.end, label.begin) != ':' || !page_.cues_in(label).empty()) return std::nullopt;
    if (!text::is_upper(page_.at(label.begin, label.end))) return std::nullopt;
    if (subjects_.has_no_subject({label.begin, words.back().begin})) return std::nullopt;  // "It was like:"
    Found found = subjects_.as_written(words);
    if (const auto person = people_.resolve(found.speaker.name, label.begin)) {
      subjects_.fill(found, *person);
      found.speaker.resolution = Resolution::kShort;
    } else if (auto described = subjects_.by_description(label, Gender::kUnknown);
               described && described->person && is_role_of(*described->person, words.back())) {
      return described;
    }
    return found;
  }

  [[nodiscard]] bool is_role_of(std::size_t person, ByteRange noun) const {
    const auto role = text::folded(people_.role(people_.people()[person]));
    return role.find(text::folded(noun.of(page_.text()))) != std::string::npos;
  }

  /// A quotation that is its paragraph, and a full name that opens the next, short one: an epigraph.
  [[nodiscard]] std::optional<Found> by_signature(const Draft& draft) const {
    constexpr std::size_t kLongest = 12;  // words
    const auto& paragraphs = page_.paragraphs();
    const auto own = paragraphs[draft.last_paragraph];
    if (draft.dash || draft.last_paragraph + 1 >= paragraphs.size()) return std::nullopt;
    if (draft.quote.marked[0].begin != own.begin ||
        !page_.words_in({draft.quote.marked.back().end, own.end}).empty())
      return std::nullopt;
    const auto next = paragraphs[draft.last_paragraph + 1];
    const char32_t last = page_.before(next.end, next.begin);
    if (page_.words_in(next).size() > kLongest || last == '.' || last == ':' || !page_.cues_in(next).empty())
      return std::nullopt;
    const auto mention = people_.mention_at(next);
    if (!mention || !people_.mentions()[*mention].full) return std::nullopt;
    if (!page_.words_in({next.begin, people_.mentions()[*mention].range.begin}).empty()) return std::nullopt;
    return subjects_.by_mention(*mention);
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
    if (subjects_.is_quoted(sentence.begin) || subjects_.is_quoted(page_.back_over_blanks(begin, floor) - 1))
      return std::nullopt;
    for (const auto& cue : page_.cues_in(sentence)) {
      if (!cue.is_predicate() || cue.kind == CueClass::kAct || cue.kind == CueClass::kCall) continue;
      const ByteRange left{sentence.begin, cue.range.begin},
          right = subjects_.up_to_comma({cue.range.end, sentence.end});
      auto found = subject_behind(left, right, gender_of(cue.agreement));
      if (!found) found = subject_before(left, cue);
      if (!found) found = phrase(right, sentence.end, cue, true);
      if (found) draft.quote.cue = cue.range;
      return found;
    }
    return std::nullopt;
  }

  /// The verb of saying beside mention `index` in its sentence: "Про це |повідомив| у Facebook директор Тихон
  /// Лящ."
  [[nodiscard]] ByteRange verb_of(std::size_t index, ByteRange sentence) const {
    constexpr std::size_t kReach = 8;  // words
    const ByteRange mention = people_.mentions()[index].range;
    for (const Cue& cue : page_.cues_in(sentence)) {
      if (!cue.is_predicate() || cue.kind > CueClass::kThink) continue;
      const ByteRange between = cue.range.end <= mention.begin ? ByteRange{cue.range.end, mention.begin}
                                                               : ByteRange{mention.end, cue.range.begin};
      if (page_.words_in(between).size() <= kReach) return cue.range;
    }
    return {};
  }

  /// Who spoke last, or the subject of the sentence before.
  std::optional<Found> by_neighbours(Draft& draft) {
    const std::size_t at = draft.quote.spans[0].begin;
    if (auto found = by_sentence_before(draft)) return found;
    const bool near = last_.set && last_.paragraph + (draft.dash ? 4 : 1) >= draft.first_paragraph;
    // "– Хто там? – спитав Лящ. / – Свої.": who asked does not answer.
    if (near && draft.dash && last_.asked && last_.paragraph + 1 == draft.first_paragraph)
      return std::nullopt;
    if (near) {
      auto found = last_.found;
      found.speaker.mention = {};
      if (found.speaker.resolution != Resolution::kUnnamed) found.speaker.resolution = Resolution::kContinued;
      return found;
    }
    if (at == 0) return std::nullopt;
    const std::size_t end = page_.sentence_begin(draft.quote.marked[0].begin);
    if (end == 0) return std::nullopt;
    const ByteRange sentence{page_.sentence_begin(end - 1), end};
    if (auto index = subjects_.nominative_in(sentence, Gender::kUnknown, false)) {
      draft.quote.cue = verb_of(*index, sentence);
      return subjects_.by_mention(*index);
    }
    if (!draft.dash) return std::nullopt;
    return referent(Gender::kUnknown, at, Resolution::kContinued, {});
  }

  const Page& page_;
  const people::PeopleTable& people_;
  std::span<Draft> drafts_;
  Subjects subjects_;
  Last last_;
};

}  // namespace

void attribute(const Page& page, const people::PeopleTable& people, std::span<Draft> drafts) {
  Attributor(page, people, drafts).run();
}

}  // namespace sito::quotes

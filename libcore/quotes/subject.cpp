#include "quotes/subject.h"

#include <algorithm>
#include <string>

#include "data/tables.h"
#include "quotes/kind.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::quotes {
namespace {

constexpr std::string_view kArticle = "article";    // in data/subjects: "the", "his"
constexpr std::string_view kRelative = "relative";  // in data/subjects: "who"
constexpr std::string_view kJoins = "as";           // in data/subjects: "as he said"
constexpr std::string_view kBe = "be";              // in data/subjects: "was", which makes a passive
constexpr std::string_view kNobody = "nobody";      // in data/subjects: "somebody", "one of"

/// Whether a folded word ends as adverbs do; the longest row of data/adverb_endings that fits decides.
bool is_adverb(std::string_view word) {
  constexpr std::size_t kLongestEnding = 4;  // letters
  const auto& table = data::adverb_endings();
  std::size_t at = word.size();
  bool adverb = false;
  for (std::size_t i = 0; i < kLongestEnding && at > 0; ++i) {
    at -= text::decode_before(word, at).length;
    const auto rows = table.with_key(word.substr(at));
    if (!rows.empty()) adverb = table.row(rows.first).cells[1] == "adverb";
  }
  return adverb;
}

}  // namespace

Gender gender_of(Agreement agreement) {
  if (agreement == Agreement::kMasculine) return Gender::kMasculine;
  if (agreement == Agreement::kFeminine) return Gender::kFeminine;
  return Gender::kUnknown;
}

ByteRange Subjects::up_to_comma(ByteRange region) const {
  region.end = std::max(region.begin, region.end);
  const auto at = region.of(page_.text()).find_first_of(",;(:");
  return {region.begin, at == std::string_view::npos ? region.end : region.begin + at};
}

ByteRange Subjects::last_clause(ByteRange region) const {
  for (std::size_t at = region.end; at > region.begin;) {
    auto [c, length] = text::decode_before(page_.text(), at);
    const bool dash = text::is_dash(c) && text::is_blank(page_.at(at, region.end));
    if (c == ',' || c == ';' || c == ':' || dash) return {at, region.end};
    at -= length;
  }
  return region;
}

std::optional<Agreement> Subjects::pronoun(ByteRange word) const {
  const auto agreement = subject_row(page_, word);
  if (agreement.empty() || agreement == "-" || agreement == kRelative || agreement == kArticle ||
      agreement == kJoins || agreement == kNobody || agreement == kBe)
    return std::nullopt;
  switch (agreement[0]) {
    case 'm': return Agreement::kMasculine;
    case 'f': return Agreement::kFeminine;
    case 'n': return Agreement::kNeuter;
    default: return Agreement::kSeveral;
  }
}

std::optional<Found> Subjects::indefinite(std::span<const ByteRange> words) const {
  constexpr std::size_t kMostGoverned = 3;  // words
  if (subject_row(page_, words.front()) != kNobody) return std::nullopt;
  std::size_t last = 1;
  const bool goes_on = last < words.size() && words[last].begin - words[0].end == 1;
  const bool governs = goes_on && (classes(words[last]) & people::kPreposition) != 0;
  if (goes_on && !governs && !is_adverbial(words[last])) return std::nullopt;  // "one farmer"
  if (governs) {
    while (last < words.size() && last <= kMostGoverned && page_.cues_in(words[last]).empty() &&
           words[last].begin - words[last - 1].end == 1 && verb_by_ending(page_, words[last]).range.empty())
      ++last;
  }
  return as_written(words.first(last));
}

Found Subjects::with_words_before(Found found, ByteRange region) const {
  constexpr std::size_t kLongest = 12;  // words
  auto words = page_.words_in({region.begin, found.speaker.mention.begin});
  while (!words.empty() && is_adverbial(words.front())) words = words.subspan(1);
  if (!found.speaker.role.empty() || words.empty() || words.size() > kLongest) return found;
  constexpr unsigned kNone =
      people::kPreposition | people::kConjunction | people::kHonorific | people::kMedium | people::kFunction;
  if ((classes(words.front()) & kNone) != 0 || (classes(words.back()) & kNone) != 0) return found;
  if (text::is_upper(page_.at(words.front().begin, region.end))) return found;
  found.speaker.role =
      std::string(page_.text().substr(words.front().begin, words.back().end - words.front().begin));
  return found;
}

std::optional<Found> Subjects::by_apposition(const Found& described, std::size_t at,
                                             std::size_t limit) const {
  if (at >= limit || page_.text()[at] != ',') return std::nullopt;
  const std::size_t next = page_.over_blanks(at + 1, limit);
  auto mentions = people_.mentions();
  auto it =
      std::lower_bound(mentions.begin(), mentions.end(), next,
                       [](const auto& mention, std::size_t place) { return mention.range.begin < place; });
  if (it == mentions.end() || it->range.end > limit || !it->full) return std::nullopt;
  const bool with_role = !it->role.empty() && it->role.begin == next && it->role.end < it->range.begin;
  if (it->range.begin != next && !with_role) return std::nullopt;
  Found found = by_mention(static_cast<std::size_t>(it - mentions.begin()));
  const std::size_t begin = described.speaker.mention.begin, end = with_role ? it->role.end : at;
  found.speaker.role = std::string(page_.text().substr(begin, end - begin));
  return found;
}

unsigned Subjects::classes(ByteRange word) const { return people_.classes_at(word.begin); }

std::optional<Found> Subjects::cited(ByteRange region) const {
  if (auto found = by_full_name(region)) return found;
  auto described = by_description(region, Gender::kUnknown);
  if (described && described->person) return described;
  auto named = by_name(region, Gender::kUnknown);
  return named ? named : described;
}

std::optional<Found> Subjects::by_full_name(ByteRange region) const {
  const auto mention = full_mention_in(region, Gender::kUnknown);
  return mention ? std::optional(by_mention(*mention)) : std::nullopt;
}

std::optional<Found> Subjects::by_name(ByteRange region, Gender gender) const {
  if (auto mention = nominative_in(region, gender, false)) return by_mention(*mention);
  if (auto mention = full_mention_in(region, gender)) return by_mention(*mention);
  auto naming = people_.naming_in(region);
  if (naming && is_inside(names_, naming->mention.begin)) return std::nullopt;
  if (naming && !naming->person && follows_preposition(naming->mention, region)) return std::nullopt;
  if (naming) {
    const bool before = !naming->role.empty() && naming->role.begin < naming->mention.begin;
    if (is_governed(before ? naming->role.begin : naming->mention.begin, region)) return std::nullopt;
  }
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

std::optional<Found> Subjects::by_description(ByteRange region, Gender gender, bool several) const {
  auto description = people_.description_in(region);
  if (!description || !agree(description->gender, gender)) return std::nullopt;
  if (is_governed(description->range.begin, region)) return std::nullopt;
  Found found;
  description->range = up_to_verb(description->range);
  found.speaker.mention = description->range;
  found.gender = description->gender;
  if (!description->person || several) {
    found.speaker.name = std::string(description->range.of(page_.text()));
    found.speaker.resolution = Resolution::kUnnamed;
    return found;
  }
  fill(found, *description->person);
  if (found.speaker.role.empty()) found.speaker.role = std::string(description->range.of(page_.text()));
  found.speaker.resolution = Resolution::kRole;
  return found;
}

/// "|бабуся| й ставить миску", "|директор| поспішив": a description without what its bearer does.
ByteRange Subjects::up_to_verb(ByteRange description) const {
  auto words = page_.words_in(description);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool conjunction =
        (classes(words[i]) & people::kConjunction) != 0 && i + 1 < words.size() && is_verb(words[i + 1]);
    if (conjunction || is_verb(words[i]) || is_adverbial(words[i]))
      return {description.begin, words[i - 1].end};
  }
  return description;
}

bool Subjects::is_verb(ByteRange word) const {
  const auto cues = page_.cues_in(word);
  return (!cues.empty() && cues[0].is_predicate()) || !verb_by_ending(page_, word).range.empty();
}

void Subjects::fill(Found& found, std::size_t person) const {
  const auto& who = people_.people()[person];
  found.person = person;
  found.gender = who.gender;
  found.speaker.name = who.name;
  found.speaker.role = std::string(people_.role(who));
}

std::optional<Found> Subjects::unnamed(ByteRange region, bool governed) const {
  constexpr std::size_t kMost = 4, kMostAdverbs = 3;  // words
  auto words = page_.words_in(region);
  std::size_t first = 0, last = 0;
  // A plural noun may be of class function: "Лікарі" begins a sentence, and names nobody.
  constexpr unsigned kEndsHead = people::kPreposition | people::kConjunction | people::kMedium,
                     kEndsRest = people::kFunction | people::kPreposition | people::kConjunction;
  while (first < words.size() && first < kMostAdverbs && is_adverbial(words[first]) &&
         (classes(words[first]) & kEndsHead) == 0)
    ++first;
  if (first < words.size() && (classes(words[first]) & people::kPreposition) != 0) {
    if (!governed) return std::nullopt;
    ++first;
  }
  const std::size_t head = first;
  for (last = first; last < words.size() && last < first + kMost; ++last) {
    if ((classes(words[last]) & (last == head ? kEndsHead : kEndsRest)) != 0 || is_adverbial(words[last]))
      break;
    if (last > first &&
        page_.text().substr(words[last - 1].end, words[last].begin - words[last - 1].end).size() > 3)
      break;
  }
  if (last == first) return std::nullopt;
  return as_written(words.subspan(first, last - first));
}

Found Subjects::as_written(std::span<const ByteRange> words) const {
  Found found;
  found.speaker.mention = {words.front().begin, words.back().end};
  found.speaker.name = std::string(found.speaker.mention.of(page_.text()));
  found.speaker.resolution = Resolution::kUnnamed;
  return found;
}

bool Subjects::opens_with_place(ByteRange clause) const {
  constexpr std::size_t kLongest = 5, kLongestPreposition = 2;  // words; letters
  auto words = page_.words_in(clause);
  if (words.size() < 2 || words.size() > kLongest || people_.language() == people::Language::kEnglish)
    return false;
  if ((classes(words[0]) & people::kPreposition) == 0 ||
      text::code_points(words[0].of(page_.text())) > kLongestPreposition)
    return false;
  const auto institution =
      people::word_classes(text::folded(words[1].of(page_.text())), people_.language(), true);
  return (institution & people::kOrganization) != 0 ||
         (!is_adverbial(words[1]) && text::is_letter(page_.at(words[1].begin, words[1].end)) &&
          (institution & (people::kMedium | people::kPlace | people::kCalendar | people::kFunction)) == 0);
}

/// Whether a preposition of the region governs the words that begin at `at`: they are no subject.
bool Subjects::is_governed(std::size_t at, ByteRange region) const {
  auto words = page_.words_in({region.begin, std::max(at, region.begin)});
  if (words.empty() || people_.language() == people::Language::kEnglish) return false;
  return page_.over_blanks(words.back().end, at) == at && (classes(words.back()) & people::kPreposition) != 0;
}

bool Subjects::is_governed(const people::Mention& mention, ByteRange region) const {
  const bool before = !mention.role.empty() && mention.role.begin < mention.range.begin;
  return is_governed(before ? mention.role.begin : mention.range.begin, region);
}

/// "řekl |pro Český rozhlas|": what stands behind a preposition is no subject, unless the table knows it.
bool Subjects::follows_preposition(ByteRange mention, ByteRange region) const {
  auto words = page_.words_in({region.begin, mention.begin});
  if (words.empty()) return false;
  constexpr std::size_t kLongestPreposition = 3;  // letters
  const auto word = text::folded(words.back().of(page_.text()));
  if (people::role_noun(word, people_.language()).known) return false;
  return word == words.back().of(page_.text()) && text::code_points(word) <= kLongestPreposition;
}

/// The first mention in `region` that gives the full name.
std::optional<std::size_t> Subjects::full_mention_in(ByteRange region, Gender gender) const {
  auto mentions = people_.mentions();
  auto it = std::lower_bound(mentions.begin(), mentions.end(), region.begin,
                             [](const auto& mention, std::size_t at) { return mention.range.begin < at; });
  for (; it != mentions.end() && it->range.end <= region.end; ++it)
    if (it->full && agree(people_.people()[it->person].gender, gender))
      return static_cast<std::size_t>(it - mentions.begin());
  return std::nullopt;
}

std::optional<Found> Subjects::english_subject(ByteRange left, Gender gender) const {
  constexpr std::size_t kLongest = 8;  // words
  auto words = page_.words_in(last_clause(left));
  while (!words.empty() && is_adverbial(words.back()) && !is_article(words.back()))
    words = words.first(words.size() - 1);
  if (!words.empty() && is_marked(words.back()) && !is_inside(quoted_, left.end)) return std::nullopt;
  if (const auto head =
          relative_head(words.empty() ? left : ByteRange{words.front().begin, words.back().end});
      !head.empty())
    return english_phrase(head, gender);
  std::size_t first = words.size();
  while (first > 0 && words.size() - first < kLongest && !is_article(words[first - 1])) {
    const auto gap = first < words.size() ? words[first].begin - words[first - 1].end : 1;
    if (gap > 2 || is_verb(words[first - 1])) return std::nullopt;
    --first;
  }
  if (first == 0 || first == words.size() || !is_article(words[first - 1])) return std::nullopt;
  if (first > 1 && (classes(words[first - 2]) & people::kPreposition) != 0)
    return std::nullopt;  // "of the |Mail|"
  return english_phrase(words.subspan(first), gender);
}

/// Whether a word stands in marks, of speech or not.
bool Subjects::is_marked(ByteRange word) const {
  return is_quoted(word.begin) || is_inside(names_, word.begin);
}

/// "The |expert| who came", "The |Mill Society|, which …,": the words behind the article that opens the
/// region, up to a relative pronoun or a comma, where the region goes on.
std::span<const ByteRange> Subjects::relative_head(ByteRange region) const {
  constexpr std::size_t kLongest = 7;  // words
  auto words = page_.words_in(region);
  if (words.size() < 2 || !is_article(words.front())) return {};
  for (std::size_t i = 1; i < words.size() && i <= kLongest; ++i) {
    const bool comma = page_.text().substr(words[i - 1].end, words[i].begin - words[i - 1].end).find(',') !=
                       std::string_view::npos;
    const bool relative = subject_row(page_, words[i]) == kRelative;
    if (i > 1 && (comma || relative)) return words.subspan(1, i - 1);
  }
  const bool all = words.size() - 1 <= kLongest && words.back().end < region.end &&
                   region.of(page_.text()).find(',') != std::string_view::npos;
  return all ? words.subspan(1) : std::span<const ByteRange>{};
}

/// A person of the table whom the words name or describe, else the words.
Found Subjects::english_phrase(std::span<const ByteRange> words, Gender gender) const {
  const ByteRange phrase{words.front().begin, words.back().end};
  if (const auto mention = full_mention_in(phrase, gender)) return by_mention(*mention);
  if (auto found = by_description(phrase, gender); found && found->person) return *found;
  return as_written(words);
}

bool Subjects::is_article(ByteRange word) const {
  const auto agreement = subject_row(page_, word);
  return agreement == kArticle || agreement == kNobody;
}

std::optional<Found> Subjects::quoted_name(ByteRange region, bool left) const {
  constexpr std::size_t kMostWords = 4, kMostAdverbs = 2;
  const auto next = std::lower_bound(names_.begin(), names_.end(), region.begin,
                                     [](ByteRange place, std::size_t at) { return place.begin < at; });
  if (next == names_.end() || next->end > region.end) return std::nullopt;
  const ByteRange name =
      left ? *std::prev(std::upper_bound(next, names_.end(), region.end,
                                         [](std::size_t at, ByteRange place) { return at < place.end; }))
           : *next;
  auto before = page_.words_in({region.begin, name.begin}), after = page_.words_in({name.end, region.end});
  const bool beside =
      !left || (after.size() <= kMostAdverbs &&
                std::all_of(after.begin(), after.end(), [&](auto word) { return is_adverbial(word); }));
  if (!beside || before.empty() || before.size() > kMostWords || before.back().end + 1 != name.begin)
    return std::nullopt;
  const ByteRange noun = before.back();
  if ((classes(before.front()) & people::kPreposition) != 0) return std::nullopt;
  Found found;
  const std::size_t open = text::decode(page_.text(), name.begin).length,
                    close = text::decode_before(page_.text(), name.end).length;
  const ByteRange content{name.begin + open, name.end - close};
  found.speaker.mention = content;
  found.speaker.resolution = Resolution::kUnnamed;
  const bool acronym =
      text::is_upper(page_.at(noun.begin, noun.end)) && noun.begin != page_.sentence_begin(noun.begin);
  const auto post = people_.description_in({before.front().begin, noun.end});
  const bool is_post = people::role_noun(text::folded(noun.of(page_.text())), people_.language()).known;
  if (post && !is_post) return std::nullopt;  // "президент групи «Час»": somebody of it
  if (is_post && post) {
    found.speaker.name = std::string(content.of(page_.text()));
    found.speaker.role = std::string(post->range.of(page_.text()));
    found.speaker.resolution = Resolution::kName;
  } else if (acronym || is_acronym(noun)) {
    found.speaker.mention = {noun.begin, name.end};
    found.speaker.name = std::string(found.speaker.mention.of(page_.text()));
  } else if (title_noun_before(page_, name.begin, region.begin, true)) {
    found.speaker.name = std::string(content.of(page_.text()));
  } else {
    return std::nullopt;
  }
  return found;
}

/// "АТ", "ГО", "ТОВ": capitals only.
bool Subjects::is_acronym(ByteRange word) const {
  for (std::size_t at = word.begin; at < word.end;) {
    const auto [c, length] = text::decode(page_.text(), at);
    if (!text::is_upper(c)) return false;
    at += length;
  }
  return text::code_points(word.of(page_.text())) > 1;
}

std::optional<Found> Subjects::described_by(ByteRange clause) const {
  // "а |їхні сусіди|"
  for (auto words = page_.words_in(clause); words.size() > 1; words = words.subspan(1)) {
    if (!is_adverbial(words.front()) || (classes(words.front()) & people::kPreposition) != 0) break;
    clause.begin = words[1].begin;
  }
  constexpr std::size_t kLongest = 4, kLongestAtHead = 7;  // words
  auto words = page_.words_in(clause);
  const bool at_head = !words.empty() && words[0].begin == page_.sentence_begin(clause.begin);
  if (words.empty() || words.size() > (at_head ? kLongestAtHead : kLongest)) return std::nullopt;
  const bool none = !subject_row(page_, words[0]).empty();
  while (!words.empty() && is_adverbial(words.back())) words = words.first(words.size() - 1);
  if (words.empty()) return std::nullopt;
  if (none || text::code_points(words.back().of(page_.text())) < 3) return std::nullopt;
  return as_written(words);
}

bool Subjects::has_no_subject(ByteRange left) const {
  constexpr std::size_t kMostAdverbs = 3;  // words
  if (people_.language() != people::Language::kEnglish) return false;
  auto words = page_.words_in(left);
  for (std::size_t i = 0; i < kMostAdverbs && !words.empty(); ++i) {
    if (subject_row(page_, words.back()) == kBe || speaks_of_himself(page_, words.back())) return true;
    if (!is_adverbial(words.back()) || is_article(words.back())) return false;
    words = words.first(words.size() - 1);
  }
  return false;
}

std::optional<Found> Subjects::noun_before(ByteRange left, const Cue& cue) const {
  constexpr std::size_t kMostAdverbs = 2, kMostModifiers = 3;  // words
  if (!cue.is_predicate() || page_.back_over_blanks(cue.range.begin, left.begin) == left.begin)
    return std::nullopt;
  auto words = page_.words_in(last_clause(left));
  for (std::size_t i = 0; i < kMostAdverbs && !words.empty(); ++i)
    if (is_adverbial(words.back())) words = words.first(words.size() - 1);
  if (words.empty()) return std::nullopt;
  // "експерти |ЦПД|"
  const std::size_t noun = words.size() - (words.size() > 1 && is_acronym(words.back()) ? 2 : 1);
  if (!is_noun(words[noun], cue.agreement == Agreement::kSeveral)) return std::nullopt;
  std::size_t first = noun;
  while (first > 0 && noun - first < kMostModifiers &&
         (classes(words[first - 1]) & (people::kModifier | people::kFunction)) == people::kModifier)
    --first;
  if (first > 0 && (classes(words[first - 1]) & people::kPreposition) != 0) return std::nullopt;
  return as_written(words.subspan(first));
}

bool Subjects::is_adverbial(ByteRange word) const {
  const auto agreement = subject_row(page_, word);
  if (agreement.empty()) return is_adverb(text::folded(word.of(page_.text())));
  return agreement == "-" || agreement == kRelative || agreement == kArticle || agreement == kJoins ||
         agreement == kBe;
}

/// Whether a word may be a common noun: long enough, in no class, no verb. Plurals of people ("лікарі") are
/// function words to the finder of names; `several` lets them be nouns.
bool Subjects::is_noun(ByteRange word, bool several) const {
  constexpr std::size_t kShortest = 4;                                                 // letters
  constexpr std::u32string_view kPluralEndings = U"\u0438\u0456\u0457\u044Byi\u00E9";  // и і ї ы y i é
  constexpr unsigned kOther = people::kPreposition | people::kConjunction | people::kModifier |
                              people::kMedium | people::kPlace | people::kCalendar;
  const unsigned of = classes(word);
  if (text::code_points(word.of(page_.text())) < kShortest || (of & kOther) != 0) return false;
  const char32_t last = text::decode_before(page_.text(), word.end).code_point;
  const bool plural =
      several && kPluralEndings.find(last) != kPluralEndings.npos && subject_row(page_, word).empty();
  if ((of & people::kFunction) != 0 && !plural) return false;
  return text::is_lower(page_.at(word.begin, word.end)) && page_.cues_in(word).empty() &&
         verb_by_ending(page_, word).range.empty() && !is_marked(word);
}

Found Subjects::by_mention(std::size_t index) const {
  const auto& mention = people_.mentions()[index];
  Found found;
  fill(found, mention.person);
  if (!mention.role.empty()) found.speaker.role = std::string(mention.role.of(page_.text()));
  found.speaker.mention = mention.range;
  found.speaker.resolution = mention.full ? Resolution::kName : Resolution::kShort;
  return found;
}

/// Whether a mention is written as the person's name is: the nominative.
bool Subjects::is_nominative(const people::Mention& mention) const {
  const auto at = static_cast<std::size_t>(&mention - people_.mentions().data());
  Known& known = nominative_[at];
  if (known == Known::kUnasked) {
    const auto name = text::folded(people_.people()[mention.person].name);
    const bool same = name.find(text::folded(mention.range.of(page_.text()))) != std::string::npos;
    known = !mention.role_oblique && same ? Known::kYes : Known::kNo;
  }
  return known == Known::kYes;
}

bool Subjects::is_quoted(std::size_t at) const { return is_inside(quoted_, at); }

bool Subjects::is_inside(const std::vector<ByteRange>& sorted, std::size_t at) {
  auto next = std::upper_bound(sorted.begin(), sorted.end(), at,
                               [](std::size_t place, ByteRange range) { return place < range.begin; });
  return next != sorted.begin() && at < std::prev(next)->end;
}

std::optional<std::size_t> Subjects::nominative_in(ByteRange place, Gender gender, bool last) const {
  auto mentions = people_.mentions();
  auto begin = std::lower_bound(mentions.begin(), mentions.end(), place.begin,
                                [](const auto& mention, std::size_t at) { return mention.range.begin < at; });
  std::optional<std::size_t> result;
  for (auto it = begin; it != mentions.end() && it->range.end <= place.end; ++it) {
    if (!agree(people_.people()[it->person].gender, gender) || !is_nominative(*it) ||
        is_quoted(it->range.begin) || is_governed(*it, place))
      continue;
    result = static_cast<std::size_t>(it - mentions.begin());
    if (!last) break;
  }
  return result;
}
}  // namespace sito::quotes

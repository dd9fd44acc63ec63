#include "people/table.h"

#include <algorithm>
#include <array>

#include "people/nominative.h"
#include "people/table_builder.h"
#include "text/character.h"
#include "text/words.h"

namespace sito::people {
namespace {

constexpr std::size_t kMostCandidates = 64;  // persons or mentions looked at for one answer
constexpr std::size_t kMostNames = 16;       // names looked at in one clause
constexpr std::size_t kMostTokens = 64;      // of a clause that is searched for a description

/// Posts that one description may stand for, field by field; the nearest first.
constexpr std::array<std::array<std::string_view, 6>, 5> kNearFields = {{
    {"state", "official", "politics", "diplomat", "city", "media"},
    {"science", "medicine", "school", "", "", ""},
    {"business", "official", "", "", "", ""},
    {"art", "media", "", "", "", ""},
    {"military", "official", "law", "", "", ""},
}};
constexpr std::string_view kAnybody = "person";
constexpr std::string_view kFamily = "family";
constexpr std::string_view kAnyOffice = "official";
constexpr std::array<std::string_view, 2> kPostsOfOne = {"city", "state"};

bool is_post_of_one(const RoleNoun& noun) {
  return std::find(kPostsOfOne.begin(), kPostsOfOne.end(), noun.field) != kPostsOfOne.end();
}

}  // namespace

PeopleTable::PeopleTable(std::string_view text, std::string_view language)
    : PeopleTable(text, language, text::words(text)) {}

PeopleTable::PeopleTable(std::string_view text, std::string_view language, std::span<const ByteRange> words)
    : text_(text),
      language_(language_of(language, text)),
      tokens_(people::tokens(text, words)),
      words_(text_, tokens_, language_) {
  names_ = find_names(words_);
  for (const Name& name : names_)
    if (!name.is_full() && !name.starts_sentence) lone_capitals_.insert(words_.folded(name.first_token));
  TableBuilder(*this).build();
}

std::optional<std::size_t> PeopleTable::mention_at(ByteRange place) const {
  const auto found = std::partition_point(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
    return mention.range.end <= place.begin;
  });
  if (found == mentions_.end() || found->range.begin >= place.end) return std::nullopt;
  return static_cast<std::size_t>(found - mentions_.begin());
}

unsigned PeopleTable::classes_at(std::size_t begin) const {
  const std::size_t at = first_token_in({begin, begin});
  return at < tokens_.size() && tokens_[at].range.begin == begin ? words_.word(at).classes : 0;
}

std::size_t PeopleTable::first_token_in(ByteRange place) const {
  const auto found = std::partition_point(
      tokens_.begin(), tokens_.end(), [&](const Token& token) { return token.range.begin < place.begin; });
  return static_cast<std::size_t>(found - tokens_.begin());
}

/// The number of the person's last mention before byte `at`, counted from 1; 0 if there is none.
std::size_t PeopleTable::named_before(std::size_t person, std::size_t at) const {
  const Persons& places = mentions_of_[person];
  const auto after = std::partition_point(
      places.begin(), places.end(), [&](std::size_t mention) { return mentions_[mention].range.begin < at; });
  return after == places.begin() ? 0 : *(after - 1) + 1;
}

std::optional<std::size_t> PeopleTable::nearest(const Persons& persons, Gender gender, std::size_t at) const {
  std::optional<std::size_t> best, behind;
  std::size_t best_mention = 0;
  const std::size_t stop = persons.size() > kMostCandidates ? persons.size() - kMostCandidates : 0;
  for (std::size_t i = persons.size(); i > stop; --i) {
    const std::size_t person = persons[i - 1];
    if (clash(people_[person].gender, gender)) continue;
    const std::size_t mention = named_before(person, at);
    if (mention == 0) {
      behind = person;  // persons are numbered by their first mention, and we go down
    } else if (mention > best_mention) {
      best = person;
      best_mention = mention;
    }
  }
  return best ? best : behind;
}

std::optional<std::size_t> PeopleTable::resolve(std::string_view mention, std::size_t at) const {
  const std::vector<Token> of_mention = people::tokens(mention);
  const Vocabulary words(mention, of_mention, language_);
  const std::vector<Name> names = find_names(words);
  for (const Name& name : names) {
    const bool by_given = name.surname.empty();
    const auto& index = by_given ? by_given_ : by_surname_;
    for (const NameReading& reading : name_readings(words, name)) {
      const auto found = index.find(by_given ? reading.given : reading.surname);
      if (found == index.end()) continue;
      Persons fitting;
      for (std::size_t person : found->second) {
        const std::string given =
            text::folded(people_[person].name.substr(0, people_[person].name.find(' ')));
        if (!by_given && !reading.given.empty() && given != reading.given) continue;
        fitting.push_back(person);
        if (fitting.size() == kMostCandidates) break;
      }
      if (auto person = nearest(fitting, reading.gender, at)) return person;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> PeopleTable::latest(Gender gender, std::size_t before) const {
  auto mention = std::partition_point(mentions_.begin(), mentions_.end(),
                                      [&](const Mention& of) { return of.range.begin < before; });
  for (std::size_t steps = 0; mention != mentions_.begin() && steps < kMostCandidates; ++steps) {
    --mention;
    if (!clash(people_[mention->person].gender, gender)) return mention->person;
  }
  return std::nullopt;
}

bool PeopleTable::is_complement(const Name& name, std::size_t first_token) const {
  if (name.is_full()) return false;
  if (name.last_token < tokens_.size() && tokens_[name.last_token].before == Gap::kBlank &&
      std::any_of(names_.begin() + (&name - names_.data()) + 1,
                  names_.begin() + std::min<std::ptrdiff_t>(&name - names_.data() + 2, std::ssize(names_)),
                  [&](const Name& next) { return next.first_token == name.last_token; }))
    return true;
  const auto role = role_before(words_, first_token, name.first_token);
  if (!role || role->oblique) return false;
  const NameReading reading = name_readings(words_, name).front();
  if (reading.oblique) return true;
  const auto mention = mention_at(name.range);
  if (!mention) return false;
  const std::string known = text::folded(people_[mentions_[*mention].person].name);
  return known.find(text::folded(name.range.of(text_))) == known.npos;
}

bool PeopleTable::is_institution(std::size_t at) const {
  return (words_.word(at).noun_classes & (kOrganization | kMedium)) != 0;
}

/// Whether a lone word that no list and no other mention knows has its capital for another reason.
bool PeopleTable::is_mere_capital(const Name& name, std::size_t first_token) const {
  if (name.is_full() || language_ == Language::kEnglish) return false;
  const std::size_t word = name.first_token;
  if (word > first_token && (words_.word(word - 1).classes & kPreposition) != 0) return true;
  const std::size_t next = name.last_token;
  const bool goes_on =
      next < tokens_.size() && tokens_[next].before == Gap::kBlank && tokens_[next].shape == Shape::kLower;
  if (goes_on && is_institution(next)) return true;
  // "|Рівненський| лікар"
  if (goes_on && name.starts_sentence && (words_.word(word).classes & kModifier) != 0 &&
      words_.word(next).role.known)
    return true;
  // "pro Český rozhlas |Plus|"
  if (word > first_token + 1 && tokens_[word - 1].shape == Shape::kLower && is_institution(word - 1) &&
      tokens_[word - 2].shape == Shape::kCapital)
    return true;
  return name.starts_sentence && name.certainty == Certainty::kCapitals &&
         !lone_capitals_.contains(words_.folded(word));
}

Naming PeopleTable::naming(const Name& name, std::size_t first_token) const {
  Naming result;
  result.mention = name.range;
  result.full = name.is_full();
  result.certainty = name.certainty;
  result.gender = name.gender;
  auto role = role_before(words_, first_token, name.first_token);
  if (!role) role = role_after(words_, name.last_token);
  if (role) result.role = role->range;
  if (const auto mention = mention_at(name.range)) {
    const std::size_t person = mentions_[*mention].person;
    result.person = person;
    result.name = people_[person].name;
    result.gender = people_[person].gender;
    result.certainty = Certainty::kKnown;
    if (!role) result.role = people_[person].role;
    return result;
  }
  const NameReading reading = name_readings(words_, name).front();
  result.name = nominative(words_, name, reading);
  if (result.gender == Gender::kUnknown) result.gender = reading.gender;
  if (result.gender == Gender::kUnknown && role && !role->oblique) result.gender = role->gender;
  return result;
}

std::optional<Naming> PeopleTable::naming_in(ByteRange clause) const {
  const std::size_t first_token = first_token_in(clause);
  const auto first = std::partition_point(names_.begin(), names_.end(),
                                          [&](const Name& name) { return name.range.begin < clause.begin; });
  const Name* fallback = nullptr;
  std::size_t looked_at = 0;
  for (auto name = first; name != names_.end() && name->range.begin < clause.end && looked_at < kMostNames;
       ++name, ++looked_at) {
    if (is_complement(*name, first_token)) continue;
    if (name->certainty == Certainty::kKnown || mention_at(name->range)) return naming(*name, first_token);
    if (fallback == nullptr && !is_mere_capital(*name, first_token)) fallback = &*name;
  }
  if (fallback == nullptr) return std::nullopt;
  return naming(*fallback, first_token);
}

std::optional<std::size_t> PeopleTable::nearest_of_field(std::string_view field, Gender gender,
                                                         std::size_t at) const {
  const auto found = by_field_.find(field);
  return found == by_field_.end() ? std::nullopt : nearest(found->second, gender, at);
}

std::string_view PeopleTable::complement_of(ByteRange role, std::size_t head) const {
  if (role.end <= tokens_[head].range.end) return {};
  const std::string_view behind = text_.substr(tokens_[head].range.end, role.end - tokens_[head].range.end);
  const auto first = behind.find_first_not_of(' ');
  return first == behind.npos ? std::string_view() : behind.substr(first, behind.find(',') - first);
}

/// "глава |МВФ|" is whoever was "руководитель |МВФ|", whatever else somebody else is the head of.
std::optional<std::size_t> PeopleTable::bearer_by_complement(const Role& role, std::size_t at) const {
  const RoleNoun& noun = words_.word(role.head).role;
  const std::string_view complement = complement_of(role.range, role.head);
  if (complement.empty()) return std::nullopt;
  for (const std::string_view post : {noun.lemma, noun.field}) {
    const auto found = by_complement_.find({post, complement});
    if (found == by_complement_.end()) continue;
    if (auto person = nearest(found->second, noun.gender, at)) return person;
  }
  return std::nullopt;
}

std::optional<std::size_t> PeopleTable::bearer(const Role& role, std::size_t at) const {
  const RoleNoun& noun = words_.word(role.head).role;
  const Gender gender = noun.gender;
  if (auto person = bearer_by_complement(role, at)) return person;
  if (const auto found = by_post_.find(noun.lemma); found != by_post_.end())
    if (auto person = nearest(found->second, gender, at)) return person;
  if (noun.field == kFamily) return std::nullopt;  // "його мати" is somebody else
  if (noun.field == kAnybody && gender != Gender::kUnknown) return latest(gender, at);
  if (auto person = latest_without_post(noun, at)) return person;
  // "міністр" is "глава МОЗ" who was named last rather than the president.
  const auto same = nearest_of_field(noun.field, gender, at);
  const auto official = is_post_of_one(noun) ? nearest_of_field(kAnyOffice, gender, at) : std::nullopt;
  if (same && official) return named_before(*official, at) > named_before(*same, at) ? official : same;
  if (same) return same;
  for (const auto& group : kNearFields) {
    if (std::find(group.begin(), group.end(), noun.field) == group.end()) continue;
    for (std::string_view field : group)
      if (auto person = nearest_of_field(field, gender, at)) return person;
  }
  return only_person(noun);
}

/// Somebody of whom no post is known and who was named last; or before others, where a post has one holder
/// ("міністр" is not the president).
std::optional<std::size_t> PeopleTable::latest_without_post(const RoleNoun& noun, std::size_t at) const {
  auto mention = std::partition_point(mentions_.begin(), mentions_.end(),
                                      [&](const Mention& of) { return of.range.begin < at; });
  for (std::size_t steps = 0; mention != mentions_.begin() && steps < kMostCandidates; ++steps) {
    const Person& person = people_[(--mention)->person];
    if (clash(person.gender, noun.gender)) continue;
    if (person.role.empty() && person.name.find(' ') != std::string::npos) return mention->person;
    if (!is_post_of_one(noun)) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::size_t> PeopleTable::only_person(const RoleNoun& noun) const {
  std::optional<std::size_t> only;
  for (std::size_t person = 0; person < std::min(people_.size(), kMostCandidates); ++person) {
    if (!mentions_[people_[person].first_mention].full || clash(people_[person].gender, noun.gender))
      continue;
    if (only) return std::nullopt;
    only = person;
  }
  // There is one mayor: whoever is known for something else is not.
  return only && is_post_of_one(noun) && !people_[*only].role.empty() ? std::nullopt : only;
}

std::optional<Description> PeopleTable::description_in(ByteRange clause) const {
  const std::size_t first = first_token_in(clause);
  const std::size_t last = std::min(first_token_in({clause.end, clause.end}), first + kMostTokens);
  const auto role = role_alone(words_, first, last);
  if (!role) return std::nullopt;
  Description result;
  result.range = role->range;
  result.gender = role->gender;
  result.person = bearer(*role, clause.begin);
  return result;
}

}  // namespace sito::people

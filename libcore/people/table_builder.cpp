#include "people/table_builder.h"

#include <algorithm>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::people {
namespace {

constexpr std::size_t kMostNamesakes = 64;  // looked at for one name, the latest first
constexpr int kUnlikely = 4;                // readings whose score is lower than the best by more are dropped
constexpr std::size_t kNamesBack = 12;      // names that the tokens before a name can hold
constexpr std::size_t kWordsInBrackets = 6;  // behind a name of a list
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestRole = 400;  // bytes that still count as fuller

constexpr std::u32string_view kGenitiveEnds = U"\u0438\u0456\u0457\u044Byi\u00E9\u00ED";

char32_t initial_of(std::string_view text, const Name& name) {
  if (name.given.empty()) return 0;
  return text::to_lower(text::decode(text, name.given.begin).code_point);
}

void drop_unlikely(std::vector<NameReading>& readings) {
  const int least = readings.front().score - kUnlikely;
  std::erase_if(readings, [&](const NameReading& reading) { return reading.score < least; });
}

/// A name stands in the case of the post before it: "губернатора |Олександра Лаврова|".
void prefer_case_of(const std::optional<Role>& role, int nominative, std::vector<NameReading>& readings) {
  if (!role || role->caseless) return;
  for (NameReading& reading : readings) {
    if (reading.oblique == role->oblique) reading.score += role->oblique ? 3 : nominative;
    if (clash(reading.gender, role->gender)) reading.score -= 3;
  }
  std::stable_sort(readings.begin(), readings.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
}

/// "голова |Дубравки| Ніна Сич": the place in somebody's post is nobody.
bool is_in_role(const Name& name, const std::optional<Role>& role) {
  return role && name.certainty != Certainty::kKnown && role->range.begin <= name.range.begin &&
         name.range.end <= role->range.end;
}

bool add_once(std::vector<std::size_t>& persons, std::size_t person) {
  if (!persons.empty() && persons.back() == person) return false;
  persons.push_back(person);
  return true;
}

int fullness(const Name& name) {
  if (!name.is_full()) return 0;
  if (name.initials) return 1;
  return name.patronymic.empty() ? 2 : 3;
}

}  // namespace

void TableBuilder::build() {
  last_seen_.clear();
  count_lone_words();
  add_full_names();
  last_seen_.assign(drafts_.size(), kNone);
  add_short_names();
  std::sort(sightings_.begin(), sightings_.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  finish_people();
  finish_mentions();
}

/// The token behind the full name before name `index`: a role does not reach across another person.
std::size_t TableBuilder::behind_name_before(std::size_t index) const {
  for (std::size_t steps = 0; index > 0 && steps < kNamesBack; ++steps) {
    const Name& name = table_.names_[--index];
    if (accepted_[index] || (name.is_full() && name.certainty == Certainty::kKnown)) return name.last_token;
  }
  return 0;
}

TableBuilder::Sighting TableBuilder::sighting_of(std::size_t index) const {
  const Name& name = table_.names_[index];
  Sighting result;
  result.name = index;
  const std::size_t first = behind_name_before(index);
  result.before = role_before(table_.words_, first, name.first_token);
  result.after = role_after(table_.words_, name.last_token);
  if (!name.is_full()) return result;
  if (result.after) leave_next_name(result);
  take_plural_role(result);
  if (!result.before) result.before = role_set_off(table_.words_, first, name.first_token, name.last_token);
  return result;
}

/// Whether name `index` and the one before it are parted by a comma or a conjunction only.
bool TableBuilder::is_joined(std::size_t index) const {
  if (index == 0 || index >= table_.names_.size()) return false;
  const Name &left = table_.names_[index - 1], &right = table_.names_[index];
  if (!left.is_full() || !right.is_full()) return false;
  const Gap gap = table_.tokens_[right.first_token].before;
  if (right.first_token == left.last_token) return gap == Gap::kComma;
  // "A |(ліцей), |B"
  const bool bracket = gap == Gap::kComma && table_.tokens_[left.last_token].before == Gap::kBracket &&
                       right.first_token - left.last_token <= kWordsInBrackets;
  if (bracket) {
    const std::size_t last = table_.tokens_[right.first_token - 1].range.end;
    return last < table_.text_.size() && table_.text_[last] == ')';
  }
  return right.first_token == left.last_token + 1 && gap == Gap::kBlank &&
         (table_.words_.word(left.last_token).classes & kConjunction) != 0;
}

bool TableBuilder::may_be_nominative(const Name& name) const {
  const auto& readings = readings_of(name);
  return std::any_of(readings.begin(), readings.end(), [&](const NameReading& reading) {
    return !reading.oblique && reading.score >= readings.front().score - kUnlikely;
  });
}

/// "|депутати| Олег Сич, Ніна Рись та Іван Лящ": the role of the first of several names.
void TableBuilder::take_plural_role(Sighting& sighting) const {
  const Name& name = table_.names_[sighting.name];
  auto& before = sighting.before;
  if (!is_joined(sighting.name + 1)) return;
  if (before && !before->oblique) {  // "knihovnice" is both
    const RoleNoun& noun = table_.words_.plural_role(before->head);
    before->plural = noun.known && !noun.oblique;
    return;
  }
  if (!may_be_nominative(name)) return;
  if (!may_be_nominative(table_.names_[sighting.name + 1])) return;
  const std::size_t first = behind_name_before(sighting.name);
  if (auto plural = plural_role_before(table_.words_, first, name.first_token)) before = plural;
}

/// "člen Radek Mouka, |starosta Alois Kubíček|": what stands behind a name may be the next one's role.
void TableBuilder::leave_next_name(Sighting& sighting) const {
  const std::size_t next = sighting.name + 1;
  if (next >= table_.names_.size()) return;
  const Name& name = table_.names_[next];
  ByteRange& role = sighting.after->range;
  if (!name.is_full() || name.certainty != Certainty::kKnown || !may_be_nominative(name)) return;
  const bool within = name.range.begin < role.end;
  const bool behind =
      table_.tokens_[name.first_token].before == Gap::kDash && name.range.begin - role.end < 8;
  if (!within && !behind) return;
  const std::string_view text = table_.text_.substr(0, std::min(role.end, name.range.begin));
  const std::size_t comma = text.rfind(',');
  const std::size_t piece = comma == text.npos || comma < role.begin ? role.begin : comma + 1;
  if (within) {
    // "син мера Олега Рися": only a post in the nominative right before the name is the next one's.
    const auto theirs = role_before(table_.words_, table_.names_[sighting.name].last_token, name.first_token);
    if (!theirs || theirs->oblique || theirs->range.begin > piece + 1) return;
    const std::string_view words = text.substr(theirs->range.begin);
    if (table_.language_ == Language::kEnglish && std::count(words.begin(), words.end(), ' ') > 2) return;
  }
  if (piece > role.begin)
    role.end = comma;
  else if (within)
    sighting.after.reset();
}

const std::vector<NameReading>& TableBuilder::readings_of(const Name& name) const {
  auto [found, is_new] = readings_.try_emplace(name.range.of(table_.text_));
  if (is_new) found->second = name_readings(table_.words_, name);
  return found->second;
}

/// How often each word stands alone with a capital: surnames come again.
void TableBuilder::count_lone_words() {
  for (const Name& name : table_.names_) {
    if (!name.is_full()) ++lone_[table_.words_.folded(name.first_token)];
    if (name.is_full() && name.certainty == Certainty::kKnown)
      surnames_.insert(table_.words_.folded(name.last_token - 1));
  }
}

bool TableBuilder::comes_alone(const Name& name, std::size_t times) const {
  const std::string_view word = table_.words_.folded(name.last_token - 1);
  const auto hyphen = word.rfind('-');
  for (const auto part : {word, hyphen == word.npos ? word : word.substr(hyphen + 1)}) {
    const auto found = lone_.find(part);
    if (found != lone_.end() && found->second >= times) return true;
  }
  return false;
}

/// Whether two capitals and no list speak for a person: by how each language writes other names.
bool TableBuilder::is_person_by_capitals(const Name& name) const {
  const std::size_t first = name.first_token, last = name.last_token - 1;
  if ((table_.words_.word(first).noun_classes & kModifier) != 0) return false;  // "Арабських Еміратів"
  // "групи |Добра Кава|"
  if (first > 0 && table_.tokens_[first].before == Gap::kBlank &&
      (table_.words_.word(first - 1).noun_classes & (kOrganization | kMedium)) != 0)
    return false;
  if (table_.language_ != Language::kUkrainian && table_.language_ != Language::kRussian)
    return comes_alone(name, 1) && !name.starts_sentence;
  if (!name.starts_sentence) return true;
  if (surnames_.contains(table_.words_.folded(last))) return false;  // "Згодом Лящ", where Оля Лящ is known
  // "Хоан Пуч прийшов", but "Команда Мостища програла": a name's end that no genitive has.
  const std::string_view word = table_.words_.folded(last);
  return data::vowels()
      .with_key(word.substr(word.size() - text::decode_before(word, word.size()).length))
      .empty();
}

/// "хору |«Дзвони Карпат»|"
bool TableBuilder::is_quoted(const Name& name) const {
  if (table_.tokens_[name.first_token].before != Gap::kQuote) return false;
  constexpr std::u32string_view kClosing = U"\"\u00BB\u201C\u201D";
  const std::string_view text = table_.text_;
  return name.range.end < text.size() &&
         kClosing.find(text::decode(text, name.range.end).code_point) != kClosing.npos;
}

/// "архієпископом |Холмським Польської|"
bool TableBuilder::is_adjectives(const Name& name) const {
  std::size_t at = name.first_token;
  auto is_adjective = [&](std::size_t word) {
    return (table_.words_.word(word).classes & kModifier) != 0 || table_.words_.is_sure_oblique(word);
  };
  while (at < name.last_token && is_adjective(at)) ++at;
  return at == name.last_token && table_.language_ != Language::kEnglish;
}

/// Whether both words end as genitives do and foreign nominatives do not: "kierowniczka |Katedry Botaniki|".
bool TableBuilder::is_governed(const Name& name) const {
  for (std::size_t at = name.first_token; at < name.last_token; ++at) {
    const std::string_view word = table_.words_.folded(at);
    const char32_t last = text::decode_before(word, word.size()).code_point;
    if (kGenitiveEnds.find(last) == kGenitiveEnds.npos) return false;
  }
  return table_.language_ != Language::kEnglish;
}

bool TableBuilder::is_person(const Name& name, const Sighting& sighting) const {
  const bool has_role = sighting.before.has_value() || sighting.after.has_value();
  switch (name.certainty) {
    case Certainty::kKnown: return true;
    case Certainty::kEnding: {
      const bool line_start = table_.tokens_[name.first_token].before == Gap::kLine;
      if (has_role || !name.starts_sentence || line_start) return true;
      break;
    }
    case Certainty::kCapitals: break;
  }
  if (!is_script_of_text(name) || is_quoted(name) || is_adjectives(name)) return false;
  if (is_person_by_capitals(name)) return true;
  // Capitals alone may be an institution, "директор групи Добра Кава"; behind a post or its country they are
  // not.
  if (sighting.after) return true;
  if (!sighting.before || name.last_token - name.first_token < 2) return false;
  if (!sighting.before->oblique && is_governed(name)) return false;
  return sighting.before->head + 1 == name.first_token ||
         (table_.words_.word(name.first_token - 1).noun_classes & (kPlace | kDedication)) == kPlace;
}

void TableBuilder::add_full_names() {
  accepted_.assign(table_.names_.size(), false);
  std::optional<Role> shared;  // a plural before the name before
  for (std::size_t index = 0; index < table_.names_.size(); ++index) {
    const Name& name = table_.names_[index];
    if (!name.is_full()) continue;
    Sighting sighting = sighting_of(index);
    const bool shares = shared && is_joined(index) && !sighting.before && !sighting.after &&
                        may_be_nominative(name) && !clash(shared->gender, name.gender);
    if (shares) sighting.before = shared;
    shared.reset();
    if (shares ? !is_script_of_text(name) || is_quoted(name) : !is_person(name, sighting)) continue;
    if (sighting.before && sighting.before->plural) shared = sighting.before;
    std::vector<NameReading> readings = readings_of(name);
    constexpr int kBefore = 2,
                  kApposition = 4;  // "речник Джо Гардена" is no "Джо Гардена", an apposition agrees
    prefer_case_of(sighting.before ? sighting.before : sighting.after,
                   sighting.before ? kBefore : kApposition, readings);
    drop_unlikely(readings);
    const auto known = same_person(name, readings);
    if (known) {
      sighting.person = *known;
      narrow(*known, name, readings);
    } else {
      sighting.person = create(name, std::move(readings));
    }
    accepted_[index] = sighting.before.has_value();
    drafts_[sighting.person].names.push_back(index);
    sightings_.push_back(sighting);
  }
}

bool TableBuilder::fits(const Draft& draft, const Name& name, char32_t initial,
                        const NameReading& reading) const {
  if (draft.initial != 0 && initial != 0 && draft.initial != initial) return false;
  return std::any_of(draft.readings.begin(), draft.readings.end(), [&](const NameReading& of) {
    if (of.surname != reading.surname || clash(of.gender, reading.gender)) return false;
    return name.initials || of.given.empty() || of.given == reading.given;
  });
}

std::optional<std::size_t> TableBuilder::same_person(const Name& name,
                                                     const std::vector<NameReading>& readings) const {
  const char32_t initial = initial_of(table_.text_, name);
  for (const NameReading& reading : readings) {
    const auto found = table_.by_surname_.find(reading.surname);
    if (found == table_.by_surname_.end()) continue;
    const auto& persons = found->second;
    const std::size_t stop = persons.size() > kMostNamesakes ? persons.size() - kMostNamesakes : 0;
    for (std::size_t at = persons.size(); at > stop; --at)
      if (fits(drafts_[persons[at - 1]], name, initial, reading)) return persons[at - 1];
  }
  return std::nullopt;
}

std::size_t TableBuilder::create(const Name& name, std::vector<NameReading> readings) {
  const std::size_t person = drafts_.size();
  for (const NameReading& reading : readings) {
    if (!reading.surname.empty()) add_once(table_.by_surname_[reading.surname], person);
    // "Валід аль-Муаллем", then "Муаллем".
    const auto hyphen = reading.surname.rfind('-');
    if (hyphen != std::string_view::npos)
      add_once(table_.by_surname_[reading.surname.substr(hyphen + 1)], person);
    if (!reading.given.empty()) add_once(table_.by_given_[reading.given], person);
  }
  Draft draft;
  draft.initial = initial_of(table_.text_, name);
  draft.lone = !name.is_full();
  draft.readings = std::move(readings);
  drafts_.push_back(std::move(draft));
  return person;
}

void TableBuilder::narrow(std::size_t person, const Name& name, const std::vector<NameReading>& readings) {
  for (NameReading& of : drafts_[person].readings) {
    const auto same = std::find_if(readings.begin(), readings.end(), [&](const NameReading& reading) {
      const bool surname = reading.surname.empty() || reading.surname == of.surname;
      return surname &&
             (name.initials || reading.given.empty() || of.given.empty() || reading.given == of.given);
    });
    // A lone surname tells what it cannot come from, and no number of full names that may come from it says
    // otherwise; what it may come from stays as likely as it was.
    constexpr int kImpossible = 8;
    const int agreement = same == readings.end() ? -kImpossible : 1 + (name.is_full() ? same->score : 0);
    of.score += agreement;
    if (same != readings.end() && of.given.empty() && !same->given.empty()) {
      of.given = same->given;
      add_once(table_.by_given_[of.given], person);
    }
    if (same != readings.end() && of.gender == Gender::kUnknown) of.gender = same->gender;
  }
}

std::optional<std::size_t> TableBuilder::latest_of(const std::vector<std::size_t>& persons,
                                                   Gender gender) const {
  const std::size_t stop = persons.size() > kMostNamesakes ? persons.size() - kMostNamesakes : 0;
  std::size_t best = kNone, behind = kNone;
  for (std::size_t i = persons.size(); i > stop; --i) {
    const std::size_t person = persons[i - 1];
    if (clash(drafts_[person].readings.front().gender, gender)) continue;
    const std::size_t seen = last_seen_[person];
    if (seen == kNone)
      behind = person;
    else if (best == kNone || seen > last_seen_[best])
      best = person;
  }
  if (best == kNone) best = behind;
  return best == kNone ? std::nullopt : std::optional(best);
}

/// A lone word may be a given name of somebody, or a surname, also where it is a known given name: "Райан".
std::optional<std::size_t> TableBuilder::meant_by(const Name& name,
                                                  const std::vector<NameReading>& readings) const {
  for (const auto* index : {&table_.by_given_, &table_.by_surname_})
    for (const NameReading& reading : readings) {
      if (index == &table_.by_given_ && reading.given.empty()) continue;
      const auto found = index->find(reading.given.empty() ? reading.surname : reading.given);
      if (found == index->end()) continue;
      const bool agrees = index == &table_.by_given_ || name.given.empty();
      if (auto person = latest_of(found->second, agrees ? reading.gender : Gender::kUnknown)) return person;
    }
  return std::nullopt;
}

/// "президент |Кавор|", and Кавор again; "пан |Кавор|".
bool TableBuilder::is_introduced(const Name& name, const Sighting& sighting) const {
  const std::size_t first = name.first_token;
  if (first == 0 || !is_script_of_text(name) || table_.tokens_[first].before != Gap::kBlank) return false;
  const RoleNoun& noun = table_.words_.word(first - 1).role;
  if ((table_.words_.word(first - 1).classes & kHonorific) != 0 && !noun.known) return true;
  return sighting.before && noun.known && !noun.oblique && comes_alone(name, 2) &&
         (table_.words_.word(first).noun_classes & kModifier) == 0;
}

bool TableBuilder::may_stand_alone(const Name& name) const {
  if (name.certainty == Certainty::kCapitals || name.starts_sentence || !is_script_of_text(name))
    return false;
  if (!surname_ending(table_.words_.folded(name.first_token)).known) return false;
  // "президент |Норвезької| асоціації": an adjective has its noun behind it.
  const bool goes_on =
      name.last_token < table_.tokens_.size() && table_.tokens_[name.last_token].before == Gap::kBlank;
  if (!goes_on) return true;
  const bool adjective = (table_.words_.word(name.first_token).classes & kModifier) != 0;
  return !adjective && table_.tokens_[name.last_token].shape == Shape::kLower;
}

bool TableBuilder::is_script_of_text(const Name& name) const {
  const bool cyrillic = table_.language_ == Language::kUkrainian || table_.language_ == Language::kRussian;
  return cyrillic == text::is_cyrillic(text::decode(table_.text_, name.range.begin).code_point);
}

/// "Приїхав Зайченко": two capitals that are no person may be a sentence's first word and a short mention.
bool TableBuilder::shorten(Name& name) const {
  if (name.certainty == Certainty::kKnown || !name.starts_sentence) return false;
  Name last;
  last.first_token = name.last_token - 1;
  last.last_token = name.last_token;
  last.range = last.surname = table_.tokens_[last.first_token].range;
  if (!meant_by(last, readings_of(last))) return false;
  name = last;
  return true;
}

void TableBuilder::add_short_names() {
  std::size_t full = 0;
  const std::size_t fulls = sightings_.size();
  for (std::size_t index = 0; index < table_.names_.size(); ++index) {
    while (full < fulls && sightings_[full].name < index) ++full;
    if (full < fulls && sightings_[full].name == index) {
      last_seen_[sightings_[full].person] = index;
      continue;
    }
    if (table_.names_[index].is_full() && !shorten(table_.names_[index])) continue;
    const Name& name = table_.names_[index];
    const std::vector<NameReading>& readings = readings_of(name);
    auto person = meant_by(name, readings);
    Sighting sighting;
    if (person) {
      sighting = sighting_of(index);
      narrow(*person, name, readings);
    } else {
      const bool in_role = (full < fulls && is_in_role(name, sightings_[full].before)) ||
                           (full > 0 && is_in_role(name, sightings_[full - 1].after));
      if (in_role) continue;
      sighting = sighting_of(index);
      if (name.certainty != Certainty::kKnown && !is_introduced(name, sighting) &&
          !(sighting.before && may_stand_alone(name)))
        continue;
      std::vector<NameReading> likely = readings;
      drop_unlikely(likely);
      person = create(name, std::move(likely));
      last_seen_.push_back(kNone);
    }
    sighting.person = *person;
    last_seen_[*person] = index;
    drafts_[*person].names.push_back(index);
    sightings_.push_back(sighting);
  }
}

bool TableBuilder::is_oblique(const Name& name, const NameReading& reading) const {
  for (const NameReading& of : readings_of(name)) {
    const bool same = (of.given.empty() || of.given == reading.given) &&
                      (of.surname.empty() || of.surname == reading.surname);
    if (same && !of.oblique) return false;
  }
  return true;
}

void TableBuilder::name_person(std::size_t index) {
  const Draft& draft = drafts_[index];
  const auto best = std::max_element(draft.readings.begin(), draft.readings.end(),
                                     [](const auto& a, const auto& b) { return a.score < b.score; });
  best_[index] = *best;
  std::size_t chosen = draft.names.front();
  bool chosen_oblique = true;
  int chosen_fullness = -1;
  for (std::size_t at : draft.names) {
    const Name& name = table_.names_[at];
    if (fullness(name) < chosen_fullness || (fullness(name) == chosen_fullness && !chosen_oblique)) continue;
    const bool oblique = is_oblique(name, *best);
    if (fullness(name) == chosen_fullness && oblique) continue;
    chosen = at, chosen_oblique = oblique, chosen_fullness = fullness(name);
  }
  NameReading reading = *best;
  reading.oblique = chosen_oblique;
  Person& person = table_.people_[index];
  person.name = nominative(table_.words_, table_.names_[chosen], reading);
  person.gender = best->gender;
}

void TableBuilder::finish_people() {
  // Persons are numbered by their first mention.
  std::vector<std::size_t> number(drafts_.size(), kNone);
  std::vector<Draft> ordered;
  for (Sighting& sighting : sightings_) {
    std::size_t& person = number[sighting.person];
    if (person == kNone) {
      person = ordered.size();
      ordered.push_back(std::move(drafts_[sighting.person]));
    }
    sighting.person = person;
  }
  drafts_ = std::move(ordered);
  for (auto* index : {&table_.by_surname_, &table_.by_given_})
    for (auto& [key, persons] : *index) {
      for (std::size_t& person : persons) person = number[person];
      std::sort(persons.begin(), persons.end());
    }
  table_.people_.resize(drafts_.size());
  best_.resize(drafts_.size());
  for (std::size_t person = 0; person < drafts_.size(); ++person) {
    std::sort(drafts_[person].names.begin(), drafts_[person].names.end());
    name_person(person);
  }
}

void TableBuilder::take_role(std::size_t index, const Mention& mention, const Role& role) {
  Person& person = table_.people_[index];
  const std::size_t head = role.head;
  const RoleNoun& singular = table_.words_.word(head).role;
  const RoleNoun& noun = singular.known ? singular : table_.words_.plural_role(head);
  if (person.gender == Gender::kUnknown && !role.oblique) person.gender = role.gender;
  add_once(table_.by_post_[noun.lemma], index);
  if (const auto hyphen = noun.lemma.find('-'); hyphen != noun.lemma.npos)
    add_once(table_.by_post_[noun.lemma.substr(0, hyphen)], index);  // "прем'єр-міністр", then "прем'єр"
  add_once(table_.by_field_[noun.field], index);
  if (const auto complement = table_.complement_of(mention.role, head); !complement.empty())
    for (const std::string_view post : {noun.lemma, noun.field})
      add_once(table_.by_complement_[{post, complement}], index);
  if (mention.role.size() > kLongestRole && !person.role.empty()) return;
  const bool better =
      person.role.empty() || (person_role_oblique_[index] && !mention.role_oblique) ||
      (person_role_oblique_[index] == mention.role_oblique && mention.role.size() > person.role.size());
  if (!better) return;
  person.role = mention.role;
  person_role_oblique_[index] = mention.role_oblique;
}

/// Whether a post may stand in another case than the nominative: for certain, or since all its cases look
/// alike
/// ("mluvčí", "аташе", "asp.").
bool TableBuilder::has_cases(const Role& role) const {
  constexpr std::u32string_view kEnds = U"\u0435\u0454\u0456e\u00ED";
  const std::string& word = table_.words_.folded(role.head);
  return role.oblique || role.caseless ||
         kEnds.find(text::decode_before(word, word.size()).code_point) != kEnds.npos;
}

void TableBuilder::finish_mentions() {
  person_role_oblique_.assign(table_.people_.size(), false);
  table_.mentions_of_.resize(table_.people_.size());
  for (Sighting& sighting : sightings_) {
    const Name& name = table_.names_[sighting.name];
    // "речник |Джо Байдена|": a post in the nominative is not that of a name in the genitive.
    // "премії Івана Сича, |майстер| показала": neither is a post behind it.
    for (auto* role : {&sighting.before, &sighting.after})
      if (*role && !has_cases(**role) && is_oblique(name, best_[sighting.person])) role->reset();
    const auto& role = sighting.before ? sighting.before : sighting.after;
    Mention mention{name.range, sighting.person, name.is_full(), {}, false};
    if (role) {
      mention.role = role->range;
      mention.role_oblique = role->oblique;
    }
    if (table_.mentions_of_[sighting.person].empty())
      table_.people_[sighting.person].first_mention = table_.mentions_.size();
    table_.mentions_of_[sighting.person].push_back(table_.mentions_.size());
    if (role) take_role(sighting.person, mention, *role);
    table_.mentions_.push_back(mention);
  }
}

}  // namespace sito::people

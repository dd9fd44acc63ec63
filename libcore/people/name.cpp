#include "people/name.h"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_set>

#include "data/tables.h"
#include "people/role.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::people {
namespace {

constexpr std::size_t kMostUnknown = 3;  // words of a name that no list knows
constexpr std::size_t kMostGiven = 3;
constexpr std::size_t kAcronymLetters = 4;  // at most
constexpr std::size_t kMostInitials = 3;
// Letters that end a genitive, beside those of its adjectives.
constexpr std::u32string_view kVowels =
    U"\u0430\u0435\u0438\u0456\u043E\u0443\u044B\u044E\u044F\u0454\u0457"
    U"aeiouy\u0105\u0119\u00F3\u00E1\u00E9\u00ED\u00FD\u016F\u011B";
constexpr std::u32string_view kForeignNominatives = U"\u0430\u043Eao";

constexpr unsigned kNoName = kPlace | kOrganization | kCalendar | kFunction | kHonorific | kPreposition;

class Finder {
 public:
  explicit Finder(const Vocabulary& words) : words_(words), text_(words.text()), tokens_(words.tokens()) {}

  std::vector<Name> find() {
    std::vector<Name> names;
    for (std::size_t at = 0; at < tokens_.size();) {
      const std::size_t behind = dedication_end(at);
      if (behind != at) {
        at = behind;
        continue;
      }
      const std::size_t next = match(at);
      if (next == at || is_named_place(next)) {
        at = std::max(at + 1, next);
        continue;
      }
      names.push_back(name_);
      at = next;
    }
    leave_governed_words(names);
    return names;
  }

 private:
  const NameFacts& facts(std::size_t at) const { return words_.name(at); }
  unsigned classes(std::size_t at) const { return words_.word(at).noun_classes; }
  bool is_role(std::size_t at) const {
    return words_.word(at).role.known && ((classes(at) & kSurname) == 0 || !is_surname_by_capital(at));
  }
  /// "прийшов |Пекар|", but "|Пекар| Іван Сич прийшов": a trade has its capital only from its sentence.
  bool is_surname_by_capital(std::size_t at) const {
    if (!has_capital(at)) return false;
    if (!starts_sentence(at) || !follows(at + 1) || !has_capital(at + 1) || !facts(at + 1).given) return true;
    return follows(at + 2) && has_capital(at + 2) && facts(at + 2).patronymic &&
           !(follows(at + 3) && has_capital(at + 3));
  }

  bool has_capital(std::size_t at) const {
    const Shape shape = tokens_[at].shape;
    return shape == Shape::kCapital || shape == Shape::kUpper;
  }
  bool follows(std::size_t at) const { return at < tokens_.size() && tokens_[at].before == Gap::kBlank; }
  bool follows_initial(std::size_t at) const {
    if (at >= tokens_.size()) return false;
    return tokens_[at].before == Gap::kStop || tokens_[at].before == Gap::kBlank;
  }
  bool same_script(std::size_t a, std::size_t b) const {
    auto cyrillic = [&](std::size_t at) {
      return text::is_cyrillic(text::decode(text_, tokens_[at].range.begin).code_point);
    };
    return cyrillic(a) == cyrillic(b);
  }
  bool starts_sentence(std::size_t at) const {
    switch (tokens_[at].before) {
      case Gap::kSentence:
      case Gap::kLine:
      case Gap::kQuote: return true;
      case Gap::kStop:  // "Ing. Jitka" goes on
        return at == 0 || (tokens_[at - 1].shape != Shape::kInitial && (classes(at - 1) & kHonorific) == 0);
      default: return false;
    }
  }

  /// Whether the word is no name's for certain: a place, an organisation's word, a role, an acronym.
  bool is_excluded(std::size_t at) { return (classes(at) & kNoName) != 0 || is_role(at); }
  /// Words that begin sentences and months are given names only with a surname: "Will Harlow", "Марта Рись".
  bool is_doubtful_given(std::size_t at) const {
    return (classes(at) & (kFunction | kCalendar | kOrganization)) != 0;
  }
  bool is_given(std::size_t at) const {
    if (!has_capital(at) || !facts(at).given) return false;
    return !is_doubtful_given(at) || (!facts(at).given_oblique && follows(at + 1) && has_capital(at + 1));
  }
  /// "Об'єднаних Еміратів": an adjective with a capital leads the name of an institution or a place.
  bool is_adjective(std::size_t at) const {
    return words_.language() != Language::kEnglish && (classes(at) & kModifier) != 0 && !facts(at).surname;
  }
  /// Whether a word ends as verbs of the text's language do: the capital is the sentence's.
  bool ends_as_verb(std::size_t at) const {
    constexpr std::size_t kShortest = 5;  // letters
    const std::string& word = words_.folded(at);
    const auto& endings = data::verb_endings();
    if (text::code_points(word) < kShortest) return false;
    for (std::size_t i = 0; i < endings.size(); ++i)
      if (endings.row(i).language == code_of(words_.language()) && word.ends_with(endings.row(i).key()))
        return true;
    return false;
  }
  bool may_be_oblique(std::size_t at) const {
    const auto of_word = readings(words_.folded(at), words_.language());
    return std::any_of(of_word.begin(), of_word.end(),
                       [](const Reading& reading) { return reading.oblique; });
  }
  bool is_acronym(std::size_t at) const {
    return tokens_[at].shape == Shape::kUpper && tokens_[at].range.size() <= 8 &&
           text::code_points(tokens_[at].range.of(text_)) <= kAcronymLetters;
  }
  bool may_be_surname(std::size_t at) { return has_capital(at) && !is_excluded(at) && !is_acronym(at); }
  bool is_long_acronym(std::size_t at) const {
    return text::code_points(tokens_[at].range.of(text_)) == kAcronymLetters;
  }
  /// Behind a given name also words that are somebody's post or town.
  bool may_follow_given(std::size_t given, std::size_t at) {
    if (!has_capital(at) || !same_script(given, at)) return false;
    if (may_be_surname(at)) return true;
    if ((classes(at) & (kOrganization | kHonorific | kPreposition)) != 0) return false;
    // Slavic months have no capitals: "Adam |Lipiec|".
    if ((classes(at) & kCalendar) != 0) return is_short_surname(given, at, true);
    // Only a headline in capitals would write a function word so: "Віталій |Ким|".
    if ((classes(at) & kFunction) != 0) return is_short_surname(given, at, false);
    if (is_acronym(at))
      return tokens_[given].shape != Shape::kUpper && text::code_points(tokens_[at].range.of(text_)) > 3;
    if (tokens_[at].shape != tokens_[given].shape) return false;
    return facts(at).surname || is_post_or_town_as_surname(given, at);
  }
  /// "Іван |Пекар|", "Еліна |Черкас|": no post or town follows a given name.
  bool is_post_or_town_as_surname(std::size_t given, std::size_t at) const {
    if (words_.language() == Language::kEnglish || is_doubtful_given(given) || facts(given).given_oblique)
      return false;
    if (tokens_[at].shape != Shape::kCapital) return false;
    return !is_role(at) || !words_.word(at).role.oblique;
  }
  bool is_short_surname(std::size_t given, std::size_t at, bool opens) const {
    return words_.language() != Language::kEnglish && tokens_[at].shape == Shape::kCapital &&
           tokens_[given].shape == Shape::kCapital && given + 1 == at && !is_doubtful_given(given) &&
           (opens || !starts_sentence(given));
  }
  bool is_particle(std::size_t at) {
    return at < tokens_.size() && tokens_[at].shape == Shape::kLower && (classes(at) & kParticle) != 0;
  }

  /// Where a surname with its particles that begins at `at` has its last word; none if it does not.
  std::size_t surname_end(std::size_t given, std::size_t at) {
    std::size_t word = at;
    while (word - at < 2 && follows(word) && is_particle(word)) ++word;
    if (word >= tokens_.size() || tokens_[word].before != Gap::kBlank) return at;
    return may_follow_given(given, word) ? word + 1 : at;
  }

  ByteRange bytes(std::size_t first, std::size_t last) const {
    if (first == last) return {};
    return {tokens_[first].range.begin, tokens_[last - 1].range.end};
  }

  std::size_t finish(std::size_t first, std::size_t last, Certainty certainty) {
    name_.first_token = first;
    name_.last_token = last;
    name_.range = bytes(first, last);
    if (tokens_[last - 1].shape == Shape::kInitial) ++name_.range.end;
    name_.certainty = certainty;
    name_.starts_sentence = starts_sentence(first);
    return last;
  }

  /// The token behind a name that is a street's or a theatre's: "вул. Івана Франка"; `at` if there is none.
  std::size_t dedication_end(std::size_t at) {
    auto capital = [&](std::size_t word) {
      return has_capital(word) || tokens_[word].shape == Shape::kInitial;
    };
    if (!capital(at) || !is_dedication(at)) return at;
    std::size_t end = at + 1;
    while (follows_initial(end) && capital(end) &&
           (follows(end) || tokens_[end - 1].shape == Shape::kInitial))
      ++end;
    return end;
  }

  /// "Queen Victoria |Street|"
  bool is_named_place(std::size_t behind) {
    return words_.language() == Language::kEnglish && follows(behind) && has_capital(behind) &&
           (classes(behind) & kDedication) != 0;
  }

  bool is_dedication(std::size_t at) {
    if (at == 0 || tokens_[at].before == Gap::kLine) return false;
    const Gap gap = tokens_[at].before;
    if (gap != Gap::kBlank && (gap != Gap::kStop || text_[tokens_[at - 1].range.end] != '.')) return false;
    // "на набережній |адмірала| Макарова"
    if (at > 1 && follows(at - 1) && words_.word(at - 1).role.oblique &&
        tokens_[at - 1].shape == Shape::kLower &&
        (classes(at - 2) & (kDedication | kPlace | kPreposition)) == kDedication)
      return true;
    if ((classes(at - 1) & kDedication) == 0 || tokens_[at - 1].shape != Shape::kLower) return false;
    // "староста |села| Юлія Пастух": a place that has somebody for a head
    const bool has_head = at > 1 && follows(at - 1) && is_role(at - 2) && (classes(at - 1) & kPlace) != 0;
    return !has_head && !is_nominative_name(at);
  }
  /// "експерт Інституту міста |Олександр Сергієнко|": streets and towns bear names in the genitive.
  bool is_nominative_name(std::size_t at) const {
    if (words_.language() == Language::kEnglish || !follows(at + 1) || !has_capital(at + 1)) return false;
    if (!facts(at).given || facts(at).given_oblique) return false;
    const std::vector<Reading> of_word = readings(words_.folded(at), words_.language());
    return std::none_of(of_word.begin(), of_word.end(), [](const Reading& reading) {
      return reading.oblique && given_name(reading.nominative).known;
    });
  }

  /// The token behind the name that begins at `at`, which is then in name_; `at` if none does.
  std::size_t match(std::size_t at) {
    name_ = {};
    const bool is_initial = tokens_[at].shape == Shape::kInitial;
    if (!is_initial && !has_capital(at)) return at;
    if (is_initial) return match_initials(at);
    // "штат |Джорджія| Бред Гарп"
    if ((classes(at) & kPlace) != 0 && follows(at + 1) && is_given(at + 1)) return at;
    if (is_given(at)) return match_given(at);
    if (is_excluded(at)) {
      if (is_place_as_surname(at)) return match_surname_initials(at);
      return (classes(at) & kNoName) == kPlace && has_patronymic(at) ? match_given(at)
                                                                     : at;  // "Рима Тарасівна"
    }
    if (is_acronym(at)) return is_long_acronym(at) && gives_surname_first(at) ? match_surname_first(at) : at;
    return match_unknown(at);
  }

  /// "|Лозова| Т. М."
  bool is_place_as_surname(std::size_t at) {
    return (classes(at) & kNoName) == kPlace && !is_role(at) && follows(at + 1) &&
           tokens_[at + 1].shape == Shape::kInitial;
  }

  std::size_t initials_end(std::size_t at) const {
    std::size_t end = at;
    while (end < tokens_.size() && end - at < kMostInitials && tokens_[end].shape == Shape::kInitial &&
           (end == at || follows_initial(end)))
      ++end;
    return end;
  }

  std::size_t match_initials(std::size_t at) {
    // "Ні. Потім", "Dr. Harlow": a short word is no initial.
    const bool is_word =
        text::code_points(tokens_[at].range.of(text_)) > 1 && (classes(at) & (kFunction | kHonorific)) != 0;
    if (is_word) return at;
    const std::size_t end = initials_end(at);
    std::size_t word = end;
    while (word - end < 2 && word < tokens_.size() && follows_initial(word) && is_particle(word)) ++word;
    if (word >= tokens_.size() || !follows_initial(word) || !may_be_surname(word)) return at;
    name_.given = bytes(at, end);
    ++name_.given.end;
    name_.initials = true;
    name_.surname = bytes(end, word + 1);
    name_.gender = surname_gender(word);
    return finish(at, word + 1, Certainty::kKnown);
  }

  Gender surname_gender(std::size_t at) { return surname_ending(words_.folded(at)).gender; }

  std::size_t match_given(std::size_t at) {
    std::size_t end = at + 1;
    while (end - at < kMostGiven && follows(end) && is_given(end)) ++end;
    const std::size_t patronymic = follows(end) && has_capital(end) && facts(end).patronymic ? end : 0;
    const std::size_t surname = surname_behind(at, end, patronymic);
    name_.gender = facts(at).gender;
    if (surname == 0 && has_surname_kept_back(end)) return given_with_initial(at, end);
    if (surname == 0) return given_without_surname(at, end, patronymic);
    name_.given = bytes(at, end_of_given_);
    if (patronymic != 0 && patronymic < surname) {
      name_.patronymic = tokens_[patronymic].range;
      name_.given = bytes(at, patronymic);
    }
    name_.surname = bytes(first_of_surname_, surname);
    return finish(at, surname, Certainty::kKnown);
  }

  /// The token behind the surname that follows given names [at, end); 0 if none does.
  std::size_t surname_behind(std::size_t at, std::size_t end, std::size_t patronymic) {
    std::size_t from = patronymic != 0 ? patronymic + 1 : end;
    end_of_given_ = end;
    if (from < tokens_.size() && tokens_[from].shape == Shape::kInitial && follows(from)) {
      const std::size_t behind = initials_end(from);
      if (behind < tokens_.size() && follows_initial(behind) && may_be_surname(behind)) {
        end_of_given_ = behind;
        first_of_surname_ = behind;
        return behind + 1;
      }
    }
    first_of_surname_ = from;
    std::size_t last = surname_end(at, from);
    if (last == from) return surname_among_given(at, end, patronymic);
    // A patronymic is followed by one word; foreign names may go on.
    while (patronymic == 0 && last - from < kMostUnknown &&
           (!facts(last - 1).surname || (last < tokens_.size() && facts(last).surname)) && follows(last) &&
           !is_given(last)) {
      const std::size_t more = surname_end(at, last);
      if (more == last || is_role(more - 1)) break;
      last = more;
    }
    return last;
  }

  /// "Іван Богдан": the last of several given names serves as the surname. A lone patronymic-like word is
  /// one too where a given name alone stands before it: "Лілія Гончаревич".
  std::size_t surname_among_given(std::size_t at, std::size_t end, std::size_t patronymic) {
    if (patronymic != 0 || end - at < 2) return 0;
    first_of_surname_ = end - 1;
    end_of_given_ = end - 1;
    return end;
  }

  /// "обвинувачений Артур |К.|": police and courts keep surnames back. Numbers of kings are no surnames.
  bool has_surname_kept_back(std::size_t at) const {
    constexpr std::u32string_view kNumerals = U"IVX";
    if (words_.language() == Language::kEnglish || !follows(at) || tokens_[at].shape != Shape::kInitial)
      return false;
    const char32_t letter = text::decode(text_, tokens_[at].range.begin).code_point;
    return same_script(at - 1, at) && kNumerals.find(letter) == kNumerals.npos &&
           (classes(at) & kFunction) == 0;
  }

  std::size_t given_with_initial(std::size_t at, std::size_t end) {
    name_.given = bytes(at, end);
    name_.surname = tokens_[end].range;
    finish(at, end + 1, Certainty::kKnown);
    // "Злата Ус.": a short surname, and the sentence's stop.
    if (text::code_points(name_.surname.of(text_)) > 1) name_.range.end = name_.surname.end;
    return end + 1;
  }

  std::size_t given_without_surname(std::size_t at, std::size_t end, std::size_t patronymic) {
    const std::size_t last = patronymic != 0 ? patronymic + 1 : end;
    if (patronymic == 0 && ((classes(at) & (kPlace | kHonorific)) != 0 || is_doubtful_given(at))) return at;
    name_.given = bytes(at, end);
    if (patronymic != 0) name_.patronymic = tokens_[patronymic].range;
    return finish(at, last, Certainty::kKnown);
  }

  /// "|Рима| Тарасівна Лагута": no list has the name, but what follows is a father's.
  bool has_patronymic(std::size_t at) const {
    return follows(at + 1) && has_capital(at + 1) && facts(at + 1).patronymic && !facts(at + 1).given &&
           !facts(at).patronymic && !facts(at).surname && !ends_as_verb(at);
  }

  std::size_t match_unknown(std::size_t at) {
    if (has_patronymic(at)) return match_given(at);
    if (follows(at + 1) && tokens_[at + 1].shape == Shape::kInitial) return match_surname_initials(at);
    if (gives_surname_first(at)) {
      const std::size_t end = match_surname_first(at);
      if (end != at) return end;
      return lone(at);
    }
    std::size_t end = at + 1;
    while (end - at < kMostUnknown && follows(end) && may_be_surname(end) && !is_given(end) &&
           same_script(at, end))
      ++end;
    if (end - at == 1) {
      const std::size_t particles = surname_end(at, end);
      if (particles > end + 1) end = particles;
    }
    if (end - at == 1 || (follows(end) && is_given(end))) return lone(at);
    if (end - at > 2 && starts_sentence(at) && ends_as_verb(at)) return at;  // "|Приїхав| Хоан Пуч"
    if (is_governed(at, end)) {
      behind_governed_ = at + 1;
      name_.surname = tokens_[at].range;
      return finish(at, at + 1, Certainty::kCapitals);
    }
    if (is_adjective(at) && (end - at > 2 || (!facts(end - 1).surname && may_be_oblique(end - 1)))) return at;
    name_.given = tokens_[at].range;
    name_.surname = bytes(at + 1, end);
    name_.gender = surname_gender(end - 1);
    const bool shown = facts(end - 1).surname || behind_governed_ == at;
    return finish(at, end, shown ? Certainty::kEnding : Certainty::kCapitals);
  }

  char32_t last_letter(std::size_t at) const {
    const std::string& word = words_.folded(at);
    return text::decode_before(word, word.size()).code_point;
  }
  bool ends_in_vowel(std::size_t at) const { return kVowels.find(last_letter(at)) != kVowels.npos; }

  /// Whether the first of three unknown words or more belongs to the post before them: "речник служби
  /// |Прилужжя| Корній Лящ". The post is in the nominative, so are the names of its bearer; the word is not.
  bool is_governed(std::size_t at, std::size_t end) const {
    if (end - at < 3 || !has_capital(at + 1) || at == 0 || tokens_[at].before != Gap::kBlank) return false;
    if (!ends_in_vowel(at)) return false;
    if (!may_be_oblique(at)) return false;
    // "речник Ейвінда Вада Нурдсена": all of it is somebody else's name.
    const char32_t last = last_letter(at);
    if (last_letter(at + 1) == last && last_letter(at + 2) == last) return false;
    const auto role = role_before(words_, 0, at);
    if (!role || !role->known || role->oblique) return false;
    // Right behind the post foreign given names look like genitives: "посол |Юка| Матті Рантанен".
    if (role->head + 1 < at || kForeignNominatives.find(last) == kForeignNominatives.npos) return true;
    return role->gender != Gender::kFeminine && !ends_in_vowel(at + 1);
  }

  std::string folded(std::size_t first, std::size_t last) const {
    std::string words;
    for (std::size_t at = first; at < last; ++at) words.append(words_.folded(at)).append(1, ' ');
    return words;
  }

  /// A name of two words that the text has elsewhere is not part of a longer one: "речниці Прилужжя |Оля
  /// Лящ|", and "каже Оля Лящ".
  void leave_governed_words(std::vector<Name>& names) const {
    auto is_unknown = [](const Name& name, std::size_t words) {
      return name.last_token - name.first_token == words && name.certainty != Certainty::kKnown;
    };
    std::unordered_set<std::string> pairs;
    for (const Name& name : names)
      if (is_unknown(name, 2) && !name.starts_sentence)
        pairs.insert(folded(name.first_token, name.last_token));
    if (pairs.empty()) return;
    for (Name& name : names) {
      if (!is_unknown(name, 3) || !pairs.contains(folded(name.first_token + 1, name.last_token))) continue;
      ++name.first_token;
      name.given = tokens_[name.first_token].range;
      name.surname = tokens_[name.first_token + 1].range;
      name.range = bytes(name.first_token, name.last_token);
      name.starts_sentence = false;
    }
  }

  std::size_t match_surname_initials(std::size_t at) {
    const std::size_t end = initials_end(at + 1);
    // "Міністр О. Сєнкевич": the initials belong to what follows them.
    const bool belongs_behind = end < tokens_.size() && follows_initial(end) && has_capital(end) &&
                                tokens_[end].before == Gap::kBlank;
    const bool surname_behind = end < tokens_.size() && tokens_[end].before == Gap::kStop &&
                                may_be_surname(end) && !facts(at).surname && facts(end).surname;
    if (belongs_behind || surname_behind) return lone(at);
    name_.surname = tokens_[at].range;
    name_.given = bytes(at + 1, end);
    ++name_.given.end;
    name_.initials = true;
    name_.gender = surname_gender(at);
    return finish(at, end, Certainty::kKnown);
  }

  bool gives_surname_first(std::size_t at) {
    return follows(at + 1) && is_given(at + 1) && same_script(at, at + 1);
  }

  /// "Сєнкевич Олександр", "Сєнкевич Олександр Федорович".
  std::size_t match_surname_first(std::size_t at) {
    const std::size_t given = at + 1;
    const bool patronymic = follows(given + 1) && has_capital(given + 1) && facts(given + 1).patronymic;
    const std::size_t end = patronymic ? given + 2 : given + 1;
    const bool surname_follows = follows(end) && has_capital(end) && may_follow_given(given, end);
    if (surname_follows && !(patronymic && facts(at).surname)) return at;
    const bool shown = facts(at).surname || tokens_[at].shape == Shape::kUpper ||
                       (patronymic && !facts(given).given_oblique && !ends_as_verb(at));
    if (!shown && (starts_sentence(at) || facts(given).given_oblique)) return at;
    name_.surname = tokens_[at].range;
    name_.given = tokens_[given].range;
    if (patronymic) name_.patronymic = tokens_[given + 1].range;
    name_.gender = facts(given).gender;
    return finish(at, end, Certainty::kKnown);
  }

  std::size_t lone(std::size_t at) {
    name_.surname = tokens_[at].range;
    name_.gender = surname_gender(at);
    return finish(at, at + 1, facts(at).surname ? Certainty::kEnding : Certainty::kCapitals);
  }

  const Vocabulary& words_;
  std::string_view text_;
  std::span<const Token> tokens_;
  Name name_;
  std::size_t end_of_given_ = 0;
  std::size_t first_of_surname_ = 0;
  std::size_t behind_governed_ = 0;  ///< the token behind a word that the post before it governs
};

}  // namespace

std::vector<Name> find_names(const Vocabulary& words) { return Finder(words).find(); }

std::vector<Name> find_names(std::string_view text, std::string_view language) {
  const std::vector<Token> all = tokens(text);
  return find_names(Vocabulary(text, all, language_of(language, text)));
}

}  // namespace sito::people

#include "people/lexicon.h"

#include <algorithm>
#include <array>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::people {
namespace {

constexpr std::array<std::string_view, 5> kCodes = {"uk", "ru", "en", "pl", "cs"};
constexpr std::size_t kSampleBytes = 64 * 1024;
constexpr std::size_t kShortestBeginning = 3;  // code points of a composed role noun
constexpr std::size_t kLongestBeginning = 7;
constexpr std::size_t kShortestComposed = 8;  // code points
constexpr std::size_t kLongestEnding = 7;     // code points, in data/declension and data/surname_endings

Gender gender_of(std::string_view cell) {
  if (cell == "m") return Gender::kMasculine;
  return cell == "f" ? Gender::kFeminine : Gender::kUnknown;
}

/// Calls `act(stem, ending)` for the endings of `word`, longest first, that leave at least `rest` code
/// points.
template <class Act>
void for_endings(std::string_view word, std::size_t rest, Act act) {
  std::array<std::size_t, kLongestEnding + 1> cuts{};
  std::size_t count = 0;
  std::size_t at = word.size();
  while (at > 0 && count < kLongestEnding) {
    at -= text::decode_before(word, at).length;
    cuts[count++] = at;
  }
  while (count > 0) {
    const std::size_t cut = cuts[--count];
    if (text::code_points(word.substr(0, cut)) >= rest) act(word.substr(0, cut), word.substr(cut));
  }
}

struct LetterCounts {
  std::size_t cyrillic = 0, ukrainian = 0, russian = 0, polish = 0, czech = 0, latin = 0;
};

/// Letters of which one language has more than the others: capitals and small ones below U+0530.
constexpr auto kTelling = [] {
  std::array<std::size_t LetterCounts::*, 0x530> telling{};
  auto tell = [&](std::u32string_view letters, std::size_t LetterCounts::*count) {
    for (const char32_t c : letters) telling[c] = count;
  };
  for (char32_t c = 0x0400; c <= 0x052F; ++c) telling[c] = &LetterCounts::cyrillic;
  for (char32_t c = 'a'; c <= 'z'; ++c) telling[c] = telling[c - 'a' + 'A'] = &LetterCounts::latin;
  tell(U"\u0456\u0457\u0454\u0491\u0406\u0407\u0404\u0490", &LetterCounts::ukrainian);
  tell(U"\u044B\u044D\u044A\u0451\u042B\u042D\u042A\u0401", &LetterCounts::russian);
  tell(U"\u0105\u0119\u0142\u017C\u015B\u0107\u0144\u017A", &LetterCounts::polish);
  tell(U"\u0104\u0118\u0141\u017B\u015A\u0106\u0143\u0179", &LetterCounts::polish);
  tell(U"\u011B\u0159\u016F\u010D\u0161\u017E\u00FD", &LetterCounts::czech);
  tell(U"\u011A\u0158\u016E\u010C\u0160\u017D\u00DD", &LetterCounts::czech);
  return telling;
}();

Language guessed(std::string_view text) {
  LetterCounts counts;
  for (std::size_t at = 0; at < text.size() && at < kSampleBytes;) {
    auto [c, length] = text::decode(text, at);
    if (c < kTelling.size() && kTelling[c] != nullptr) ++(counts.*kTelling[c]);
    at += length;
  }
  counts.cyrillic += counts.ukrainian + counts.russian;
  if (counts.cyrillic >= counts.latin)
    return counts.russian > counts.ukrainian ? Language::kRussian : Language::kUkrainian;
  const std::size_t foreign = std::max(counts.polish, counts.czech);
  if (foreign * 200 < counts.latin) return Language::kEnglish;
  return counts.polish >= counts.czech ? Language::kPolish : Language::kCzech;
}

unsigned class_bit(std::string_view name) {
  constexpr std::array<std::string_view, 14> kNames = {
      "particle",    "honorific", "place",    "organization", "calendar", "function",    "preposition",
      "conjunction", "medium",    "modifier", "dedication",   "surname",  "appointment", "prefix"};
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  return found == kNames.end() ? 0U : 1U << static_cast<unsigned>(found - kNames.begin());
}

unsigned exact_classes(std::string_view word, std::string_view code) {
  const data::Table& table = data::person_words();
  unsigned classes = 0;
  auto [first, last] = table.with_key(word);
  for (; first < last; ++first)
    if (table.row(first).language == code) classes |= class_bit(table.row(first).cells[1]);
  return classes;
}

/// Classes that a word has by its ending alone ("-ий" makes a modifier).
unsigned ending_classes(std::string_view word, std::string_view code) {
  unsigned classes = 0;
  std::string key;
  for_endings(word, 2, [&](std::string_view, std::string_view ending) {
    key.assign(1, '-').append(ending);
    classes |= exact_classes(key, code);
  });
  return classes;
}

Ending ending_in(std::string_view word, std::string_view part, auto accept) {
  const data::Table& table = data::surname_endings();
  Ending best;
  for_endings(word, 2, [&](std::string_view stem, std::string_view ending) {
    auto [first, last] = table.with_key(ending);
    for (; first < last && !best.known; ++first) {
      const data::Row row = table.row(first);
      if (row.cells[1] == part && accept(stem, row.cells[3])) best = {true, gender_of(row.cells[2])};
    }
  });
  return best;
}

/// Whether `stem` with one of the endings in `list` ("-,о") is a given name.
bool is_fathers_name(std::string_view stem, std::string_view list) {
  std::string name;
  while (!list.empty()) {
    const auto comma = std::min(list.find(','), list.size());
    const std::string_view ending = list.substr(0, comma);
    name.assign(stem);
    if (ending != "-") name += ending;
    if (const GivenName father = given_name(name); father.known && father.gender != Gender::kFeminine)
      return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

RoleNoun exact_role(std::string_view lemma, std::string_view code) {
  const data::Table& table = data::roles();
  auto [first, last] = table.with_key(lemma);
  for (; first < last; ++first) {
    const data::Row row = table.row(first);
    if (row.language == code) return {true, false, gender_of(row.cells[1]), row.key(), row.cells[2]};
  }
  return {};
}

bool ends_in_vowel(std::string_view word) {
  constexpr std::u32string_view kVowels =
      U"\u0430\u0435\u0451\u0438\u0456\u0457\u043E\u0443\u044B\u044D\u044E\u044F\u0454"
      U"aeiouy\u0105\u0119\u00F3\u00E1\u00E9\u00ED\u00FD\u00FA\u016F\u011B";
  return !word.empty() && kVowels.find(text::decode_before(word, word.size()).code_point) != kVowels.npos;
}

/// Of an ending: "ek", "ом"; letters that have a consonant in them ("я", "ій") may stand behind a vowel.
bool begins_with_vowel(std::string_view ending) {
  constexpr std::u32string_view kVowels = U"\u0430\u0435\u043Eaeo";
  return kVowels.find(text::decode(ending, 0).code_point) != kVowels.npos;
}

/// "мік|ологиня": rows may be endings; their keys begin with a hyphen.
RoleNoun role_by_ending(std::string_view lemma, std::string_view code) {
  RoleNoun found;
  std::string key;
  for_endings(lemma, kShortestBeginning, [&](std::string_view, std::string_view ending) {
    if (found.known) return;
    key.assign(1, '-').append(ending);
    found = exact_role(key, code);
  });
  return found;
}

/// "етно|хореографка": the word behind one of the beginnings of data/person_words; empty if there is none.
std::string_view without_prefix(std::string_view word, std::string_view code) {
  std::string key;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size() && letters < kLongestBeginning;) {
    at += text::decode(word, at).length;
    if (++letters < kShortestBeginning) continue;
    key.assign(word.substr(0, at)).append(1, '-');
    if ((exact_classes(key, code) & kPrefix) != 0) return word.substr(at);
  }
  return {};
}

RoleNoun plural_role(std::string_view word, Language language) {
  RoleNoun found;
  const data::Table& table = data::plural_endings();
  const std::string_view code = code_of(language);
  std::string singular;
  for_endings(word, 1, [&](std::string_view stem, std::string_view ending) {
    auto [first, last] = table.with_key(ending);
    for (; first < last; ++first) {
      const data::Row row = table.row(first);
      if (row.language != code || (found.known && !found.oblique)) continue;
      singular.assign(stem);
      if (row.cells[1] != "-") singular += row.cells[1];
      RoleNoun noun = exact_role(singular, code);
      if (!noun.known) continue;
      noun.oblique = row.cells[2] != "n";
      if (!found.known || !noun.oblique) found = noun;
    }
  });
  if (found.gender == Gender::kMasculine) found.gender = Gender::kUnknown;
  return found;
}

/// What `role` says of the first of a word's readings that it knows.
RoleNoun role_of(const std::vector<Reading>& all, std::string_view code, auto role) {
  for (const Reading& reading : all) {
    RoleNoun found = role(reading.nominative, code);
    if (!found.known || clash(found.gender, reading.gender)) continue;
    found.oblique = reading.oblique;
    return found;
  }
  return {};
}

RoleNoun inflected_role(std::string_view word, Language language) {
  const std::string_view code = code_of(language);
  RoleNoun found = exact_role(word, code);
  if (found.known) return found;
  const std::vector<Reading> all = readings(word, language);
  found = role_of(all, code, exact_role);
  if (found.known || text::code_points(word) < kShortestComposed) return found;
  found = role_of(all, code, role_by_ending);
  if (found.known) return found;
  const std::string_view rest = without_prefix(word, code);
  return rest.empty() ? found : role_of(readings(rest, language), code, exact_role);
}

}  // namespace

std::string_view code_of(Language language) { return kCodes[static_cast<std::size_t>(language)]; }

Language language_of(std::string_view code, std::string_view text) {
  const std::string_view primary = code.substr(0, std::min(code.find('-'), code.size()));
  const auto found = std::find(kCodes.begin(), kCodes.end(), primary);
  if (found != kCodes.end()) return static_cast<Language>(found - kCodes.begin());
  return guessed(text);
}

std::vector<Reading> readings(std::string_view word, Language language) {
  std::vector<Reading> result;
  result.push_back({std::string(word), Gender::kUnknown, false, false, false});
  const data::Table& table = data::declension();
  const std::string_view code = code_of(language);
  for_endings(word, 1, [&](std::string_view stem, std::string_view ending) {
    auto [first, last] = table.with_key(ending);
    for (; first < last; ++first) {
      const data::Row row = table.row(first);
      if (row.language != code) continue;
      std::string nominative(stem);
      if (row.cells[1] != "-") nominative += row.cells[1];
      const bool joins_vowel =
          ends_in_vowel(stem) &&
          (row.cells[1] == "-" || (!stem.ends_with('i') && begins_with_vowel(row.cells[1])));
      result.push_back(
          {std::move(nominative), gender_of(row.cells[2]), true, row.cells[3] == "yes", joins_vowel});
    }
  });
  return result;
}

GivenName given_name(std::string_view nominative) {
  const data::Table& table = data::given_names();
  auto [first, last] = table.with_key(nominative);
  if (first == last) return {};
  Gender gender = gender_of(table.row(first).cells[1]);
  for (++first; first < last; ++first)
    if (gender_of(table.row(first).cells[1]) != gender) gender = Gender::kUnknown;
  return {true, gender};
}

Ending surname_ending(std::string_view nominative) {
  return ending_in(nominative, "surname", [](std::string_view, std::string_view) { return true; });
}

Ending patronymic_ending(std::string_view word) { return ending_in(word, "patronymic", is_fathers_name); }

unsigned word_classes(std::string_view word, Language language, bool inflected) {
  const std::string_view code = code_of(language);
  unsigned classes = exact_classes(word, code) | ending_classes(word, code);
  if (!inflected) return classes;
  constexpr unsigned kNouns =
      kPlace | kOrganization | kCalendar | kHonorific | kMedium | kModifier | kDedication;
  for (const Reading& reading : readings(word, language))
    if (reading.oblique) classes |= exact_classes(reading.nominative, code) & kNouns;
  return classes;
}

RoleNoun role_noun(std::string_view word, Language language) {
  RoleNoun found = inflected_role(word, language);
  if (found.known) return found;
  const auto hyphen = word.rfind('-');
  if (hyphen == word.npos) return found;
  found = inflected_role(word.substr(hyphen + 1), language);
  const bool is_more = language == Language::kEnglish || plural_role(word.substr(hyphen + 1), language).known;
  return found.known || is_more ? found : inflected_role(word.substr(0, hyphen), language);
}

RoleNoun plural_role_noun(std::string_view word, Language language) {
  const auto hyphen = word.rfind('-');
  return plural_role(hyphen == word.npos ? word : word.substr(hyphen + 1), language);
}

}  // namespace sito::people

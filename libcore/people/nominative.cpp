#include "people/nominative.h"

#include <algorithm>

#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::people {
namespace {

constexpr std::size_t kMostReadings = 16;

/// A word of a name understood in one way.
struct WordReading {
  std::string nominative;
  Gender gender = Gender::kUnknown;
  bool oblique = false;
  int score = 0;
};

bool clash(Gender a, Gender b) { return a != Gender::kUnknown && b != Gender::kUnknown && a != b; }
Gender either(Gender a, Gender b) { return a != Gender::kUnknown ? a : b; }

std::string_view last_word(std::string_view text, ByteRange range, std::vector<ByteRange>& words) {
  words.clear();
  text::append_words(text, range, words);
  return words.empty() ? std::string_view{} : words.back().of(text);
}

/// "Джо", "Mary": a given name whose end no case changes.
bool is_indeclinable(std::string_view name) {
  constexpr std::u32string_view kEnds = U"\u043E\u0443\u0456\u0457\u0435\u0438\u044E\u044Doueiy";
  return !name.empty() && kEnds.find(text::decode_before(name, name.size()).code_point) != kEnds.npos;
}

/// Given names that `word` may be, or the word itself where the list has none.
std::vector<WordReading> given_readings(std::string_view word, Language language) {
  std::vector<WordReading> result;
  const std::string folded = text::folded(word);
  for (Reading& reading : readings(folded, language)) {
    const GivenName name = given_name(reading.nominative);
    if (!name.known || clash(name.gender, reading.gender)) continue;
    const Gender gender = either(name.gender, reading.gender);
    if (!reading.oblique && is_indeclinable(reading.nominative))
      result.push_back({reading.nominative, gender, true, 1});
    result.push_back({std::move(reading.nominative), gender, reading.oblique, 2});
  }
  if (!result.empty()) return result;
  result.push_back({folded, Gender::kUnknown, false, 0});
  for (Reading& reading : readings(folded, language))
    if (reading.oblique) result.push_back({std::move(reading.nominative), reading.gender, true, -1});
  return result;
}

WordReading surname_reading(Reading reading, const std::string& word) {
  const Ending ending = surname_ending(reading.nominative);
  int score = ending.known ? 2 : 0;
  if (clash(ending.gender, reading.gender)) score = -3;
  if (reading.oblique && !ending.known && !word.starts_with(reading.nominative)) score -= 1;
  const Gender gender = either(reading.gender, ending.known ? ending.gender : Gender::kUnknown);
  return {std::move(reading.nominative), gender, reading.oblique, score};
}

std::vector<WordReading> surname_readings(const std::string& folded, Language language) {
  std::vector<WordReading> result;
  for (Reading& reading : readings(folded, language))
    result.push_back(surname_reading(std::move(reading), folded));
  // Of equals, the one that only loses an ending comes first: "Horáka" is Horák's before Horáek's.
  std::stable_partition(result.begin(), result.end(),
                        [&](const WordReading& reading) { return folded.starts_with(reading.nominative); });
  // Women's surnames in a consonant or -о keep one form in every case, and so do many foreign ones.
  const bool keeps = surname_ending(folded).gender == Gender::kUnknown;
  result.push_back({folded, Gender::kFeminine, true, keeps ? 1 : -3});
  result.push_back({folded, Gender::kMasculine, true, keeps ? -1 : -3});
  return result;
}

/// A surname of several parts is read part by part, the last one deciding; "Горбунової-Рубан".
std::vector<WordReading> hyphenated_readings(const std::string& folded, Language language) {
  const auto hyphen = folded.rfind('-');
  if (hyphen == std::string::npos || hyphen == 0) return surname_readings(folded, language);
  const std::vector<WordReading> heads = surname_readings(folded.substr(0, hyphen), language);
  std::vector<WordReading> result;
  for (const WordReading& last : surname_readings(folded.substr(hyphen + 1), language)) {
    const WordReading* best = nullptr;
    for (const WordReading& head : heads) {
      if (head.oblique != last.oblique || clash(head.gender, last.gender)) continue;
      if (best == nullptr || head.score > best->score) best = &head;
    }
    if (best == nullptr) continue;
    result.push_back({best->nominative + "-" + last.nominative, either(last.gender, best->gender),
                      last.oblique, best->score + last.score});
  }
  return result;
}

void append_pairs(const std::vector<WordReading>& given, const std::vector<WordReading>& surnames,
                  std::vector<NameReading>& result) {
  for (const WordReading& first : given)
    for (const WordReading& last : surnames) {
      if (first.oblique != last.oblique || clash(first.gender, last.gender)) continue;
      const int agreement = first.gender != Gender::kUnknown && first.gender == last.gender ? 1 : 0;
      const int as_it_stands = first.oblique ? 0 : 1;
      result.push_back({first.nominative, last.nominative, either(first.gender, last.gender), first.oblique,
                        first.score + last.score + agreement + as_it_stands});
    }
}

void append_lone(const std::vector<WordReading>& words, bool is_given, std::vector<NameReading>& result) {
  for (const WordReading& word : words) {
    NameReading reading;
    (is_given ? reading.given : reading.surname) = word.nominative;
    reading.gender = word.gender;
    reading.oblique = word.oblique;
    reading.score = word.score + (word.oblique ? 0 : 2);
    result.push_back(std::move(reading));
  }
}

Gender patronymic_gender(std::string_view text, const Name& name, Language language) {
  if (name.patronymic.empty()) return Gender::kUnknown;
  for (const Reading& reading : readings(text::folded(name.patronymic.of(text)), language)) {
    const Ending ending = patronymic_ending(reading.nominative);
    if (ending.known) return ending.gender;
  }
  return Gender::kUnknown;
}

/// The folded nominative of a word inside the name that no reading names: second given names, patronymics.
std::string inner_nominative(std::string_view word, const NameReading& whole, Language language) {
  std::string folded = text::folded(word);
  if (!whole.oblique) return folded;
  for (const Reading& reading : readings(folded, language)) {
    if (clash(reading.gender, whole.gender) || !reading.oblique) continue;
    if (patronymic_ending(reading.nominative).known || given_name(reading.nominative).known)
      return reading.nominative;
  }
  const std::vector<WordReading> words = hyphenated_readings(folded, language);
  const WordReading* best = nullptr;
  for (const WordReading& reading : words)
    if (reading.oblique && !clash(reading.gender, whole.gender) &&
        (best == nullptr || reading.score > best->score))
      best = &reading;
  return best == nullptr ? folded : best->nominative;
}

bool is_all_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    auto [c, length] = text::decode(word, at);
    if (text::is_lower(c)) return false;
    letters += text::is_letter(c);
    at += length;
  }
  return letters > 1;
}

/// "Лаврова-Залеська": each part has a capital.
bool has_capital_parts(std::string_view word) {
  bool head = true;
  for (std::size_t at = 0; at < word.size();) {
    auto [c, length] = text::decode(word, at);
    if (head && !text::is_upper(c)) return false;
    head = text::is_dash(c);
    at += length;
  }
  return true;
}

/// `folded` with the capitals of `original`, a form of the same word; in capitals it gets them at its
/// head and behind hyphens only.
void append_cased(std::string_view original, std::string_view folded, std::string& out) {
  const bool title = is_all_capitals(original);
  const bool parts = has_capital_parts(original);
  bool same = true;
  bool head = true;
  std::size_t from = 0;
  for (std::size_t at = 0; at < folded.size();) {
    auto [c, length] = text::decode(folded, at);
    char32_t wanted = title && head ? text::to_upper(c) : c;
    if (!title && same && from < original.size()) {
      auto [was, taken] = text::decode(original, from);
      same = text::to_lower(was) == c || text::is_apostrophe(was);
      if (same) wanted = was;
      from += taken;
    }
    if (parts && head) wanted = text::to_upper(c);
    text::append(out, wanted);
    head = text::is_dash(c);
    at += length;
  }
}

}  // namespace

std::vector<NameReading> name_readings(std::string_view text, const Name& name, Language language) {
  std::vector<ByteRange> words;
  std::vector<WordReading> given, surnames;
  if (!name.given.empty() && !name.initials) {
    text::append_words(text, name.given, words);
    given = given_readings(words.front().of(text), language);
  }
  if (!name.surname.empty())
    surnames = hyphenated_readings(text::folded(last_word(text, name.surname, words)), language);

  std::vector<NameReading> result;
  if (!given.empty() && !surnames.empty()) append_pairs(given, surnames, result);
  if (given.empty() || surnames.empty())
    append_lone(given.empty() ? surnames : given, surnames.empty(), result);
  if (result.empty()) result.push_back({given.front().nominative, surnames.front().nominative, {}, false, 0});

  const Gender patronymic = patronymic_gender(text, name, language);
  for (NameReading& reading : result) {
    if (clash(reading.gender, patronymic)) reading.score -= 4;
    reading.gender = either(patronymic, reading.gender);
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  if (result.size() > kMostReadings) result.resize(kMostReadings);
  return result;
}

std::string nominative(std::string_view text, const Name& name, const NameReading& reading,
                       Language language) {
  std::vector<ByteRange> words;
  text::append_words(text, name.range, words);
  std::string out;
  std::size_t end = name.range.begin;
  for (ByteRange word : words) {
    for (std::size_t at = end; at < word.begin; ++at)
      if (text[at] == '.') out += '.';
    if (!out.empty() && word.begin > end && text::is_blank(text::decode_before(text, word.begin).code_point))
      out += ' ';
    const std::string_view original = word.of(text);
    const bool is_initial = name.initials && name.given.contains(word);
    const bool particle = text::is_lower(text::decode(original, 0).code_point);
    if (is_initial || particle) {
      out += original;
    } else if (word.begin == name.given.begin && !reading.given.empty()) {
      append_cased(original, reading.given, out);
    } else if (word.end == name.surname.end && !reading.surname.empty()) {
      append_cased(original, reading.surname, out);
    } else {
      append_cased(original, inner_nominative(original, reading, language), out);
    }
    end = word.end;
  }
  if (end < name.range.end) out += '.';
  return out;
}

}  // namespace sito::people

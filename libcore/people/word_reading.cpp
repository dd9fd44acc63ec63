#include "people/word_reading.h"

#include <algorithm>
#include <string_view>

#include "text/utf8.h"

namespace sito::people {
namespace {

/// "Джо", "Mary": a given name whose end no case changes.
bool is_indeclinable(std::string_view name) {
  constexpr std::u32string_view kEnds = U"\u043E\u0443\u0456\u0457\u0435\u0438\u044E\u044Doueiy";
  return !name.empty() && kEnds.find(text::decode_before(name, name.size()).code_point) != kEnds.npos;
}

WordReading surname_reading(Reading reading, const std::string& word) {
  const Ending ending = surname_ending(reading.nominative);
  int score = ending.known ? 2 : 0;
  if (clash(ending.gender, reading.gender)) score = -3;
  if (reading.sure)
    score += 1;
  else if (reading.oblique && !ending.known && !word.starts_with(reading.nominative))
    score -= 1;
  // Endings are joined to consonants: "Лупія" is Лупій's.
  if (reading.joins_vowel) score -= 4;
  const Gender gender = either(reading.gender, ending.known ? ending.gender : Gender::kUnknown);
  return {std::move(reading.nominative), gender, reading.oblique, score};
}

std::vector<WordReading> part_readings(const std::string& folded, Language language) {
  std::vector<WordReading> result;
  std::vector<bool> sure_of;
  bool sure = false;
  for (Reading& reading : readings(folded, language)) {
    sure = sure || reading.sure;
    sure_of.push_back(reading.sure);
    result.push_back(surname_reading(std::move(reading), folded));
  }
  // "Brázdovi" is Brázda's, since nothing else ends so, and not Brázdov's.
  if (sure)
    for (std::size_t at = 0; at < result.size(); ++at)
      if (result[at].oblique && !sure_of[at]) result[at].score -= 2;
  // Of equals, the one that only loses an ending comes first: "Horáka" is Horák's before Horáek's.
  std::stable_partition(result.begin(), result.end(),
                        [&](const WordReading& reading) { return folded.starts_with(reading.nominative); });
  // Women's surnames in a consonant or -о keep one form in every case, and so do many foreign ones.
  const bool keeps = !sure && surname_ending(folded).gender == Gender::kUnknown;
  result.push_back({folded, Gender::kFeminine, true, keeps ? 1 : -3});
  result.push_back({folded, Gender::kMasculine, true, keeps ? -1 : -3});
  return result;
}

}  // namespace

std::vector<WordReading> given_readings(const std::string& folded, Language language) {
  std::vector<WordReading> result;
  for (Reading& reading : readings(folded, language)) {
    const GivenName name = given_name(reading.nominative);
    if (!name.known || clash(name.gender, reading.gender) || reading.joins_vowel) continue;
    const Gender gender = either(name.gender, reading.gender);
    if (!reading.oblique && is_indeclinable(reading.nominative))
      result.push_back({reading.nominative, gender, true, 1});
    result.push_back({std::move(reading.nominative), gender, reading.oblique, 2});
  }
  const bool oblique_only =
      !result.empty() &&
      std::all_of(result.begin(), result.end(), [](const WordReading& reading) { return reading.oblique; });
  // Of equals, the one that only loses an ending comes first: "Карла" is Карл's before Карел's.
  std::stable_partition(result.begin(), result.end(),
                        [&](const WordReading& reading) { return folded.starts_with(reading.nominative); });
  // "Юрі" may be Юра's or a name that no list has; only the post beside it can tell.
  if (oblique_only) result.push_back({folded, Gender::kUnknown, false, -2});
  if (!result.empty()) return result;
  result.push_back({folded, Gender::kUnknown, false, 0});
  for (Reading& reading : readings(folded, language))
    if (reading.oblique) result.push_back({std::move(reading.nominative), reading.gender, true, -1});
  return result;
}

std::vector<WordReading> surname_readings(const std::string& folded, Language language) {
  const auto hyphen = folded.rfind('-');
  if (hyphen == std::string::npos || hyphen == 0) return part_readings(folded, language);
  const std::vector<WordReading> heads = part_readings(folded.substr(0, hyphen), language);
  std::vector<WordReading> result;
  for (const WordReading& last : part_readings(folded.substr(hyphen + 1), language)) {
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

}  // namespace sito::people

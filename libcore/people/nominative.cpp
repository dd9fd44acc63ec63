#include "people/nominative.h"

#include <algorithm>
#include <span>
#include <utility>

#include "text/character.h"
#include "text/utf8.h"

namespace sito::people {
namespace {

constexpr std::size_t kMostReadings = 16;

/// The first token of `name` whose place `accept` takes; the name's end if there is none.
std::size_t token_of(const Vocabulary& words, const Name& name, auto accept) {
  std::size_t at = name.first_token;
  while (at < name.last_token && !accept(words.tokens()[at].range)) ++at;
  return at;
}

using WordReadings = std::span<const WordReading>;

/// `words`: the given name's and the surname's, folded.
void append_pairs(WordReadings given, WordReadings surnames,
                  std::pair<std::string_view, std::string_view> words, std::vector<NameReading>& result) {
  for (const WordReading& first : given)
    for (const WordReading& last : surnames) {
      if (first.oblique != last.oblique) continue;
      // A foreign surname may end like the other gender's: "Джо Аллева".
      const bool odd = clash(first.gender, last.gender);
      if (odd && first.oblique) continue;
      const int agreement = odd                                                               ? -4
                            : first.gender != Gender::kUnknown && first.gender == last.gender ? 1
                                                                                              : 0;
      // A man's surname does not keep its form beside a given name that has changed: "Павлові Гулі".
      const bool keeps = last.oblique && last.gender == Gender::kMasculine &&
                         last.nominative == words.second && first.nominative != words.first;
      const int kept = keeps ? -2 : 0;
      const int as_it_stands = first.oblique ? kept : 1;
      result.push_back({first.nominative, last.nominative, either(first.gender, last.gender), first.oblique,
                        first.score + last.score + agreement + as_it_stands});
    }
}

void append_lone(WordReadings words, bool is_given, std::vector<NameReading>& result) {
  for (const WordReading& word : words) {
    NameReading reading;
    (is_given ? reading.given : reading.surname) = word.nominative;
    reading.gender = word.gender;
    reading.oblique = word.oblique;
    reading.score = word.score + (word.oblique ? 0 : 2);
    result.push_back(reading);
  }
}

/// The folded nominative of a word inside the name that no reading names: second given names, patronymics.
std::string inner_nominative(const Vocabulary& words, std::size_t at, const NameReading& whole) {
  const std::string& folded = words.folded(at);
  if (!whole.oblique) return folded;
  for (Reading& reading : readings(folded, words.language())) {
    if (clash(reading.gender, whole.gender) || !reading.oblique) continue;
    if (patronymic_ending(reading.nominative).known || given_name(reading.nominative).known)
      return std::move(reading.nominative);
  }
  const WordReading* best = nullptr;
  for (const WordReading& reading : words.surname_readings(at))
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

std::vector<NameReading> name_readings(const Vocabulary& words, const Name& name) {
  WordReadings given, surnames;
  std::pair<std::string_view, std::string_view> folded;
  if (!name.given.empty() && !name.initials) {
    const std::size_t at =
        token_of(words, name, [&](ByteRange range) { return range.begin == name.given.begin; });
    if (at < name.last_token) {
      given = words.given_readings(at);
      folded.first = words.folded(at);
    }
  }
  if (!name.surname.empty()) {
    const std::size_t at =
        token_of(words, name, [&](ByteRange range) { return range.end == name.surname.end; });
    if (at < name.last_token) {
      surnames = words.surname_readings(at);
      folded.second = words.folded(at);
    }
  }

  std::vector<NameReading> result;
  if (!given.empty() && !surnames.empty()) append_pairs(given, surnames, folded, result);
  if (given.empty() || surnames.empty())
    append_lone(given.empty() ? surnames : given, surnames.empty(), result);
  if (result.empty() && !given.empty() && !surnames.empty())
    result.push_back({given.front().nominative, surnames.front().nominative, Gender::kUnknown, false, 0});
  if (result.empty()) result.emplace_back();

  Gender patronymic = Gender::kUnknown;
  if (!name.patronymic.empty()) {
    const std::size_t at = token_of(words, name, [&](ByteRange range) { return range == name.patronymic; });
    if (at < name.last_token) patronymic = words.name(at).patronymic_gender;
  }
  for (NameReading& reading : result) {
    if (clash(reading.gender, patronymic)) reading.score -= 4;
    reading.gender = either(patronymic, reading.gender);
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  if (result.size() > kMostReadings) result.resize(kMostReadings);
  return result;
}

std::string nominative(const Vocabulary& words, const Name& name, const NameReading& reading) {
  const std::string_view text = words.text();
  std::string out;
  std::size_t end = name.range.begin;
  for (std::size_t token = name.first_token; token < name.last_token; ++token) {
    const ByteRange word = words.tokens()[token].range;
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
      append_cased(original, inner_nominative(words, token, reading), out);
    }
    end = word.end;
  }
  if (end < name.range.end) out += '.';
  return out;
}

}  // namespace sito::people

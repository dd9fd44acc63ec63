#include "people/vocabulary.h"

#include "text/character.h"

namespace sito::people {
namespace {

NameFacts name_facts(const std::string& word, Language language) {
  NameFacts facts;
  bool nominative = false;
  for (const Reading& reading : readings(word, language)) {
    facts.patronymic = facts.patronymic || patronymic_ending(reading.nominative).known;
    facts.surname = facts.surname || surname_ending(reading.nominative).known;
    const GivenName given = given_name(reading.nominative);
    const bool clash = given.gender != Gender::kUnknown && reading.gender != Gender::kUnknown &&
                       given.gender != reading.gender;
    if (!given.known || clash) continue;
    if (!facts.given) facts.gender = given.gender;
    facts.given = true;
    nominative = nominative || !reading.oblique;
  }
  facts.given_oblique = facts.given && !nominative;
  return facts;
}

}  // namespace

Vocabulary::Entry& Vocabulary::entry(std::size_t at) const {
  std::uint32_t& index = entry_of_[at];
  if (index != 0) return entries_[index - 1];
  text::fold(tokens_[at].range.of(text_), buffer_);
  const auto found = by_word_.find(buffer_);
  if (found != by_word_.end()) {
    index = found->second;
    return entries_[index - 1];
  }
  entries_.push_back({buffer_, false, false, {}, {}});
  index = static_cast<std::uint32_t>(entries_.size());
  by_word_.emplace(entries_.back().folded, index);
  return entries_.back();
}

const WordFacts& Vocabulary::word(std::size_t at) const {
  Entry& found = entry(at);
  if (!found.has_word) {
    found.has_word = true;
    found.word = {word_classes(found.folded, language_, false), word_classes(found.folded, language_, true),
                  role_noun(found.folded, language_)};
  }
  return found.word;
}

const NameFacts& Vocabulary::name(std::size_t at) const {
  Entry& found = entry(at);
  if (!found.has_name) {
    found.has_name = true;
    found.name = name_facts(found.folded, language_);
  }
  return found.name;
}

const std::string& Vocabulary::folded(std::size_t at) const { return entry(at).folded; }

}  // namespace sito::people

#include "people/vocabulary.h"

#include <array>

#include "text/character.h"

namespace sito::people {
namespace {

constexpr std::size_t kLanguages = 5;
constexpr std::size_t kMostWords = 50'000;  // of a language; some 20 MB

NameFacts name_facts(const std::string& word, Language language) {
  NameFacts facts;
  bool nominative = false;
  for (const Reading& reading : readings(word, language)) {
    const Ending patronymic = patronymic_ending(reading.nominative);
    if (patronymic.known && !facts.patronymic) facts.patronymic_gender = patronymic.gender;
    facts.patronymic = facts.patronymic || patronymic.known;
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

std::shared_ptr<Vocabulary::Memory> Vocabulary::memory_of(Language language) {
  thread_local std::array<std::shared_ptr<Memory>, kLanguages> memories;
  auto& memory = memories[static_cast<std::size_t>(language)];
  if (!memory || memory->entries.size() > kMostWords) memory = std::make_shared<Memory>();
  return memory;
}

Vocabulary::Vocabulary(std::string_view text, std::span<const Token> tokens, Language language)
    : text_(text),
      tokens_(tokens),
      language_(language),
      memory_(memory_of(language)),
      entry_of_(tokens.size()) {}

Vocabulary::Entry& Vocabulary::entry(std::size_t at) const {
  Entry*& entry = entry_of_[at];
  if (entry != nullptr) return *entry;
  text::fold(tokens_[at].range.of(text_), buffer_);
  const auto found = memory_->by_word.find(buffer_);
  if (found != memory_->by_word.end()) return *(entry = found->second);
  entry = &memory_->entries.emplace_back();
  entry->folded = buffer_;
  memory_->by_word.emplace(entry->folded, entry);
  return *entry;
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

std::span<const WordReading> Vocabulary::given_readings(std::size_t at) const {
  Entry& found = entry(at);
  if (!found.given) found.given = people::given_readings(found.folded, language_);
  return *found.given;
}

std::span<const WordReading> Vocabulary::surname_readings(std::size_t at) const {
  Entry& found = entry(at);
  if (!found.surname) found.surname = people::surname_readings(found.folded, language_);
  return *found.surname;
}

const std::string& Vocabulary::folded(std::size_t at) const { return entry(at).folded; }

}  // namespace sito::people

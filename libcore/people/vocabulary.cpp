#include "people/vocabulary.h"

#include <algorithm>
#include <array>

#include "data/table.h"
#include "text/character.h"

namespace sito::people {
namespace {

constexpr std::size_t kLanguages = 5;
constexpr std::size_t kMostWords = 50'000;  // spellings of a language; some 20 MB

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
  if (!memory || memory->spellings.size() > kMostWords) {
    constexpr std::size_t kFirstSlots = 1024;
    memory = std::make_shared<Memory>();
    memory->slots.resize(kFirstSlots);
  }
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
  const std::string_view written = tokens_[at].range.of(text_);
  const std::uint64_t hash = data::word_hash(written);
  Slot* slot = &memory_->slot_of(written, hash);
  if (slot->spelling == nullptr) {
    if (memory_->spellings.size() * 2 >= memory_->slots.size()) {
      memory_->grow();
      slot = &memory_->slot_of(written, hash);
    }
    memory_->spellings.push_back({std::string(written), &folded_entry(written)});
    *slot = {hash, &memory_->spellings.back()};
  }
  return *(entry = slot->spelling->entry);
}

Vocabulary::Entry& Vocabulary::folded_entry(std::string_view written) const {
  text::fold(written, buffer_);
  const auto found = memory_->by_word.find(buffer_);
  if (found != memory_->by_word.end()) return *found->second;
  Entry& entry = memory_->entries.emplace_back();
  entry.folded = buffer_;
  memory_->by_word.emplace(entry.folded, &entry);
  return entry;
}

Vocabulary::Slot& Vocabulary::Memory::slot_of(std::string_view written, std::uint64_t hash) {
  const std::size_t mask = slots.size() - 1;
  std::size_t at = hash & mask;
  while (slots[at].spelling != nullptr && (slots[at].hash != hash || slots[at].spelling->written != written))
    at = (at + 1) & mask;
  return slots[at];
}

void Vocabulary::Memory::grow() {
  std::vector<Slot> old(slots.size() * 2);
  old.swap(slots);
  for (const Slot& slot : old)
    if (slot.spelling != nullptr) slot_of(slot.spelling->written, slot.hash) = slot;
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

const RoleNoun& Vocabulary::plural_role(std::size_t at) const {
  Entry& found = entry(at);
  if (!found.plural_role) found.plural_role = plural_role_noun(found.folded, language_);
  return *found.plural_role;
}

bool Vocabulary::is_sure_oblique(std::size_t at) const {
  Entry& found = entry(at);
  if (!found.sure_oblique) {
    const std::vector<Reading> all = readings(found.folded, language_);
    found.sure_oblique =
        std::any_of(all.begin(), all.end(), [](const auto& reading) { return reading.sure; });
  }
  return *found.sure_oblique;
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

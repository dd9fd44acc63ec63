// lexicon.h: what a single word says about people.
//
// Given names, endings of surnames and patronymics, role nouns, and capitalised words that are no names: all
// of it from data/{given_names,surname_endings,declension,plural_endings,person_words,roles}.LANG.tsv. This
// header settles one word at a time; runs of words are name.h's and role.h's questions.
//
// Words inflect, tables hold nominatives: `readings` goes from a word in any case to the nominatives
// that it may come from, by the endings of data/declension.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sito::people {

enum class Gender : std::uint8_t { kUnknown, kMasculine, kFeminine };

/// Whether both are known and differ.
[[nodiscard]] constexpr bool clash(Gender a, Gender b) {
  return a != Gender::kUnknown && b != Gender::kUnknown && a != b;
}
/// The first, or the second where the first is unknown.
[[nodiscard]] constexpr Gender either(Gender a, Gender b) { return a != Gender::kUnknown ? a : b; }

/// Languages whose endings apply. Word lists are shared by all languages of a script.
enum class Language : std::uint8_t { kUkrainian, kRussian, kEnglish, kPolish, kCzech };

/// From a BCP 47 code ("uk", "pl-PL"); another code, or none, is decided by the letters of the first
/// 64 KiB of `text` (valid UTF-8): Cyrillic with і ї є ґ against ы э ъ ё, Latin with ą ę ł ż against
/// ě ř ů; English where no letter speaks.
[[nodiscard]] Language language_of(std::string_view code, std::string_view text);

/// The BCP 47 code, as rows of data/ have it.
[[nodiscard]] std::string_view code_of(Language language);

/// A nominative that a word may come from.
struct Reading {
  std::string nominative;            ///< folded (text::folded)
  Gender gender = Gender::kUnknown;  ///< that the ending speaks for
  bool oblique = false;              ///< the word is not the nominative itself
  bool sure = false;                 ///< no nominative of a name ends as the word does
  bool joins_vowel = false;          ///< its ending, or none, stands behind a vowel, as it does in no name
};

/// The readings of `word` (folded), the word itself first, then by length of the ending taken off. The
/// nominatives are guesses until a list or another mention confirms one.
[[nodiscard]] std::vector<Reading> readings(std::string_view word, Language language);

/// What the table of given names says of a nominative (folded).
struct GivenName {
  bool known = false;
  Gender gender = Gender::kUnknown;  ///< kUnknown also for names of both ("саша")
};
[[nodiscard]] GivenName given_name(std::string_view nominative);

/// Whether a folded nominative ends as surnames (patronymics) do, and whose.
struct Ending {
  bool known = false;
  Gender gender = Gender::kUnknown;
};
[[nodiscard]] Ending surname_ending(std::string_view nominative);
[[nodiscard]] Ending patronymic_ending(std::string_view word);

/// Classes of data/person_words: a word may be in several.
enum WordClass : std::uint16_t {
  kParticle = 1,        ///< "де", "фон", "van": inside a name
  kHonorific = 2,       ///< "пан", "Mr": before a name, no part of it
  kPlace = 4,           ///< countries, cities, rivers
  kOrganization = 8,    ///< first words of organisations' names
  kCalendar = 16,       ///< months, weekdays, feasts
  kFunction = 32,       ///< words that only a sentence's start capitalises; they end a role phrase too
  kPreposition = 64,    ///< may stand inside a role phrase, never begins one
  kConjunction = 128,   ///< as a preposition
  kMedium = 256,        ///< "Facebook", "ефір": where it was said, no part of a role
  kModifier = 512,      ///< "перший", "в. о.", "former": begins a role phrase
  kDedication = 1024,   ///< "вул.", "імені": a name behind it is a place's; in English one before it
  kSurname = 2048,      ///< "коваль": a trade that is a surname too
  kPrefix = 8192,       ///< "етно-": role nouns are made with it
  kAppointment = 4096,  ///< "обрано", "стала": between a post and who gets it
};
/// The classes of `word` (folded), of its nominatives too where `inflected`. 0: none.
[[nodiscard]] unsigned word_classes(std::string_view word, Language language, bool inflected = true);

/// What the table of roles says of a word in any case.
struct RoleNoun {
  bool known = false;
  bool oblique = false;              ///< certainly not the nominative
  Gender gender = Gender::kUnknown;  ///< of who bears it: kUnknown for "посол", "суддя"
  std::string_view lemma;            ///< a constant of the program
  std::string_view field;  ///< what kind of post: "state", "science", …; generic nouns ("чиновник") share it
};
/// `word` is folded; a row may be an ending ("-ологиня"). A compound ("віце-прем'єр", "екс-президента") is
/// known by its last part, else by its first
/// ("художниця-текстильниця").
[[nodiscard]] RoleNoun role_noun(std::string_view word, Language language);
/// The same of a word in the plural: "депутати", "медсестер". `oblique` if it stands in no nominative; the
/// gender is known of women only, the masculine plural is everybody's.
[[nodiscard]] RoleNoun plural_role_noun(std::string_view word, Language language);

}  // namespace sito::people

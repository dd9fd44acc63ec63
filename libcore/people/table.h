// table.h: the people of one document.
//
// Who is named in a text, under which names, with which role, and whom a short mention ("Сєнкевича",
// "пан Микола") or a description ("канцлер") means. Built once a document; quotes asks it who speaks,
// meta who has a role. Where names stand is name.h's question, what a role is role.h's.
//
//     PeopleTable people(text, "uk");
//     people.naming_in(clause)          // after a cue: who is named there, and with which role
//     people.description_in(clause)     // no name, but "канцлер": whom does it mean
//     people.latest(Gender::kFeminine, clause.begin)   // candidates for a pronoun
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "people/lexicon.h"
#include "people/name.h"
#include "people/role.h"
#include "people/token.h"
#include "people/vocabulary.h"
#include "text/span.h"

namespace sito::people {

/// One place that names a person of the table.
struct Mention {
  ByteRange range;         ///< the name alone, without honorific and role
  std::size_t person = 0;  ///< index into people()
  bool full = false;       ///< given name and surname, in any form; else a part
  ByteRange role;          ///< the role phrase beside it, or empty
  bool role_oblique = false;
};

struct Person {
  std::string name;  ///< the fullest, in the nominative: as the text has it, else formed
  Gender gender = Gender::kUnknown;
  ByteRange role;                 ///< the fullest role phrase of any mention, as worded; empty if none
  std::size_t first_mention = 0;  ///< index into mentions()
};

/// A person named in a clause, or a name that the table does not know ("Ковальчук" alone).
struct Naming {
  std::string name;  ///< the person's, else the mention's words in the nominative
  ByteRange mention;
  Gender gender = Gender::kUnknown;
  ByteRange role;  ///< beside this mention; else the person's; empty if none
  std::optional<std::size_t> person;
  bool full = false;  ///< the mention itself is a full name
  Certainty certainty =
      Certainty::kCapitals;  ///< that it is a person's name at all; kKnown for all of the table
};

/// A role phrase that stands for somebody.
struct Description {
  ByteRange range;
  Gender gender = Gender::kUnknown;
  std::optional<std::size_t> person;  ///< whom it means, if that can be told
};

class PeopleTable {
 public:
  /// Finds all people of `text`, which is valid UTF-8 and outlives the table. `language` is a BCP 47
  /// code or empty (lexicon.h decides). Time and memory are linear in the text, but for one sort.
  /// Asking is for one thread at a time.
  explicit PeopleTable(std::string_view text, std::string_view language = {});
  /// The same for who has cut the words already: `words` are text::words(text).
  PeopleTable(std::string_view text, std::string_view language, std::span<const ByteRange> words);
  PeopleTable(PeopleTable&&) = default;
  PeopleTable(const PeopleTable&) = delete;
  PeopleTable& operator=(const PeopleTable&) = delete;
  ~PeopleTable() = default;

  /// By first mention.
  [[nodiscard]] std::span<const Person> people() const { return people_; }
  /// By place, without overlap.
  [[nodiscard]] std::span<const Mention> mentions() const { return mentions_; }
  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  [[nodiscard]] Language language() const { return language_; }
  /// What the lexicon says of the tokens.
  [[nodiscard]] const Vocabulary& words() const { return words_; }

  /// Classes of data/person_words of the word that begins at byte `begin`, as it stands; 0 if no word does.
  /// Logarithmic.
  [[nodiscard]] unsigned classes_at(std::size_t begin) const;

  /// The first mention that overlaps `place`. Logarithmic.
  [[nodiscard]] std::optional<std::size_t> mention_at(ByteRange place) const;

  /// Whom the first name in `clause` names. The clause vouches for the name: capitals are enough, known
  /// or not; but not for a sentence's first word that has no other evidence ("Учора"), nor for an
  /// adjective before its institution ("Господарський суд"). The role is looked for between the clause's
  /// begin and the name, then behind the name, there also past the clause's end. None if nothing in the
  /// clause can be a person's name.
  [[nodiscard]] std::optional<Naming> naming_in(ByteRange clause) const;

  /// The first role phrase in the first 64 words of `clause` that has no name, and the person it means: whose
  /// role of the table has its noun, or one of the same field, and the same words behind it ("глава МВФ");
  /// else the noun, or a noun of the same field where the description is generic; gender must not disagree;
  /// the nearest before `clause` wins, then the first behind. Where nobody has such a role, the only person
  /// with a full name is meant.
  [[nodiscard]] std::optional<Description> description_in(ByteRange clause) const;

  /// The person whom `mention` (words of a name in any case, from anywhere) means at byte `at`: by
  /// surname, then given name, in any case; initials and gender must not disagree; the nearest mention before
  /// `at` wins, then the first behind.
  [[nodiscard]] std::optional<std::size_t> resolve(std::string_view mention, std::size_t at) const;

  /// The person mentioned last before byte `before` whose gender is not another than `gender`.
  [[nodiscard]] std::optional<std::size_t> latest(Gender gender, std::size_t before) const;

  /// The role of a person as text; empty if none.
  [[nodiscard]] std::string_view role(const Person& person) const { return person.role.of(text_); }

 private:
  friend class TableBuilder;
  using Persons = std::vector<std::size_t>;

  [[nodiscard]] std::size_t first_token_in(ByteRange place) const;
  [[nodiscard]] std::optional<std::size_t> nearest(const Persons& persons, Gender gender,
                                                   std::size_t at) const;
  /// What stands behind a role's noun: "глава |МВФ|", "заступник |міністра охорони здоров'я|".
  [[nodiscard]] std::string_view complement_of(ByteRange role, std::size_t head) const;
  [[nodiscard]] std::optional<std::size_t> bearer_by_complement(const Role& role, std::size_t at) const;
  [[nodiscard]] bool is_complement(const Name& name, std::size_t first_token) const;
  [[nodiscard]] bool is_institution(std::size_t at) const;
  [[nodiscard]] bool is_mere_capital(const Name& name, std::size_t first_token) const;
  [[nodiscard]] Naming naming(const Name& name, std::size_t first_token) const;
  [[nodiscard]] std::optional<std::size_t> nearest_of_field(std::string_view field, Gender gender,
                                                            std::size_t at) const;
  [[nodiscard]] std::size_t named_before(std::size_t person, std::size_t at) const;
  [[nodiscard]] std::optional<std::size_t> latest_without_post(const RoleNoun& noun, std::size_t at) const;
  [[nodiscard]] std::optional<std::size_t> only_person(const RoleNoun& noun) const;
  [[nodiscard]] std::optional<std::size_t> bearer(const Role& role, std::size_t at) const;

  std::string_view text_;
  Language language_;
  std::vector<Token> tokens_;
  Vocabulary words_;  ///< of tokens_
  std::vector<Name> names_;
  std::unordered_set<std::string> lone_capitals_;  ///< folded; words with a capital inside a sentence
  std::vector<Person> people_;
  std::vector<Mention> mentions_;
  std::vector<Persons> mentions_of_;  ///< indices of mentions, by person, by place
  std::unordered_map<std::string_view, Persons>
      by_surname_;  ///< folded nominatives that fit; also given names
  std::unordered_map<std::string_view, Persons> by_given_;
  std::unordered_map<std::string_view, Persons> by_post_;   ///< a role noun's lemma
  std::unordered_map<std::string_view, Persons> by_field_;  ///< a role noun's field, or one near to it
  /// By a role noun's lemma, or its field, and its complement.
  std::map<std::pair<std::string_view, std::string_view>, Persons> by_complement_;
};

}  // namespace sito::people

// subject.h: whom a few words of the author name.
//
//     "повідомила |посол України Лілія Рись|"     "кажуть |лікарі|"     "|Хтось із натовпу| вигукнув"
//
// Settles who is meant by a stretch of the author's words, in itself: a name, a post that somebody of the
// document's table of people holds, or words that name nobody. Which stretch to ask, whom a pronoun or
// silence means, and in which order, is speaker.h's question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "people/table.h"
#include "quotes/find_quotes.h"
#include "quotes/page.h"

namespace sito::quotes {

using people::Gender;

[[nodiscard]] Gender gender_of(Agreement agreement);
[[nodiscard]] constexpr bool agree(Gender a, Gender b) { return !people::clash(a, b); }

/// A speaker and whom of the table it is.
struct Found {
  Speaker speaker;
  std::optional<std::size_t> person;
  Gender gender = Gender::kUnknown;
};

/// Every question costs a few look-ups in its region, which is a clause or a sentence.
class Subjects {
 public:
  /// `quoted` are outermost speeches with their marks, `names` outermost titles and terms; both sorted.
  /// `page` and `people` are of one text and outlive this.
  Subjects(const Page& page, const people::PeopleTable& people, std::vector<ByteRange> quoted,
           std::vector<ByteRange> names)
      : page_(page),
        people_(people),
        nominative_(people.mentions().size()),
        quoted_(std::move(quoted)),
        names_(std::move(names)) {}

  /// text[region] up to its first comma, semicolon, colon or bracket.
  [[nodiscard]] ByteRange up_to_comma(ByteRange region) const;
  /// text[region] behind its last comma, semicolon or dash.
  [[nodiscard]] ByteRange last_clause(ByteRange region) const;
  /// The agreement of a pronoun in the nominative, if the word is one.
  [[nodiscard]] std::optional<Agreement> pronoun(ByteRange word) const;
  /// "|Хтось із натовпу| вигукнув", "said |one of them|": a pronoun that names nobody is the speaker as it
  /// stands, with a preposition and what it governs.
  [[nodiscard]] std::optional<Found> indefinite(std::span<const ByteRange> words) const;
  /// "řekla |předsedkyně spolku| Hana Vlčková": what stands between the cue and the name is the role, known
  /// or not.
  [[nodiscard]] Found with_words_before(Found found, ByteRange region) const;
  /// "|iniciátorka žádosti|, pedagožka Hana Vlčková": the name comes behind the comma, alone or with a role.
  [[nodiscard]] std::optional<Found> by_apposition(const Found& described, std::size_t at,
                                                   std::size_t limit) const;
  /// Classes of data/person_words in the text's language.
  [[nodiscard]] unsigned classes(ByteRange word) const;
  /// "цитує газета |канцлера|": the speaker is the object, the medium the subject.
  [[nodiscard]] std::optional<Found> cited(ByteRange region) const;
  /// The person whose full name stands in a region, in any case.
  [[nodiscard]] std::optional<Found> by_full_name(ByteRange region) const;
  /// The person whom a region names: in the nominative, in full, or by a name that the clause vouches for.
  [[nodiscard]] std::optional<Found> by_name(ByteRange region, Gender gender) const;
  /// The first post or profession of a region, and whom it means in this document; nobody of it where
  /// `several` people bear it ("колеги").
  [[nodiscard]] std::optional<Found> by_description(ByteRange region, Gender gender,
                                                    bool several = false) const;
  /// Writes name, role and gender of a person of the table.
  void fill(Found& found, std::size_t person) const;
  /// "кажуть |лікарі|", "said |KCNA|": the first words of the region that are no adverbial. A preposition
  /// leads to them where `governed` ("кажуть у |міськраді|"), else it makes them no subject.
  [[nodiscard]] std::optional<Found> unnamed(ByteRange region, bool governed) const;
  /// The speaker's words as they stand.
  [[nodiscard]] Found as_written(std::span<const ByteRange> words) const;
  /// "У |міськраді| кажуть": a preposition of place and a few words before a verb in the plural.
  [[nodiscard]] bool opens_with_place(ByteRange clause) const;
  /// "|Один з глядачів| запитав": a clause of a few words before the cue is its subject as it stands.
  [[nodiscard]] std::optional<Found> described_by(ByteRange clause) const;
  /// "The |Cromwell Society| described", "a |source| said": words behind an article before an English verb;
  /// persons take none but with a post.
  [[nodiscard]] std::optional<Found> english_subject(ByteRange left, Gender gender) const;
  /// "комбат |«Грім»| каже", "повідомляє АТ |«Обленерго»|": the name in marks that ends `words`' region or
  /// follows it, led by a post or by the noun of an organisation. `left`: it stands right before the cue.
  [[nodiscard]] std::optional<Found> quoted_name(ByteRange region, bool left) const;
  /// "it |is| called", "|I| always say": the English verb behind `left` is passive, or the writer's own.
  [[nodiscard]] bool has_no_subject(ByteRange left) const;
  /// "У листі |прес-служба| зазначила": the noun right before a finite verb, with its adjectives.
  [[nodiscard]] std::optional<Found> noun_before(ByteRange left, const Cue& cue) const;
  /// A word that is no subject and leads to none: an adverb, a pronoun in another case.
  [[nodiscard]] bool is_adverbial(ByteRange word) const;
  /// The person of mention `index` of the table.
  [[nodiscard]] Found by_mention(std::size_t index) const;
  /// Whether byte `at` stands in outermost speech.
  [[nodiscard]] bool is_quoted(std::size_t at) const;
  /// The first or last mention in `place` that may be a subject.
  [[nodiscard]] std::optional<std::size_t> nominative_in(ByteRange place, Gender gender, bool last) const;

 private:
  [[nodiscard]] bool is_governed(std::size_t at, ByteRange region) const;
  [[nodiscard]] bool is_governed(const people::Mention& mention, ByteRange region) const;
  [[nodiscard]] bool follows_preposition(ByteRange mention, ByteRange region) const;
  [[nodiscard]] std::optional<std::size_t> full_mention_in(ByteRange region, Gender gender) const;
  [[nodiscard]] bool is_noun(ByteRange word, bool several) const;
  [[nodiscard]] bool is_acronym(ByteRange word) const;
  [[nodiscard]] std::span<const ByteRange> relative_head(ByteRange region) const;
  [[nodiscard]] Found english_phrase(std::span<const ByteRange> words, Gender gender) const;
  [[nodiscard]] bool is_marked(ByteRange word) const;
  [[nodiscard]] bool is_article(ByteRange word) const;
  [[nodiscard]] bool is_verb(ByteRange word) const;
  [[nodiscard]] ByteRange up_to_verb(ByteRange description) const;
  [[nodiscard]] bool is_nominative(const people::Mention& mention) const;
  [[nodiscard]] static bool is_inside(const std::vector<ByteRange>& sorted, std::size_t at);

  enum class Known : std::uint8_t { kUnasked, kNo, kYes };

  const Page& page_;
  const people::PeopleTable& people_;
  mutable std::vector<Known> nominative_;  ///< by mention: whether it is written as its person's name is
  std::vector<ByteRange> quoted_;
  std::vector<ByteRange> names_;
};

}  // namespace sito::quotes

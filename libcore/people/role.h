// role.h: which words beside a name say what its bearer is.
//
// A role is a post, profession or relation, in the words and case of the text: "міський голова
// Миколаєва", "посол України в Норвегії", "сестра". It stands before the name or behind it, after a
// comma, a dash, or in brackets. Two before a name may make one: "начальник сектору, капітан". Role nouns are
// rows of data/roles. Whose role it is when no name stands beside it ("канцлер") is table.h's question.
#pragma once

#include <cstddef>
#include <optional>

#include "people/lexicon.h"
#include "people/vocabulary.h"
#include "text/span.h"

namespace sito::people {

/// A role phrase.
struct Role {
  ByteRange range;       ///< trimmed, without honorifics, adverbials ("у Facebook") and the name
  std::size_t head = 0;  ///< the token of its role noun; the first token's if it has none
  Gender gender = Gender::kUnknown;
  bool known = false;     ///< its head is a row of data/roles
  bool oblique = false;   ///< its head stands in another case than the nominative
  bool caseless = false;  ///< its head is an abbreviation
  bool plural = false;    ///< its head is a plural: each of the names behind it has the role
};

/// The role phrase that ends right before token `name` of the text of `words`, no earlier than token `first`
/// and within its clause: "зазначила |посол України в Норвегії| Лілія Гончаревич". Bounded: looks at most 24
/// tokens back.
[[nodiscard]] std::optional<Role> role_before(const Vocabulary& words, std::size_t first, std::size_t name);

/// The same where the role noun is a plural: "проти були |депутати міської ради| Олег Сич і Ніна Рись".
[[nodiscard]] std::optional<Role> plural_role_before(const Vocabulary& words, std::size_t first,
                                                     std::size_t name);

/// The role phrase that a comma, colon or dash sets off from the name of tokens [name, behind), as lists of
/// people have it: "|Секретар|: Олег Сич", "|режисерка| – Ніна Рись", "thanked the |caretaker|, Tom Harlow,
/// for"; or a verb of appointment: "|Директоркою філармонії| призначено Ірину Шпак". In the nominative,
/// before a verb not; in English behind an article where only a comma parts the two.
[[nodiscard]] std::optional<Role> role_set_off(const Vocabulary& words, std::size_t first, std::size_t name,
                                               std::size_t behind);

/// The role phrases that follow a name which ends before token `after`, as one range with the commas
/// between them: ", |міський голова Миколаєва, член Правління Асоціації міст України| на запрошення". Ends
/// before a comma or word that begins something else. Bounded: at most 48 tokens ahead.
[[nodiscard]] std::optional<Role> role_after(const Vocabulary& words, std::size_t after);

/// The first role phrase in tokens [first, last) that stands without a name: "новий |американський
/// лідер|". The head is a row of data/roles.
[[nodiscard]] std::optional<Role> role_alone(const Vocabulary& words, std::size_t first, std::size_t last);

}  // namespace sito::people

// people.h: who is named with a role, as records list them.
//
// The short list that meta writes; the whole table of a document's people is table.h's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "people/table.h"
#include "text/span.h"

namespace sito::people {

struct PersonWithRole {
  std::string name;   ///< the fullest form, nominative
  std::string role;   ///< as worded in the text
  ByteRange mention;  ///< the first one, the name alone
};

/// The people of `table` that have a role, by first mention. `text` is the one the table was built from.
[[nodiscard]] std::vector<PersonWithRole> people_with_roles(const PeopleTable& table, std::string_view text);

/// The same from a text (valid UTF-8); `language` is a BCP 47 code or empty. Linear but for one sort.
[[nodiscard]] std::vector<PersonWithRole> people_with_roles(std::string_view text,
                                                            std::string_view language = {});

}  // namespace sito::people

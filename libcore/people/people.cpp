#include "people/people.h"

namespace sito::people {

std::vector<PersonWithRole> people_with_roles(const PeopleTable& table, std::string_view text) {
  std::vector<PersonWithRole> result;
  for (const Person& person : table.people())
    if (!person.role.empty())
      result.push_back(
          {person.name, std::string(person.role.of(text)), table.mentions()[person.first_mention].range});
  return result;
}

std::vector<PersonWithRole> people_with_roles(std::string_view text, std::string_view language) {
  return people_with_roles(PeopleTable(text, language), text);
}

}  // namespace sito::people

#include "people/people.h"

#include <algorithm>

#include "text/words.h"

namespace sito::people {
namespace {

// The words of all roles, sorted: "міська голова Тихоріча" names a town.
std::vector<std::string_view> words_of_roles(const PeopleTable& table, std::string_view text) {
  std::vector<std::string_view> words;
  for (const Person& person : table.people())
    for (const ByteRange word : text::words(person.role.of(text)))
      words.push_back(word.of(person.role.of(text)));
  std::sort(words.begin(), words.end());
  return words;
}

bool is_one_word(std::string_view name) { return name.find(' ') == std::string_view::npos; }

}  // namespace

std::vector<PersonWithRole> people_with_roles(const PeopleTable& table, std::string_view text) {
  std::vector<PersonWithRole> result;
  const auto in_roles = words_of_roles(table, text);
  for (const Person& person : table.people()) {
    if (person.role.empty()) continue;
    const ByteRange mention = table.mentions()[person.first_mention].range;
    // What stands in somebody's role is no surname: it is the town that he is the mayor of.
    const std::string_view surface = mention.of(text);
    if (is_one_word(surface) && std::binary_search(in_roles.begin(), in_roles.end(), surface)) continue;
    result.push_back({person.name, std::string(person.role.of(text)), mention});
  }
  return result;
}

std::vector<PersonWithRole> people_with_roles(std::string_view text, std::string_view language) {
  return people_with_roles(PeopleTable(text, language), text);
}

}  // namespace sito::people

// table_builder.h: how the table of a document's people comes about.
//
// Names become persons (same surname and given name in any case, initials that fit), short mentions
// find theirs, roles find their bearers. Used by table.cpp alone; what the result answers is table.h's.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "people/nominative.h"
#include "people/table.h"

namespace sito::people {

class TableBuilder {
 public:
  /// Fills `table`, whose text, language, tokens and names are set.
  explicit TableBuilder(PeopleTable& table) : table_(table) {}
  void build();

 private:
  /// A person in the making: what its names may come from, with the sums of their scores.
  struct Draft {
    std::vector<NameReading> readings;
    char32_t initial = 0;            ///< folded first letter of the given name
    bool lone = false;               ///< a given name or surname only
    std::vector<std::size_t> names;  ///< indices into the table's names, in order
  };
  struct Sighting {
    std::size_t name = 0;
    std::size_t person = 0;
    std::optional<Role> before, after;
  };

  void add_full_names();
  void add_short_names();
  void count_lone_words();
  [[nodiscard]] bool comes_alone(const Name& name, std::size_t times) const;
  [[nodiscard]] bool is_person_by_capitals(const Name& name) const;
  [[nodiscard]] bool is_introduced(const Name& name, const Sighting& sighting) const;
  [[nodiscard]] bool is_person(const Name& name, const Sighting& sighting) const;
  [[nodiscard]] bool is_quoted(const Name& name) const;
  [[nodiscard]] bool is_adjectives(const Name& name) const;
  [[nodiscard]] bool is_governed(const Name& name) const;
  [[nodiscard]] std::optional<std::size_t> latest_of(const std::vector<std::size_t>& persons,
                                                     Gender gender) const;
  [[nodiscard]] std::size_t behind_name_before(std::size_t index) const;
  [[nodiscard]] bool is_script_of_text(const Name& name) const;
  [[nodiscard]] bool shorten(Name& name) const;
  [[nodiscard]] bool may_stand_alone(const Name& name) const;
  [[nodiscard]] Sighting sighting_of(std::size_t name) const;
  [[nodiscard]] bool is_joined(std::size_t name) const;
  [[nodiscard]] bool may_be_nominative(const Name& name) const;
  void take_plural_role(Sighting& sighting) const;
  void leave_next_name(Sighting& sighting) const;
  [[nodiscard]] std::optional<std::size_t> same_person(const Name& name,
                                                       const std::vector<NameReading>& readings) const;
  [[nodiscard]] bool fits(const Draft& draft, const Name& name, char32_t initial,
                          const NameReading& reading) const;
  [[nodiscard]] std::optional<std::size_t> meant_by(const Name& name,
                                                    const std::vector<NameReading>& readings) const;
  std::size_t create(const Name& name, std::vector<NameReading> readings);
  void narrow(std::size_t person, const Name& name, const std::vector<NameReading>& readings);
  void finish_people();
  void finish_mentions();
  [[nodiscard]] bool has_cases(const Role& role) const;
  void name_person(std::size_t person);
  void take_role(std::size_t person, const Mention& mention, const Role& role);
  [[nodiscard]] bool is_oblique(const Name& name, const NameReading& reading) const;

  [[nodiscard]] const std::vector<NameReading>& readings_of(const Name& name) const;

  PeopleTable& table_;
  mutable std::unordered_map<std::string_view, std::vector<NameReading>> readings_;  ///< by a name's bytes
  std::unordered_map<std::string_view, std::size_t> lone_;  ///< folded words that stand alone with a capital
  std::unordered_set<std::string_view> surnames_;           ///< last words of full names that are sure
  std::vector<bool> accepted_;                              ///< by name: a full one behind a post
  std::vector<Draft> drafts_;
  std::vector<NameReading> best_;    ///< by person, once finished
  std::vector<Sighting> sightings_;  ///< by place once finished
  std::vector<bool> person_role_oblique_;
  std::vector<std::size_t> last_seen_;  ///< by person: index of its latest name so far
};

}  // namespace sito::people

#include "html/elements.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

#include "data/tables.h"

namespace sito::html {
namespace {

// In the order of the enumerations.
constexpr std::string_view kLayouts[] = {"inline", "line",  "paragraph",    "list",      "table",   "row",
                                         "cell",   "break", "preformatted", "quotation", "control", "gone"};
constexpr std::string_view kContents[] = {"markup", "characters", "raw", "script", "rest", "none"};

enum Column : std::size_t { kName, kLayout, kContent, kTraits, kEnded };

template <class Enum, std::size_t Count>
Enum value_of(std::string_view cell, const std::string_view (&names)[Count]) {
  const auto* found = std::find(std::begin(names), std::end(names), cell);
  assert(found != std::end(names));
  return static_cast<Enum>(found - std::begin(names));
}

template <class Take>
void each_word(std::string_view cell, Take take) {
  while (!cell.empty()) {
    const std::string_view word = data::first_word(cell);
    take(word);
    cell.remove_prefix(std::min(word.size() + 1, cell.size()));
  }
}

/// All rows, found through their names' length, first, middle and last characters: a hash of the data
/// room would cost more than the rest of a tag.
class Elements {
 public:
  Elements() {
    const auto& table = data::html_elements();
    elements_.resize(table.size() + 1);
    assert(elements_.size() <= kMaxElements);
    for (std::size_t i = 1; i < elements_.size(); ++i) fill(elements_[i], i, table.row(i - 1).cells);
    for (std::size_t i = 1; i < elements_.size(); ++i)
      each_word(table.row(i - 1).cells[kEnded], [&](std::string_view by) {
        if (by != "-") elements_[i].ended_by.set(find(by).id);
      });
  }

  [[nodiscard]] const Element& find(std::string_view name) const {
    if (name.empty()) return elements_[0];
    for (std::size_t slot = slot_of(name);; slot = (slot + 1) % kSlots) {
      const Element& found = elements_[slots_[slot]];
      if (found.id == 0 || found.name == name) return found;
    }
  }

 private:
  static constexpr std::size_t kSlots = 1024;

  static std::size_t slot_of(std::string_view name) {
    const auto at = [&](std::size_t i) {
      return static_cast<std::size_t>(static_cast<unsigned char>(name[i]));
    };
    return (at(0) * 31 + at(name.size() / 2) * 7 + at(name.size() - 1) * 131 + name.size() * 257) % kSlots;
  }

  void fill(Element& element, std::size_t id, std::span<const std::string_view> cells) {
    element.id = id;
    element.name = cells[kName];
    element.layout = value_of<Layout>(cells[kLayout], kLayouts);
    element.content = value_of<Content>(cells[kContent], kContents);
    each_word(cells[kTraits], [&](std::string_view trait) {
      element.ends_paragraph |= trait == "ends-p";
      element.is_wall |= trait == "wall";
      element.leaves_svg |= trait == "leaves-svg";
      element.begins_page |= trait == "begins-page";
    });
    std::size_t slot = slot_of(element.name);
    while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
    slots_[slot] = static_cast<std::uint8_t>(id);
  }

  std::vector<Element> elements_;
  std::array<std::uint8_t, kSlots> slots_{};
};

}  // namespace

const Element& element(std::string_view name) {
  static const Elements kElements;
  return kElements.find(name);
}

}  // namespace sito::html

#include "normalize/twins.h"

#include <array>
#include <utility>
#include <vector>

#include "data/tables.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

// All letters with twins stand below this.
constexpr std::size_t kBound = 0x460;

std::array<std::string_view, kBound> read_table() {
  std::array<std::string_view, kBound> twins;
  const auto& table = data::homoglyphs();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    const char32_t letter = text::decode(row.key(), 0).code_point;
    if (letter < kBound) twins[letter] = row.cells[1];
  }
  return twins;
}

}  // namespace

std::string_view twin(char32_t letter, Script script) {
  static const auto kTwins = read_table();
  if (letter >= kBound || kTwins[letter].empty() || script_of_letter(letter) == script) return {};
  return kTwins[letter];
}

}  // namespace sito::normalize

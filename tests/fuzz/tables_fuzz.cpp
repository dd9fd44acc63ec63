// Rule files that users bring: every row has as many cells as there are columns.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "strip/rules.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view content(reinterpret_cast<const char*>(bytes), size);
  const auto tsv = sito::data::parse_tsv(content).tsv;
  for (const auto& row : tsv.rows) {
    if (row.size() != tsv.columns.size()) std::abort();
  }
  if (const auto rules = sito::strip::Rules::parse(content, "fuzz")) sito::strip::Matcher matcher(*rules);
  return 0;
}

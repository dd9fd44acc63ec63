#include "meta/settings.h"

#include <algorithm>

#include "language/language.h"
#include "text/words.h"

namespace sito::meta {

std::optional<std::vector<std::string>> parse_languages(std::string_view list) {
  std::vector<std::string> languages;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    const std::string_view name = text::trimmed(list.substr(at, end - at));
    const std::string_view language = language::known_language(name);
    if (language.empty()) return std::nullopt;
    languages.emplace_back(language);
    at = end + 1;
  }
  return languages;
}

}  // namespace sito::meta

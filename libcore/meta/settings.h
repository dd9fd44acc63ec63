// settings.h: what a user may ask of sito-meta.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meta/date_forms.h"

namespace sito::meta {

struct Settings {
  bool redo = false;  ///< decide anew what came in as not null (--redo)
  std::optional<Date>
      today;  ///< what "yesterday" counts from (--today DATE); without it, such dates are null
  std::vector<std::string> languages;  ///< the texts are in one of these (--languages); all known if empty
};

/// A list of languages as it is given on the command line ("uk,ru"), parted by commas, white space dropped.
/// None where one of them is not known to language::known_languages(), or the list is empty.
[[nodiscard]] std::optional<std::vector<std::string>> parse_languages(std::string_view list);

}  // namespace sito::meta

#include "pipeline/wanted_types.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>

#include "decode/declared_type.h"
#include "io/glob.h"
#include "io/header_fields.h"

namespace sito::pipeline {

WantedTypes::WantedTypes() : types_{"text/plain", "text/html"} {}

Result<WantedTypes> WantedTypes::of(const std::vector<std::string>& words) {
  WantedTypes result;
  for (const auto& word : words) {
    const auto has_sign = word.starts_with('+') || word.starts_with('-');
    if (!has_sign && &word == &words.front()) result.types_.clear();
    const io::Glob pattern(io::in_small_letters(has_sign ? word.substr(1) : word));
    bool any = false;
    for (const auto type : decode::text_types()) {
      if (!pattern.matches(type)) continue;
      any = true;
      std::erase(result.types_, type);
      if (!word.starts_with('-')) result.types_.push_back(type);
    }
    if (!any)
      return Reject{fmt::format("'{}' fits no type of text; these are known: {}", word,
                                fmt::join(decode::text_types(), ", "))};
  }
  return result;
}

bool WantedTypes::contains(std::string_view media_type) const {
  return std::find(types_.begin(), types_.end(), media_type) != types_.end();
}

}  // namespace sito::pipeline

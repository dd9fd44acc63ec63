#include "pipeline/wanted_types.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "decode/declared_type.h"

namespace sito::pipeline {
namespace {

bool fits(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] != '*')
    return !text.empty() && text[0] == pattern[0] && fits(pattern.substr(1), text.substr(1));
  pattern.remove_prefix(std::min(pattern.find_first_not_of('*'), pattern.size()));
  for (std::size_t at = 0; at <= text.size(); ++at)
    if (fits(pattern, text.substr(at))) return true;
  return false;
}

std::string in_small_letters(std::string_view word) {
  std::string small(word);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

}  // namespace

WantedTypes::WantedTypes() : types_{"text/plain", "text/html"} {}

Result<WantedTypes> WantedTypes::of(const std::vector<std::string>& words) {
  WantedTypes result;
  for (const auto& word : words) {
    const auto has_sign = word.starts_with('+') || word.starts_with('-');
    if (!has_sign && &word == &words.front()) result.types_.clear();
    const auto pattern = in_small_letters(has_sign ? word.substr(1) : word);
    bool any = false;
    for (const auto type : decode::text_types()) {
      if (!fits(pattern, type)) continue;
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

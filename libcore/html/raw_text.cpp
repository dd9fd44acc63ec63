#include "html/raw_text.h"

#include <algorithm>

#include "html/find_either.h"

namespace sito::html {
namespace {

constexpr std::string_view kScript = "script";

bool ends_name(char c) { return c == '\t' || c == '\n' || c == '\f' || c == ' ' || c == '/' || c == '>'; }

/// Whether `name`, in any case, and what ends a name stand at `at`.
bool is_name(std::string_view page, std::size_t at, std::string_view name) {
  if (at + name.size() >= page.size() || !ends_name(page[at + name.size()])) return false;
  return std::equal(
      name.begin(), name.end(), page.begin() + static_cast<std::ptrdiff_t>(at),
      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b | 0x20) : b); });
}

/// Behind the comment that begins at `at` in a script; or where the script's end tag stands in it; or the
/// page's size. Tells which by `ended`.
std::size_t pass_comment(std::string_view page, std::size_t at, std::string_view name, bool& ended) {
  bool doubled = false;
  for (at = find_either(page, at + 2, '<', '-'); at < page.size(); at = find_either(page, at + 1, '<', '-')) {
    if (page[at] == '-') {
      if (page.substr(at, 3) == "-->") return at + 3;
    } else if (doubled) {
      doubled = !is_end_tag(page, at, kScript);
    } else if (is_end_tag(page, at, name)) {
      ended = true;
      return at;
    } else {
      doubled = is_name(page, at + 1, kScript);
    }
  }
  return page.size();
}

}  // namespace

bool is_end_tag(std::string_view page, std::size_t at, std::string_view name) {
  return !name.empty() && at + 1 < page.size() && page[at] == '<' && page[at + 1] == '/' &&
         is_name(page, at + 2, name);
}

std::size_t find_end_tag(std::string_view page, std::size_t at, std::string_view name) {
  for (at = page.find('<', at); at < page.size(); at = page.find('<', at + 1))
    if (is_end_tag(page, at, name)) return at;
  return page.size();
}

std::size_t find_script_end(std::string_view page, std::size_t at, std::string_view name) {
  for (at = page.find('<', at); at < page.size(); at = page.find('<', at)) {
    if (is_end_tag(page, at, name)) return at;
    if (page.substr(at, 4) != "<!--") {
      ++at;
      continue;
    }
    bool ended = false;
    at = pass_comment(page, at, name, ended);
    if (ended) return at;
  }
  return page.size();
}

}  // namespace sito::html

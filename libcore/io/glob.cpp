#include "io/glob.h"

#include <algorithm>

#include "text/utf8.h"

namespace sito::io {
namespace {

constexpr char32_t kByte = 0x110000;  // what is no UTF-8 stands above all code points
constexpr std::string_view kAnyFolders = "**";

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> names;
  for (;;) {
    const std::size_t slash = path.find('/');
    names.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return names;
    path.remove_prefix(slash + 1);
  }
}

/// Takes the character at byte `at`, which it moves behind it.
char32_t take(std::string_view bytes, std::size_t& at) {
  if (text::valid_prefix(bytes.substr(at, 4)) == 0) return kByte + static_cast<unsigned char>(bytes[at++]);
  const text::Decoded decoded = text::decode(bytes, at);
  at += decoded.length;
  return decoded.code_point;
}

/// As take(), with `\` before a character passed over.
char32_t take_escaped(std::string_view pattern, std::size_t& at) {
  if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
  return take(pattern, at);
}

/// The class whose `[` stands at byte `at`: whether `c` is in it, and where the pattern goes on; `end` is
/// npos where no `]` closes it.
struct Class {
  bool matches = false;
  std::size_t end = std::string_view::npos;
};

Class match_class(std::string_view pattern, std::size_t at, char32_t c) {
  ++at;
  const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (negated) ++at;
  bool found = false;
  for (bool first = true; at < pattern.size(); first = false) {
    if (pattern[at] == ']' && !first) return {found != negated, at + 1};
    const char32_t low = take_escaped(pattern, at);
    char32_t high = low;
    if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
      ++at;
      high = take_escaped(pattern, at);
    }
    found = found || (low <= c && c <= high);
  }
  return {};
}

/// Whether the character of `name` at `n` is what stands at `p` of the pattern (no `*`); moves both on.
bool match_one(std::string_view pattern, std::size_t& p, std::string_view name, std::size_t& n) {
  const char32_t c = take(name, n);
  if (pattern[p] == '?') {
    ++p;
    return true;
  }
  if (pattern[p] == '[') {
    const Class group = match_class(pattern, p, c);
    if (group.end != std::string_view::npos) {
      p = group.end;
      return group.matches;
    }
  }
  return take_escaped(pattern, p) == c;
}

/// One name. After a `*` only the last one need ever be tried again, further on: whatever the ones before
/// it took, it can take as well.
bool match_name(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t behind_star = std::string_view::npos;
  std::size_t star_from = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      behind_star = ++p;
      star_from = n;
      continue;
    }
    if (p < pattern.size() && match_one(pattern, p, name, n)) continue;
    if (behind_star == std::string_view::npos) return false;
    p = behind_star;
    take(name, star_from);
    n = star_from;
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

}  // namespace

Glob::Glob(std::string_view pattern) : whole_path_(pattern.find('/') != std::string_view::npos) {
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  for (const std::string_view name : split(pattern)) {
    if (name != kAnyFolders || names_.empty() || names_.back() != kAnyFolders) names_.emplace_back(name);
  }
}

bool Glob::matches(std::string_view path) const {
  if (!whole_path_) return match_name(names_.back(), path.substr(path.rfind('/') + 1));
  const std::vector<std::string_view> names = split(path);
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t behind_any = std::string_view::npos;
  std::size_t any_from = 0;
  while (n < names.size()) {
    if (p < names_.size() && names_[p] == kAnyFolders) {
      if (++p == names_.size()) return true;
      behind_any = p;
      any_from = n;
    } else if (p < names_.size() && match_name(names_[p], names[n])) {
      ++p;
      ++n;
    } else if (behind_any != std::string_view::npos) {
      p = behind_any;
      n = ++any_from;
    } else {
      return false;
    }
  }
  return p == names_.size();
}

}  // namespace sito::io

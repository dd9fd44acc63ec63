// drawing.h: a page with its boilerplate drawn, so that a test's row shows the answer.
#pragma once

#include <string>
#include <string_view>

#include "strip/boilerplate.h"

namespace sito::strip {

/// `text` with each removal as `{reason|what goes}`.
inline std::string drawn(std::string_view text, const Findings& findings) {
  std::string out;
  std::size_t at = 0;
  for (const Removal& removal : findings.removals) {
    out += text.substr(at, removal.range.begin - at);
    out += '{';
    out += removal.reason;
    out += '|';
    out += removal.range.of(text);
    out += '}';
    at = removal.range.end;
  }
  return out + std::string(text.substr(at));
}

/// What is left.
inline std::string left(std::string_view text, const Findings& findings) {
  std::string out;
  cut(text, findings.removals, out);
  return out;
}

/// The built-in rules, made once.
inline const Matcher& builtin_matcher() {
  static const Matcher matcher(Rules::builtin());
  return matcher;
}

}  // namespace sito::strip

// misread.h: texts misread on purpose, for tests that put them right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "charset/code_page.h"
#include "encoded.h"
#include "text/utf8.h"

namespace sito::normalize {

/// Bytes in one encoding that somebody read in another one, a single-byte page.
struct Misreading {
  const char* was;
  const char* read_as;
};

inline std::string misread(std::string_view valid, const std::vector<Misreading>& misreadings) {
  std::string text(valid);
  for (const auto& [was, read_as] : misreadings) {
    std::string out;
    charset::CodePage::make(read_as)->append(encoded(text, was), out);
    text = std::move(out);
  }
  return text;
}

/// Each C1 control, which most programs lose, as `placeholder`.
inline std::string without_c1(std::string_view valid, std::string_view placeholder) {
  std::string out;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    out += c >= 0x80 && c < 0xA0 ? placeholder : valid.substr(at, length);
    at += length;
  }
  return out;
}

/// NBSP as a space.
inline std::string without_no_break_spaces(std::string_view valid) {
  std::string out(valid);
  for (auto at = out.find("\u00A0"); at != std::string::npos; at = out.find("\u00A0"))
    out.replace(at, 2, " ");
  return out;
}

}  // namespace sito::normalize

// doctype.h: what a page declares itself to be.
//
// The standard's doctype states. Where a doctype begins is tokenizer.h's question, what a page is is
// markup.h's.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sito::html {

struct Doctype {
  std::optional<std::string> name;  ///< A to Z in small letters
  std::optional<std::string> public_id;
  std::optional<std::string> system_id;
  bool force_quirks = false;  ///< it is not as it should be
};

/// Reads the doctype at `at`, which is behind `<!DOCTYPE`, and returns the byte behind its `>`, or the page's
/// size. NUL becomes U+FFFD. Cannot fail; linear.
std::size_t read_doctype(std::string_view page, std::size_t at, Doctype& doctype);

}  // namespace sito::html

// markup.h: is it a page, by its first bytes?
//
// Settles HTML against text that only mentions it and against other kinds of XML. In which encoding a page
// stands is declared_charset.h's question, media types in general decode/media_type.h's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sito::html {

/// How many first bytes are enough for markup().
inline constexpr std::size_t kMarkupHead = 4096;

enum class Markup : std::uint8_t {
  kNone,  ///< text, or anything else that does not begin with a tag
  kHtml,  ///< a page, of XHTML too
  kSvg,
  kXml  ///< another kind of XML: feeds, maps of sites
};

/// What `head`, the first bytes of a file, begins: behind a byte order mark of UTF-8, white space, comments
/// and an XML declaration, a doctype or the first tag decides. In any encoding that has ASCII in it; what
/// decode/media_type.h makes of UTF-16 has. A text that begins with a letter is kNone whatever
/// tags it holds; one that begins with a comment or one of the tags that data/html_elements.tsv says so of
/// is a page, as in browsers. Linear. Source: MIME Sniffing 7.1, and own.
[[nodiscard]] Markup markup(std::string_view head);

}  // namespace sito::html

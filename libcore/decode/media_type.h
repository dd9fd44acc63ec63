// media_type.h: what kind of content raw bytes are.
//
// Settles what is text, what is HTML and what must be skipped, by content and never by a file's name.
// In which encoding text stands is decode.h's question; compressed streams and archives are opened by
// io/ before this is asked.
#pragma once

#include <string_view>

namespace sito::decode {

/// The media type of `bytes`, a constant: `text/plain`, `text/html` (html/markup.h says what is, in UTF-16
/// and UTF-32 too), another type that its first bytes show (images, PDF, ZIP and the office formats in it,
/// programs, fonts, compressed streams, XML), or `application/octet-stream`.
///
/// Text in any single-byte encoding or UTF is text/plain; so are no bytes at all. Binary is what bears
/// no byte order mark, does not read as UTF-16, and has more than one byte in 50 among the first
/// 64 KiB that is NUL or a control which texts do not use: a stray NUL in a page leaves it text.
/// Linear in the first 64 KiB. Sources: the formats' own manuals.
[[nodiscard]] std::string_view media_type(std::string_view bytes);

}  // namespace sito::decode

// declared_type.h: what kind of text somebody says it is.
//
// Bytes do not tell a style sheet or a table of values from prose, but the server that sent them does.
// Settles which of a server's words are believed, and which types a text can have at all. What bytes show
// of themselves is media_type.h's question, which types are wanted the caller's.
#pragma once

#include <span>
#include <string_view>

namespace sito::decode {

/// The media type of text that shows itself as `sniffed` (media_type.h) and was sent as `declared` (in small
/// letters, without parameters; may be empty): `declared` by its usual name where it is a kind of text that
/// is neither prose nor a page (styles, scripts, JSON, XML, tables, subtitles, calendars), else
/// `sniffed`. Bytes that show what they are (HTML, images) are that, whatever was said. A constant.
[[nodiscard]] std::string_view declared_type(std::string_view sniffed, std::string_view declared);

/// All types that bytes which read as text can have, sorted.
[[nodiscard]] std::span<const std::string_view> text_types();
[[nodiscard]] bool is_text_type(std::string_view media_type);

}  // namespace sito::decode

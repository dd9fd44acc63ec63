// declared_charset.h: which encoding a page says it is in.
//
// Its own words, before anything is decoded. What the label means and whether it is true is decode/'s
// question.
#pragma once

#include <string>
#include <string_view>

namespace sito::html {

/// The label that the first 1024 of `bytes` declare, in small letters: `<meta charset>`, `<meta
/// http-equiv=content-type>`, else an XML declaration's encoding. Empty if there is none. UTF-16 is
/// `utf-8`, since a page in which this can be read is not UTF-16; `x-user-defined` is `windows-1252`.
/// Labels that nobody knows are returned too. Byte order marks are not looked at. Linear.
/// Source: HTML 13.2.3.2, the prescan of a byte stream.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

}  // namespace sito::html

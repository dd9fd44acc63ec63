// base64.h: any bytes where only text may stand.
//
// JSON cannot hold bytes that are no UTF-8; a record that was rejected for them, or a file so named, is told
// in this form. RFC 4648, with padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sito::text {

/// Linear, four characters for three bytes.
[[nodiscard]] std::string base64(std::string_view bytes);

/// What base64() was given; none for anything else.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace sito::text

// escapes.h: encodings that announce themselves by escape sequences.
//
// ISO 2022's encodings of East Asia are plain ASCII to whoever does not know them. All others are detect.h's
// question.
#pragma once

#include <optional>
#include <string_view>

namespace sito::decode {

/// ISO-2022-JP, ISO-2022-KR or ISO-2022-CN where `bytes` are all below 0x80 and the first escape sequence
/// that begins with ESC $ is one of theirs. Linear. Sources: RFC 1468, 1557, 1922.
[[nodiscard]] std::optional<std::string_view> escaped_encoding(std::string_view bytes);

}  // namespace sito::decode

#include "decode/escapes.h"

#include <algorithm>

namespace sito::decode {
namespace {

struct Escape {
  std::string_view bytes;
  std::string_view encoding;
};
constexpr Escape kEscapes[] = {
    {"\x1B$@", "ISO-2022-JP"},  {"\x1B$B", "ISO-2022-JP"},  {"\x1B$(D", "ISO-2022-JP"},
    {"\x1B$)C", "ISO-2022-KR"}, {"\x1B$)A", "ISO-2022-CN"}, {"\x1B$)G", "ISO-2022-CN"},
};

}  // namespace

std::optional<std::string_view> escaped_encoding(std::string_view bytes) {
  const auto at = bytes.find("\x1B$");
  if (at == std::string_view::npos) return std::nullopt;
  if (std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; })) return std::nullopt;
  for (const Escape& escape : kEscapes)
    if (bytes.substr(at).starts_with(escape.bytes)) return escape.encoding;
  return std::nullopt;
}

}  // namespace sito::decode

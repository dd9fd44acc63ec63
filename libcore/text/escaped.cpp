#include "text/escaped.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace sito::text {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

}  // namespace

std::string escaped(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    const auto good = bytes.substr(0, valid_prefix(bytes));
    for (std::size_t at = 0; at < good.size();) {
      const auto [c, length] = decode(good, at);
      if (!is_control(c)) {
        out.append(good.substr(at, length));
      } else {
        for (char byte : good.substr(at, length))
          out += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
      }
      at += length;
    }
    bytes.remove_prefix(good.size());
    if (bytes.empty()) break;
    out += fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[0]));
    bytes.remove_prefix(1);
  }
  return out;
}

}  // namespace sito::text

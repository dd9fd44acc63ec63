#include "normalize/control.h"

#include "normalize/byte_set.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {
constexpr ByteSet kSuspects{{0x00, 0x08}, {0x0E, 0x1F}, {0x7F, 0x7F}, {0xC2, 0xC2}, {0xEF, 0xF4}};
}  // namespace

bool is_unwanted_control(char32_t c) {
  if (c < 0xA0) return (c < 0x20 || c >= 0x7F) && c != '\t' && !text::is_line_end(c);
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE;
}

std::size_t remove_controls(std::string_view valid, std::string& out) {
  out.clear();
  std::size_t changes = 0;
  std::size_t copied = 0;
  for (std::size_t at = kSuspects.find(valid, 0); at < valid.size(); at = kSuspects.find(valid, at)) {
    auto [c, length] = text::decode(valid, at);
    if (is_unwanted_control(c)) {
      out.append(valid.substr(copied, at - copied));
      copied = at + length;
      ++changes;
    }
    at += length;
  }
  out.append(valid.substr(copied));
  return changes;
}

}  // namespace sito::normalize

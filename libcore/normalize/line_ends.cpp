#include "normalize/line_ends.h"

#include "normalize/byte_set.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {
// VT FF CR; NEL begins with C2; U+2028 and U+2029 with E2.
constexpr ByteSet kSuspects{{0x0B, 0x0D}, {0xC2, 0xC2}, {0xE2, 0xE2}};
}  // namespace

std::size_t normalize_line_ends(std::string_view valid, std::string& out) {
  out.clear();
  std::size_t changes = 0;
  std::size_t copied = 0;
  for (std::size_t at = kSuspects.find(valid, 0); at < valid.size(); at = kSuspects.find(valid, at)) {
    auto [c, length] = text::decode(valid, at);
    if (!text::is_line_end(c)) {
      at += length;
      continue;
    }
    out.append(valid.substr(copied, at - copied)) += '\n';
    at += valid.substr(at).starts_with("\r\n") ? 2 : length;
    copied = at;
    ++changes;
  }
  out.append(valid.substr(copied));
  return changes;
}

}  // namespace sito::normalize

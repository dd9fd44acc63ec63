#include "normalize/dashes.h"

#include "normalize/byte_set.h"
#include "normalize/edits.h"
#include "normalize/neighbours.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

constexpr ByteSet kSuspects{{'-', '-'}, {0xE2, 0xE2}};
constexpr std::size_t kMostHyphens = 3;

bool is_dash(char32_t c) { return text::is_dash(c) && c != 0x2212; }

}  // namespace

std::size_t unify_dashes(std::string_view valid, Dashes form, std::string& out) {
  const std::string_view dash = form == Dashes::kEn ? "\u2013" : "\u2014";
  Edits edits(valid, out);
  for (std::size_t at = kSuspects.find(valid, 0); at < valid.size(); at = kSuspects.find(valid, at)) {
    const std::size_t begin = at;
    const auto [c, length] = text::decode(valid, at);
    at += length;
    while (c == '-' && after(valid, at) == '-') ++at;
    const char32_t left = before(valid, begin);
    if (!is_dash(c) || (c == '-' && at - begin > kMostHyphens) || !text::is_blank(after(valid, at)) ||
        (left != 0 && !text::is_space(left)) || valid.substr(begin, at - begin) == dash)
      continue;
    edits.replace(begin, at, dash);
  }
  return edits.finish();
}

}  // namespace sito::normalize

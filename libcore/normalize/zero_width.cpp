#include "normalize/zero_width.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <optional>

#include "normalize/byte_set.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

// U+00AD; U+061C; General Punctuation; U+FEFF.
constexpr ByteSet kSuspects{{0xC2, 0xC2}, {0xD8, 0xD8}, {0xE2, 0xE2}, {0xEF, 0xEF}};
// With these begin all right-to-left letters: U+0590..08FF, the presentation forms, planes 1's.
constexpr ByteSet kRightToLeft{{0xD6, 0xDF}, {0xE0, 0xE0}, {0xEF, 0xF0}};

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

UScriptCode script_of(char32_t c) {
  if (c < 0x250) return USCRIPT_LATIN;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(icu(c), &status);
}

bool is_mark(char32_t c) { return c >= 0x300 && (U_GET_GC_MASK(icu(c)) & U_GC_M_MASK) != 0; }
bool is_pictograph(char32_t c) { return u_hasBinaryProperty(icu(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0; }
bool ends_emoji(char32_t c) {
  return is_pictograph(c) || (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F);
}

bool spells_with_joiners(char32_t c) {
  switch (script_of(c)) {
    case USCRIPT_LATIN:
    case USCRIPT_CYRILLIC:
    case USCRIPT_GREEK:
    case USCRIPT_ARMENIAN:
    case USCRIPT_GEORGIAN:
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_HANGUL:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_UNKNOWN: return false;
    default: return true;
  }
}

bool writes_without_spaces(char32_t c) {
  switch (script_of(c)) {
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN:
    case USCRIPT_JAVANESE:
    case USCRIPT_BALINESE:
    case USCRIPT_TAI_LE:
    case USCRIPT_NEW_TAI_LUE:
    case USCRIPT_LANNA: return true;
    default: return false;
  }
}

bool has_right_to_left_letter(std::string_view valid) {
  for (std::size_t at = kRightToLeft.find(valid, 0); at < valid.size(); at = kRightToLeft.find(valid, at)) {
    auto [c, length] = text::decode(valid, at);
    const auto direction = u_charDirection(icu(c));
    if (!is_zero_width(c) && (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC))
      return true;
    at += length;
  }
  return false;
}

// Walks the text once. What stands before a zero-width character is the last one that is neither a mark
// nor zero-width; what stands after a run of them, the next character. Both are the same before and
// after canonical composition, so a second pass decides as the first did.
class Sweep {
 public:
  Sweep(std::string_view valid, std::string& out) : valid_(valid), out_(out) { out_.clear(); }

  std::size_t run() {
    for (std::size_t at = kSuspects.find(valid_, 0); at < valid_.size(); at = kSuspects.find(valid_, at)) {
      auto [c, length] = text::decode(valid_, at);
      if (is_zero_width(c))
        at = take_run(at);
      else
        at += length;
    }
    out_.append(valid_.substr(copied_));
    return removed_;
  }

 private:
  std::size_t take_run(std::size_t begin) {
    out_.append(valid_.substr(copied_, begin - copied_));
    find_before(begin);
    std::size_t end = begin;
    while (end < valid_.size() && is_zero_width(text::decode(valid_, end).code_point))
      end += text::decode(valid_, end).length;
    const char32_t after = end < valid_.size() ? text::decode(valid_, end).code_point : U'\n';
    for (std::size_t at = begin; at < end;) {
      auto [c, length] = text::decode(valid_, at);
      if (stays(c, is_mark(after) ? U'\n' : after))
        out_.append(valid_.substr(at, length));
      else
        ++removed_;
      at += length;
    }
    copied_ = known_ = end;
    return end;
  }

  // Looks back no further than the last run, whose answer still holds if only marks came since.
  void find_before(std::size_t at) {
    while (at > known_) {
      auto [c, length] = text::decode_before(valid_, at);
      at -= length;
      if (is_mark(c)) continue;
      before_ = c;
      return;
    }
  }

  [[nodiscard]] bool stays(char32_t c, char32_t after) {
    if (c == 0xAD || c == 0x2060 || c == 0xFEFF) return false;
    if (c == 0x200B) return writes_without_spaces(before_) || writes_without_spaces(after);
    if (c == 0x200C || c == 0x200D)
      return spells_with_joiners(before_) || spells_with_joiners(after) ||
             (c == 0x200D && ends_emoji(before_) && is_pictograph(after));
    if (!right_to_left_) right_to_left_ = has_right_to_left_letter(valid_);
    return *right_to_left_;
  }

  std::string_view valid_;
  std::string& out_;
  std::size_t copied_ = 0;
  std::size_t removed_ = 0;
  std::size_t known_ = 0;    ///< where the last run ended
  char32_t before_ = U'\n';  ///< the character before that run; at the text's head, as after a line end
  std::optional<bool> right_to_left_;
};

}  // namespace

bool is_zero_width(char32_t c) {
  if (c < 0x200B) return c == 0xAD || c == 0x061C;
  return c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c == 0x2060 || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xFEFF;
}

std::size_t remove_zero_width(std::string_view valid, std::string& out) { return Sweep(valid, out).run(); }

}  // namespace sito::normalize

#include "normalize/concern_marks.h"

#include "normalize/combining.h"
#include "normalize/concerns.h"
#include "normalize/control.h"
#include "normalize/form.h"
#include "normalize/neighbours.h"
#include "normalize/suspicion.h"
#include "normalize/word_reading.h"
#include "normalize/zero_width.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

/// A character with its neighbours; NUL at the text's ends.
struct Place {
  char32_t left;
  char32_t c;
  char32_t right;
};

bool has_letters_on_both_sides(const Place& place) {
  return script_of_letter(place.left) != Script::kOther && script_of_letter(place.right) != Script::kOther;
}

// A quotation mark inside a Cyrillic word.
unsigned may_be_apostrophe(const Place& place) {
  return script_of_letter(place.left) == Script::kCyrillic &&
                 script_of_letter(place.right) == Script::kCyrillic && text::is_lower(place.right)
             ? static_cast<unsigned>(kApostrophes)
             : 0U;
}

unsigned concerns_ascii(const Place& place) {
  switch (place.c) {
    case '&':
      return text::is_blank(place.right) || place.right == 0 ? 0U : static_cast<unsigned>(kReferences);
    case '`': return has_letters_on_both_sides(place) ? static_cast<unsigned>(kApostrophes) : 0U;
    case '"': return may_be_apostrophe(place);
    default: return 0;
  }
}

unsigned concerns_mark(const Place& place) {
  switch (place.c) {
    case kSpacingBreve:
    case kSpacingDiaeresis: return kCombining | kHomoglyphs;
    case 0xAC: {
      const bool goes_on = text::is_line_end(place.right) || script_of_letter(place.right) != Script::kOther;
      return goes_on && (place.left > 0x7F || text::is_letter(place.left)) ? kHyphens : 0U;
    }
    case 0xAD: return text::is_line_end(place.right) ? static_cast<unsigned>(kHyphens) : 0U;
    case 0xBB: return may_be_apostrophe(place);
    case 0xB4:
    case 0x2018:
    case 0x2032:
    case 0xFF07: return has_letters_on_both_sides(place) ? static_cast<unsigned>(kApostrophes) : 0U;
    default: return 0;
  }
}

// Letters and marks whose bytes the scan does not know: what mixes scripts there is told here.
unsigned concerns_script(const Place& place) {
  const Script own = script_of_letter(place.c), left = script_of_letter(place.left),
               right = script_of_letter(place.right);
  if (own == Script::kOther) {
    if (!text::is_letter(place.c) || left == right || right == Script::kOther) return 0;
    return text::is_letter(place.left) ? static_cast<unsigned>(kHomoglyphs) : 0U;
  }
  const bool mixes = (left != Script::kOther && left != own) || (right != Script::kOther && right != own);
  return mixes ? static_cast<unsigned>(kHomoglyphs) : 0U;
}

}  // namespace

unsigned concerns_of_place(const Place& place) {
  const char32_t c = place.c;
  if (text::is_line_end(c)) return kLineEnds | kWhitespace;
  if (is_unwanted_control(c)) return kControl;
  if (c < 0x80) return concerns_ascii(place);
  if (text::is_blank(c)) return kWhitespace | (c == 0x2000 || c == 0x2001 ? kForm : 0U);
  unsigned found = concerns_mark(place);
  if (is_zero_width(c)) return found | kZeroWidth;
  if (c < 0x2000 || c > 0x20CF) found |= concerns_script(place);
  return concerns_form(c) ? found | kForm : found;
}

// A sign beside a letter, or anything behind an accented or odd one, may be half of a character.
unsigned concerns_reading(const Place& place, std::string_view valid, std::size_t at) {
  const bool beside_letter = text::is_letter(place.left) || text::is_letter(place.right);
  if (place.c < 0x80 || !beside_letter || text::is_cyrillic(place.c)) return 0;
  const bool accented = (place.left >= 0xC0 && text::is_latin(place.left)) ||
                        (place.right >= 0xC0 && text::is_latin(place.right));
  const bool begins_word = text::is_dash(place.c) && text::is_letter(place.right);
  const bool quiet = is_quiet_sign(place.c) && !accented && !begins_word;
  return !quiet && looks_misread_at(valid, at) ? static_cast<unsigned>(kMojibake) : 0U;
}

unsigned concerns_of_character(std::string_view valid, std::size_t at) {
  const auto [c, length] = text::decode(valid, at);
  const Place place{before(valid, at), c, after(valid, at + length)};
  return concerns_of_place(place) | concerns_reading(place, valid, at);
}
bool concerns_lone_i(std::string_view valid, std::size_t at) {
  if (!text::is_blank(after(valid, at + 1))) return false;
  std::size_t next = at + 1;
  // One mark may stand before the word that follows; more blanks are a concern by themselves.
  for (int i = 0; i < 4 && next < valid.size(); ++i) {
    const auto [c, length] = text::decode(valid, next);
    if (text::is_letter(c)) return script_of_letter(c) == Script::kCyrillic;
    next += length;
  }
  return next < valid.size();
}

bool concerns_whole_word(std::string_view valid, std::size_t at) {
  std::size_t begin = at, end = at + 1;
  while (begin > 0) {
    const auto [c, length] = text::decode_before(valid, begin);
    if (!text::is_letter(c)) break;
    begin -= length;
  }
  while (end < valid.size()) {
    const auto [c, length] = text::decode(valid, end);
    if (!text::is_letter(c)) break;
    end += length;
  }
  return may_be_of_other_script(valid.substr(begin, at - begin)) ||
         may_be_of_other_script(valid.substr(at + 1, end - at - 1));
}

bool concerns_spaced_letters(std::string_view valid, std::size_t at) {
  // Latin letters in lower case are never joined.
  const auto may_be_spaced = [](char32_t c) {
    return text::is_upper(c) || script_of_letter(c) == Script::kCyrillic;
  };
  if (at + 1 >= valid.size()) return false;
  const auto [last, last_length] = text::decode_before(valid, at);
  const auto [next, next_length] = text::decode(valid, at + 1);
  if (!may_be_spaced(last) || !may_be_spaced(next) || text::is_letter(after(valid, at + 1 + next_length)))
    return false;
  const std::size_t end = at - last_length - 1;  // of the first of the three
  const auto [first, first_length] = text::decode_before(valid, end);
  return may_be_spaced(first) && !text::is_letter(before(valid, end - first_length));
}

}  // namespace sito::normalize

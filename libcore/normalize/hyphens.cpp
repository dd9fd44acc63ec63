#include "normalize/hyphens.h"

#include "normalize/byte_set.h"
#include "normalize/combining.h"
#include "normalize/edits.h"
#include "normalize/neighbours.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

constexpr ByteSet kSuspects{{0xC2, 0xC2}};

// Behind the line end at `at`; `at` if there is none.
std::size_t behind_line_end(std::string_view valid, std::size_t at) {
  if (!text::is_line_end(after(valid, at))) return at;
  return at + (valid.substr(at).starts_with("\r\n") ? 2 : text::decode(valid, at).length);
}

// The letter that ends before `at`, with marks that combining.h may yet join to it.
char32_t letter_before(std::string_view valid, std::size_t at) {
  while (at > 0) {
    const auto [c, length] = text::decode_before(valid, at);
    if (c != kSpacingBreve && c != kSpacingDiaeresis) return c;
    at -= length;
  }
  return 0;
}

// Letters of a word parted by not signs, at least: o¬o is a face.
constexpr std::size_t kFewLetters = 3;

// Whether a word goes on over it: not signs, and marks that combining.h may yet join to a letter.
bool parts_no_word(char32_t c) { return c == 0xAC || c == kSpacingBreve || c == kSpacingDiaeresis; }

// Letters within four characters on both sides of the not sign at [begin, end).
std::size_t letters_around(std::string_view valid, std::size_t begin, std::size_t end) {
  constexpr int kReach = 4;  // characters
  std::size_t letters = 0;
  const auto counts = [&letters](char32_t c) {
    letters += text::is_letter(c) ? 1 : 0;
    return text::is_letter(c) || parts_no_word(c);
  };
  for (int steps = 0; steps < kReach && begin > 0; ++steps) {
    const auto [c, length] = text::decode_before(valid, begin);
    if (!counts(c)) break;
    begin -= length;
  }
  for (int steps = 0; steps < kReach && end < valid.size(); ++steps) {
    const auto [c, length] = text::decode(valid, end);
    if (!counts(c)) break;
    end += length;
  }
  return letters;
}

bool goes_on(char32_t left, char32_t right) {
  const Script script = script_of_letter(left);
  const Script next = script_of_letter(right);
  if (script == Script::kOther || next == Script::kOther) return false;
  if (text::is_lower(right)) return true;
  return script == Script::kCyrillic && next == Script::kCyrillic && text::is_upper(left);
}

}  // namespace

std::size_t remove_stray_hyphens(std::string_view valid, std::string& out) {
  Edits edits(valid, out);
  for (std::size_t at = kSuspects.find(valid, 0); at < valid.size(); at = kSuspects.find(valid, at)) {
    const auto [c, length] = text::decode(valid, at);
    const std::size_t begin = at;
    at += length;
    if (c != 0xAC && c != 0xAD) continue;
    const char32_t left = letter_before(valid, begin);
    const std::size_t next_line = behind_line_end(valid, at);
    if (next_line > at) {
      if (!text::is_lower(after(valid, next_line)) || !goes_on(left, after(valid, next_line))) continue;
      edits.replace(begin, next_line, {});
      at = next_line;
    } else if (c == 0xAC && goes_on(left, after(valid, at)) &&
               letters_around(valid, begin, at) >= kFewLetters) {
      edits.replace(begin, at, {});
    }
  }
  return edits.finish();
}

}  // namespace sito::normalize

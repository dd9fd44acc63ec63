#include "normalize/combining.h"

#include "normalize/byte_set.h"
#include "normalize/edits.h"
#include "normalize/neighbours.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

// U+00A8 begins with C2, U+02D8 with CB.
constexpr ByteSet kSuspects{{0xC2, 0xC2}, {0xCB, 0xCB}};

// й, ї or ё of a letter and the mark behind it; 0 of any others.
char32_t joined(char32_t letter, char32_t mark) {
  if (mark == kSpacingBreve) return letter == U'и' ? U'й' : letter == U'И' ? U'Й' : 0;
  if (mark != kSpacingDiaeresis) return 0;
  switch (letter) {
    case U'і': return U'ї';
    case U'І': return U'Ї';
    case U'е': return U'ё';
    case U'Е': return U'Ё';
    default: return 0;
  }
}

// All letters and marks here have two bytes.
char32_t joined_at(std::string_view valid, std::size_t at) {
  return at + 2 >= valid.size() || (static_cast<unsigned char>(valid[at]) & 0xFEU) != 0xD0
             ? 0
             : joined(after(valid, at), after(valid, at + 2));
}

// Pairs that follow one another are joined all or none: each would be the next one's Cyrillic neighbour.
class Sweep {
 public:
  Sweep(std::string_view valid, std::string& out) : valid_(valid), edits_(valid, out) {}

  std::size_t run() {
    std::size_t done = 0;
    for (std::size_t at = kSuspects.find(valid_, 0); at < valid_.size(); at = kSuspects.find(valid_, at)) {
      if (at >= done + 2 && joined_at(valid_, at - 2) != 0)
        at = done = take_row(at - 2);
      else
        at += text::decode(valid_, at).length;
    }
    return edits_.finish();
  }

 private:
  std::size_t take_row(std::size_t begin) {
    std::size_t end = begin;
    while (joined_at(valid_, end) != 0) end += 4;
    const bool cyrillic = end - begin > 4 || script_of_letter(before(valid_, begin)) == Script::kCyrillic ||
                          script_of_letter(after(valid_, end)) == Script::kCyrillic;
    for (std::size_t at = begin; cyrillic && at < end; at += 4) {
      std::string letter;
      text::append(letter, joined_at(valid_, at));
      edits_.replace(at, at + 4, letter);
    }
    return end;
  }

  std::string_view valid_;
  Edits edits_;
};

}  // namespace

std::size_t join_spaced_marks(std::string_view valid, std::string& out) { return Sweep(valid, out).run(); }

}  // namespace sito::normalize

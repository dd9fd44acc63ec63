#include "normalize/combining.h"

#include "normalize/byte_set.h"
#include "normalize/edits.h"
#include "normalize/neighbours.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

// U+00A8 and NBSP begin with C2, U+02D8 with CB, U+0306 and U+0308 with CC.
constexpr ByteSet kSuspects{{0xC2, 0xC2}, {0xCB, 0xCC}};

constexpr char32_t kBreve = 0x306;
constexpr char32_t kDiaeresis = 0x308;

/// The combining mark that stands in its own width at a place, and where it ends.
struct Mark {
  char32_t combining = 0;
  std::size_t end = 0;
};

Mark mark_at(std::string_view valid, std::size_t at) {
  const char32_t c = after(valid, at);
  if (c == 0x2D8) return {kBreve, at + 2};
  if (c == 0xA8) return {kDiaeresis, at + 2};
  if (c != ' ' && c != 0xA0) return {};
  at += c == ' ' ? 1U : 2U;
  const char32_t mark = after(valid, at);
  if (mark != kBreve && mark != kDiaeresis) return {};
  return {mark, at + 2};
}

// Latin twins too, lest homoglyphs.h made a letter of them only now and then.
char32_t letter_with(char32_t letter, char32_t mark) {
  if (mark == kBreve) return letter == U'и' ? U'й' : letter == U'И' ? U'Й' : 0;
  switch (letter) {
    case 'i':
    case U'і': return U'ї';
    case 'I':
    case U'І': return U'Ї';
    case 'e':
    case U'е': return U'ё';
    case 'E':
    case U'Е': return U'Ё';
    default: return 0;
  }
}

/// A letter and the mark behind it, and what both are together; 0 if nothing.
struct Joint {
  char32_t letter = 0;
  bool cyrillic = false;  ///< the letter was
  std::size_t end = 0;
};

Joint joint_at(std::string_view valid, std::size_t at) {
  if (at == valid.size()) return {};
  const auto [c, length] = text::decode(valid, at);
  const Mark mark = mark_at(valid, at + length);
  if (mark.combining == 0) return {};
  return {letter_with(c, mark.combining), length == 2, mark.end};
}

// Joints that follow one another are joined all or none: each would be the next one's Cyrillic neighbour.
class Sweep {
 public:
  Sweep(std::string_view valid, std::string& out) : valid_(valid), edits_(valid, out) {}

  std::size_t run() {
    std::size_t done = 0;
    for (std::size_t at = kSuspects.find(valid_, 0); at < valid_.size(); at = kSuspects.find(valid_, at)) {
      std::size_t mark = at;
      if (after(valid_, at) == kBreve || after(valid_, at) == kDiaeresis) mark = behind_letter(at);
      const std::size_t letter = mark > 0 ? mark - text::decode_before(valid_, mark).length : 0;
      at += text::decode(valid_, at).length;
      if (mark == 0 || letter < done || joint_at(valid_, letter).letter == 0) continue;
      at = done = take_run(letter);
    }
    return edits_.finish();
  }

 private:
  // Where the space begins that carries the mark at `at`; 0 if none does.
  [[nodiscard]] std::size_t behind_letter(std::size_t at) const {
    const char32_t blank = before(valid_, at);
    return blank == ' ' ? at - 1 : blank == 0xA0 ? at - 2 : 0;
  }

  std::size_t take_run(std::size_t begin) {
    bool cyrillic = script_of_letter(before(valid_, begin)) == Script::kCyrillic;
    std::size_t end = begin;
    for (Joint joint = joint_at(valid_, begin); joint.letter != 0; joint = joint_at(valid_, end)) {
      cyrillic = cyrillic || (end > begin && joint.cyrillic);
      end = joint.end;
    }
    if (cyrillic || script_of_letter(after(valid_, end)) == Script::kCyrillic) join(begin, end);
    return end;
  }

  void join(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
      const Joint joint = joint_at(valid_, at);
      std::string letter;
      text::append(letter, joint.letter);
      edits_.replace(at, joint.end, letter);
      at = joint.end;
    }
  }

  std::string_view valid_;
  Edits edits_;
};

}  // namespace

std::size_t join_spaced_marks(std::string_view valid, std::string& out) { return Sweep(valid, out).run(); }

}  // namespace sito::normalize

#include "normalize/concerns.h"

#include <bit>
#include <cstdint>

#include "normalize/concern_marks.h"
#include "normalize/suspicion.h"
#include "text/block.h"

namespace sito::normalize {
namespace {

using Mask = std::uint64_t;

/// Which bytes of a block are what; bit i is byte i.
struct Masks {
  Mask space = 0;
  Mask line_feed = 0;
  Mask white = 0;  ///< space, TAB, LF
  Mask hyphen = 0;
  Mask letter = 0;    ///< ASCII
  Mask high = 0;      ///< not ASCII
  Mask latin = 0;     ///< leads of U+00C0..027F
  Mask cyrillic = 0;  ///< leads of U+0400..047F
  Mask d0 = 0;        ///< of these, U+0400..043F
  Mask c3 = 0;        ///< of the Latin ones, U+00C0..00FF
  // Last bytes of Cyrillic letters.
  Mask capital = 0;           ///< U+0400..042F
  Mask small = 0;             ///< U+0430..045F
  Mask accented_capital = 0;  ///< U+00C0..00DF, last bytes too
  Mask rare = 0;              ///< the sixteen letters before and behind these: Ё, є, Ђ, ...
};

/// The masks of a block and of the one before it, to look back over the border.
struct Pair {
  Masks now;
  Masks past;

  /// Bytes with a byte of the kind `count` before them.
  [[nodiscard]] Mask behind(Mask Masks::*kind, int count) const {
    return now.*kind << count | past.*kind >> (64 - count);
  }
};

// Neither printing ASCII, nor the leads of what concerns nobody: U+0080..00BF with a guillemet, and those
// of Masks.
Mask strange_bytes(const text::Block& block, Masks& masks) {
  const Mask low = block.below(0x20), ascii = block.below(0x80), below_c2 = block.below(0xC2);
  const Mask below_ca = block.below(0xCA), below_d0 = block.below(0xD0), below_d2 = block.below(0xD2);
  const Mask c2 = block.equal(0xC2), guillemet = block.equal_any(0xAB, 0xBB);
  const Mask tab = block.equal('\t');
  masks.space = block.equal(' ');
  masks.line_feed = block.equal('\n');
  masks.white = masks.space | masks.line_feed | tab;
  masks.high = ~ascii;
  masks.latin = below_ca & ~below_c2 & ~c2;
  masks.cyrillic = below_d2 & ~below_d0;
  const Mask orders = low & ~masks.line_feed & ~tab;
  return orders | block.equal_any(0x7F, '&', '`') | (c2 & ~(guillemet >> 1)) | (below_d0 & ~below_ca) |
         ~below_d2;
}

bool has_bad_white_space(const Pair& pair) {
  const Mask two = pair.now.white & pair.behind(&Masks::white, 1);
  if (two == 0) return false;
  const Mask empty_lines = pair.now.line_feed & pair.behind(&Masks::line_feed, 1);
  return ((two & ~empty_lines) | (empty_lines & pair.behind(&Masks::line_feed, 2))) != 0;
}

// Where a letter of one script begins right behind one of the other. All Cyrillic letters here have two
// bytes.
Mask mixed_scripts(const Pair& pair) {
  const Mask latin_ends = pair.behind(&Masks::letter, 1) | pair.behind(&Masks::latin, 2);
  const Mask latin_begins = pair.now.letter | pair.now.latin;
  return (pair.now.cyrillic & latin_ends) | (latin_begins & pair.behind(&Masks::cyrillic, 2));
}

// Behind spaces with a letter of one script before them and one of the other behind.
Mask scripts_parted_by_a_space(const Pair& pair) {
  return pair.behind(&Masks::space, 1) & ((pair.now.cyrillic & pair.behind(&Masks::letter, 2)) |
                                          (pair.now.letter & pair.behind(&Masks::cyrillic, 3)));
}

void find_letters(const text::Block& block, Pair& pair) {
  const Mask below_90 = block.below(0x90), below_a0 = block.below(0xA0), below_b0 = block.below(0xB0);
  pair.now.d0 = block.equal(0xD0);
  pair.now.c3 = block.equal(0xC3);
  pair.now.accented_capital = pair.behind(&Masks::c3, 1) & below_a0;
  const Mask behind_d0 = pair.behind(&Masks::d0, 1);
  const Mask behind_d1 = pair.behind(&Masks::cyrillic, 1) & ~behind_d0;
  pair.now.capital = behind_d0 & below_b0;
  pair.now.small = (behind_d0 & ~below_b0) | (behind_d1 & below_a0);
  pair.now.rare = (behind_d0 & below_90) | (behind_d1 & below_a0 & ~below_90);
}

// Ends of what clean text hardly has: a capital behind a small letter, a capital and Ѓ or their like, five
// capitals, three accented letters, an accented letter and a guillemet.
Mask misread_letters(const text::Block& block, const Pair& pair) {
  const auto capital = [&](int count) { return pair.behind(&Masks::capital, count); };
  const Mask letters = (pair.now.capital & pair.behind(&Masks::small, 2)) | (pair.now.rare & capital(2)) |
                       (pair.now.capital & capital(2) & capital(4) & capital(6) & capital(8));
  const Mask accented = pair.now.latin & pair.behind(&Masks::latin, 2) & pair.behind(&Masks::latin, 4);
  // À to ß behind a letter of ASCII, or with another accented one behind it.
  const Mask inside = pair.now.accented_capital & pair.behind(&Masks::letter, 2);
  const Mask before_another = pair.now.latin & pair.behind(&Masks::accented_capital, 1);
  // × and the like before a quotation mark, dash or sign of three bytes.
  const Mask before_sign = block.equal(0xE2) & pair.behind(&Masks::accented_capital, 1);
  return letters | accented | inside | before_another | before_sign |
         (block.equal(0xC2) & pair.behind(&Masks::latin, 2));
}

// Spaces behind two letters that spaces part, the first of which stands alone before.
Mask spaced_letters(const Pair& pair) {
  const auto space = [&](int count) { return pair.behind(&Masks::space, count); };
  const auto latin = [&](int count) { return pair.behind(&Masks::letter, count); };
  const auto cyrillic = [&](int count) { return pair.behind(&Masks::cyrillic, count); };
  return pair.now.space & ((latin(1) & space(2) & (latin(3) | cyrillic(4))) |
                           (cyrillic(2) & space(3) & (latin(4) | cyrillic(5))));
}

class Scan {
 public:
  explicit Scan(std::string_view valid) : valid_(valid) {}

  unsigned run() {
    for (std::size_t base = 0; base < valid_.size(); base += text::Block::kSize) take_block(base);
    if (!valid_.empty()) look_at_ends();
    return found_;
  }

 private:
  void take_block(std::size_t base) {
    const text::Block block(valid_.substr(base));
    const std::size_t left = valid_.size() - base;
    const Mask within = left < text::Block::kSize ? (Mask{1} << left) - 1 : ~Mask{0};
    Mask places = strange_bytes(block, pair_.now) & within;
    pair_.now.letter = block.ascii_letters();
    pair_.now.hyphen = block.equal('-');
    const Mask word = pair_.now.letter | pair_.now.high;
    const Mask behind_word = pair_.behind(&Masks::letter, 1) | pair_.behind(&Masks::high, 1);
    // The last byte's neighbour lies in the next block, so it counts as a letter.
    const Mask before_word = word >> 1 | Mask{1} << 63;
    const Mask before_word_by_two = word >> 2 | Mask{3} << 62;
    places |= block.equal('"') & behind_word & before_word;
    places |= block.equal(0xC2) & (block.equal(0xBB) >> 1) & behind_word & before_word_by_two;
    for (; places != 0; places &= places - 1) found_ |= concerns_of_character(valid_, base + bit(places));
    const Mask mixed = mixed_scripts(pair_);
    if (mixed != 0) found_ |= kHomoglyphs;
    look_at_words(base, block.equal('i'));
    Mask parted = scripts_parted_by_a_space(pair_) & within;
    for (; parted != 0 && (found_ & kHomoglyphs) == 0; parted &= parted - 1)
      if (concerns_whole_word(valid_, base + bit(parted) - 1)) found_ |= kHomoglyphs;
    find_letters(block, pair_);
    Mask misread = (mixed | misread_letters(block, pair_)) & within;
    for (; misread != 0 && (found_ & kMojibake) == 0; misread &= misread - 1)
      if (looks_misread_at(valid_, base + bit(misread))) found_ |= kMojibake;
    if (has_bad_white_space(pair_)) found_ |= kWhitespace;
    pair_.past = pair_.now;
  }

  void look_at_words(std::size_t base, Mask i) {
    if ((pair_.now.line_feed & pair_.behind(&Masks::hyphen, 1)) != 0) found_ |= kLineWrap;
    Mask lone = i & ~(pair_.now.letter >> 1) & ~pair_.behind(&Masks::letter, 1);
    for (; lone != 0; lone &= lone - 1)
      if (concerns_lone_i(valid_, base + bit(lone))) found_ |= kHomoglyphs;
    for (Mask spaced = spaced_letters(pair_); spaced != 0; spaced &= spaced - 1)
      if (concerns_spaced_letters(valid_, base + bit(spaced))) found_ |= kLetterSpacing;
  }

  void look_at_ends() {
    const auto is_white = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
    const char last = valid_.back();
    if (is_white(valid_.front()) || last == ' ' || last == '\t' || valid_.ends_with("\n\n"))
      found_ |= kWhitespace;
  }

  static std::size_t bit(Mask mask) { return static_cast<std::size_t>(std::countr_zero(mask)); }

  std::string_view valid_;
  Pair pair_;
  unsigned found_ = 0;
};

}  // namespace

unsigned concerns(std::string_view valid) { return Scan(valid).run(); }

}  // namespace sito::normalize

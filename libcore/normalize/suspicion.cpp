#include "normalize/suspicion.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "normalize/misreading.h"
#include "normalize/sequences.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

enum class Kind : std::uint8_t {
  kNothing,  // of no interest: quotation marks, dashes, all beyond Europe
  kAscii,
  kLower,  // Cyrillic and Greek letters
  kUpper,
  kLatin,     // accented
  kLeadSign,  // a sign that stands before words: €, ¿, a bullet
  kSign,
  kControl,
};

/// What a character is in the pages that texts are misread in, a bit each, and by itself.
struct Role {
  std::uint64_t leads = 0;       ///< of sequences of two bytes
  std::uint64_t long_leads = 0;  ///< of three
  std::uint64_t continuations = 0;
  // What makes a sequence more than two letters side by side, see Evidence::add_sequence().
  bool sign = false;
  bool loud = false;  ///< of these, such as stand beside no letter of a clean text
  bool rare = false;
  bool latin = false;
  bool cyrillic = false;
  bool small = false;
  bool upper = false;
};

// Characters that no page has are of no interest.
constexpr std::size_t kCharacters = 0x2600;

// Signs that texts set right before a word or behind a number.
bool is_lead_sign(char32_t c) {
  return c == 0xA1 || c == 0xBF || c == 0xA7 || c == 0xA9 || c == 0xA3 || c == 0xB0 || c >= 0x25A0 ||
         (c >= 0x20A0 && c < 0x20D0 && c != 0x20AC);
}

Kind kind_of(char32_t c) {
  if (c < 0x80) return Kind::kAscii;
  if (c < 0xA0) return Kind::kControl;
  if (c >= 0x0530 && c < 0x2000) return Kind::kNothing;
  if (is_quiet_sign(c) || text::is_space(c) || text::is_apostrophe(c)) return Kind::kNothing;
  if (!text::is_letter(c)) return is_lead_sign(c) ? Kind::kLeadSign : Kind::kSign;
  if (text::is_latin(c)) return Kind::kLatin;
  return text::is_upper(c) ? Kind::kUpper : Kind::kLower;
}

struct Roles {
  std::vector<Role> roles = std::vector<Role>(kCharacters);
  std::vector<Kind> kinds = std::vector<Kind>(kCharacters);

  Roles() {
    for (char32_t c = 0; c < kCharacters; ++c) {
      kinds[c] = kind_of(c);
      const bool letter = text::is_letter(c), upper = text::is_upper(c);
      roles[c].sign = c >= 0x80 && !letter;
      roles[c].loud = roles[c].sign && !is_quiet_sign(c);
      roles[c].cyrillic = text::is_cyrillic(c);
      roles[c].rare = is_rare_letter(c);
      roles[c].latin = letter && text::is_latin(c);
      roles[c].small = letter && !upper;
      roles[c].upper = upper;
    }
    std::uint64_t bit = 1;
    for (const MisreadPage& page : misread_pages()) {
      add(page.page, bit);
      bit <<= 1;
    }
  }

  void add(const charset::CodePage& page, std::uint64_t bit) {
    for (std::size_t byte = 0x80; byte < 0xF5; ++byte) {
      const char32_t c = page.character(static_cast<unsigned char>(byte));
      const char32_t with_c1 = c == charset::CodePage::kNothing ? static_cast<char32_t>(byte) : c;
      if (with_c1 >= kCharacters) continue;
      Role& role = roles[with_c1];
      if (byte < 0xC0) role.continuations |= bit;
      if (byte >= 0xC2 && byte < 0xE0) role.leads |= bit;
      if (byte >= 0xE0) role.long_leads |= bit;
    }
    // C1 controls are read as their bytes in any page.
    for (char32_t c = 0x80; c < 0xA0; ++c) roles[c].continuations |= bit;
  }
};

const Roles& roles() {
  static const Roles kRoles;
  return kRoles;
}

bool is_letter_kind(Kind kind) {
  return kind == Kind::kLower || kind == Kind::kUpper || kind == Kind::kLatin;
}

/// Walks a line and remembers the last characters.
class Watch {
 public:
  void add(char32_t c) {
    const std::size_t index = c < kCharacters ? c : 0;
    const Role& role = roles_.roles[index];
    const Kind kind = roles_.kinds[index];
    found_.sequence = found_.sequence || reads_as_utf8(role, kind);
    found_.sign = found_.sign || is_odd_sign(c, kind);
    found_.letter = found_.letter || is_odd_letter(role, kind);
    before_ = last_;
    before_kind_ = last_kind_;
    before_character_ = last_character_;
    last_ = &role;
    last_kind_ = kind;
    last_character_ = c;
  }
  [[nodiscard]] Suspicion found() const { return found_; }

 private:
  // A whole sequence that ends in a sign, or two in a row.
  bool reads_as_utf8(const Role& role, Kind kind) {
    const bool of_three = (before_->long_leads & last_->continuations & role.continuations) != 0;
    if (of_three && (!is_letter_kind(kind) || before_kind_ != kind)) return true;
    const std::uint64_t pages = last_->leads & role.continuations;
    ++since_pair_;
    if (pages == 0) return false;
    // A small letter may be half of a pair by chance, even twice; capitals and signs are not.
    const bool rare_lead = last_->upper || !is_letter_kind(last_kind_);
    const bool again = (pages & pair_pages_) != 0 && since_pair_ == 2 && rare_lead;
    const bool sign = !is_letter_kind(kind) && (kind != Kind::kNothing || last_kind_ == Kind::kLatin);
    // "rГј": Cyrillic letters within a Latin word; "Ãœ": an accented capital before a small letter.
    const bool misplaced =
        (last_kind_ == Kind::kUpper && text::is_ascii_letter(before_character_)) ||
        (last_kind_ == Kind::kLatin && kind == Kind::kLatin && last_->upper && !role.upper);
    if (again || sign || misplaced) return true;
    pair_pages_ = pages;
    since_pair_ = 0;
    return false;
  }

  [[nodiscard]] bool is_odd_sign(char32_t c, Kind kind) const {
    if (kind == Kind::kControl) return true;
    if (kind == Kind::kSign || kind == Kind::kLeadSign)
      return is_letter_kind(last_kind_) || text::is_ascii_letter(last_character_);
    return last_kind_ == Kind::kSign && (is_letter_kind(kind) || text::is_ascii_letter(c));
  }

  bool is_odd_letter(const Role& role, Kind kind) {
    latin_row_ = kind == Kind::kLatin ? latin_row_ + 1 : 0;
    capitals_ = kind == Kind::kUpper ? capitals_ + 1 : 0;
    if (latin_row_ >= 3 || capitals_ >= 5 || (kind == Kind::kUpper && last_kind_ == Kind::kLower))
      return true;
    return kind == Kind::kLatin && last_character_ >= 'a' && last_character_ <= 'z' && role.upper;
  }

  const Roles& roles_ = roles();
  const Role* before_ = &roles_.roles[0];
  const Role* last_ = &roles_.roles[0];
  Kind before_kind_ = Kind::kNothing;
  Kind last_kind_ = Kind::kNothing;
  char32_t before_character_ = 0;
  char32_t last_character_ = 0;
  std::uint64_t pair_pages_ = 0;
  std::size_t since_pair_ = 9;  ///< characters
  std::size_t latin_row_ = 0;
  std::size_t capitals_ = 0;
  Suspicion found_;
};

}  // namespace

bool is_quiet_sign(char32_t c) {
  // Quotation marks, dashes, ellipsis and bullet; NBSP and soft hyphen; the number sign.
  return c == 0xA0 || c == 0xAB || c == 0xBB || c == 0xAD || c == 0xB7 || c == 0x2116 ||
         (c >= 0x2010 && c <= 0x2026) || c == 0x2032 || c == 0x2039 || c == 0x203A || c == 0x0301;
}

bool is_drawing(std::string_view line) {
  char32_t last = 0;
  std::size_t row = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto [c, length] = text::decode(line, at);
    row = c == last && c >= 0x2500 && c < 0x25A0 ? row + 1 : 0;
    if (row == 2) return true;
    last = c;
    at += length;
  }
  return false;
}

Suspicion suspicion_of(std::string_view line) {
  Watch watch;
  for (std::size_t at = 0; at < line.size();) {
    const auto [c, length] = text::decode(line, at);
    watch.add(c);
    at += length;
  }
  return watch.found().any() && is_drawing(line) ? Suspicion() : watch.found();
}

namespace {

bool may_be_foreign(const Role& last, const Role& next) {
  const bool letters = (last.small || last.upper) && (next.small || next.upper);
  return last.rare || next.rare || (letters && last.latin != next.latin);
}

// Whether two characters side by side may prove a sequence of which they are part: see
// Evidence::add_sequence().
bool may_prove(const Role& last, const Role& next) {
  return last.sign || next.sign || may_be_foreign(last, next) || (last.small && next.upper) ||
         (last.latin && last.upper);
}

// Whether they may be such as stand in no clean text.
bool may_be_strong(const Role& last, const Role& next) {
  return last.loud || next.loud || (next.sign && !last.cyrillic) || may_be_foreign(last, next);
}

/// Counts for each page how many pairs of characters may prove sequences, up to three.
class PossibleProof {
 public:
  void add(const Role& role) {
    const std::uint64_t longer = (last_->long_leads | within_longer_) & role.continuations;
    const std::uint64_t within = (last_->leads & role.continuations) | longer;
    within_longer_ = longer;
    if (within != 0 && may_prove(*last_, role)) {
      thrice_ |= twice_ & within;
      twice_ |= once_ & within;
      once_ |= within;
      if (may_be_strong(*last_, role)) strong_ |= within;
    }
    last_ = &role;
  }

  // What Evidence::is_proof() asks for at least, in a text of so many characters that are not ASCII: as one
  // in five sequences is proven, and none has more than six characters, few of them cover few.
  [[nodiscard]] std::uint64_t pages(std::size_t high) const {
    constexpr std::size_t kCoveredByOne = 38;
    if (high <= kCoveredByOne) return once_;
    return strong_ | thrice_ | (high <= 2 * kCoveredByOne ? twice_ : 0);
  }

 private:
  const Role* last_ = &roles().roles[0];
  std::uint64_t within_longer_ = 0;
  std::uint64_t once_ = 0, twice_ = 0, thrice_ = 0, strong_ = 0;
};

}  // namespace

std::uint64_t pages_with_proof(std::string_view valid) {
  const Roles& all = roles();
  PossibleProof proof;
  std::size_t high = 0;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    proof.add(all.roles[c < kCharacters ? c : 0]);
    high += c >= 0x80 ? 1 : 0;
    at += length;
  }
  return proof.pages(high);
}

bool looks_misread_at(std::string_view valid, std::size_t at) {
  constexpr std::size_t kBefore = 14, kBehind = 12;  // some six characters
  const auto is_inside = [valid](std::size_t byte) {
    return byte < valid.size() && (static_cast<unsigned char>(valid[byte]) & 0xC0U) == 0x80;
  };
  std::size_t begin = at > kBefore ? at - kBefore : 0, end = std::min(at + kBehind, valid.size());
  while (is_inside(begin)) ++begin;
  while (is_inside(end)) ++end;
  return looks_misread(valid.substr(begin, end - begin));
}

}  // namespace sito::normalize

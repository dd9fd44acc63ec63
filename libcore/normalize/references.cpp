#include "normalize/references.h"

#include <algorithm>
#include <vector>

#include "charset/code_page.h"
#include "data/tables.h"
#include "normalize/control.h"
#include "normalize/zero_width.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

// The longest name has 31 characters; numbers may have leading zeros.
constexpr std::size_t kLongestName = 40;

// HTML 13.2.5.80: what 0x80 to 0x9F mean; 0 is nothing.
char32_t in_windows1252(char32_t value) {
  static const auto kPage = *charset::CodePage::make("windows-1252");
  const char32_t meant = kPage.character(static_cast<unsigned char>(value));
  return meant == charset::CodePage::kNothing || text::is_c1(meant) ? 0 : meant;
}

bool is_name_character(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
}

// What a later step takes away, so that a reference would show behind it.
bool is_invisible(char32_t c) { return is_zero_width(c) || c == 0xAC || is_unwanted_control(c); }

// NFC makes ASCII of two characters; a reference must not appear by it.
char32_t composed(char32_t c) { return c == 0x37E ? U';' : c == 0x212A ? U'K' : c; }

int digit(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The character of "#1108" or "#x454"; 0 if there is none.
char32_t numbered(std::string_view name) {
  name.remove_prefix(1);
  const int base = name.starts_with('x') || name.starts_with('X') ? 16 : 10;
  if (base == 16) name.remove_prefix(1);
  char32_t value = 0;
  for (const char c : name) {
    const int next = digit(c, base);
    if (next < 0) return 0;
    value = value * static_cast<char32_t>(base) + static_cast<char32_t>(next);
    if (value > 0x10FFFF) return 0;
  }
  if (text::is_c1(value)) return in_windows1252(value);
  if (value == 0x0B || value == 0x0C || (value >= 0xD800 && value < 0xE000)) return 0;
  return is_unwanted_control(value) ? 0 : value;
}

class Decoder {
 public:
  Decoder(std::string_view valid, std::string& out) : valid_(valid), out_(out) { out_.clear(); }

  std::size_t run() {
    for (std::size_t at = 0; at < valid_.size();) {
      if (open_.empty()) {
        const std::size_t next = std::min(valid_.find('&', at), valid_.size());
        out_.append(valid_.substr(at, next - at));
        at = next;
        if (at == valid_.size()) break;
      }
      const auto [c, length] = text::decode(valid_, at);
      feed(c);
      at += length;
    }
    if (is_whole_without_semicolon()) resolve();
    for (; !pending_.empty(); pending_.pop_back()) text::append(out_, pending_.back());
    return decoded_;
  }

 private:
  /// An ampersand whose reference may still be going on. The names of all lie one behind the other.
  struct Open {
    std::size_t out_at;
    std::size_t name_at;
  };

  // A character of the text, and then all that it lets references become.
  void feed(char32_t c) {
    pending_.push_back(c);
    while (!pending_.empty()) {
      const char32_t next = pending_.back();
      pending_.pop_back();
      take(next);
    }
  }

  void take(char32_t raw) {
    const char32_t c = composed(raw);
    if (!open_.empty() && c != ';' && c != '=' && !is_name_character(c) && !is_invisible(c) &&
        !text::is_letter(c) && !text::is_digit(c) && is_whole_without_semicolon()) {
      pending_.push_back(raw);
      resolve();
      return;
    }
    const std::size_t at = out_.size();
    text::append(out_, raw);
    if (c == '&') {
      open_.push_back({at, names_.size()});
    } else if (open_.empty()) {
      return;
    } else if (c == ';') {
      if (!resolve()) forget();
    } else if (is_name_character(c)) {
      names_ += static_cast<char>(c);
      if (name().size() > kLongestName) forget();
    } else if (!is_invisible(c)) {
      forget();
    }
  }

  [[nodiscard]] std::string_view name() const {
    return std::string_view(names_).substr(open_.back().name_at);
  }

  [[nodiscard]] bool is_whole_without_semicolon() const {
    if (open_.empty()) return false;
    const auto& table = data::character_references();
    const auto rows = table.with_key(name());
    return !rows.empty() && table.row(rows.first).cells[2] == "optional";
  }

  // Takes the innermost reference back from `out_` and lets its characters come next. False if it is none.
  bool resolve() {
    if (open_.empty()) return false;
    if (name().starts_with('#')) {
      const char32_t c = numbered(name());
      if (c == 0) return false;
      pending_.push_back(c);
    } else {
      const auto& table = data::character_references();
      const auto rows = table.with_key(name());
      if (rows.empty()) return false;
      const std::string_view characters = table.row(rows.first).cells[1];
      for (std::size_t at = characters.size(); at > 0;) {
        const auto [c, length] = text::decode_before(characters, at);
        pending_.push_back(c);
        at -= length;
      }
    }
    out_.resize(open_.back().out_at);
    names_.resize(open_.back().name_at);
    open_.pop_back();
    ++decoded_;
    return true;
  }

  // None of the open ampersands begins a reference: what stands behind the last is in all of them.
  void forget() {
    open_.clear();
    names_.clear();
  }

  std::string_view valid_;
  std::string& out_;
  std::vector<Open> open_;
  std::string names_;
  std::u32string pending_;  ///< last first
  std::size_t decoded_ = 0;
};

}  // namespace

std::size_t decode_references(std::string_view valid, std::string& out) { return Decoder(valid, out).run(); }

}  // namespace sito::normalize

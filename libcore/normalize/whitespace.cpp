#include "normalize/whitespace.h"

#include <array>

#include "normalize/byte_set.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

// ASCII white space; NBSP and NEL begin with C2, all others with E1, E2 or E3.
constexpr ByteSet kSuspects{{0x09, 0x0D}, {0x20, 0x20}, {0xC2, 0xC2}, {0xE1, 0xE3}};

bool is_plain_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// Holds back the white space between two words until it is known what it parts.
class Sweep {
 public:
  Sweep(std::string_view valid, std::string& out) : valid_(valid), out_(out) { out_.clear(); }

  std::size_t run() {
    std::size_t at = 0;
    while (at < valid_.size()) {
      const std::size_t space = next_space(at);
      if (space > at) {
        release();
        out_.append(valid_.substr(at, space - at));
      }
      at = take_space(space);
    }
    if (line_ends_ > 0 && !out_.empty()) {
      out_ += ends_[0];
      changes_ += line_ends_ - 1;
    } else {
      changes_ += line_ends_;
    }
    changes_ += blanks_;
    return changes_;
  }

 private:
  // Where white space stands at or after `begin` that is more than one space, TAB or LF between two
  // others: nearly all is that, and is copied with the words.
  [[nodiscard]] std::size_t next_space(std::size_t begin) const {
    std::size_t at = begin;
    while ((at = kSuspects.find(valid_, at)) < valid_.size()) {
      if (at > begin && at + 1 < valid_.size() && is_plain_space(valid_[at]) &&
          !kSuspects.contains(valid_[at + 1])) {
        at += 2;
        continue;
      }
      auto [c, length] = text::decode(valid_, at);
      if (text::is_space(c)) break;
      at += length;
    }
    return at;
  }

  std::size_t take_space(std::size_t at) {
    while (at < valid_.size()) {
      auto [c, length] = text::decode(valid_, at);
      if (text::is_line_end(c)) {
        if (c == '\r' && valid_.substr(at).starts_with("\r\n")) length = 2;
        take_line_end(valid_.substr(at, length));
      } else if (text::is_blank(c)) {
        ++blanks_;
        spaces_ = spaces_ || c == ' ';
        tabs_ = tabs_ || c == '\t';
      } else {
        break;
      }
      at += length;
    }
    return at;
  }

  void take_line_end(std::string_view bytes) {
    drop_blanks();
    if (line_ends_ < ends_.size()) ends_[line_ends_] = bytes;
    ++line_ends_;
  }

  void drop_blanks() {
    changes_ += blanks_;
    blanks_ = 0;
    spaces_ = tabs_ = false;
  }

  // Writes what parts the last word from the next one.
  void release() {
    if (out_.empty() || line_ends_ > 0) {
      drop_blanks();
    } else if (blanks_ > 0) {
      const bool kept = tabs_ || spaces_;  // one of the run's own characters stays
      changes_ += kept ? blanks_ - 1 : blanks_;
      out_ += tabs_ ? '\t' : ' ';
      blanks_ = 0;
      spaces_ = tabs_ = false;
    }
    const std::size_t written = out_.empty() ? 0 : std::min(line_ends_, ends_.size());
    for (std::size_t i = 0; i < written; ++i) out_ += ends_[i];
    changes_ += line_ends_ - written;
    line_ends_ = 0;
  }

  std::string_view valid_;
  std::string& out_;
  std::size_t changes_ = 0;
  std::size_t blanks_ = 0;  ///< since the last line end or word
  bool spaces_ = false;     ///< U+0020 among them
  bool tabs_ = false;
  std::size_t line_ends_ = 0;  ///< since the last word
  std::array<std::string_view, 2> ends_;
};

}  // namespace

std::size_t normalize_whitespace(std::string_view valid, std::string& out) { return Sweep(valid, out).run(); }

}  // namespace sito::normalize

#include "document/json_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "text/block.h"
#include "text/utf8.h"

namespace sito::json {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A table, for digits and letters take turns in a way that no branch foresees.
constexpr auto kHex = [] {
  std::array<bool, 256> is{};
  for (const char c : std::string_view("0123456789abcdefABCDEF")) is[static_cast<unsigned char>(c)] = true;
  return is;
}();
bool is_hex(char c) { return kHex[static_cast<unsigned char>(c)]; }

bool is_plain(char c) { return c >= 0x20 && c != '"' && c != '\\'; }

/// ASCII letters at the head, a few at most: most keys and many values end within, and a whole block is
/// dear for them.
std::size_t short_prefix(std::string_view bytes) {
  constexpr std::size_t kShort = 12;
  const std::size_t size = std::min(bytes.size(), kShort);
  std::size_t at = 0;
  while (at < size && is_plain(bytes[at])) ++at;
  return at;
}

/// A bit a level: is the bracket that is open there an object's?
class Brackets {
 public:
  [[nodiscard]] std::size_t depth() const { return depth_; }
  [[nodiscard]] bool in_object() const { return (words_[(depth_ - 1) / 64] >> ((depth_ - 1) % 64) & 1) != 0; }

  void push(bool object) {
    const std::uint64_t bit = std::uint64_t{1} << (depth_ % 64);
    auto& word = words_[depth_ / 64];
    word = object ? word | bit : word & ~bit;
    ++depth_;
  }
  void pop() { --depth_; }

 private:
  std::array<std::uint64_t, (kMaxDepth + 63) / 64> words_{};
  std::size_t depth_ = 0;
};

/// Walks one line. Each step answers whether it went well; if not, `problem` and `at` say what and where.
class Scanner {
 public:
  Scanner(std::string_view line, Index& index) : line_(line), index_(index) { index_.fields.clear(); }

  bool run() {
    skip_space();
    if (at_ == line_.size() || line_[at_] != '{') return fail("an object was expected");
    index_.open = at_;
    if (!open(true)) return false;
    while (brackets_.depth() > 0) {
      skip_space();
      if (at_ == line_.size()) return fail("the line ends within the object");
      if (!step()) return false;
    }
    skip_space();
    return at_ == line_.size() || fail("something follows the object");
  }

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] const char* problem() const { return problem_; }

 private:
  enum class Next { kFirstKey, kKey, kColon, kFirstValue, kValue, kComma };

  bool fail(const char* problem) {
    problem_ = problem;
    return false;
  }

  void skip_space() {
    while (at_ < line_.size() && is_space(line_[at_])) ++at_;
  }

  [[nodiscard]] bool is_top() const { return brackets_.depth() == 1; }

  bool step() {
    const char c = line_[at_];
    switch (next_) {
      case Next::kFirstKey: return c == '}' ? close(true) : key();
      case Next::kKey: return c == '}' || c == ',' ? fail("a comma without a field") : key();
      case Next::kColon: return colon();
      case Next::kFirstValue: return c == ']' ? close(false) : value();
      case Next::kValue: return value();
      case Next::kComma: return comma_or_end();
    }
    return false;
  }

  bool open(bool object) {
    if (brackets_.depth() == kMaxDepth) return fail("nested too deep");
    brackets_.push(object);
    next_ = object ? Next::kFirstKey : Next::kFirstValue;
    ++at_;
    return true;
  }

  bool close(bool object) {
    if (object != brackets_.in_object()) return fail("a closing bracket of another kind");
    if (is_top()) {
      index_.close = at_;
      if (!index_.fields.empty()) index_.fields.back().end = at_;
    }
    brackets_.pop();
    ++at_;
    if (brackets_.depth() > 0) end_value();
    return true;
  }

  void end_value() {
    if (is_top()) index_.fields.back().value.end = at_;
    next_ = Next::kComma;
  }

  bool key() {
    if (line_[at_] != '"') return fail("a key in quotes was expected");
    const std::size_t begin = at_ + 1;
    if (!string()) return false;
    if (is_top()) {
      const std::size_t field = index_.fields.empty() ? index_.open + 1 : index_.fields.back().end + 1;
      index_.fields.push_back({field, {begin, at_ - 1}, {}, 0, escaped_, false});
    }
    next_ = Next::kColon;
    return true;
  }

  bool colon() {
    if (line_[at_] != ':') return fail("a colon was expected");
    ++at_;
    next_ = Next::kValue;
    return true;
  }

  bool comma_or_end() {
    const char c = line_[at_];
    const bool object = brackets_.in_object();
    if (c == '}' || c == ']') return close(c == '}');
    if (c != ',') return fail("a comma or a closing bracket was expected");
    if (is_top()) index_.fields.back().end = at_;
    ++at_;
    next_ = object ? Next::kKey : Next::kValue;
    return true;
  }

  bool value() {
    const char c = line_[at_];
    if (is_top()) index_.fields.back().value.begin = at_;
    switch (c) {
      case '{': return open(true);
      case '[': return open(false);
      case '"':
        if (!string()) return false;
        if (is_top()) index_.fields.back().value_escaped = escaped_;
        break;
      case 't':
        if (!literal("true")) return false;
        break;
      case 'f':
        if (!literal("false")) return false;
        break;
      case 'n':
        if (!literal("null")) return false;
        break;
      case ',':
      case ']':
      case '}': return fail("a value is missing");
      default:
        if (c != '-' && !is_digit(c)) return fail("a value was expected");
        if (!number()) return false;
    }
    end_value();
    return true;
  }

  bool literal(std::string_view word) {
    for (const char c : word) {
      if (at_ == line_.size() || line_[at_] != c) return fail("an unknown word");
      ++at_;
    }
    return true;
  }

  bool digits() {
    if (at_ == line_.size() || !is_digit(line_[at_])) return fail("a digit was expected");
    while (at_ < line_.size() && is_digit(line_[at_])) ++at_;
    return true;
  }

  [[nodiscard]] bool skip(char c) {
    if (at_ == line_.size() || line_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool number() {
    (void)skip('-');
    if (skip('0')) {
      if (at_ < line_.size() && is_digit(line_[at_])) return fail("a number with a leading zero");
    } else if (!digits()) {
      return false;
    }
    if (skip('.') && !digits()) return false;
    if (skip('e') || skip('E')) {
      if (!skip('+')) (void)skip('-');
      return digits();
    }
    return true;
  }

  /// From a string's opening quote to behind its closing one.
  bool string() {
    ++at_;
    escaped_ = false;
    for (;;) {
      at_ += plain_prefix(line_.substr(at_));
      if (at_ == line_.size()) return fail("the line ends within a string");
      if (line_[at_] == '"') break;
      if (line_[at_] != '\\') return fail_in_string();
      escaped_ = true;
      // Lines of `\u0456\u043d` have one escape behind the other.
      while (at_ < line_.size() && line_[at_] == '\\') {
        if (!escape()) return false;
      }
    }
    ++at_;
    return true;
  }

  bool fail_in_string() {
    return fail(static_cast<unsigned char>(line_[at_]) < 0x20 ? "a control character in a string"
                                                              : "not UTF-8");
  }

  bool escape() {
    const char c = at_ + 1 < line_.size() ? line_[at_ + 1] : '\0';
    if (c != 'u') {
      if (c == '\0' || std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos) {
        return fail("an unknown escape");
      }
      at_ += 2;
      return true;
    }
    for (std::size_t i = 2; i < 6; ++i) {
      if (at_ + i >= line_.size() || !is_hex(line_[at_ + i]))
        return fail("an escape without four hex digits");
    }
    at_ += 6;
    return true;
  }

  std::string_view line_;
  Index& index_;
  Brackets brackets_;
  std::size_t at_ = 0;
  Next next_ = Next::kFirstKey;
  bool escaped_ = false;  ///< the last string had an escape
  const char* problem_ = "";
};

}  // namespace

Result<void> scan(std::string_view line, Index& index) {
  Scanner scanner(line, index);
  if (scanner.run()) return {};
  return Reject{fmt::format("not valid JSON at byte {}: {}", scanner.at() + 1, scanner.problem())};
}

std::size_t plain_prefix(std::string_view bytes) {
  const std::size_t head = short_prefix(bytes);
  if (head < bytes.size() && static_cast<unsigned char>(bytes[head]) < 0x80 && !is_plain(bytes[head]))
    return head;
  text::Utf8Check utf8;
  for (std::size_t at = head; at < bytes.size(); at += text::Block::kSize) {
    const text::Block block(bytes.substr(at));
    // The NULs behind the end stop too.
    const std::uint64_t stops = block.equal('"') | block.equal('\\') | block.below(0x20);
    const std::uint64_t through_first = stops ^ (stops - 1);
    if (!utf8.accept(block, through_first)) return text::valid_prefix(bytes);
    if (stops != 0) return at + static_cast<std::size_t>(std::countr_zero(stops));
  }
  return utf8.is_open() ? text::valid_prefix(bytes) : bytes.size();
}

}  // namespace sito::json

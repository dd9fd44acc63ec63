#include "normalize/quotation_marks.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "normalize/byte_set.h"
#include "normalize/edits.h"
#include "normalize/neighbours.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

constexpr ByteSet kSuspects{{'\n', '\n'}, {'"', '"'}, {0xC2, 0xC2}, {0xE2, 0xE2}};

bool is_mark(char32_t c) { return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F); }

bool begins_word(char32_t left) {
  return left == 0 || text::is_space(left) || text::is_dash(left) || left == '(' || left == '[';
}

class Angles {
 public:
  Angles(std::string_view valid, std::string& out) : valid_(valid), edits_(valid, out) {}

  std::size_t run() {
    for (std::size_t at = kSuspects.find(valid_, 0); at < valid_.size(); at = kSuspects.find(valid_, at)) {
      const auto [c, length] = text::decode(valid_, at);
      if (c == '\n')
        end_line();
      else if (is_mark(c))
        take(c, at, at + length);
      at += length;
    }
    end_line();
    return edits_.finish();
  }

 private:
  struct Mark {
    std::size_t begin;
    std::size_t end;
    bool opens_by_place;  ///< judged by what stands beside it
    bool opens;
    std::string_view becomes;  ///< empty: stays
  };

  void take(char32_t c, std::size_t begin, std::size_t end) {
    const char32_t right = after(valid_, end);
    // Beside another mark, this one does as that does: which character the other is may change.
    const bool follows = !marks_.empty() && marks_.back().end == begin;
    const bool by_place = (follows ? marks_.back().opens : begins_word(before(valid_, begin))) &&
                          right != 0 && !text::is_space(right);
    const bool opens = c == 0xAB || c == 0x201E || (c != 0xBB && by_place);
    if (opens) open_.push_back(marks_.size());
    marks_.push_back({begin, end, by_place, opens, {}});
    if (opens || open_.empty()) return;
    pairs_.emplace_back(open_.back(), marks_.size() - 1);
    open_.pop_back();
  }

  // Depth counts pairs only, so that it is the same once they are rewritten.
  void end_line() {
    std::sort(pairs_.begin(), pairs_.end());
    std::vector<std::size_t> closing;
    for (const auto& [first, last] : pairs_) {
      while (!closing.empty() && closing.back() < first) closing.pop_back();
      const bool inner = closing.size() % 2 != 0;
      closing.push_back(last);
      // Here “ would read as an opening mark.
      if (inner && marks_[last].opens_by_place) continue;
      marks_[first].becomes = inner ? "„" : "«";
      marks_[last].becomes = inner ? "“" : "»";
    }
    for (const Mark& mark : marks_)
      if (!mark.becomes.empty() && valid_.substr(mark.begin, mark.end - mark.begin) != mark.becomes)
        edits_.replace(mark.begin, mark.end, mark.becomes);
    marks_.clear();
    open_.clear();
    pairs_.clear();
  }

  std::string_view valid_;
  Edits edits_;
  std::vector<Mark> marks_;  ///< of the line
  std::vector<std::size_t> open_;
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;
};

}  // namespace

std::size_t unify_quotation_marks(std::string_view valid, QuotationMarks form, std::string& out) {
  if (form == QuotationMarks::kAngle) return Angles(valid, out).run();
  Edits edits(valid, out);
  for (std::size_t at = kSuspects.find(valid, 0); at < valid.size(); at = kSuspects.find(valid, at)) {
    const auto [c, length] = text::decode(valid, at);
    if (is_mark(c) && c != '"') edits.replace(at, at + length, "\"");
    at += length;
  }
  return edits.finish();
}

}  // namespace sito::normalize

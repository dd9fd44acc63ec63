#include "normalize/line_wrap.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "normalize/edits.h"
#include "normalize/neighbours.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::normalize {
namespace {

constexpr std::size_t kFewestWraps = 3;
constexpr std::size_t kLinesPerWrap = 20;
constexpr std::size_t kLongCompound = 5;
// Parts of words are shorter.
constexpr std::size_t kLongestPart = 200;

/// A word that a line end parts, as byte ranges.
struct Wrap {
  ByteRange first;
  ByteRange second;
};

// How far letters reach back from `end`; none if it is too far, or if a hyphen, another wrap or an ampersand
// stands there.
std::size_t begin_of_part(std::string_view valid, std::size_t end) {
  std::size_t at = end;
  while (at > 0 && end - at <= kLongestPart) {
    const auto [c, length] = text::decode_before(valid, at);
    if (c == '-' || c == '&' || text::is_digit(c)) return end;
    if (!text::is_letter(c) && !text::is_apostrophe(c))
      return valid.substr(0, at).ends_with("-\n") ? end : at;
    at -= length;
  }
  return at == 0 ? at : end;
}

std::size_t end_of_part(std::string_view valid, std::size_t begin) {
  std::size_t at = begin;
  while (at < valid.size() && at - begin <= kLongestPart) {
    const auto [c, length] = text::decode(valid, at);
    if (c == '-' || text::is_digit(c)) return begin;
    if (!text::is_letter(c) && !text::is_apostrophe(c)) return at;
    at += length;
  }
  return at == valid.size() ? at : begin;
}

std::vector<Wrap> find_wraps(std::string_view valid) {
  std::vector<Wrap> wraps;
  for (std::size_t at = valid.find("-\n"); at != std::string_view::npos; at = valid.find("-\n", at + 1)) {
    const char32_t left = before(valid, at), right = after(valid, at + 2);
    const Script script = script_of_letter(left);
    if (!text::is_lower(left) || !text::is_lower(right) || script == Script::kOther ||
        script != script_of_letter(right))
      continue;
    const Wrap wrap{{begin_of_part(valid, at), at}, {at + 2, end_of_part(valid, at + 2)}};
    if (!wrap.first.empty() && !wrap.second.empty()) wraps.push_back(wrap);
  }
  return wraps;
}

/// What the text says about its parted words, from one walk over its words.
class Evidence {
 public:
  Evidence(std::string_view valid, const std::vector<Wrap>& wraps) {
    for (const Wrap& wrap : wraps)
      for (const auto& form : {joined(valid, wrap), hyphened(valid, wrap), text::folded(wrap.first.of(valid)),
                               text::folded(wrap.second.of(valid))})
        seen_[form] = false;
    // Line by line: all words of a large text at once would take more memory than the text.
    std::vector<ByteRange> words;
    auto next = wraps.begin();
    for (std::size_t line = 0, end = 0; line < valid.size(); line = end + 1) {
      end = std::min(valid.find('\n', line), valid.size());
      words.clear();
      text::append_words(valid, {line, end}, words);
      next = look_at(valid, words, next, wraps);
    }
    const auto lines = static_cast<std::size_t>(std::count(valid.begin(), valid.end(), '\n')) + 1;
    if (wraps.size() < kFewestWraps || wraps.size() * kLinesPerWrap < lines) return;
    std::vector<std::string> wrapped;
    for (const Wrap& wrap : wraps)
      if (!is_compound(valid, wrap)) wrapped.push_back(joined(valid, wrap));
    for (const auto& form : wrapped) seen_[form] = true;
  }

  [[nodiscard]] bool has_hyphened(std::string_view valid, const Wrap& wrap) const {
    return seen_.at(hyphened(valid, wrap));
  }
  [[nodiscard]] bool has_joined(std::string_view valid, const Wrap& wrap) const {
    return seen_.at(joined(valid, wrap));
  }

 private:
  using Next = std::vector<Wrap>::const_iterator;

  // Marks what stands in a line, but for the parts that its own wraps left; the first wrap of a later line.
  Next look_at(std::string_view valid, const std::vector<ByteRange>& words, Next next,
               const std::vector<Wrap>& wraps) {
    std::string word;
    for (const ByteRange range : words) {
      while (next != wraps.end() && next->second.begin < range.begin) ++next;
      if (next != wraps.end() && (next->first.end == range.end || next->second.begin == range.begin))
        continue;
      text::fold(range.of(valid), word);
      if (const auto place = seen_.find(word); place != seen_.end()) place->second = true;
    }
    return next;
  }

  static std::string joined(std::string_view valid, const Wrap& wrap) {
    return text::folded(std::string(wrap.first.of(valid)).append(wrap.second.of(valid)));
  }
  static std::string hyphened(std::string_view valid, const Wrap& wrap) {
    return text::folded(std::string(wrap.first.of(valid)).append("-").append(wrap.second.of(valid)));
  }

  [[nodiscard]] bool is_compound(std::string_view valid, const Wrap& wrap) const {
    if (seen_.at(text::folded(wrap.first.of(valid))) || seen_.at(text::folded(wrap.second.of(valid))))
      return true;
    const char32_t vowel = before(valid, wrap.first.end);
    return (vowel == U'о' || vowel == 'o') && text::code_points(wrap.first.of(valid)) >= kLongCompound;
  }

  std::unordered_map<std::string, bool> seen_;  ///< forms of parted words, and whether they stand elsewhere
};

}  // namespace

std::size_t join_wrapped_words(std::string_view valid, std::string& out) {
  Edits edits(valid, out);
  const auto wraps = find_wraps(valid);
  if (!wraps.empty()) {
    const Evidence evidence(valid, wraps);
    for (const Wrap& wrap : wraps) {
      if (evidence.has_hyphened(valid, wrap))
        edits.replace(wrap.second.begin - 1, wrap.second.begin, {});
      else if (evidence.has_joined(valid, wrap))
        edits.replace(wrap.first.end, wrap.second.begin, {});
    }
  }
  return edits.finish();
}

}  // namespace sito::normalize

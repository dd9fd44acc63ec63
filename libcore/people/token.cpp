#include "people/token.h"

#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::people {
namespace {

using text::decode;

bool is_quotation_mark(char32_t c) {
  return c == U'"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

/// What a gap is made of, a bit a kind.
enum Mark : unsigned {
  kBlankMark = 1,
  kStopMark = 2,
  kCommaMark = 4,
  kDashMark = 8,
  kSentenceMark = 16,
  kSemicolonMark = 32,
  kBracketMark = 64,
  kQuoteMark = 128,
  kLineMark = 256,
  kOtherMark = 512,
};

unsigned mark_of(char32_t c) {
  if (c == ' ') return kBlankMark;
  if (c == '\n' || text::is_line_end(c)) return kLineMark;
  if (c == ',') return kCommaMark;
  if (c == '.') return kStopMark;
  if (c == '!' || c == '?' || c == ':' || c == 0x2026) return kSentenceMark;
  if (c == ';') return kSemicolonMark;
  if (c == '(' || c == ')' || c == '[' || c == ']') return kBracketMark;
  if (is_quotation_mark(c)) return kQuoteMark;
  if (text::is_dash(c)) return kDashMark;
  if (text::is_blank(c)) return kBlankMark;
  return kOtherMark;
}

/// `ends_sentence`: a full stop before a dash would end a sentence there: "мовчить Рись. – Сестра прийшла".
Gap gap_of(std::string_view text, ByteRange gap, bool ends_sentence) {
  if (gap.size() == 1 && text[gap.begin] == ' ') return Gap::kBlank;  // nearly all
  unsigned marks = 0;
  for (std::size_t at = gap.begin; at < gap.end;) {
    auto [c, length] = decode(text, at);
    marks |= mark_of(c);
    at += length;
  }
  // The mark that parts most strongly decides.
  if (marks & kLineMark) return Gap::kLine;
  if (marks & kSentenceMark) return Gap::kSentence;
  if (marks & kSemicolonMark) return Gap::kSemicolon;
  if (marks & kDashMark)
    return ends_sentence && (marks & (kStopMark | kQuoteMark)) == kStopMark ? Gap::kSentence : Gap::kDash;
  if (marks & kStopMark) return marks & kCommaMark ? Gap::kComma : Gap::kStop;
  if (marks & kCommaMark) return Gap::kComma;
  if (marks & kBracketMark) return Gap::kBracket;
  if (marks & kQuoteMark) return Gap::kQuote;
  return marks == kBlankMark ? Gap::kBlank : Gap::kNothing;
}

struct Letters {
  std::size_t count = 0;
  std::size_t upper = 0;
  bool digit = false;
  bool head_upper = false;
  bool upper_after_hyphen = false;
};

Letters letters_of(std::string_view word) {
  Letters letters;
  bool after_hyphen = false;
  for (std::size_t at = 0; at < word.size();) {
    auto [c, length] = decode(word, at);
    const bool upper = text::is_upper(c);
    if (at == 0) letters.head_upper = upper;
    const bool letter = text::is_letter(c);
    letters.count += letter;
    letters.upper += upper;
    letters.digit |= !letter && text::is_digit(c);
    letters.upper_after_hyphen |= after_hyphen && upper;
    after_hyphen = text::is_dash(c);
    at += length;
  }
  return letters;
}

constexpr std::size_t kLongestInitial = 2;  // letters
constexpr std::size_t kLongestWord = 96;    // bytes; a longer one is nobody's name

Shape shape_of(std::string_view text, ByteRange range) {
  if (range.size() > kLongestWord) return Shape::kOther;
  if (text::is_plainly_small(range.of(text))) return Shape::kLower;
  const Letters letters = letters_of(range.of(text));
  if (letters.digit) return Shape::kOther;
  if (!letters.head_upper) return letters.upper_after_hyphen ? Shape::kCapital : Shape::kLower;
  const bool stop_follows = range.end < text.size() && text[range.end] == '.';
  if (stop_follows && letters.upper == 1 && letters.count <= kLongestInitial) return Shape::kInitial;
  return letters.upper == letters.count && letters.count > 1 ? Shape::kUpper : Shape::kCapital;
}

/// An English genitive ends in 's, which is no part of the name.
ByteRange without_genitive(std::string_view text, ByteRange range) {
  if (range.size() < 4 || text[range.end - 1] != 's') return range;
  auto [mark, length] = text::decode_before(text, range.end - 1);
  if (text::is_apostrophe(mark)) range.end -= 1 + length;
  return range;
}

}  // namespace

std::vector<Token> tokens(std::string_view text, std::span<const ByteRange> words) {
  std::vector<Token> result;
  result.reserve(words.size());
  std::size_t end = 0;
  for (ByteRange word : words) {
    const ByteRange gap{end, word.begin};
    word = without_genitive(text, word);
    const Shape shape = shape_of(text, word);
    const bool capital = shape == Shape::kCapital || shape == Shape::kUpper;
    const bool ends_sentence = capital && !result.empty() && result.back().shape != Shape::kInitial;
    result.push_back({word, shape, result.empty() ? Gap::kSentence : gap_of(text, gap, ends_sentence)});
    end = word.end;
  }
  return result;
}

std::vector<Token> tokens(std::string_view text) { return tokens(text, text::words(text)); }

}  // namespace sito::people

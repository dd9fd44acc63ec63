#include "language/siblings.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::language {
namespace {

// More is hardly ever needed to tell siblings, and each place of a word is looked up several times.
constexpr std::size_t kMostBytes = 1024;
constexpr char kBorder = '_';

/// What a row of language_marks adds, its numbers read.
struct Mark {
  std::string_view language;
  std::string_view siblings;
  double nats = 0;
};

// The first two bytes: of most, few or no pieces begin with them.
std::size_t head_of(std::string_view piece) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(piece[at]); };
  return piece.size() < 2 ? 0 : std::size_t{byte(0)} << 8U | byte(1);
}

struct Marks {
  std::vector<Mark> rows;  ///< as in the table
  std::vector<std::uint8_t> longest =
      std::vector<std::uint8_t>(1U << 16U);                           ///< bytes of a piece, by head_of()
  std::vector<std::pair<std::string_view, std::string_view>> groups;  ///< a language and its siblings
};

bool is_start(std::string_view text, std::size_t at) {
  return (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

template <class Visit>
void each_word(std::string_view words, Visit visit) {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    if (end > 0) visit(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

Marks marks_of(const data::Table& table) {
  Marks marks;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto cells = table.row(i).cells;
    marks.rows.push_back({cells[1], cells[2], data::number(cells[3])});
    auto& longest = marks.longest[head_of(cells[0])];
    longest = std::max(longest, static_cast<std::uint8_t>(cells[0].size()));
    each_word(cells[2], [&](std::string_view language) { marks.groups.emplace_back(language, cells[2]); });
  }
  std::sort(marks.groups.begin(), marks.groups.end());
  marks.groups.erase(std::unique(marks.groups.begin(), marks.groups.end()), marks.groups.end());
  return marks;
}

const Marks& marks() {
  static const Marks kMarks = marks_of(data::language_marks());
  return kMarks;
}

std::string_view siblings_of(std::string_view language) {
  for (const auto& [member, siblings] : marks().groups)
    if (member == language) return siblings;
  return {};
}

/// The head of `words` in small letters with a border around each word: "_so_tudi_".
std::string bordered(std::string_view words) {
  std::string result(1, kBorder);
  auto end = std::min(words.size(), kMostBytes);
  while (end < words.size() && !is_start(words, end)) ++end;
  const std::string small = text::folded(words.substr(0, end));
  for (std::size_t at = 0; at < small.size();) {
    const auto [c, length] = text::decode(small, at);
    if (text::is_letter(c))
      result += small.substr(at, length);
    else if (result.back() != kBorder)
      result += kBorder;
    at += length;
  }
  if (result.back() != kBorder) result += kBorder;
  return result;
}

void add_marks(std::string_view piece, std::string_view siblings, std::vector<Doubt>& sums) {
  const auto range = data::language_marks().with_key(piece);
  for (auto row = range.first; row < range.last; ++row) {
    const Mark& mark = marks().rows[row];
    if (mark.siblings != siblings) continue;
    for (Doubt& sum : sums) sum.nats += sum.language == mark.language ? mark.nats : 0;
  }
}

// All pieces of one word that begin at byte `begin`.
void add_marks_from(std::string_view text, std::size_t begin, std::string_view siblings,
                    std::vector<Doubt>& sums) {
  const std::size_t limit = std::min(text.size(), begin + marks().longest[head_of(text.substr(begin))]);
  for (std::size_t end = begin + 2; end <= limit; ++end) {
    if (end == text.size() || is_start(text, end)) add_marks(text.substr(begin, end - begin), siblings, sums);
    if (text[end - 1] == kBorder) return;
  }
}

}  // namespace

std::vector<Doubt> doubts_among_siblings(std::string_view words, std::string_view language) {
  std::vector<Doubt> sums;
  const auto siblings = siblings_of(language);
  each_word(siblings, [&](std::string_view sibling) { sums.push_back({sibling, 0}); });
  if (sums.empty()) return sums;
  const std::string text = bordered(words);
  for (std::size_t begin = 0; begin < text.size(); ++begin)
    if (is_start(text, begin)) add_marks_from(text, begin, siblings, sums);
  const auto least_doubt = std::max_element(
      sums.begin(), sums.end(), [](const Doubt& left, const Doubt& right) { return left.nats < right.nats; });
  for (const double most = least_doubt->nats; Doubt & doubt : sums) doubt.nats = most - doubt.nats;
  return sums;
}

bool are_siblings(std::string_view left, std::string_view right) {
  const auto siblings = siblings_of(left);
  return left == right || (!siblings.empty() && siblings == siblings_of(right));
}

}  // namespace sito::language

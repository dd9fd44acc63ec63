#include "quotes/cue.h"

#include <algorithm>
#include <array>
#include <string>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::quotes {
namespace {

constexpr std::array<std::string_view, 11> kClassNames = {
    "say", "write", "think", "act", "call", "cite", "state", "passive", "prep", "source", "noun"};

CueClass class_named(std::string_view name) {
  return static_cast<CueClass>(std::find(kClassNames.begin(), kClassNames.end(), name) - kClassNames.begin());
}

Agreement agreement_named(std::string_view name) {
  switch (name[0]) {
    case 'm': return Agreement::kMasculine;
    case 'f': return Agreement::kFeminine;
    case 'n': return Agreement::kNeuter;
    case 'p': return Agreement::kSeveral;
    case 's': return Agreement::kOne;
    case 'a': return Agreement::kAny;
    case '1': return Agreement::kAuthor;
    default: return Agreement::kNone;
  }
}

/// What the rows of data/cues say, by row.
struct CueRow {
  CueClass kind;
  Agreement agreement;
};
const std::vector<CueRow>& cue_rows() {
  static const std::vector<CueRow> kRows = [] {
    const auto& table = data::cues();
    std::vector<CueRow> rows;
    for (std::size_t i = 0; i < table.size(); ++i)
      rows.push_back({class_named(table.row(i).cells[2]), agreement_named(table.row(i).cells[3])});
    return rows;
  }();
  return kRows;
}

/// Whether only blanks stand between two neighbouring words.
bool is_adjacent(std::string_view text, ByteRange left, ByteRange right) {
  auto gap = text.substr(left.end, right.begin - left.end);
  for (std::size_t at = 0; at < gap.size();) {
    auto [c, length] = text::decode(gap, at);
    if (!text::is_blank(c)) return false;
    at += length;
  }
  return true;
}

/// The first row of [first, last) whose key is `key` or comes behind it.
std::size_t first_row(const data::Table& table, std::size_t first, std::size_t last, std::string_view key) {
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    if (table.row(middle).key() < key)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

/// Whether `key` is `phrase`, or goes on behind it with another word.
bool begins_with(std::string_view key, std::string_view phrase) {
  return key.starts_with(phrase) && (key.size() == phrase.size() || key[phrase.size()] == ' ');
}

/// Among the rows of the key of `first`, that of `language`, or the first.
std::size_t row_of_language(const data::Table& table, std::size_t first, std::size_t last,
                            std::string_view language) {
  for (std::size_t at = first; at < last && table.row(at).key() == table.row(first).key(); ++at)
    if (table.row(at).language == language) return at;
  return first;
}

/// Kept from word to word, to save the allocations.
struct Buffers {
  std::string word, phrase;
};

struct Match {
  Cue cue;
  std::size_t words = 0;
};

/// Whether a word is written as keys are. Most are.
bool is_key(std::string_view word) { return text::is_plainly_small(word, true); }

/// The longest cue that begins at words[0]: each further word narrows the rows, which are sorted by their
/// keys.
Match longest_cue(std::string_view text, std::span<const ByteRange> words, std::string_view language,
                  Buffers& buffers) {
  const auto& table = data::cues();
  std::string_view key = words[0].of(text);
  if (!is_key(key)) {
    fold_key(key, buffers.word);
    key = buffers.word;
  }
  auto [first, last] = table.with_first_word(key);
  Match best;
  for (std::size_t count = 1; first < last; ++count) {
    if (table.row(first).key() == key) {
      const CueRow& row = cue_rows()[row_of_language(table, first, last, language)];
      best = {{{words[0].begin, words[count - 1].end}, row.kind, row.agreement}, count};
    }
    while (first < last && table.row(first).key().size() <= key.size()) ++first;
    if (first == last || count == words.size() || !is_adjacent(text, words[count - 1], words[count])) break;
    if (count == 1) buffers.phrase = key;
    buffers.phrase += ' ';
    const auto next = words[count].of(text);
    if (is_key(next)) {
      buffers.phrase += next;
    } else {
      fold_key(next, buffers.word);
      buffers.phrase += buffers.word;
    }
    key = buffers.phrase;
    first = first_row(table, first, last, key);
    if (first < last && !begins_with(table.row(first).key(), key)) break;
  }
  return best;
}

}  // namespace

void fold_key(std::string_view word, std::string& key) {
  text::fold(word, key);
  for (std::size_t at = 1; at < key.size(); ++at) {
    if (key[at] != '\x91' || key[at - 1] != '\xD1') continue;
    key[at - 1] = '\xD0';
    key[at] = '\xB5';
  }
}

Cue guessed_verb(std::string_view text, ByteRange word, std::string_view language) {
  constexpr std::size_t kShortest = 5;  // letters
  std::string key;
  fold_key(word.of(text), key);
  const auto& endings = data::verb_endings();
  if (text::code_points(key) < kShortest || key != word.of(text)) return {};
  for (std::size_t i = 0; i < endings.size(); ++i) {
    auto row = endings.row(i);
    if (row.language == language && key.ends_with(row.key()))
      return {word, CueClass::kAct, agreement_named(row.cells[1]), true};
  }
  return {};
}

std::vector<Cue> find_cues(std::string_view text, std::span<const ByteRange> words,
                           std::string_view language) {
  std::vector<Cue> cues;
  Buffers buffers;
  for (std::size_t i = 0; i < words.size();) {
    auto match = longest_cue(text, words.subspan(i), language, buffers);
    if (match.words > 0) cues.push_back(match.cue);
    i += std::max<std::size_t>(match.words, 1);
  }
  return cues;
}

}  // namespace sito::quotes

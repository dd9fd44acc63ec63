#include "language/language.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::language {
namespace {

constexpr std::size_t kSampleBytes = 16 * 1024;
constexpr std::size_t kPieces = 8;

// How much a word's being frequent in a language, or its having a letter that the language does not
// write, says for or against it: logarithms of ratios, set by hand on running text of news.
constexpr double kFrequentWord = 2.5;
constexpr double kForeignLetter = -3.0;
// Words of a text are not independent of each other; this keeps the confidence modest.
constexpr double kDamping = 0.5;

// A text in a language has at least so many of its frequent words, at most so many words with letters
// that it does not write, and at most so many of another script (names, quotations).
constexpr double kLeastFrequent = 0.10;
constexpr double kMostForeign = 0.10;
constexpr double kMostOfOtherScript = 1.0 / 3;
constexpr std::size_t kRunningWords = 20;  ///< shares say something from here on

/// A set of known languages, a bit each.
using Languages = std::uint32_t;

class Known {
 public:
  Known() {
    const data::Table& words = data::function_words();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string_view name = words.row(i).language;
      if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
    }
    std::sort(names_.begin(), names_.end());
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string_view word = words.row(i).key();
      if (text::is_cyrillic(text::decode(word, 0).code_point)) cyrillic_ |= bit(words.row(i).language);
    }
  }

  [[nodiscard]] const std::vector<std::string_view>& names() const { return names_; }
  [[nodiscard]] Languages all() const { return (Languages{1} << names_.size()) - 1; }
  [[nodiscard]] Languages cyrillic() const { return cyrillic_; }
  [[nodiscard]] Languages latin() const { return all() & ~cyrillic_; }

  [[nodiscard]] Languages bit(std::string_view name) const {
    const auto at = std::find(names_.begin(), names_.end(), name);
    return at == names_.end() ? 0 : Languages{1} << static_cast<unsigned>(at - names_.begin());
  }

  /// The languages of the rows with that key.
  [[nodiscard]] Languages with(const data::Table& table, std::string_view key) const {
    Languages found = 0;
    const auto rows = table.with_key(key);
    for (std::size_t i = rows.first; i < rows.last; ++i) found |= bit(table.row(i).language);
    return found;
  }

 private:
  std::vector<std::string_view> names_;
  Languages cyrillic_ = 0;
};

const Known& known() {
  static const Known kKnown;
  return kKnown;
}

// The languages that write all letters of a folded word.
Languages writing(std::string_view folded) {
  Languages writers = known().all();
  for (std::size_t at = 0; at < folded.size();) {
    const auto [c, length] = text::decode(folded, at);
    if (c >= 'a' && c <= 'z') {
      writers &= known().latin();
    } else if (text::is_letter(c)) {
      const bool cyrillic = text::is_cyrillic(c);
      const Languages peculiar = known().with(data::alphabets(), folded.substr(at, length));
      const bool shared = cyrillic && c >= 0x0430 && c <= 0x044F;
      writers &= peculiar != 0 ? peculiar : shared ? known().cyrillic() : 0;
    }
    at += length;
  }
  return writers;
}

// What the sample's words say of each language.
struct Tally {
  std::array<double, 32> scores{};
  std::array<std::size_t, 32> frequent{};
  std::array<std::size_t, 32> foreign{};
  std::array<std::size_t, 32> other_script{};
  std::size_t words = 0;
  std::size_t letters = 0;

  void add(std::string_view folded) {
    const Languages writers = writing(folded);
    if (writers == 0) return;  // letters of other scripts, or of several
    const Languages users = known().with(data::function_words(), folded);
    ++words;
    letters += text::code_points(folded);
    for (std::size_t i = 0; i < known().names().size(); ++i) {
      const Languages bit = Languages{1} << i;
      if ((users & bit) != 0) {
        scores[i] += kFrequentWord;
        ++frequent[i];
      } else if ((writers & bit) == 0) {
        scores[i] += kForeignLetter;
        const bool same_script = ((known().cyrillic() & bit) != 0) == ((writers & known().cyrillic()) != 0);
        ++(same_script ? foreign : other_script)[i];
      }
    }
  }
};

void add_piece(std::string_view text, ByteRange piece, std::vector<ByteRange>& words, std::string& folded,
               Tally& tally) {
  words.clear();
  text::append_words(text, piece, words);
  for (ByteRange word : words) {
    if (!text::is_letter(text::decode(text, word.begin).code_point)) continue;
    text::fold(word.of(text), folded);
    tally.add(folded);
  }
}

std::size_t on_border(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

Tally tally_of(std::string_view text) {
  Tally tally;
  std::vector<ByteRange> words;
  std::string folded;
  if (text.size() <= kSampleBytes) {
    add_piece(text, {0, text.size()}, words, folded, tally);
    return tally;
  }
  constexpr std::size_t kPiece = kSampleBytes / kPieces;
  const std::size_t step = (text.size() - kPiece) / (kPieces - 1);
  for (std::size_t i = 0; i < kPieces; ++i) {
    const std::size_t begin = i * step;
    add_piece(text, {on_border(text, begin), on_border(text, begin + kPiece)}, words, folded, tally);
  }
  return tally;
}

bool is_plausible(const Tally& tally, std::size_t language) {
  const auto words = static_cast<double>(tally.words);
  const auto share = [&](std::size_t count) { return static_cast<double>(count) / words; };
  if (share(tally.other_script[language]) > kMostOfOtherScript) return false;
  if (tally.words < kRunningWords) return share(tally.foreign[language]) <= 1.0 / 3;
  return share(tally.frequent[language]) >= kLeastFrequent && share(tally.foreign[language]) <= kMostForeign;
}

}  // namespace

std::span<const std::string_view> known_languages() { return known().names(); }

std::optional<Guess> guess(std::string_view text, std::span<const std::string> candidates) {
  Languages allowed = candidates.empty() ? known().all() : 0;
  for (const std::string& candidate : candidates) allowed |= known().bit(candidate);
  const Tally tally = tally_of(text);
  if (tally.letters < kLeastLetters || allowed == 0) return std::nullopt;

  std::size_t best = known().names().size();
  for (std::size_t i = 0; i < known().names().size(); ++i) {
    if ((allowed >> i & 1) != 0 && (best == known().names().size() || tally.scores[i] > tally.scores[best]))
      best = i;
  }
  double sum = 0;
  for (std::size_t i = 0; i < known().names().size(); ++i) {
    if ((allowed >> i & 1) != 0) sum += std::exp(kDamping * (tally.scores[i] - tally.scores[best]));
  }
  const double confidence = 1 / sum;
  if (confidence < kLeastConfidence || !is_plausible(tally, best)) return std::nullopt;
  return Guess{known().names()[best], confidence};
}

}  // namespace sito::language

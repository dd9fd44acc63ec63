#include "language/language.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "language/character_model.h"
#include "language/siblings.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::language {
namespace {

constexpr std::size_t kSampleBytes = 16 * 1024;
constexpr std::size_t kPieces = 8;

// Neighbouring characters do not speak independently of each other; this keeps the confidence modest.
constexpr double kDamping = 0.5;
// Text costs some 2 to 2.8 nats a character in its own language, 3 to 4 in a sibling, more in others. Lists
// of names and abbreviations cost up to this, and so does a language that no model is of. Of short texts one
// in a hundred costs that much more in all.
constexpr double kMostNats = 3.2;
constexpr double kMostNatsBesides = 8;
// Of the parts of a text so many must be in its language.
constexpr double kLeastShare = 0.6;
// Serbian in Latin letters: its characters are taken for Croatian ones, and its words tell (siblings.h).
constexpr std::string_view kSerbian = "sr", kCroatian = "hr";

std::size_t on_border(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) ++at;
  return at;
}

std::string sample(std::string_view text) {
  if (text.size() <= kSampleBytes) return std::string(text);
  constexpr std::size_t kPiece = kSampleBytes / kPieces;
  const std::size_t step = (text.size() - kPiece) / (kPieces - 1);
  std::string result;
  for (std::size_t i = 0; i < kPieces; ++i) {
    const std::size_t begin = on_border(text, i * step);
    (result += text.substr(begin, on_border(text, i * step + kPiece) - begin)) += ' ';
  }
  return result;
}

// Behind the address of a page or a mailbox that stands at `at`: `at` itself if none does.
std::size_t address_end(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
  const std::string_view run = text.substr(at, end - at);
  const bool is_address = run.starts_with("www.") || run.find("://") != std::string_view::npos ||
                          run.find('@') != std::string_view::npos;
  return is_address ? end : at;
}

// The words of a text and what parts them: letters, marks inside words, single spaces. Digits, punctuation
// and addresses say nothing about a language.
std::string words_alone(std::string_view text) {
  std::string result;
  bool space = true;
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '\t';
    if (const std::size_t end = begins ? address_end(text, at) : at; end != at) {
      at = end;
      continue;
    }
    const auto [c, length] = text::decode(text, at);
    if (text::is_letter(c) || (!space && (text::is_apostrophe(c) || c == '-'))) {
      result += text.substr(at, length);
      space = false;
    } else if (!space) {
      result += ' ';
      space = true;
    }
    at += length;
  }
  return result;
}

std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = text::decode(text, at);
    letters += text::is_letter(c) ? 1 : 0;
    at += length;
  }
  return letters;
}

const std::vector<std::string_view>& known() {
  static const std::vector<std::string_view> kKnown = [] {
    std::vector<std::string_view> names;
    for (const CharacterModel& model : character_models()) names.push_back(model.language());
    return names;
  }();
  return kKnown;
}

bool is_candidate(std::span<const std::string> candidates, std::string_view language) {
  return candidates.empty() || std::find(candidates.begin(), candidates.end(), language) != candidates.end();
}

// The same word over and over is no text.
bool is_one_word(std::string_view words) {
  const auto first = words.substr(0, words.find(' '));
  for (std::size_t at = 0; at < words.size(); at += first.size() + 1) {
    const auto rest = words.substr(at);
    if (!rest.starts_with(first) || (rest.size() > first.size() && rest[first.size()] != ' ')) return false;
  }
  return true;
}

/// A language, what the words cost in it, and how many characters of them are cheapest in it.
struct Rank {
  const CharacterModel* model = nullptr;
  std::string_view language;
  double nats = 0;
  double characters = 0;
};

using Ranks = std::vector<Rank>;

// A text's scripts: those of so many of its letters. Models of others would only lose.
unsigned scripts_of(std::string_view words) {
  constexpr std::size_t kLeastPart = 10;  // a tenth
  std::array<std::size_t, kScripts> letters{};
  std::size_t all = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto [c, length] = text::decode(words, at);
    if (text::is_letter(c)) ++letters[static_cast<std::size_t>(script_of(c))], ++all;
    at += length;
  }
  unsigned scripts = 0;
  for (std::size_t script = 0; script < kScripts; ++script)
    if (letters[script] * kLeastPart >= all) scripts |= 1U << script;
  return scripts;
}

Ranks candidates_for(std::string_view words, std::span<const std::string> candidates) {
  const unsigned scripts = scripts_of(words);
  Ranks ranks;
  for (const CharacterModel& model : character_models()) {
    if ((scripts >> static_cast<unsigned>(model.script()) & 1U) == 0) continue;
    const auto add = [&](std::string_view language) {
      if (is_candidate(candidates, language)) ranks.push_back({&model, language, prior_nats(language), 0});
    };
    add(model.language());
    if (model.language() == kCroatian) add(kSerbian);
  }
  return ranks;
}

// Some lines of words at a time: a text half in one language and half in another is in neither.
void weigh(std::string_view words, Ranks& ranks) {
  constexpr std::size_t kPart = 400;
  for (std::size_t at = 0; at < words.size() && !ranks.empty();) {
    const auto end = std::min(words.find(' ', std::min(at + kPart, words.size())), words.size());
    const auto part = words.substr(at, end - at);
    Rank* best = nullptr;
    double least = 0, nats = 0;
    const CharacterModel* model = nullptr;
    for (Rank& rank : ranks) {
      if (rank.model != model) nats = rank.model->cost(part) * data::kNatsPerCost;
      model = rank.model;
      rank.nats += nats;
      if (best == nullptr || nats < least) best = &rank, least = nats;
    }
    best->characters += static_cast<double>(text::code_points(part) + 1);
    at = end + 1;
  }
}

const Rank& cheapest_of(const Ranks& ranks) {
  return *std::min_element(ranks.begin(), ranks.end(),
                           [](const Rank& left, const Rank& right) { return left.nats < right.nats; });
}

// Whether characters have told a language from its siblings, as they do in long texts.
bool is_told(const Rank& best, const Ranks& ranks) {
  constexpr double kFarBehind = 60;
  return std::none_of(ranks.begin(), ranks.end(), [&](const Rank& rank) {
    return &rank != &best && rank.nats < best.nats + kFarBehind && are_siblings(rank.language, best.language);
  });
}

void add_doubts(std::string_view words, Ranks& ranks) {
  const Rank& best = cheapest_of(ranks);
  if (is_told(best, ranks)) return;
  for (const Doubt& doubt : doubts_among_siblings(words, best.language))
    for (Rank& rank : ranks)
      if (rank.language == doubt.language) rank.nats += doubt.nats;
}

// Of a text in Danish some parts may be cheapest in Bokmal.
double share_of(const Rank& best, const Ranks& ranks) {
  double characters = 0;
  for (const Rank& rank : ranks)
    characters += are_siblings(rank.language, best.language) ? rank.characters : 0;
  return characters;
}

}  // namespace

std::span<const std::string_view> known_languages() { return known(); }

std::string_view known_language(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find('-')));
  for (char& c : primary) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  const auto& languages = known();
  const auto found = std::find(languages.begin(), languages.end(), primary);
  return found == languages.end() ? std::string_view() : *found;
}

std::optional<Guess> guess(std::string_view text, std::span<const std::string> candidates) {
  const std::string words = words_alone(sample(text));
  if (letters_in(words) < kLeastLetters || is_one_word(words)) return std::nullopt;
  Ranks ranks = candidates_for(words, candidates);
  if (ranks.empty()) return std::nullopt;
  weigh(words, ranks);
  const auto characters = static_cast<double>(text::code_points(words));
  const bool plausible = cheapest_of(ranks).nats <= kMostNats * characters + kMostNatsBesides;
  add_doubts(words, ranks);
  const Rank& best = cheapest_of(ranks);
  double sum = 0;
  for (const Rank& rank : ranks) sum += std::exp(kDamping * (best.nats - rank.nats));
  const double confidence = 1 / sum;
  const bool most = share_of(best, ranks) >= kLeastShare * characters;
  if (confidence < kLeastConfidence || !plausible || !most) return std::nullopt;
  return Guess{best.language, confidence};
}

}  // namespace sito::language

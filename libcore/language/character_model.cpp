#include "language/character_model.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::language {
namespace {

using data::Symbol;
using Meaning = CharacterModel::Meaning;

// What choosing a character among its class costs where no row of character_classes says: digits are alike,
// foreign letters nearly so, and there are some hundred strange letters and signs.
constexpr double kDigitNats = 2.3;
constexpr double kForeignNats = 3.3;
constexpr double kStrangeNats = 5.5;  // of Europe's alphabets
constexpr double kFarNats = 11;       // of all others
constexpr double kRareSignNats = 9.0;
constexpr double kJunkNats = 5.0;

constexpr std::array<std::string_view, data::kFirstLetterSymbol> kClassNames = {
    "space",      "digit", "stop", "opener",  "closer",  "mark",
    "apostrophe", "dash",  "sign", "foreign", "strange", "junk"};

Symbol class_named(std::string_view name) {
  const auto at = std::find(kClassNames.begin(), kClassNames.end(), name);
  assert(at != kClassNames.end());
  return static_cast<Symbol>(at - kClassNames.begin());
}

Meaning with_nats(Symbol symbol, double nats) {
  return {symbol, static_cast<std::uint8_t>(std::min<Cost>(cost_of_nats(nats), 255))};
}

/// The rows of character_classes, by character.
using Listed = std::vector<std::pair<char32_t, Meaning>>;

Listed listed_characters() {
  Listed result;
  const data::Table& classes = data::character_classes();
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const auto cells = classes.row(i).cells;
    result.emplace_back(text::decode(cells[0], 0).code_point,
                        with_nats(class_named(cells[1]), -std::log(data::number(cells[2]) / 100)));
  }
  std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return result;
}

const Listed& listed() {
  static const Listed kListed = listed_characters();
  return kListed;
}

// A letter that the language does not write.
Meaning other_letter(char32_t c, Script script) {
  const bool foreign = script == Script::kLatin ? text::is_cyrillic(c) : c < 0x80;
  if (foreign) return with_nats(data::kForeignSymbol, kForeignNats);
  return with_nats(data::kStrangeSymbol, c < 0x0530 ? kStrangeNats : kFarNats);
}

bool is_box_drawing(char32_t c) { return c >= 0x2500 && c < 0x25A0; }

// Neither a letter of the language nor a character with a row.
Meaning class_of(char32_t c, Script script) {
  if (text::is_space(c)) return with_nats(data::kSpaceSymbol, kRareSignNats);
  if (text::is_digit(c)) return with_nats(data::kDigitSymbol, kDigitNats);
  if (text::is_letter(c)) return other_letter(c, script);
  const auto category = U_GET_GC_MASK(static_cast<UChar32>(c));
  if ((category & (U_GC_C_MASK)) != 0 || is_box_drawing(c) || c == 0xFFFD)
    return with_nats(data::kJunkSymbol, kJunkNats);
  return with_nats(data::kSignSymbol, kRareSignNats);
}

Meaning find(const std::vector<std::pair<char32_t, Meaning>>& sorted, char32_t c, Meaning otherwise) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), c,
                                   [](const auto& entry, char32_t wanted) { return entry.first < wanted; });
  return at != sorted.end() && at->first == c ? at->second : otherwise;
}

}  // namespace

Script script_of(char32_t letter) {
  if (letter < 0x370) return Script::kLatin;
  if (letter < 0x400) return Script::kGreek;
  if (letter < 0x590) return Script::kCyrillic;
  if (letter < 0x600) return Script::kHebrew;
  if (letter < 0x0E00) return Script::kArabic;
  return letter < 0x0E80 ? Script::kThai : Script::kLatin;  // Vietnamese has letters behind U+1E00
}

CharacterModel::CharacterModel(const data::CharacterTable& table)
    : table_(&table), script_(script_of(text::decode(table.letters, 0).code_point)) {
  high_ = listed();
  std::uint8_t symbol = data::kFirstLetterSymbol;
  for (std::size_t at = 0; at < table.letters.size(); ++symbol) {
    const auto [letter, length] = text::decode(table.letters, at);
    at += length;
    for (const char32_t c : {letter, text::to_upper(letter)})
      if (text::to_lower(c) == letter) high_.push_back({c, {symbol, 0}});
  }
  add_variants();
  std::sort(high_.begin(), high_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (char32_t c = 0; c < low_.size(); ++c) low_[c] = meaning_beyond(c);
  high_.erase(high_.begin(), std::find_if(high_.begin(), high_.end(),
                                          [this](const auto& entry) { return entry.first >= low_.size(); }));
}

void CharacterModel::add_variants() {
  const data::Table& variants = data::letter_variants();
  for (std::size_t i = 0; i < variants.size(); ++i) {
    const auto cells = variants.row(i).cells;
    if (cells[1] != language()) continue;
    const char32_t given = text::decode(cells[0], 0).code_point, meant = text::decode(cells[2], 0).code_point;
    const auto letter =
        std::find_if(high_.begin(), high_.end(), [meant](const auto& entry) { return entry.first == meant; });
    if (letter == high_.end()) continue;
    const Meaning meaning = letter->second;
    // Texts of mixed habits had it counted as a letter of its own.
    std::erase_if(high_, [given](const auto& entry) { return text::to_lower(entry.first) == given; });
    high_.push_back({given, meaning});
    high_.push_back({text::to_upper(given), meaning});
  }
}

CharacterModel::Meaning CharacterModel::meaning_beyond(char32_t c) const {
  const Meaning found = find(high_, c, {data::kJunkSymbol, 0xFF});
  return found.cost == 0xFF ? class_of(c, script_) : found;
}

Cost CharacterModel::cost(std::string_view valid) const {
  Cost sum = 0;
  std::size_t before = data::kSpaceSymbol, last = data::kSpaceSymbol;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    const Meaning next = meaning(c);
    sum += cost(before, last, next.symbol) + next.cost;
    before = last;
    last = next.symbol;
    at += length;
  }
  return sum + cost(before, last, data::kSpaceSymbol);
}

std::span<const CharacterModel> character_models() {
  static const std::vector<CharacterModel> kModels = [] {
    std::vector<CharacterModel> models;
    for (const auto& table : data::character_tables()) models.emplace_back(table);
    return models;
  }();
  return kModels;
}

namespace {

/// A bit for each script that has a letter in the text.
unsigned scripts_in(std::string_view valid) {
  unsigned scripts = 0;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    if (text::is_letter(c)) scripts |= 1U << static_cast<unsigned>(script_of(c));
    at += length;
  }
  return scripts;
}

}  // namespace

Cheapest cheapest(std::string_view valid) {
  Cheapest best{nullptr, UINT32_MAX};
  unsigned scripts = scripts_in(valid);
  if (scripts == 0) scripts = 1U << static_cast<unsigned>(Script::kLatin);
  for (const CharacterModel& model : character_models()) {
    if ((scripts >> static_cast<unsigned>(model.script()) & 1U) == 0) continue;
    const Cost cost = model.cost(valid);
    if (cost < best.cost) best = {&model, cost};
  }
  return best;
}

double prior_nats(std::string_view language) {
  const auto rows = data::language_priors().with_key(language);
  return rows.empty() ? 0 : data::number(data::language_priors().row(rows.first).cells[1]);
}

const CharacterModel* character_model(std::string_view language) {
  for (const CharacterModel& model : character_models())
    if (model.language() == language) return &model;
  return nullptr;
}

}  // namespace sito::language

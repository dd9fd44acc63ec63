#include "normalize/sequences.h"

#include <algorithm>

#include "language/character_model.h"
#include "normalize/suspicion.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

constexpr int kNoByte = -1;
constexpr char32_t kEurope = 0x0530;  // up to here

bool is_small(char32_t c) { return text::is_letter(c) && !text::is_upper(c); }

// A letter of the scripts behind Europe's, up to their presentation forms and the emoji.
bool is_far(char32_t c) {
  if (c < kEurope || c >= 0xF900 || (c >= 0x1E00 && c < 0x2C00)) return false;
  return text::is_letter(c) || text::is_digit(c);
}

// Letters that some language with a model writes; others of Europe's scripts are phonetic, historic or very
// rare.
bool is_written(char32_t c) {
  static const std::vector<bool> kWritten = [] {
    std::vector<bool> written(kEurope);
    for (const auto& model : language::character_models())
      for (char32_t letter = 0; letter < kEurope; ++letter)
        if (model.writes(letter)) written[letter] = true;
    return written;
  }();
  return c >= kEurope || kWritten[c];
}

bool is_odd_outcome(char32_t c) {
  return (c >= 0x0250 && c < 0x0370) || (c < kEurope && text::is_letter(c) && !is_written(c));
}

int byte_in(const charset::CodePage& page, char32_t c) {
  if (c < 0x80) return static_cast<int>(c);
  if (const auto byte = page.byte(c)) return *byte;
  return text::is_c1(c) ? static_cast<int>(c) : kNoByte;
}

// An accented capital behind a small letter, or an accented pair Ãœ behind a capital.
bool begins_oddly(const std::vector<Item>& items, std::size_t i) {
  const char32_t lead = items[i].character;
  if (i == 0 || !text::is_latin(lead) || !text::is_upper(lead)) return false;
  if (is_small(items[i - 1].character)) return true;
  return text::is_upper(items[i - 1].character) && i + 1 < items.size() && is_small(items[i + 1].character) &&
         items[i + 1].character >= 0x80;
}

bool is_surrogate_half(const std::vector<Item>& items, std::size_t i, int from) {
  return i + 2 < items.size() && items[i].byte == 0xED && items[i + 1].byte >= from &&
         items[i + 1].byte < from + 0x10 && is_continuation(items[i + 2].byte);
}

char32_t surrogate(const std::vector<Item>& items, std::size_t i) {
  return 0xD000U | static_cast<char32_t>(items[i + 1].byte & 0x3F) << 6U |
         static_cast<char32_t>(items[i + 2].byte & 0x3F);
}

}  // namespace

std::vector<Item> items_in(const charset::CodePage& page, std::string_view valid) {
  std::vector<Item> items;
  items.reserve(valid.size());
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    items.push_back({c, at, length, byte_in(page, c)});
    at += length;
  }
  return items;
}

std::size_t continuations_of(int byte) {
  if (byte < 0xC2 || byte > 0xF4) return 0;
  return byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
}

Sequence sequence_at(const std::vector<Item>& items, std::size_t i) {
  constexpr std::size_t kPair = 6;
  if (is_surrogate_half(items, i, 0xA0) && is_surrogate_half(items, i + 3, 0xB0)) {
    Sequence pair{{}, kPair};
    text::append(pair.utf8,
                 0x10000 + ((surrogate(items, i) - 0xD800) << 10U) + (surrogate(items, i + 3) - 0xDC00));
    return pair;
  }
  const std::size_t more = continuations_of(items[i].byte);
  if (more == 0 || i + more >= items.size()) return {};
  std::string bytes;
  for (std::size_t k = 0; k <= more; ++k) {
    if (k > 0 && !is_continuation(items[i + k].byte)) return {};
    bytes += static_cast<char>(items[i + k].byte);
  }
  if (!text::is_valid(bytes)) return {};
  return {std::move(bytes), more + 1};
}

bool is_rare_letter(char32_t c) {
  const char32_t small = text::to_lower(c);
  return small >= 0x0450 && small < 0x0460 && small != 0x0451 && small != 0x0454 && small != 0x0456 &&
         small != 0x0457 && small != 0x045E;
}

bool is_unsound(char32_t c) {
  if (c < 0xA0) return text::is_c1(c) || c < 0x20;
  return (c >= 0x2500 && c < 0x25A0) || (c >= 0xE000 && c < 0xF900) || (c >= 0x0370 && !text::is_assigned(c));
}

void Evidence::add_sequence(const std::vector<Item>& items, std::size_t i, std::size_t size, char32_t c) {
  const bool cyrillic = text::is_cyrillic(items[i].character);
  bool sign = false, impossible = false, letter = begins_oddly(items, i), foreign = false;
  for (std::size_t k = i; k < std::min(i + size, items.size()); ++k) {
    const char32_t part = items[k].character;
    foreign = foreign || is_rare_letter(part);
    covered += part >= 0x80 ? 1 : 0;
    if (part >= 0x80 && !text::is_letter(part)) {
      sign = true;
      // СССР», ВТБ– and their like stand in clean texts.
      impossible = impossible || !cyrillic || !is_quiet_sign(part);
    }
    if (k == i) continue;
    const char32_t last = items[k - 1].character;
    letter = letter || (is_small(last) && text::is_upper(part));
    foreign = foreign || (text::is_letter(part) && text::is_letter(last) &&
                          text::is_latin(part) != text::is_latin(last));
  }
  impossible = impossible || (foreign && size > 2);
  ++changed;
  const bool is_proven = sign || letter || foreign;
  proven += is_proven ? 1 : 0;
  strong += impossible ? 1 : 0;
  unsound += is_unsound(c) ? 1 : 0;
  far += is_far(c) ? 1 : 0;
  far_by_chance += is_far(c) && !impossible ? 1 : 0;
  if (i != run_end_) run_ = 0;
  run_ += is_proven ? 1 : 0;
  longest_run = std::max(longest_run, run_);
  run_end_ = i + size;
}

Evidence::Alphabet Evidence::alphabet_of(char32_t c) {
  if (!text::is_letter(c)) return Alphabet::kNone;
  if (text::is_latin(c)) return Alphabet::kLatin;
  return is_far(c) ? Alphabet::kFar : Alphabet::kOther;
}

void Evidence::add_outcome(char32_t c, bool came_out) {
  const Alphabet alphabet = alphabet_of(c);
  const bool mixes = last_ != Alphabet::kNone && alphabet != Alphabet::kNone && alphabet != last_;
  if ((mixes && (came_out || last_came_out_)) || (came_out && is_odd_outcome(c))) ++odd;
  last_ = alphabet;
  last_came_out_ = came_out;
}

bool Evidence::is_proof() const {
  constexpr std::size_t kLeastProven = 3, kProvenOf = 5;
  if (proven == 0 || guessed > proven || proven * kProvenOf < changed) return false;
  return strong > 0 || covers() || longest_run >= kLeastProven ||
         (proven >= kLeastProven && covered * 2 >= high);
}

bool Evidence::is_sound() const {
  constexpr std::size_t kLeastProven = 2;
  if (odd * 5 > changed) return false;
  if (far_by_chance == 0) return true;
  // All of a text from afar may be by chance in each letter, but not most of some.
  const auto is_nearly_all = [this](std::size_t part) { return part * 4 >= changed * 3; };
  const bool is_proven = far_by_chance * 2 <= far && far - far_by_chance >= kLeastProven;
  return guessed < changed && is_nearly_all(far) && (is_nearly_all(far_by_chance) || is_proven);
}

}  // namespace sito::normalize

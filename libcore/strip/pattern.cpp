#include "strip/pattern.h"

#include <bit>

#include "text/character.h"
#include "text/utf8.h"

namespace sito::strip {
namespace {

constexpr std::size_t kMaxPlaces = 60;
constexpr int kGapWords = 5;

bool covers(std::string_view alternative, std::string_view word) {
  if (alternative.size() > 1 && alternative.back() == '*')
    return word.starts_with(alternative.substr(0, alternative.size() - 1));
  return alternative == word;
}

bool is_allowed(char32_t c) {
  if (text::is_upper(c)) return false;
  return text::is_letter(c) || text::is_digit(c) || c == '\'' || c == '-' || c == '|' || c == '*' ||
         c == '@' || c == '%' || c == ' ' || c == 0xA9;
}

bool is_well_written(std::string_view phrase) {
  for (std::size_t at = 0; at < phrase.size();) {
    auto [c, length] = text::decode(phrase, at);
    if (!is_allowed(c)) return false;
    at += length;
  }
  return !phrase.empty() && phrase.front() != ' ' && phrase.back() != ' ' &&
         phrase.find("  ") == std::string_view::npos;
}

}  // namespace

Result<Pattern> Pattern::parse(std::string_view phrase) {
  if (!is_well_written(phrase)) return Reject{"a phrase is lower-case words with single spaces between them"};
  const std::string_view first = phrase.substr(0, phrase.find(' '));
  if (first.find_first_of("*|") != std::string_view::npos)
    return Reject{"a phrase begins with one whole word"};
  Pattern pattern;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
    pattern.add_place(phrase.substr(at, end - at));
    at = end + 1;
  }
  if (pattern.places_.size() > kMaxPlaces) return Reject{"a phrase of more than 60 words"};
  return pattern;
}

void Pattern::add_place(std::string_view written) {
  if (written == "*") {
    for (int i = 0; i < kGapWords; ++i) places_.push_back({{}, true, false});
    return;
  }
  Place place;
  place.repeats = written == "0";
  for (std::size_t at = 0; at <= written.size();) {
    const std::size_t end = std::min(written.find('|', at), written.size());
    const std::string_view alternative = written.substr(at, end - at);
    if (alternative.empty()) {
      place.optional = true;
    } else {
      place.alternatives.push_back(alternative);
    }
    at = end + 1;
  }
  places_.push_back(std::move(place));
}

std::uint64_t Pattern::step(std::uint64_t states, std::string_view word) const {
  std::uint64_t next = 0;
  for (; states != 0; states &= states - 1) {
    const auto index = static_cast<std::size_t>(std::countr_zero(states));
    if (index == places_.size()) continue;
    const Place& place = places_[index];
    bool fits = place.alternatives.empty();
    for (std::string_view alternative : place.alternatives) fits = fits || covers(alternative, word);
    if (!fits) continue;
    next |= std::uint64_t{1} << (index + 1);
    if (place.repeats) next |= std::uint64_t{1} << index;
  }
  return next;
}

// An optional place may be passed by; ascending order closes runs of them in one pass.
std::uint64_t Pattern::closed(std::uint64_t states) const {
  for (std::size_t i = 0; i < places_.size(); ++i)
    if ((states >> i & 1) != 0 && places_[i].optional) states |= std::uint64_t{1} << (i + 1);
  return states;
}

}  // namespace sito::strip

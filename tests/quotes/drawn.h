// drawn.h: quotations drawn into their text, for tables of tests.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "quotes/find_quotes.h"

namespace sito::quotes {

/// A piece of text to be put in at a byte.
struct Insertion {
  std::size_t at = 0;
  int order = 0;  ///< closing before opening, inner before outer
  std::string text;
};

inline std::string with_insertions(std::string_view text, std::vector<Insertion> insertions) {
  std::stable_sort(insertions.begin(), insertions.end(), [](const auto& a, const auto& b) {
    return a.at != b.at ? a.at < b.at : a.order < b.order;
  });
  std::string out;
  std::size_t at = 0;
  for (const auto& insertion : insertions) {
    out += text.substr(at, insertion.at - at);
    out += insertion.text;
    at = insertion.at;
  }
  return out + std::string(text.substr(at));
}

/// Every span in brackets, with the quotation's kind (s, t, m) before it and its index where it has several
/// spans.
inline std::string draw_kinds(std::string_view text) {
  constexpr std::string_view kLetters = "stm";
  std::vector<Insertion> insertions;
  const auto quotes = find_quotes(text);
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    std::string label(1, kLetters[static_cast<std::size_t>(quotes[i].kind)]);
    if (quotes[i].spans.size() > 1) label += std::to_string(i);
    for (auto span : quotes[i].spans) {
      insertions.push_back({span.begin, 2, label + "["});
      insertions.push_back({span.end, 1, "]"});
    }
  }
  return with_insertions(text, std::move(insertions));
}

/// The speech of a text as "[quote|speaker|role|cue]", one after the other.
inline std::string draw_attributions(std::string_view text) {
  std::string out;
  for (const auto& quote : find_quotes(text)) {
    if (quote.kind != Kind::kSpeech) continue;
    out += "[" + text_of(quote, text) + "|";
    if (quote.speaker)
      out += quote.speaker->name + "|" + quote.speaker->role;
    else
      out += "|";
    out += "|" + std::string(quote.cue.of(text)) + "]";
  }
  return out;
}

}  // namespace sito::quotes

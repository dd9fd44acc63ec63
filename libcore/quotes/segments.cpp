#include "quotes/segments.h"

#include <algorithm>

namespace sito::quotes {

std::vector<Segment> segments(std::span<const Quote> quotes, std::size_t size) {
  std::vector<Segment> speech;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    if (quotes[i].kind != Kind::kSpeech) continue;
    for (auto place : quotes[i].marked)
      if (!place.empty()) speech.push_back({place, i});
  }
  std::stable_sort(speech.begin(), speech.end(), [](const Segment& a, const Segment& b) {
    return a.place.begin != b.place.begin ? a.place.begin < b.place.begin : a.place.end > b.place.end;
  });
  std::vector<Segment> result;
  std::size_t at = 0;
  for (auto segment : speech) {
    segment.place.begin = std::max(segment.place.begin, at);
    if (segment.place.begin >= segment.place.end) continue;
    if (segment.place.begin > at) result.push_back({{at, segment.place.begin}, kNarrative});
    result.push_back(segment);
    at = segment.place.end;
  }
  if (at < size) result.push_back({{at, size}, kNarrative});
  return result;
}

}  // namespace sito::quotes

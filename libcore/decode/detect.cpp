#include "decode/detect.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace sito::decode {
namespace {

using charset::Ranked;
using language::Cost;

constexpr std::size_t kSampleBytes = 16384;
constexpr std::size_t kPieces = 16;
constexpr std::size_t kPieceBytes = kSampleBytes / kPieces;
constexpr std::size_t kLeadBytes = 32;  // kept before the first byte above 0x7F of a piece

bool is_high(char c) { return (c & 0x80) != 0; }

// Back to behind a space or line end, so that a piece does not begin within a pair of bytes.
std::size_t word_start(std::string_view bytes, std::size_t at, std::size_t least) {
  const std::size_t floor = std::max(least, at > kLeadBytes ? at - kLeadBytes : 0);
  while (at > floor && bytes[at - 1] != ' ' && bytes[at - 1] != '\n') --at;
  return at;
}

// Pieces from each part of the text, beginning where bytes above 0x7F do.
std::string pieces(std::string_view bytes) {
  std::string result;
  const std::size_t part = std::max(bytes.size() / kPieces, kPieceBytes);
  std::size_t taken = 0;
  for (std::size_t begin = 0; begin < bytes.size() && result.size() < kSampleBytes; begin += part) {
    const auto rest = bytes.substr(std::max(begin, taken));
    const auto first = std::find_if(rest.begin(), rest.end(), is_high);
    const auto at = std::max(begin, taken) + static_cast<std::size_t>(first - rest.begin());
    if (at >= begin + part || at == bytes.size()) continue;
    const std::size_t start = word_start(bytes, at, taken);
    const auto piece = bytes.substr(start, std::min(kPieceBytes, kSampleBytes - result.size()));
    result += piece;
    taken = start + piece.size();
  }
  return result;
}

// How far the best lies before the first that makes another text, in nats.
double margin(const std::vector<Ranked>& ranked, std::optional<Cost> wide, std::string_view bytes) {
  constexpr double kBeyond = 30;  // nothing else came so far
  Cost next = wide.value_or(UINT32_MAX);
  for (const Ranked& other : ranked) {
    if (other.cost >= next) break;
    if (agree(*ranked[0].reading->page, *other.reading->page, bytes)) continue;
    next = other.cost;
  }
  if (next == UINT32_MAX) return kBeyond;
  return (double{1} * next - ranked[0].cost) * data::kNatsPerCost;
}

// Logistic, fitted on pieces of press texts of 12 to 4,000 bytes.
double certainty(double nats) { return 1 / (1 + std::exp(-0.55 * nats)); }

// What reads badly even at its best is a guess.
double sense(Cost cost, std::size_t size) {
  constexpr double kGood = 4.0, kBad = 6.0;  // nats a character
  const double each = cost * data::kNatsPerCost / static_cast<double>(size + 1);
  return std::clamp((kBad - each) / (kBad - kGood), 0.05, 1.0);
}

}  // namespace

Detector::Detector(const charset::ReadingSettings& settings)
    : readings_(settings), encodings_(settings.encodings) {}

std::string Detector::sample(std::string_view bytes) {
  return bytes.size() <= kSampleBytes ? std::string(bytes) : pieces(bytes);
}

Detection Detector::detect(std::string_view bytes) const {
  const std::string part = sample(bytes);
  if (part.empty()) return {"windows-1251", 0.0};
  const auto ranked = readings_.rank(part);
  auto wide = charset::rank_wide(part);
  std::erase_if(wide, [this](const charset::WideReading& reading) {
    return !encodings_.empty() &&
           std::find(encodings_.begin(), encodings_.end(), reading.encoding) == encodings_.end();
  });
  if (!wide.empty() && (ranked.empty() || wide[0].cost < ranked[0].cost)) {
    Cost next = wide.size() > 1 ? wide[1].cost : UINT32_MAX;
    if (!ranked.empty()) next = std::min(next, ranked[0].cost);
    const double nats = next == UINT32_MAX ? 30 : (double{1} * next - wide[0].cost) * data::kNatsPerCost;
    return {std::string(wide[0].encoding), certainty(nats), nullptr, wide[0].cost};
  }
  if (ranked.empty()) return {"windows-1251", 0.0};
  const auto second = wide.empty() ? std::nullopt : std::optional(wide[0].cost);
  const double confidence = certainty(margin(ranked, second, part)) * sense(ranked[0].cost, part.size());
  return {ranked[0].reading->page->name(), confidence, ranked[0].reading, ranked[0].cost};
}

}  // namespace sito::decode

#include "decode/detect.h"

#include <algorithm>
#include <bit>
#include <cctype>
#include <cmath>
#include <cstdint>

#include "text/block.h"

namespace sito::decode {
namespace {

using charset::Ranked;
using language::Cost;

constexpr std::size_t kSampleBytes = 16384;
constexpr std::size_t kShortText = 200;  // of which all is read
constexpr std::size_t kPieces = 16;
constexpr std::size_t kPieceBytes = kSampleBytes / kPieces;
constexpr std::size_t kLeadBytes = 32;  // kept before the first byte above 0x7F of a piece

constexpr double kBeyond = 30;  // nats, where nothing else came near

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

// Behind the tag that begins at `at`, or `at` if none does.
std::size_t behind_tag(std::string_view bytes, std::size_t at) {
  constexpr std::size_t kLongestTag = 1024;
  const char next = at + 1 < bytes.size() ? bytes[at + 1] : ' ';
  const bool begins =
      next == '/' || next == '!' || next == '?' || ((next | 0x20) >= 'a' && (next | 0x20) <= 'z');
  const auto end = begins ? bytes.substr(at, kLongestTag).find('>') : std::string_view::npos;
  return end == std::string_view::npos ? at : at + end + 1;
}

/// What of a text tells encodings from each other: no tags, no rows of one mark, and no ASCII far from any
/// byte above 0x7F, which is English in all languages' pages.
class Telling {
 public:
  explicit Telling(std::string_view bytes) : bytes_(bytes) { kept_.reserve(bytes.size()); }

  /// Empty where there is no byte above 0x7F.
  std::string run() {
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::size_t end = at + text::Block::kSize;
      if (end <= bytes_.size() && keep_plain_block(at)) {
        at = end;
        continue;
      }
      for (const std::size_t stop = std::min(end, bytes_.size()); at < stop;) at = take(at);
      marks_ = ~std::uint64_t{0};
    }
    if (!any_) return {};
    if (ascii_ > kNear) kept_.resize(kept_.size() - ascii_ + kNear);
    return std::move(kept_);
  }

 private:
  static constexpr std::size_t kNear = 48;  // bytes on each side of one above 0x7F
  static constexpr std::size_t kRow = 3;

  [[nodiscard]] std::size_t limit() const { return any_ ? 2 * kNear : kNear; }

  // Most blocks of prose have nothing to leave out.
  bool keep_plain_block(std::size_t at) {
    const text::Block block(bytes_.substr(at));
    const std::uint64_t high = ~block.below(0x80), digits = block.below('9' + 1) & ~block.below('0');
    const std::uint64_t marks = ~(high | digits | block.ascii_letters());
    const std::uint64_t rows = marks & (marks << 1 | marks_ >> 63) & (marks << 2 | marks_ >> 62);
    if (high == 0 || rows != 0 || block.equal('<') != 0) return false;
    if (ascii_ + static_cast<std::size_t>(std::countr_zero(high)) > limit()) return false;
    kept_ += bytes_.substr(at, text::Block::kSize);
    ascii_ = static_cast<std::size_t>(std::countl_zero(high));
    any_ = true;
    marks_ = marks;
    return true;
  }

  // Behind the byte, or the tag, at `at`.
  std::size_t take(std::size_t at) {
    const char c = bytes_[at];
    if (is_high(c)) {
      // Of a long stretch of ASCII the ends are left.
      if (ascii_ > limit()) kept_.erase(kept_.size() - ascii_ + limit() - kNear, ascii_ - limit());
      ascii_ = 0;
      any_ = true;
      kept_ += c;
      return at + 1;
    }
    const std::size_t behind = c == '<' ? behind_tag(bytes_, at) : at;
    if (behind == at && is_in_row(c)) return at + 1;
    ++ascii_;
    kept_ += behind > at ? ' ' : c;
    return behind > at ? behind : at + 1;
  }

  // Rows of dashes and dots cost differently in each model.
  [[nodiscard]] bool is_in_row(char c) const {
    return kept_.size() >= kRow && kept_.back() == c && kept_[kept_.size() - kRow] == c &&
           std::isalnum(static_cast<unsigned char>(c)) == 0;
  }

  std::string_view bytes_;
  std::string kept_;
  std::size_t ascii_ = 0;                    ///< bytes at the end of `kept_` since the last one above 0x7F
  bool any_ = false;                         ///< there was one
  std::uint64_t marks_ = ~std::uint64_t{0};  ///< ASCII of the block before that is no letter or digit
};

// How far the best lies before the first that makes another text, in nats.
double margin(const std::vector<Ranked>& ranked, const std::vector<charset::WideReading>& wide,
              std::string_view bytes) {
  Cost next = wide.empty() ? UINT32_MAX : wide[0].cost;
  for (const Ranked& other : ranked) {
    if (other.cost >= next) break;
    if (!agree(*ranked[0].reading->page, *other.reading->page, bytes)) next = other.cost;
  }
  return next == UINT32_MAX ? kBeyond : (double{1} * next - ranked[0].cost) * data::kNatsPerCost;
}

// Logistic, fitted on pieces of press texts of 12 to 4,000 bytes. Of shorter ones less is known than their
// nats say.
constexpr double kLeastFitted = 12;

double certainty(double nats) { return 1 / (1 + std::exp(-0.55 * nats)); }

// What reads badly even at its best is a guess.
double sense(Cost cost, std::size_t size) {
  constexpr double kGood = 4.0, kBad = 6.0;  // nats a character
  const double each = cost * data::kNatsPerCost / static_cast<double>(size + 1);
  return std::clamp((kBad - each) / (kBad - kGood), 0.05, 1.0);
}

// Pairs that are rare characters one and all are those of another encoding.
double sense_of_pairs(double nats_a_pair) {
  constexpr double kGood = 8.8, kBad = 11;
  return std::clamp((kBad - nats_a_pair) / (kBad - kGood), 0.05, 1.0);
}

// What stands for an encoding where none is found.
std::string fallback(const std::vector<std::string>& encodings) {
  const auto first = std::find_if(encodings.begin(), encodings.end(),
                                  [](const std::string& name) { return !charset::found_as(name).empty(); });
  return first == encodings.end() ? "windows-1251" : *first;
}

}  // namespace

Detector::Detector(const charset::ReadingSettings& settings)
    : readings_(settings), encodings_(settings.encodings), only_languages_(!settings.languages.empty()) {}

std::string Detector::sample(std::string_view bytes) {
  if (bytes.size() <= kShortText) return std::string(bytes);
  std::string result = bytes.size() <= kSampleBytes ? std::string(bytes) : pieces(bytes);
  std::string telling = Telling(result).run();
  return telling.empty() ? result : telling;
}

Detection Detector::detect(std::string_view bytes) const {
  const std::string part = sample(bytes);
  if (part.empty()) return {fallback(encodings_), 0.0, nullptr, 0, 0};
  const auto ranking = readings_.rank(part);
  const auto& ranked = ranking.readings;
  const auto head = std::string_view(part).substr(0, ranked.empty() ? part.size() : ranking.bytes);
  const auto wide = wide_readings(head, ranked);
  if (!wide.empty() && (ranked.empty() || wide[0].cost < ranked[0].cost)) {
    const auto other = std::find_if(wide.begin(), wide.end(), [&](const charset::WideReading& reading) {
      return reading.family != wide[0].family || reading.cost != wide[0].cost;
    });
    Cost next = other == wide.end() ? UINT32_MAX : other->cost;
    if (!ranked.empty()) next = std::min(next, ranked[0].cost);
    const double nats = next == UINT32_MAX ? kBeyond : (double{1} * next - wide[0].cost) * data::kNatsPerCost;
    const double confidence = certainty(nats) * sense_of_pairs(wide[0].nats_a_pair);
    return {std::string(wide[0].encoding), confidence, nullptr, wide[0].cost, head.size()};
  }
  if (ranked.empty()) return {fallback(encodings_), 0.0, nullptr, 0, 0};
  const double nats =
      margin(ranked, wide, head) * std::min(1.0, static_cast<double>(head.size()) / kLeastFitted);
  const double confidence = certainty(nats) * sense(ranked[0].cost, head.size());
  return {ranked[0].reading->page->name(), confidence, ranked[0].reading, ranked[0].cost, head.size()};
}

// Single bytes nearly always pair somehow; the head tells whether that is worth a look.
std::vector<charset::WideReading> Detector::wide_readings(std::string_view bytes,
                                                          const std::vector<Ranked>& ranked) const {
  constexpr std::size_t kHead = 512;
  if (only_languages_) return {};  // none of those with a model is written so
  constexpr Cost kFarBehind = language::cost_of_nats(kBeyond);
  if (!ranked.empty() && bytes.size() > kHead) {
    const auto head = bytes.substr(0, kHead);
    const Cost limit = charset::Readings::cost(*ranked[0].reading, head) + kFarBehind;
    if (charset::rank_wide(head, limit).empty()) return {};
  }
  auto wide = charset::rank_wide(bytes, ranked.empty() ? UINT32_MAX : ranked[0].cost + kFarBehind);
  std::erase_if(wide, [this](const charset::WideReading& reading) {
    return !encodings_.empty() &&
           std::find(encodings_.begin(), encodings_.end(), reading.encoding) == encodings_.end();
  });
  return wide;
}

}  // namespace sito::decode

#include "decode/mixed.h"

#include <algorithm>

#include "text/utf8.h"

namespace sito::decode {
namespace {

using language::Cost;
using language::cost_of_nats;

constexpr std::size_t kLeastLine = 20;      // bytes of a line that may leave its text's encoding
constexpr std::size_t kLeastSequences = 4;  // that show a line of a legacy text to be UTF-8
constexpr std::size_t kLeastLetters = 8;    // bytes above 0x7F
constexpr std::size_t kGoodToABad = 4;      // sequences for each bad byte in damaged UTF-8
constexpr double kSureOfRest = 0.9;
constexpr Cost kWideMargin = cost_of_nats(12);

enum class LineKind : std::uint8_t { kAscii, kUtf8, kDamaged, kLegacy };

struct Line {
  ByteRange bytes;
  LineKind kind = LineKind::kAscii;
  std::size_t good = 0;  ///< whole multibyte sequences
  std::size_t bad = 0;   ///< ill-formed parts
  const std::string* encoding = nullptr;

  [[nodiscard]] std::string_view of(std::string_view text) const { return bytes.of(text); }
};

std::size_t leads(std::string_view valid) {
  return static_cast<std::size_t>(std::count_if(
      valid.begin(), valid.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

std::size_t high_bytes(std::string_view bytes) {
  return static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
}

void count_sequences(std::string_view bytes, Line& line) {
  while (!bytes.empty()) {
    const auto valid = bytes.substr(0, text::valid_prefix(bytes));
    line.good += leads(valid);
    bytes.remove_prefix(valid.size());
    if (bytes.empty()) break;
    ++line.bad;
    bytes.remove_prefix(1);
    while (!bytes.empty() && (static_cast<unsigned char>(bytes[0]) & 0xC0U) == 0x80) bytes.remove_prefix(1);
  }
}

LineKind kind_of(const Line& line) {
  if (line.bad == 0) return line.good == 0 ? LineKind::kAscii : LineKind::kUtf8;
  return line.good >= line.bad * kGoodToABad ? LineKind::kDamaged : LineKind::kLegacy;
}

// Lines end behind LF, or behind CR in a text without LF.
std::vector<Line> lines_of(std::string_view text) {
  const char end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto stop = std::min(text.find(end, at), text.size() - 1) + 1;
    Line line{{at, stop}};
    count_sequences(line.of(text), line);
    line.kind = kind_of(line);
    lines.push_back(line);
    at = stop;
  }
  return lines;
}

std::string joined(std::string_view text, const std::vector<Line>& lines, LineKind kind) {
  std::string result;
  for (const Line& line : lines)
    if (line.kind == kind) result += line.of(text);
  return result;
}

std::size_t box_bytes(const charset::CodePage& page, std::string_view line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [&](char c) {
    const char32_t meant = page.character(static_cast<unsigned char>(c));
    return meant >= 0x2500 && meant < 0x25A0;
  }));
}

bool is_plausible(Cost cost, std::string_view line) { return cost <= kPlausibleCost * (line.size() + 1); }

bool is_drawing(const charset::CodePage& page, std::string_view line) {
  return box_bytes(page, line) * 3 > line.size();
}

bool may_leave(std::string_view line) {
  return line.size() > kLeastLine && high_bytes(line) >= kLeastLetters;
}

// The reading for which a line leaves its text's, or null.
const charset::Reading* better_reading(std::string_view line, const Detector& detector,
                                       const charset::Reading& main) {
  const Cost here = charset::Readings::cost(main, line);
  if (is_plausible(here, line) || is_drawing(*main.page, line)) return nullptr;
  const auto ranked = detector.readings().rank(line);
  if (ranked.empty() || agree(*ranked[0].reading->page, *main.page, line)) return nullptr;
  const auto needed = kWideMargin + static_cast<Cost>(cost_of_nats(0.4) * line.size());
  if (ranked[0].cost + needed > here || !is_plausible(ranked[0].cost, line)) return nullptr;
  return is_drawing(*ranked[0].reading->page, line) ? nullptr : ranked[0].reading;
}

// Whether many of the lines make no sense in the encoding that is the likeliest for all of them together.
bool are_at_odds(std::string_view text, const std::vector<Line>& lines, const Detection& together) {
  if (together.reading == nullptr) return false;
  std::size_t all = 0, odd = 0;
  for (const Line& line : lines) {
    const auto bytes = line.of(text);
    if (line.kind != LineKind::kLegacy || !may_leave(bytes)) continue;
    all += bytes.size();
    if (!is_plausible(charset::Readings::cost(*together.reading, bytes), bytes)) odd += bytes.size();
  }
  return odd * 8 > all;
}

// Of a text in two legacy encodings the lines together are in neither: they choose one by one, by their
// bytes.
Detection most_of(std::string_view text, const std::vector<Line>& lines, const Detector& detector,
                  const Detection& together) {
  constexpr std::size_t kVoters = 64;
  std::vector<std::pair<const charset::Reading*, std::size_t>> votes;
  std::size_t voters = 0;
  for (const Line& line : lines) {
    if (line.kind != LineKind::kLegacy || !may_leave(line.of(text)) || ++voters > kVoters) continue;
    const auto ranked = detector.readings().rank(line.of(text));
    if (ranked.empty() || !is_plausible(ranked[0].cost, line.of(text))) continue;
    const auto* reading = ranked[0].reading;
    const auto known = std::find_if(votes.begin(), votes.end(),
                                    [&](const auto& vote) { return vote.first->page == reading->page; });
    if (known == votes.end()) {
      votes.emplace_back(reading, line.bytes.size());
    } else {
      known->second += line.bytes.size();
    }
  }
  if (votes.size() < 2) return together;  // odd lines of one encoding
  const auto most = std::max_element(votes.begin(), votes.end(), [](const auto& left, const auto& right) {
    return left.second < right.second;
  });
  return {most->first->page->name(), together.confidence, most->first, together.cost};
}

/// The readings that some lines left for; with them known to be in the text, others need less evidence.
using Others = std::vector<const charset::Reading*>;

void follow(std::string_view text, std::vector<Line>& lines, const Others& others,
            const charset::Reading& main) {
  for (Line& line : lines) {
    const auto bytes = line.of(text);
    if (line.kind != LineKind::kLegacy || !may_leave(bytes) || is_drawing(*main.page, bytes)) continue;
    Cost least = charset::Readings::cost(main, bytes);
    least -= std::min(least, kWideMargin);
    for (const auto* other : others) {
      const Cost cost = charset::Readings::cost(*other, bytes);
      if (cost >= least) continue;
      least = cost;
      line.encoding = &other->page->name();
    }
  }
}

// The lines of a legacy text, or of what is no UTF-8 in another.
void judge_legacy(std::string_view text, std::vector<Line>& lines, const Detector& detector,
                  const Detection& main) {
  Others others;
  for (Line& line : lines) {
    if (line.kind != LineKind::kLegacy) continue;
    line.encoding = &main.encoding;
    if (main.reading == nullptr || !may_leave(line.of(text))) continue;
    const auto* better = better_reading(line.of(text), detector, *main.reading);
    if (better == nullptr) continue;
    line.encoding = &better->page->name();
    if (std::find(others.begin(), others.end(), better) == others.end()) others.push_back(better);
  }
  if (!others.empty()) follow(text, lines, others, *main.reading);
}

// What bytes cost as UTF-8 in which some were damaged.
std::int64_t cost_as_utf8(std::string_view bytes) {
  constexpr std::int64_t kDamage = cost_of_nats(8);
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  auto [text, replaced] = text::repaired(bytes);
  for (auto at = text.find(kReplacement); at != std::string::npos; at = text.find(kReplacement, at))
    text.erase(at, kReplacement.size());
  return std::int64_t{language::cheapest(text).cost} + language::shape_cost(text) +
         kDamage * static_cast<std::int64_t>(replaced);
}

std::vector<Part> parts_of(const std::vector<Line>& lines, const std::string& main) {
  std::vector<Part> parts;
  for (const Line& line : lines) {
    const std::string& encoding = line.encoding != nullptr ? *line.encoding : main;
    const bool ascii = line.kind == LineKind::kAscii;
    if (!parts.empty() && (ascii || parts.back().encoding == encoding)) {
      parts.back().bytes.end = line.bytes.end;
    } else {
      parts.push_back({line.bytes, encoding});
    }
  }
  if (parts.size() == 1) parts.clear();
  return parts;
}

/// Sequences and bytes of a whole text.
struct Sums {
  std::size_t good = 0;
  std::size_t bad = 0;
  std::size_t in_utf8 = 0;    ///< sequences of lines that are valid UTF-8
  std::size_t in_legacy = 0;  ///< bytes above 0x7F of lines that are not, nor nearly
};

Sums sums_of(std::string_view bytes, const std::vector<Line>& lines) {
  Sums sums;
  for (const Line& line : lines) {
    sums.good += line.good;
    sums.bad += line.bad;
    if (line.kind == LineKind::kUtf8) sums.in_utf8 += line.good;
    if (line.kind == LineKind::kLegacy) sums.in_legacy += high_bytes(line.of(bytes));
  }
  return sums;
}

bool is_mostly_utf8(std::string_view bytes, const Sums& sums, const Detector& detector) {
  if (sums.good >= sums.bad * kGoodToABad || sums.in_utf8 * 2 > sums.in_legacy) return true;
  if (sums.good * kGoodToABad < sums.bad) return false;
  return cost_as_utf8(Detector::sample(bytes)) < detector.detect(bytes).cost;
}

// Whether what is no UTF-8 in a text that is may be damage.
bool is_rather_damaged(std::string_view rest, const Detection& legacy) {
  return cost_as_utf8(Detector::sample(rest)) < std::int64_t{legacy.cost} + kWideMargin;
}

// In a legacy text two letters may look like a sequence.
void unmask(std::string_view bytes, std::vector<Line>& lines, const Detection& legacy) {
  constexpr std::int64_t kEvidence = cost_of_nats(6);
  for (Line& line : lines) {
    if (line.kind == LineKind::kDamaged) line.kind = LineKind::kLegacy;
    if (line.kind != LineKind::kUtf8 || line.good >= kLeastSequences) continue;
    if (legacy.reading == nullptr ||
        cost_as_utf8(line.of(bytes)) + kEvidence > charset::Readings::cost(*legacy.reading, line.of(bytes)))
      line.kind = LineKind::kLegacy;
  }
}

}  // namespace

Mixture find_mixture(std::string_view bytes, const Detector& detector) {
  constexpr double kDamaged = 0.95;
  const Detection utf8{"UTF-8", kDamaged, nullptr, 0};
  auto lines = lines_of(bytes);
  const bool mostly_utf8 = is_mostly_utf8(bytes, sums_of(bytes, lines), detector);
  std::string rest = joined(bytes, lines, LineKind::kLegacy);
  const bool enough = high_bytes(rest) >= kLeastLetters && rest.size() > kLeastLine;
  if (mostly_utf8 && !enough) return {utf8, {}};
  Detection legacy = detector.detect(rest.empty() ? bytes : rest);
  if (are_at_odds(bytes, lines, legacy)) legacy = most_of(bytes, lines, detector, legacy);
  if (mostly_utf8 && (legacy.confidence < kSureOfRest || is_rather_damaged(rest, legacy))) return {utf8, {}};
  if (!mostly_utf8) unmask(bytes, lines, legacy);
  judge_legacy(bytes, lines, detector, legacy);
  for (Line& line : lines)
    if (line.kind == LineKind::kUtf8 || line.kind == LineKind::kDamaged) line.encoding = &utf8.encoding;
  Mixture result{mostly_utf8 ? utf8 : legacy, {}};
  result.parts = parts_of(lines, result.main.encoding);
  if (!mostly_utf8 && !result.parts.empty()) {
    std::string main;
    for (const Line& line : lines)
      if (line.encoding == &legacy.encoding) main += line.of(bytes);
    result.main.confidence = detector.detect(main).confidence;
  }
  return result;
}

}  // namespace sito::decode

#include "decode/mixed.h"

#include <algorithm>
#include <bit>

#include "text/block.h"
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
  std::size_t high = 0;  ///< bytes above 0x7F
  bool odd = false;      ///< makes no sense in its text's encoding
  const std::string* encoding = nullptr;

  [[nodiscard]] std::string_view of(std::string_view text) const { return bytes.of(text); }
};

/// Counts the sequences of a line, 61 leads at a time with the three bytes behind the last.
class SequenceCount {
 public:
  void add(std::string_view bytes, Line& line) {
    for (std::size_t at = 0; at < bytes.size(); at += kStep) {
      const auto part = bytes.substr(at, text::Block::kSize);
      add_block(text::Block(part), part.size() < kStep ? (std::uint64_t{1} << part.size()) - 1 : kStarts,
                line);
    }
  }

 private:
  static constexpr std::size_t kStep = 61;
  static constexpr std::uint64_t kStarts = (std::uint64_t{1} << kStep) - 1;

  // Surrogates and overlong forms count as whole: whoever wrote them meant UTF-8.
  void add_block(const text::Block& block, std::uint64_t starts, Line& line) {
    const std::uint64_t high = ~block.below(0x80);
    if ((high & starts) == 0) {
      claimed_ = 0;
      return;
    }
    const std::uint64_t continuation = high & block.below(0xC0), below_e0 = block.below(0xE0);
    const std::uint64_t lead = high & ~block.below(0xC2) & block.below(0xF5);
    const std::uint64_t four = lead & ~block.below(0xF0), three = lead & ~below_e0 & ~four,
                        two = lead & below_e0;
    const std::uint64_t one = continuation >> 1, both = one & continuation >> 2,
                        all = both & continuation >> 3;
    const std::uint64_t good = ((two & one) | (three & both) | (four & all)) & starts;
    const std::uint64_t claimed = claimed_ | good << 1 | (good & (three | four)) << 2 | (good & four) << 3;
    const std::uint64_t bad = high & starts & ~good & ~claimed;
    line.good += count(good);
    line.high += count(high & starts);
    // Bad continuations in a row are one ill-formed part, with the lead before them if there is one.
    line.bad += count(bad & ~(continuation & bad << 1));
    claimed_ = claimed >> kStep;
  }

  static std::size_t count(std::uint64_t mask) { return static_cast<std::size_t>(std::popcount(mask)); }

  std::uint64_t claimed_ = 0;  ///< bytes at the next block's head that belong to a good sequence
};

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
    SequenceCount().add(line.of(text), line);
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

bool is_drawing(const charset::CodePage& page, std::string_view line) {
  return box_bytes(page, line) * 3 > line.size();
}

// What costs more a character is no sense in its encoding: that of a wrong one costs twice as much as the
// right one.
constexpr Cost kSenselessCost = cost_of_nats(3.8);
constexpr std::size_t kHeadOfLine = 120;  // bytes, which tell as much as all

bool is_plausible(Cost cost, std::string_view line) { return cost <= kPlausibleCost * (line.size() + 1); }

/// The lines that are no UTF-8, in whatever text: which of them are in which encoding.
class LegacyLines {
 public:
  LegacyLines(std::string_view text, std::vector<Line>& lines, const Detector& detector)
      : text_(text), lines_(lines), detector_(detector) {}

  /// Gives each line its encoding; `together` is the likeliest for all of them. Returns what most are in.
  Detection settle(Detection together) {
    main_ = std::move(together);
    if (main_.reading != nullptr && mark_odd_lines()) vote();
    for (Line& line : lines_)
      if (line.kind == LineKind::kLegacy) line.encoding = &main_.encoding;
    if (main_.reading != nullptr) part_odd_lines();
    return main_;
  }
  /// The bytes of the lines that settle() gave the main encoding.
  [[nodiscard]] std::string main_lines() const {
    std::string result;
    for (const Line& line : lines_)
      if (line.encoding == &main_.encoding) result += line.of(text_);
    return result;
  }

 private:
  [[nodiscard]] static bool may_leave(const Line& line) {
    return line.kind == LineKind::kLegacy && line.bytes.size() > kLeastLine && line.high >= kLeastLetters;
  }

  // In the likeliest language, or another that is written in the same page.
  [[nodiscard]] bool makes_sense(std::string_view bytes) const {
    const auto head = bytes.substr(0, kHeadOfLine);
    const auto is_sense = [head](const charset::Reading& reading) {
      return charset::Readings::cost(reading, head) <= kSenselessCost * (head.size() + 1);
    };
    if (is_sense(*main_.reading)) return true;
    const auto& all = detector_.readings().all();
    return std::any_of(all.begin(), all.end(), [&](const charset::Reading& other) {
      return other.page == main_.reading->page && is_sense(other);
    });
  }

  // True if they are many: together the lines are likeliest in what is perhaps none of their encodings.
  bool mark_odd_lines() {
    constexpr std::size_t kMany = 8;  // one in so many bytes
    std::size_t all = 0, odd = 0;
    for (Line& line : lines_) {
      if (!may_leave(line)) continue;
      const auto bytes = line.of(text_);
      line.odd = !makes_sense(bytes);
      all += bytes.size();
      odd += line.odd ? bytes.size() : 0;
    }
    return odd * kMany > all;
  }

  // Lines choose one by one, by their bytes.
  void vote() {
    constexpr std::size_t kVoters = 64;
    std::vector<std::pair<const charset::Reading*, std::size_t>> votes;
    std::size_t voters = 0;
    for (const Line& line : lines_) {
      if (!may_leave(line) || ++voters > kVoters) continue;
      const auto ranked = detector_.readings().rank(line.of(text_)).readings;
      if (ranked.empty() || !is_plausible(ranked[0].cost, line.of(text_))) continue;
      const auto* reading = ranked[0].reading;
      const auto known = std::find_if(votes.begin(), votes.end(),
                                      [&](const auto& vote) { return vote.first->page == reading->page; });
      if (known == votes.end())
        votes.emplace_back(reading, line.bytes.size());
      else
        known->second += line.bytes.size();
    }
    if (votes.size() < 2) return;  // odd lines of one encoding
    const auto most = std::max_element(votes.begin(), votes.end(), [](const auto& left, const auto& right) {
      return left.second < right.second;
    });
    if (most->first->page == main_.reading->page) return;
    main_.reading = most->first;
    main_.encoding = most->first->page->name();
    mark_odd_lines();
  }

  void part_odd_lines() {
    std::vector<const charset::Reading*> others;
    for (Line& line : lines_) {
      const auto* better = line.odd ? better_reading(line.of(text_)) : nullptr;
      if (better == nullptr) continue;
      line.encoding = &better->page->name();
      if (std::find(others.begin(), others.end(), better) == others.end()) others.push_back(better);
    }
    if (!others.empty()) follow(others);
  }

  // The reading for which a line leaves its text's, or null.
  [[nodiscard]] const charset::Reading* better_reading(std::string_view bytes) const {
    if (is_drawing(*main_.reading->page, bytes)) return nullptr;
    const auto ranked = detector_.readings().rank(bytes).readings;
    if (ranked.empty() || agree(*ranked[0].reading->page, *main_.reading->page, bytes)) return nullptr;
    const Cost needed = kWideMargin + static_cast<Cost>(cost_of_nats(0.4) * bytes.size());
    const Cost here = charset::Readings::cost(*main_.reading, bytes);
    if (ranked[0].cost + needed > here || !is_plausible(ranked[0].cost, bytes)) return nullptr;
    return is_drawing(*ranked[0].reading->page, bytes) ? nullptr : ranked[0].reading;
  }

  // Where some lines are known to be in another encoding, the rest of them need less evidence.
  void follow(const std::vector<const charset::Reading*>& others) {
    for (Line& line : lines_) {
      const auto bytes = line.of(text_);
      if (!may_leave(line) || is_drawing(*main_.reading->page, bytes)) continue;
      Cost least = charset::Readings::cost(*main_.reading, bytes);
      least -= std::min(least, kWideMargin);
      for (const auto* other : others) {
        const Cost cost = charset::Readings::cost(*other, bytes);
        if (cost >= least) continue;
        least = cost;
        line.encoding = &other->page->name();
      }
    }
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  const Detector& detector_;
  Detection main_;
};

std::string without_replacements(std::string_view text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::string result;
  while (!text.empty()) {
    const auto at = std::min(text.find(kReplacement), text.size());
    result += text.substr(0, at);
    text.remove_prefix(std::min(at + kReplacement.size(), text.size()));
  }
  return result;
}

// What bytes cost as UTF-8 in which some were damaged.
std::int64_t cost_as_utf8(std::string_view bytes) {
  constexpr std::int64_t kDamage = cost_of_nats(8);
  const auto repaired = text::repaired(bytes);
  const auto text = without_replacements(repaired.text);
  return std::int64_t{language::cheapest(text).cost} + language::shape_cost(text) +
         kDamage * static_cast<std::int64_t>(repaired.replaced);
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
  std::size_t bad_in_legacy = 0;
};

Sums sums_of(const std::vector<Line>& lines) {
  Sums sums;
  for (const Line& line : lines) {
    sums.good += line.good;
    sums.bad += line.bad;
    if (line.kind == LineKind::kUtf8) sums.in_utf8 += line.good;
    if (line.kind != LineKind::kLegacy) continue;
    sums.in_legacy += line.high;
    sums.bad_in_legacy += line.bad;
  }
  return sums;
}

bool is_cheaper_as_utf8(std::string_view bytes, const Detection& legacy, Cost margin) {
  const auto sample = Detector::sample(bytes);
  return cost_as_utf8(std::string_view(sample).substr(0, legacy.bytes)) < std::int64_t{legacy.cost} + margin;
}

// `rest` are the lines that are no UTF-8, nor nearly; together they are likeliest in `together`.
bool is_mostly_utf8(std::string_view rest, const Detection& together, const Sums& sums) {
  if (sums.good >= sums.bad * kGoodToABad || sums.in_utf8 * 2 > sums.in_legacy) return true;
  if (sums.good * kGoodToABad < sums.bad) return false;
  return is_cheaper_as_utf8(rest, together, 0);
}

// How sure a text is UTF-8 in which `bad` parts remain: one may be an accident, many are not.
double sure_of_utf8(std::size_t good, std::size_t bad) {
  constexpr double kDamaged = 0.95;
  const std::size_t more = bad > 1 ? bad - 1 : 0;
  return kDamaged * static_cast<double>(good + 1) / static_cast<double>(good + 1 + more);
}

/// The page in which the lines of a text of UTF-8 that are none make sense in that text's language; null
/// where the text does not tell its language, or they do in several pages. They may be single words.
const charset::Reading* in_language(std::string_view utf8, std::string_view rest, const Detector& detector) {
  constexpr std::size_t kLeastText = 60;  // bytes
  constexpr Cost kMargin = cost_of_nats(4);
  if (utf8.size() < kLeastText || rest.empty()) return nullptr;
  const auto sample = Detector::sample(utf8);
  const auto* model = language::cheapest(text::repaired(sample).text).model;
  const charset::Reading* best = nullptr;
  Cost least = UINT32_MAX, next = UINT32_MAX;
  const auto part = Detector::sample(rest);
  for (const auto& reading : detector.readings().all()) {
    if (reading.model != model) continue;
    const Cost cost = charset::Readings::cost(reading, part);
    if (cost >= least) {
      if (!agree(*best->page, *reading.page, part)) next = std::min(next, cost);
      continue;
    }
    if (best != nullptr && !agree(*best->page, *reading.page, part)) next = least;
    best = &reading;
    least = cost;
  }
  if (best == nullptr || next - least < kMargin || cost_as_utf8(part) < std::int64_t{least} + kWideMargin)
    return nullptr;
  return best;
}

// In a legacy text two letters may look like a sequence.
void unmask(std::string_view bytes, std::vector<Line>& lines, const Detection& legacy) {
  constexpr std::int64_t kEvidence = cost_of_nats(6);
  for (Line& line : lines) {
    if (line.kind == LineKind::kDamaged) line.kind = LineKind::kLegacy;
    if (line.kind != LineKind::kUtf8 || line.good >= kLeastSequences) continue;
    const auto utf8 = line.of(bytes);
    if (legacy.reading == nullptr ||
        cost_as_utf8(utf8) + kEvidence > charset::Readings::cost(*legacy.reading, utf8))
      line.kind = LineKind::kLegacy;
  }
}

// Whether the lines of a text of UTF-8 that are none are enough, and sensible enough, to show their encoding.
bool tells_itself(std::string_view rest, const Sums& sums, const Detection& together) {
  if (sums.in_legacy < kLeastLetters || rest.size() <= kLeastLine) return false;
  return together.confidence >= kSureOfRest && !is_cheaper_as_utf8(rest, together, kWideMargin);
}

}  // namespace

Mixture find_mixture(std::string_view bytes, const Detector& detector) {
  auto lines = lines_of(bytes);
  const Sums sums = sums_of(lines);
  const std::string rest = joined(bytes, lines, LineKind::kLegacy);
  Detection utf8{"UTF-8", sure_of_utf8(sums.good, sums.bad), nullptr, 0, 0};
  if (rest.empty()) return {utf8, {}};
  Detection together = detector.detect(rest);
  const bool mostly_utf8 = is_mostly_utf8(rest, together, sums);
  if (mostly_utf8 && !tells_itself(rest, sums, together)) {
    const auto* reading = in_language(joined(bytes, lines, LineKind::kUtf8), rest, detector);
    if (reading == nullptr) return {utf8, {}};
    together = {reading->page->name(), together.confidence, reading, together.cost, together.bytes};
  }
  if (!mostly_utf8) unmask(bytes, lines, together);
  LegacyLines legacy(bytes, lines, detector);
  Mixture result{legacy.settle(together), {}};
  if (mostly_utf8) {
    utf8.confidence = sure_of_utf8(sums.good, sums.bad - sums.bad_in_legacy);
    result.main = utf8;
  }
  for (Line& line : lines)
    if (line.kind == LineKind::kUtf8 || line.kind == LineKind::kDamaged) line.encoding = &utf8.encoding;
  result.parts = parts_of(lines, result.main.encoding);
  if (!mostly_utf8 && !result.parts.empty())
    result.main.confidence = detector.detect(legacy.main_lines()).confidence;
  return result;
}

}  // namespace sito::decode

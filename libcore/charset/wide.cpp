#include "charset/wide.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <memory>

#include "data/tables.h"
#include "language/case_shape.h"

namespace sito::charset {
namespace {

using language::Cost;
using language::cost_of_nats;

// Archives here seldom hold such texts.
constexpr Cost kPrior = cost_of_nats(12);
constexpr Cost kBadByte = cost_of_nats(14);
constexpr Cost kHalfWidth = cost_of_nats(6);
// A letter of ASCII beside such a character.
constexpr Cost kLetterBeside = cost_of_nats(3);
// Of the bytes above 0x7F at most so many may not pair.
constexpr std::size_t kPairsToABadByte = 40;

constexpr std::uint8_t kNoPair = std::numeric_limits<std::uint8_t>::max();
constexpr std::size_t kFirstLead = 0x80;

/// The cost of each pair, by lead and trail.
struct Zones {
  std::string_view encoding;
  std::array<std::array<std::uint8_t, 256>, 128> costs;
  bool half_width = false;  ///< bytes A1 to DF are letters by themselves

  explicit Zones(std::string_view of) : encoding(of), half_width(of == "Shift_JIS") {
    for (auto& row : costs) row.fill(kNoPair);
  }
};

struct HexRange {
  std::size_t first = 0;
  std::size_t last = 0;
};
HexRange hex_range(std::string_view cell) {
  HexRange range;
  const auto dash = cell.find('-');
  std::from_chars(cell.data(), cell.data() + std::min(dash, cell.size()), range.first, 16);
  range.last = range.first;
  if (dash != std::string_view::npos)
    std::from_chars(cell.data() + dash + 1, cell.data() + cell.size(), range.last, 16);
  return range;
}

std::vector<Zones> zones_of_rows() {
  std::vector<Zones> result;
  const data::Table& rows = data::wide_zones();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    if (result.empty() || result.back().encoding != cells[0]) result.emplace_back(cells[0]);
    const auto leads = hex_range(cells[1]), trails = hex_range(cells[2]);
    double nats = 0;
    std::from_chars(cells[3].data(), cells[3].data() + cells[3].size(), nats);
    const auto cost = static_cast<std::uint8_t>(cost_of_nats(nats));
    for (std::size_t lead = leads.first; lead <= leads.last; ++lead)
      for (std::size_t trail = trails.first; trail <= trails.last; ++trail) {
        auto& of_pair = result.back().costs[lead - kFirstLead][trail];
        if (trail != 0x7F) of_pair = std::min(of_pair, cost);
      }
  }
  return result;
}

const std::vector<Zones>& zones() {
  static const std::vector<Zones> kZones = zones_of_rows();
  return kZones;
}

/// The stretches of ASCII in such a text, which are English or nearly so.
class Ascii {
 public:
  Cost add(unsigned char byte) {
    const auto meaning = model_.meaning(byte);
    const Cost cost =
        model_.cost(before_, last_, meaning.symbol) + meaning.cost + shape_.add(language::case_of(byte));
    before_ = last_;
    last_ = meaning.symbol;
    return cost;
  }
  /// A pair of bytes stands between.
  void interrupt() {
    before_ = last_ = data::kStrangeSymbol;
    shape_ = {};
  }
  /// Whether the last byte was a letter.
  [[nodiscard]] bool is_in_word() const { return last_ >= data::kFirstLetterSymbol; }

 private:
  const language::CharacterModel& model_ = *language::character_model("en");
  std::size_t before_ = data::kSpaceSymbol;
  std::size_t last_ = data::kSpaceSymbol;
  language::CaseShape shape_;
};

std::optional<Cost> cost_in(const Zones& zones, std::string_view bytes, Cost limit) {
  Cost cost = kPrior;
  std::size_t pairs = 0, bad = 0;
  Ascii ascii;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (cost > limit) return std::nullopt;
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < kFirstLead) {
      cost += ascii.add(lead);
      continue;
    }
    if (at + 1 == bytes.size()) break;
    const std::uint8_t of_pair = zones.costs[lead - kFirstLead][static_cast<unsigned char>(bytes[at + 1])];
    if (ascii.is_in_word()) cost += kLetterBeside;
    ascii.interrupt();
    if (of_pair != kNoPair) {
      cost += of_pair;
      ++pairs;
      ++at;
    } else if (zones.half_width && lead >= 0xA1 && lead <= 0xDF) {
      cost += kHalfWidth;
    } else {
      cost += kBadByte;
      ++bad;
    }
  }
  if (pairs == 0 || bad * kPairsToABadByte > pairs) return std::nullopt;
  return cost;
}

}  // namespace

std::vector<WideReading> rank_wide(std::string_view bytes, Cost limit) {
  std::vector<WideReading> result;
  for (const Zones& of : zones())
    if (const auto cost = cost_in(of, bytes, limit)) result.push_back({of.encoding, *cost});
  std::sort(result.begin(), result.end(),
            [](const WideReading& left, const WideReading& right) { return left.cost < right.cost; });
  return result;
}

}  // namespace sito::charset

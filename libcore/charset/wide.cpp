#include "charset/wide.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <new>
#include <string>

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
  std::string_view family;
  std::array<std::array<std::uint8_t, 256>, 128> costs;
  bool half_width = false;  ///< bytes A1 to DF are letters by themselves

  Zones(std::string_view name, std::string_view of)
      : encoding(name), family(of), half_width(of == "Shift_JIS") {
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
  range.first = data::hexadecimal(cell.substr(0, dash));
  range.last = dash == std::string_view::npos ? range.first : data::hexadecimal(cell.substr(dash + 1));
  return range;
}

std::vector<Zones> zones_of_rows() {
  std::vector<Zones> result;
  const data::Table& rows = data::wide_zones();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    if (result.empty() || result.back().encoding != cells[0]) result.emplace_back(cells[0], cells[1]);
    const auto leads = hex_range(cells[2]), trails = hex_range(cells[3]);
    const auto cost = static_cast<std::uint8_t>(cost_of_nats(data::number(cells[4])));
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
    before_ = last_ = data::kSpaceSymbol;
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

/// What bytes are in one of the encodings.
struct Counted {
  Cost cost = kPrior;
  std::size_t pairs = 0;
  Cost of_pairs = 0;

  [[nodiscard]] double nats_a_pair() const {
    return of_pairs * data::kNatsPerCost / static_cast<double>(pairs);
  }
};

std::optional<Counted> counted_in(const Zones& zones, std::string_view bytes, Cost limit) {
  Counted counted;
  auto& [cost, pairs, of_pairs] = counted;
  std::size_t bad = 0;
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
      of_pairs += of_pair;
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
  return counted;
}

struct Close {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// How sure ICU is of each encoding, by its tables of the commonest characters: 0 to 1.
std::vector<std::pair<std::string, double>> confidences(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) throw std::bad_alloc();
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  std::int32_t found = 0;
  const auto matches = ucsdet_detectAll(detector.get(), &found, &status);
  std::vector<std::pair<std::string, double>> result;
  for (std::int32_t i = 0; U_SUCCESS(status) && i < found; ++i)
    result.emplace_back(ucsdet_getName(matches[i], &status),
                        ucsdet_getConfidence(matches[i], &status) / 100.0);
  return result;
}

// Which characters are common tells the encodings apart where all their pairs are whole.
void weigh_frequencies(std::string_view bytes, std::vector<WideReading>& readings, std::size_t pairs) {
  constexpr double kNatsOfAPair = 1.5;
  const auto sure = confidences(bytes);
  for (WideReading& reading : readings) {
    const auto of = std::find_if(sure.begin(), sure.end(),
                                 [&](const auto& entry) { return entry.first == reading.family; });
    const double doubt = of == sure.end() ? 1.0 : 1.0 - of->second;
    reading.cost += cost_of_nats(doubt * kNatsOfAPair * static_cast<double>(pairs));
  }
}

}  // namespace

std::vector<WideReading> rank_wide(std::string_view bytes, Cost limit) {
  std::vector<WideReading> result;
  std::size_t pairs = 0;
  for (const Zones& of : zones()) {
    const auto counted = counted_in(of, bytes, limit);
    if (!counted) continue;
    result.push_back({of.encoding, of.family, counted->cost, counted->nats_a_pair()});
    pairs = std::max(pairs, counted->pairs);
  }
  if (result.size() > 1) weigh_frequencies(bytes, result, pairs);
  std::stable_sort(result.begin(), result.end(),
                   [](const WideReading& left, const WideReading& right) { return left.cost < right.cost; });
  return result;
}

}  // namespace sito::charset

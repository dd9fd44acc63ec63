#include "batch/sharing.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "batch/partition.h"
#include "io/error.h"
#include "io/member_range.h"
#include "io/tree.h"

namespace sito::batch {
namespace {

// Opening a file and making a document cost about as much as this many bytes.
constexpr std::uint64_t kBytesOfAFile = 4096;

// How many pieces a task's share is cut into, so that it can be met.
constexpr std::uint64_t kPiecesOfAShare = 8;

/// An archive in pieces.
class CutArchive {
 public:
  /// None where it cannot be cut, or is one piece.
  static std::optional<CutArchive> of(const PlannedInput& input, const std::string& path,
                                      std::uint64_t piece_bytes) {
    CutArchive cut;
    std::unordered_map<std::string, std::size_t> names;
    std::vector<std::pair<std::uint64_t, std::string>> documents;
    cut.begins_.push_back(0);
    const bool can_be_cut = io::list_members(path, [&](io::MemberPlace&& place) {
      if (place.may_begin && place.begin >= cut.begins_.back() + piece_bytes)
        cut.begins_.push_back(place.begin);
      if (!place.is_document) return;
      auto name = io::plain_path("/" + place.path).substr(1);  // as RawName::within() has it
      ++names[name];
      documents.emplace_back(place.begin, std::move(name));
    });
    if (!can_be_cut || cut.begins_.size() == 1) return std::nullopt;
    for (auto& [begin, name] : documents)
      if (names[name] > 1) cut.repeated_.emplace_back(begin, std::move(name));
    cut.begins_.push_back(input.bytes);
    return cut;
  }

  [[nodiscard]] std::size_t pieces() const { return begins_.size() - 1; }
  [[nodiscard]] std::uint64_t bytes(std::size_t piece) const { return begins_[piece + 1] - begins_[piece]; }

  /// From piece `first` up to `last`.
  [[nodiscard]] io::MemberRange range(std::size_t first, std::size_t last) const {
    io::MemberRange range{begins_[first], begins_[last]};
    std::map<std::string, std::size_t> before;
    for (const auto& [begin, name] : repeated_) {
      if (begin < range.begin) ++before[name];
      if (begin >= range.begin && begin < range.end && before.contains(name)) range.seen[name] = before[name];
    }
    return range;
  }

 private:
  std::vector<std::uint64_t> begins_;                            ///< of the pieces, and the last one's end
  std::vector<std::pair<std::uint64_t, std::string>> repeated_;  ///< members of one name, in their places
};

/// What is in one task as a whole: an input, or a piece of one.
struct Unit {
  std::size_t input = 0;
  std::size_t piece = 0;
};

class Sharing {
 public:
  Sharing(const Plan& plan, std::vector<PlannedInput> inputs, std::size_t tasks)
      : plan_(plan), inputs_(std::move(inputs)), tasks_(tasks) {}

  std::vector<std::vector<PlannedInput>> run() {
    find_units();
    const auto begins = partition(weights_, tasks_);
    std::vector<std::vector<PlannedInput>> result(tasks_);
    for (std::size_t task = 0; task < tasks_; ++task) {
      const auto end = task + 1 < tasks_ ? begins[task + 1] : units_.size();
      for (auto at = begins[task]; at < end;) at = take(at, end, result[task]);
    }
    return result;
  }

 private:
  void find_units() {
    std::uint64_t total = 0;
    for (const auto& input : inputs_) total += input.bytes + kBytesOfAFile;
    const auto share = total / tasks_;
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      const auto* cut =
          tasks_ > 1 && inputs_[i].bytes > share / 2 ? cut_of(i, share / kPiecesOfAShare) : nullptr;
      if (cut == nullptr) add({i, 0}, inputs_[i].bytes + kBytesOfAFile);
      for (std::size_t piece = 0; cut != nullptr && piece < cut->pieces(); ++piece)
        add({i, piece}, cut->bytes(piece));
    }
  }

  void add(Unit unit, std::uint64_t weight) {
    units_.push_back(unit);
    weights_.push_back(weight);
  }

  const CutArchive* cut_of(std::size_t input, std::uint64_t piece_bytes) {
    if (!inputs_[input].reject.empty()) return nullptr;
    try {
      auto cut = CutArchive::of(inputs_[input], found(plan_, inputs_[input]).location,
                                std::max<std::uint64_t>(piece_bytes, 1));
      return cut ? &cuts_.emplace(input, *std::move(cut)).first->second : nullptr;
    } catch (const IoError&) {
      return nullptr;  // whoever reads it will say why it cannot be read
    }
  }

  /// Takes the unit `at` and those before `end` that continue it; returns where the next one stands.
  std::size_t take(std::size_t at, std::size_t end, std::vector<PlannedInput>& task) const {
    const auto [input, first] = units_[at];
    std::size_t next = at + 1;
    while (next < end && units_[next].input == input) ++next;
    task.push_back(inputs_[input]);
    const auto cut = cuts_.find(input);
    if (cut != cuts_.end() && next - at < cut->second.pieces())
      task.back().members =
          std::make_shared<const io::MemberRange>(cut->second.range(first, first + next - at));
    return next;
  }

  const Plan& plan_;
  std::vector<PlannedInput> inputs_;
  std::size_t tasks_;
  std::map<std::size_t, CutArchive> cuts_;
  std::vector<Unit> units_;
  std::vector<std::uint64_t> weights_;
};

}  // namespace

std::vector<std::vector<PlannedInput>> share_out(const Plan& plan, std::vector<PlannedInput> inputs,
                                                 std::size_t tasks) {
  return Sharing(plan, std::move(inputs), tasks).run();
}

}  // namespace sito::batch

#include "templates/model.h"

#include <algorithm>
#include <utility>

#include "templates/model_reader.h"

namespace sito::templates {
namespace {

// From here on halving is cheaper than guessing.
constexpr std::size_t kFewKeys = 16;

/// Where `key` stands in an ascending run, or where it would stand: guessed from its distance to the ends, as
/// keys are hashes, then halved.
std::size_t place_of(std::uint64_t key, std::span<const std::uint64_t> keys) {
  std::size_t low = 0;
  std::size_t high = keys.size();
  for (int guesses = 0; high - low > kFewKeys && guesses < 4; ++guesses) {
    const auto first = keys[low];
    const auto last = keys[high - 1];
    if (key <= first) return low;
    if (key > last) return high;
    const double share = static_cast<double>(key - first) / static_cast<double>(last - first);
    const auto guess = low + static_cast<std::size_t>(share * static_cast<double>(high - 1 - low));
    const std::size_t from = guess > low + kFewKeys / 2 ? guess - kFewKeys / 2 : low;
    const std::size_t to = std::min(guess + kFewKeys / 2, high);
    if (keys[from] >= key)
      high = from + 1;
    else if (keys[to - 1] < key)
      low = to;
    else
      low = from, high = to;
  }
  const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(low);
  const auto end = keys.begin() + static_cast<std::ptrdiff_t>(high);
  return static_cast<std::size_t>(std::lower_bound(begin, end, key) - keys.begin());
}

KeyRun run_of(const Block& block) {
  KeyRun run;
  run.keys = {block.keys.begin(), block.keys.end()};
  run.seen.reserve(block.seen.size());
  for (const auto& seen : block.seen)
    run.seen.push_back({static_cast<std::uint16_t>(seen.pages), seen.from_start, seen.from_end});
  return run;
}

}  // namespace

std::optional<Seen> SiteTemplates::find(std::uint64_t key) const {
  auto ends_before = [key](const KeyRun& run) { return run.keys.back() < key; };
  const auto run = std::partition_point(runs_.begin(), runs_.end(), ends_before);
  if (run == runs_.end()) return std::nullopt;
  const auto place = place_of(key, run->keys);
  if (place == run->keys.size() || run->keys[place] != key) return std::nullopt;
  const auto& seen = run->seen[place];
  return Seen{seen.pages, seen.from_start, seen.from_end};
}

Model Model::read(io::Input input) {
  ModelReader reader(std::move(input));
  Model model;
  while (const Block* block = reader.next()) {
    auto& site = model.sites_[block->site];
    site.pages = block->site_pages;
    if (!block->keys.empty()) site.runs.push_back(run_of(*block));
  }
  model.digest_ = reader.digest();
  return model;
}

SiteTemplates Model::of(std::string_view site) const {
  const auto found = sites_.find(site);
  if (found == sites_.end()) return {};
  return {found->second.runs, found->second.pages};
}

}  // namespace sito::templates

#include "batch/partition.h"

#include <cassert>
#include <numeric>

namespace sito::batch {
namespace {

/// Where the pieces begin if each takes as many as weigh no more than `limit`, or one that is heavier.
std::vector<std::size_t> filled(std::span<const std::uint64_t> weights, std::uint64_t limit) {
  std::vector<std::size_t> begins;
  std::uint64_t load = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (begins.empty() || load + weights[i] > limit) {
      begins.push_back(i);
      load = 0;
    }
    load += weights[i];
  }
  return begins;
}

}  // namespace

std::vector<std::size_t> partition(std::span<const std::uint64_t> weights, std::size_t pieces) {
  assert(pieces > 0);
  std::uint64_t low = 0;
  std::uint64_t high = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (filled(weights, middle).size() <= pieces)
      high = middle;
    else
      low = middle + 1;
  }
  auto begins = filled(weights, low);
  begins.resize(pieces, weights.size());
  return begins;
}

}  // namespace sito::batch

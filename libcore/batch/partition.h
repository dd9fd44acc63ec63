// partition.h: a row of inputs in so many pieces, none of them large.
//
// Pieces are what tasks read, one behind the other, so that their outputs in order are the whole. How much an
// input weighs is the caller's question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sito::batch {

/// Where each of `pieces` begins in the row of `weights`, which stays in its order: as many numbers as
/// pieces, from 0 up, the last piece ending with the row. The heaviest piece of several inputs is as light as
/// it can be, whatever a single one weighs. Pieces at the end may be empty. n log of the sum. Precondition:
/// `pieces` is not 0, the sum fits.
[[nodiscard]] std::vector<std::size_t> partition(std::span<const std::uint64_t> weights, std::size_t pieces);

}  // namespace sito::batch

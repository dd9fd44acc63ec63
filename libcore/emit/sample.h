// sample.h: which documents are in a sample.
//
// Settles what `--sample 1%` means: a share of all ids that is the same whatever the order of the documents,
// how they are split over machines, and what else there is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sito::emit {

class Sample {
 public:
  /// A share as it is given on the command line: `1%`, `0.05%`, `100%`. None for anything else, for nothing,
  /// and for more than all.
  [[nodiscard]] static std::optional<Sample> parse(std::string_view share);

  /// Whether the document of that id is in it. A smaller share is a part of every larger one. The id's hash
  /// (XXH3, 64 bits, of its UTF-8) decides alone; linear in the id.
  [[nodiscard]] bool holds(std::string_view id) const;

 private:
  explicit Sample(std::uint64_t last) : last_(last) {}

  std::uint64_t last_;  ///< the greatest hash that is in the sample
};

}  // namespace sito::emit

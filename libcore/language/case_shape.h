// case_shape.h: how capitals and small letters stand side by side.
//
// Models fold case away, so that texts in capitals read as well as others. What is lost with it stands here:
// within a word a capital does not follow a small letter. That tells KOI8 from windows-1251, whose cases are
// swapped.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "language/character_model.h"

namespace sito::language {

enum class Case : std::uint8_t { kOther, kLower, kUpper };

[[nodiscard]] Case case_of(char32_t c);

/// The case of each character in turn, as a cost.
class CaseShape {
 public:
  /// What `next` costs behind those before it; at first they are kOther. Constant. Rows: data::case_shapes().
  Cost add(Case next) {
    const auto index = static_cast<std::uint8_t>(next);
    const Cost cost = (*costs_)[before_][index];
    before_ = static_cast<std::uint8_t>(before_ % 3 * 3 + index);
    return cost;
  }

 private:
  using Costs = std::array<std::array<std::uint8_t, 3>, 9>;
  static const Costs& costs();

  const Costs* costs_ = &costs();
  std::uint8_t before_ = 0;  ///< the last two, base 3
};

/// The shape of all of `valid`, as a cost. Linear.
[[nodiscard]] Cost shape_cost(std::string_view valid);

}  // namespace sito::language

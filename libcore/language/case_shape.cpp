#include "language/case_shape.h"

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::language {
namespace {

constexpr std::string_view kLetters = "olu";  // Case's order

std::uint8_t cost_in(std::string_view cell) {
  return static_cast<std::uint8_t>(cost_of_nats(data::number(cell)));
}

template <class Costs>
Costs costs_of_rows() {
  Costs costs{};
  const data::Table& shapes = data::case_shapes();
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const auto cells = shapes.row(i).cells;
    const auto before = kLetters.find(cells[0][0]) * 3 + kLetters.find(cells[0][1]);
    costs[before] = {0, cost_in(cells[1]), cost_in(cells[2])};
  }
  return costs;
}

}  // namespace

Case case_of(char32_t c) {
  if (text::is_lower(c)) return Case::kLower;
  return text::is_upper(c) ? Case::kUpper : Case::kOther;
}

const CaseShape::Costs& CaseShape::costs() {
  static const Costs kCosts = costs_of_rows<Costs>();
  return kCosts;
}

Cost shape_cost(std::string_view valid) {
  CaseShape shape;
  Cost sum = 0;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    sum += shape.add(case_of(c));
    at += length;
  }
  return sum;
}

}  // namespace sito::language

// step_case.h: what a step makes of a text; a text that comes back as it was must stay.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "normalize/concerns.h"

namespace sito::normalize {

struct StepCase {
  const char* name;
  std::string text;
  std::string normal;
  friend void PrintTo(const StepCase& row, std::ostream* out) { *out << row.name; }
};

/// The step's result is the row's, twice is once, and what is changed is counted and, where the scan
/// looks for it, a concern.
template <class Step>
void expect_step(const StepCase& row, Step step, unsigned concern) {
  std::string out = "left over";
  const std::size_t changes = step(std::string_view(row.text), out);
  EXPECT_EQ(out, row.normal);
  EXPECT_EQ(changes > 0, row.text != row.normal);
  if (changes > 0 && concern != 0) {
    EXPECT_NE(concerns(row.text) & concern, 0U);
  }
  std::string again;
  EXPECT_EQ(step(std::string_view(out), again), 0U);
  EXPECT_EQ(again, out);
}

}  // namespace sito::normalize

#include "normalize/edits.h"

#include <gtest/gtest.h>

namespace sito::normalize {
namespace {

TEST(Edits, KeepAllElse) {
  std::string out = "left over";
  Edits edits("один два три", out);
  edits.replace(0, 8, "1");
  edits.replace(9, 9, "[");
  edits.replace(16, 22, "");
  EXPECT_EQ(edits.finish(), 3U);
  EXPECT_EQ(out, "1 [два ");
}

TEST(Edits, WithoutAnyAreACopy) {
  std::string out;
  Edits edits("так", out);
  EXPECT_EQ(edits.finish(), 0U);
  EXPECT_EQ(out, "так");
}

}  // namespace
}  // namespace sito::normalize

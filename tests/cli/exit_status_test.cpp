#include "cli/exit_status.h"

#include <gtest/gtest.h>

namespace sito::cli {
namespace {

// Schedulers and shell scripts rely on the numbers themselves.
TEST(ExitStatus, NumbersAreTheContracts) {
  EXPECT_EQ(kAllDone, 0);
  EXPECT_EQ(kRejected, 1);
  EXPECT_EQ(kWrongUsage, 2);
  EXPECT_EQ(kNotFinished, 3);
}

}  // namespace
}  // namespace sito::cli

#include "cli/error_stream.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace sito::cli {
namespace {

TEST(ErrorStream, LinesAreWholeAndProgressIsForTerminals) {
  testing::internal::CaptureStderr();
  ErrorStream errors;
  errors.progress("17 documents");
  errors.line("a: b");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "a: b\n");
}

TEST(ColourOnOutput, IsForTerminals) {
  testing::internal::CaptureStdout();
  const bool colour = colour_on_output();
  (void)testing::internal::GetCapturedStdout();
  EXPECT_FALSE(colour);
}

}  // namespace
}  // namespace sito::cli

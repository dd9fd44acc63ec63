#include "emit/format.h"

#include <gtest/gtest.h>

namespace sito::emit {
namespace {

TEST(Format, IsCalledAsFilesAre) {
  EXPECT_EQ(name(Format::kJsonLines), "jsonl");
  EXPECT_EQ(name(Format::kCsv), "csv");
  EXPECT_EQ(name(Format::kTsv), "tsv");
}

}  // namespace
}  // namespace sito::emit

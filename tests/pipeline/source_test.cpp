#include "pipeline/source.h"

#include <gtest/gtest.h>

namespace sito::pipeline {
namespace {

// Places are what messages are made of: a raw file has no line.
TEST(Place, ARawFileHasNoLine) { EXPECT_EQ(Place{"page.txt"}.line, 0U); }

}  // namespace
}  // namespace sito::pipeline

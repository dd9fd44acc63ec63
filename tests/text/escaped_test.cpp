#include "text/escaped.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::text {
namespace {

struct EscapedCase {
  const char* name;
  std::string bytes;
  const char* shown;
};

const EscapedCase kCases[] = {
    {"TextStays", "Дім, €5 \\ 100 %", "Дім, €5 \\ 100 %"},
    {"TabAndLineFeed", "a\tb\n", "a\\x09b\\x0a"},
    {"Nul", std::string("a\0b", 3), "a\\x00b"},
    {"TerminalSequence", "\x1b[2J", "\\x1b[2J"},
    {"DeleteAndC1", "\x7f\u009b", "\\x7f\\xc2\\x9b"},
    {"LineSeparator", "a\u2028b", "a\\xe2\\x80\\xa8b"},
    {"IllFormed", "a\xff\xd0", "a\\xff\\xd0"},
};

class Escaped : public testing::TestWithParam<EscapedCase> {};
TEST_P(Escaped, Shows) { EXPECT_EQ(escaped(GetParam().bytes), GetParam().shown); }
INSTANTIATE_TEST_SUITE_P(Bytes, Escaped, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::text

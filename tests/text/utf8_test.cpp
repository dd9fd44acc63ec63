#include "text/utf8.h"

#include <gtest/gtest.h>

namespace sito::text {
namespace {

// Bytes, and what is left of them when every ill-formed part is U+FFFD.
struct Utf8Case {
  const char* name;
  std::string_view bytes;
  std::string_view repaired;
  std::size_t valid_prefix;
};

using namespace std::string_view_literals;
constexpr Utf8Case kCases[] = {
    {"Empty", ""sv, ""sv, 0},
    {"Ascii", "sieve"sv, "sieve"sv, 5},
    {"LongAscii", "twenty-four bytes of text"sv, "twenty-four bytes of text"sv, 25},
    {"Cyrillic", "сито"sv, "сито"sv, 8},
    {"Mixed", "a – б 𝄞"sv, "a – б 𝄞"sv, 13},
    {"Nul", "a\0b"sv, "a\0b"sv, 3},
    {"LoneContinuation", "a\x80z"sv, "a\uFFFDz"sv, 1},
    {"Overlong", "\xC0\xAF"sv, "\uFFFD\uFFFD"sv, 0},
    {"OverlongThree", "\xE0\x80\xAF"sv, "\uFFFD\uFFFD\uFFFD"sv, 0},
    {"Surrogate", "\xED\xA0\x80"sv, "\uFFFD\uFFFD\uFFFD"sv, 0},
    {"AboveRange", "\xF4\x90\x80\x80"sv, "\uFFFD\uFFFD\uFFFD\uFFFD"sv, 0},
    {"CutShortIsOne", "\xE2\x80"sv, "\uFFFD"sv, 0},
    {"CutInTheMiddle", "\xE2\x80z\xD0"sv, "\uFFFDz\uFFFD"sv, 0},
    {"LegacyBytes", "\xF1\xE8\xF2\xEE"sv, "\uFFFD\uFFFD\uFFFD\uFFFD"sv, 0},
};

class Utf8 : public testing::TestWithParam<Utf8Case> {};
TEST_P(Utf8, ValidPrefix) { EXPECT_EQ(valid_prefix(GetParam().bytes), GetParam().valid_prefix); }
TEST_P(Utf8, Repaired) { EXPECT_EQ(repaired(GetParam().bytes).text, GetParam().repaired); }
INSTANTIATE_TEST_SUITE_P(Bytes, Utf8, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(Utf8, EveryScalarValueRoundTrips) {
  std::string all;
  std::size_t count = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::size_t at = all.size();
    append(all, c);
    ++count;
    ASSERT_EQ(decode(all, at).code_point, c);
    ASSERT_EQ(decode(all, at).length, all.size() - at);
    ASSERT_EQ(decode_before(all, all.size()).code_point, c);
  }
  EXPECT_TRUE(is_valid(all));
  EXPECT_EQ(code_points(all), count);
}

TEST(Utf8, CountsCodePointsAtEveryLength) {
  std::string text;
  for (std::size_t count = 0; count < 5000; ++count) {
    ASSERT_EQ(code_points(text), count);
    append(text, count % 5 == 0 ? U'a' : count % 7 == 0 ? U'–' : count % 11 == 0 ? U'\U0001F600' : U'ї');
  }
}

}  // namespace
}  // namespace sito::text

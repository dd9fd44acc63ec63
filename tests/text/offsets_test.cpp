#include "text/offsets.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace sito::text {
namespace {

// A text and the byte where each of its code points begins, its end last.
struct OffsetCase {
  const char* name;
  std::string_view text;
  std::vector<std::size_t> begins;
};

const OffsetCase kCases[] = {
    {"Empty", "", {0}},
    {"Ascii", "abc", {0, 1, 2, 3}},
    {"Cyrillic", "сито", {0, 2, 4, 6, 8}},
    {"OneToFourBytes", "aї–😀b", {0, 1, 3, 6, 10, 11}},
    {"CombiningMarkIsACodePoint", "и\u0306", {0, 2, 4}},
};

class Offsets : public testing::TestWithParam<OffsetCase> {};
TEST_P(Offsets, LeadBothWays) {
  const auto& [name, text, begins] = GetParam();
  OffsetIndex index;
  index.assign(text);
  ASSERT_EQ(index.size(), begins.size() - 1);
  for (std::size_t i = 0; i < begins.size(); ++i) {
    EXPECT_EQ(index.byte(i), begins[i]);
    EXPECT_EQ(index.code_point(begins[i]), i);
  }
}
INSTANTIATE_TEST_SUITE_P(Texts, Offsets, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(OffsetIndex, TurnsRangesToSpans) {
  OffsetIndex index;
  index.assign("«Дощ» 😀");
  EXPECT_EQ(index.span({2, 8}), (Span{1, 4}));
  EXPECT_EQ(index.bytes({1, 4}), (ByteRange{2, 8}));
  EXPECT_EQ(index.span({11, 15}), (Span{6, 7}));
  EXPECT_EQ(index.span({15, 15}), (Span{7, 7}));
}

TEST(OffsetIndex, OfNoTextIsEmpty) {
  const OffsetIndex index;
  EXPECT_EQ(index.size(), 0U);
  EXPECT_EQ(index.code_point(0), 0U);
  EXPECT_EQ(index.byte(0), 0U);
}

void expect_as_counted(const OffsetIndex& index, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length, ++count) {
    ASSERT_EQ(index.code_point(at), count) << "byte " << at << " of " << text.size();
    ASSERT_EQ(index.byte(count), at) << "code point " << count << " of " << text.size() << " bytes";
  }
  ASSERT_EQ(index.size(), count);
  ASSERT_EQ(index.code_point(text.size()), count);
  ASSERT_EQ(index.byte(count), text.size());
}

// One index for all texts, as a worker has: nothing of an earlier text may be left in it.
TEST(OffsetIndex, AgreesWithCounting) {
  constexpr char32_t kAlphabet[] = {U'a', U'\n', U'ї', U'é', U'–', U'\u0301', U'\uFEFF', U'😀', U'\U0010FFFF'};
  std::mt19937 random(1);
  OffsetIndex index;
  for (int round = 0; round < 300; ++round) {
    const std::size_t letters = 1 + random() % std::size(kAlphabet);
    const std::size_t size = random() % 1500;
    std::string text;
    for (std::size_t i = 0; i < size; ++i) append(text, kAlphabet[random() % letters]);
    index.assign(text);
    expect_as_counted(index, text);
    if (HasFatalFailure()) return;
  }
}

// Sequences of every length cut by a border of 64, 256 and more bytes at every place.
TEST(OffsetIndex, CountsOverEveryBorder) {
  OffsetIndex index;
  for (const char32_t c : {U'a', U'ї', U'–', U'😀'}) {
    for (std::size_t shift = 0; shift < 5; ++shift) {
      for (const std::size_t size : {63U, 64U, 128U, 255U, 256U, 257U, 512U, 1024U}) {
        std::string text(shift, 'x');
        while (text.size() < size) append(text, c);
        index.assign(text);
        expect_as_counted(index, text);
        if (HasFatalFailure()) return;
      }
    }
  }
}

}  // namespace
}  // namespace sito::text

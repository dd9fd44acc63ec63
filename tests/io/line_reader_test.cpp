#include "io/line_reader.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <random>

#include "compressed.h"
#include "io/error.h"

namespace sito::io {
namespace {

// An input, and its lines as "number:line|", with ! before a line that is over 8 bytes and @ where the
// tool before us gave up.
struct LinesCase {
  const char* name;
  std::string_view bytes;
  std::string_view drawn;
};

constexpr LinesCase kLines[] = {
    {"Empty", "", ""},
    {"One", "a\n", "1:a|"},
    {"LastWithoutLf", "a\nb", "1:a|2:b|"},
    {"EmptyLinesCount", "\n\na\n\n", "1:|2:|3:a|4:|"},
    {"CarriageReturnStays", "a\r\nb\r\n", "1:a\r|2:b\r|"},
    {"ByteOrderMark", "\xEF\xBB\xBF{}\n\xEF\xBB\xBF\n", "1:{}|2:\xEF\xBB\xBF|"},
    {"ByteOrderMarkAlone", "\xEF\xBB\xBF", ""},
    {"HalfAByteOrderMark", "\xEF\xBB", "1:\xEF\xBB|"},
    {"ByteOrderMarkBeforeLf", "\xEF\xBB\xBF\na", "1:|2:a|"},
    {"AtTheLimit", "12345678\n12345678", "1:12345678|2:12345678|"},
    {"OverTheLimit", "a\n123456789\nb\n", "1:a|2:!9|3:b|"},
    {"OverTheLimitAtTheEnd", "a\n123456789", "1:a|2:!9|"},
    {"OverTheLimitTwice", "123456789\n1234567890\n", "1:!9|2:!10|"},
    {"ByteOrderMarkIsNotCounted",
     "\xEF\xBB\xBF"
     "12345678\n",
     "1:12345678|"},
    {"GaveUp", "a\n{\"sito_aborted\":", "1:a|@"},
    {"GaveUpAtOnce", "{\"sito_aborted\":", "@"},
    {"GaveUpWithinALine", "a\n{\"id\":{\"sito_aborted\":", "1:a|@"},
    {"GaveUpWithinALongLine", "a\n{\"id\":123456789012345678901234567890{\"sito_aborted\":", "1:a|@"},
    {"TheMarkWithLfIsALine", "a\n{\"sito_aborted\":\n", "1:a|2:!16|"},
    {"TheMarkInsideIsALine", "{\"sito_aborted\":1}", "1:!18|"},
};

std::string drawn(LineReader& reader) {
  std::string out;
  std::size_t next_line = 1;
  Block block;
  while (reader.next(block)) {
    EXPECT_EQ(block.first_line, next_line);
    next_line += block.lines;
    if (block.too_long) {
      EXPECT_EQ(block.bytes, "");
      EXPECT_EQ(block.lines, 1U);
      out += std::to_string(block.first_line) + ":!" + std::to_string(block.line_bytes) + "|";
      continue;
    }
    std::size_t at = 0;
    for (std::size_t i = 0; i < block.lines; ++i) {
      const std::size_t end = std::min(block.bytes.find('\n', at), block.bytes.size());
      out += std::to_string(block.first_line + i) + ":" + block.bytes.substr(at, end - at) + "|";
      at = end + 1;
    }
    EXPECT_GE(at, block.bytes.size());
  }
  EXPECT_FALSE(reader.next(block));
  if (reader.aborted()) out += "@";
  return out;
}

class Lines : public testing::TestWithParam<LinesCase> {};
TEST_P(Lines, AreTheSameInBlocksOfAnySize) {
  for (std::size_t block_bytes : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{5},
                                  std::size_t{16}, std::size_t{17}, std::size_t{1} << 20}) {
    Input input(std::string(GetParam().bytes), "memory");
    LineReader reader(input, {block_bytes, 8});
    EXPECT_EQ(drawn(reader), GetParam().drawn) << block_bytes;
  }
}
INSTANTIATE_TEST_SUITE_P(Inputs, Lines, testing::ValuesIn(kLines),
                         [](const auto& row) { return row.param.name; });

TEST(LineReader, RandomBytesComeBackWholeInAnyBlocks) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (auto i = random() % 3000; i > 0; --i) bytes += random() % 20 == 0 ? '\n' : 'x';
    Input input(bytes, "memory");
    LineReader reader(input, {1 + random() % 100, 1 << 20});
    std::string back;
    for (Block block; reader.next(block);) back += block.bytes;
    EXPECT_EQ(back, bytes);
  }
}

TEST(LineReader, AMillionLinesOverTheLimitTakeLinearTime) {
  std::string bytes;
  for (int i = 0; i < 1000000; ++i) bytes += "12\n";
  Input input(std::move(bytes), "memory");
  LineReader reader(input, {1 << 20, 1});
  std::size_t lines = 0;
  for (Block block; reader.next(block);) lines += block.too_long ? 1 : 0;
  EXPECT_EQ(lines, 1000000U);
}

TEST(LineReader, ALongLineIsNotHeld) {
  Input input(compressed(Compression::kZstd, std::string(64 << 20, 'x') + "\nshort\n"), "memory");
  LineReader reader(input, {1 << 20, 4 << 20});
  Block block;
  ASSERT_TRUE(reader.next(block));
  EXPECT_TRUE(block.too_long);
  EXPECT_EQ(block.line_bytes, std::size_t{64} << 20);
  ASSERT_TRUE(reader.next(block));
  EXPECT_EQ(block.bytes, "short\n");
  EXPECT_EQ(block.first_line, 2U);
}

// Whoever types into a pipe sees an answer to each line.
TEST(LineReader, WholeLinesAreGivenBeforeItSleeps) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  Input input(FileDescriptor{ends[0]}, "pipe");
  FileDescriptor to(ends[1]);
  LineReader reader(input);
  Block block;
  ASSERT_EQ(::write(to.number(), "a\nb", 3), 3);
  ASSERT_TRUE(reader.next(block));
  EXPECT_EQ(block.bytes, "a\n");
  ASSERT_EQ(::write(to.number(), "c\nd\n", 4), 4);
  ASSERT_TRUE(reader.next(block));
  EXPECT_EQ(block.bytes, "bc\nd\n");
  EXPECT_EQ(block.first_line, 2U);
  to.close();
  EXPECT_FALSE(reader.next(block));
  EXPECT_FALSE(reader.aborted());
}

TEST(LineReader, ADamagedStreamIsAnErrorAndNoEnd) {
  const std::string stream = compressed(Compression::kGzip, "a\nb\n");
  Input input(stream.substr(0, stream.size() - 3), "a.gz");
  LineReader reader(input);
  Block block;
  EXPECT_THROW(
      {
        while (reader.next(block)) continue;
      },
      DamagedInput);
}

}  // namespace
}  // namespace sito::io

#include "meta/page_lines.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::meta {
namespace {

std::string drawn(std::string_view text, const std::vector<PageLine>& lines) {
  std::string out;
  for (const PageLine& line : lines) {
    out.append("[").append(line.range.of(text)).append("]").append(std::to_string(line.prose_before));
  }
  return out;
}

const std::string kProse =
    "Міська рада підбила підсумки роботи комунальних служб і затвердила план ремонту шкіл на цей рік.";

TEST(HeadLines, SkipBlanksAndTrim) {
  const std::string text = "\n \u00a0\n  один \n\nдва\n";
  EXPECT_EQ(drawn(text, head_lines(text)), "[один]0[два]0");
}

TEST(HeadLines, CountProse) {
  const std::string text = "a\n" + kProse + "\nb\n" + kProse + "\nc";
  EXPECT_EQ(drawn(text, head_lines(text)), "[a]0[" + kProse + "]0[b]1[" + kProse + "]1[c]2");
}

TEST(HeadLines, StopBehindTheFourthProse) {
  std::string text;
  for (int i = 0; i < 6; ++i) text += kProse + "\n";
  EXPECT_EQ(head_lines(text).size(), 4U);
}

TEST(HeadLines, StopAtMost) { EXPECT_EQ(head_lines("a\nb\nc\nd", 3).size(), 3U); }

TEST(HeadLines, NoneInBlankText) {
  EXPECT_TRUE(head_lines("").empty());
  EXPECT_TRUE(head_lines(" \n\u00a0\n").empty());
}

TEST(FootLines, AreTheLast) {
  const std::string text = "a\nb\n\nc\n \nd\n\n";
  EXPECT_EQ(drawn(text, foot_lines(text, 0, 2)), "[c]0[d]0");
  EXPECT_EQ(drawn(text, foot_lines(text, 0)), "[a]0[b]0[c]0[d]0");
}

TEST(FootLines, BeginBehindTheHead) {
  const std::string text = "a\nb\nc";
  EXPECT_EQ(drawn(text, foot_lines(text, 1)), "[b]0[c]0");
  EXPECT_EQ(drawn(text, foot_lines(text, 3)), "[c]0");
  EXPECT_TRUE(foot_lines(text, text.size()).empty());
}

TEST(Prose, IsLongOrASentence) {
  EXPECT_TRUE(is_prose(kProse));
  EXPECT_FALSE(is_prose("Короткий заголовок"));
  EXPECT_FALSE(is_prose(std::string(139, 'a')));
  EXPECT_TRUE(is_prose(std::string(140, 'a')));
  EXPECT_TRUE(is_prose(std::string(60, 'a') + "."));
  EXPECT_FALSE(is_prose(""));
}

TEST(PageLines, MegabytesOfBlanks) {
  const std::string text(1U << 22, '\n');
  EXPECT_TRUE(head_lines(text).empty());
  EXPECT_TRUE(foot_lines(text, 0).empty());
}

}  // namespace
}  // namespace sito::meta

#include "io/glob.h"

#include <gtest/gtest.h>

namespace sito::io {
namespace {

struct GlobCase {
  const char* name;
  std::string_view pattern;
  std::string_view path;
  bool matches;
};

constexpr GlobCase kGlobs[] = {
    {"Suffix", "*.txt", "a.txt", true},
    {"SuffixBelow", "*.txt", "b/c/a.txt", true},
    {"SuffixOfAFolderIsNotTheName", "*.txt", "b.txt/a", false},
    {"OtherSuffix", "*.txt", "a.html", false},
    {"CaseDiffers", "*.txt", "A.TXT", false},
    {"Plain", "a.txt", "a.txt", true},
    {"DotIsADot", "a.txt", "a-txt", false},
    {"LongerName", "a", "ab", false},
    {"StarTakesNothing", "a*", "a", true},
    {"TwoStars", "a*b*c", "aXbbXc", true},
    {"StarGoesBack", "*ab", "aab", true},
    {"StarStaysInAName", "2023/*.txt", "2023/b/a.txt", false},
    {"WholePath", "2023/*.txt", "2023/a.txt", true},
    {"WholePathFromItsHead", "2023/*.txt", "x/2023/a.txt", false},
    {"SlashAtTheHead", "/a.txt", "a.txt", true},
    {"SlashAtTheHeadIsNotBelow", "/a.txt", "b/a.txt", false},
    {"QuestionMark", "a?c", "abc", true},
    {"QuestionMarkIsOneCharacter", "а?в", "абв", true},
    {"QuestionMarkIsNotNothing", "a?", "a", false},
    {"QuestionMarkIsABadByte", "a?c",
     "a\xFF"
     "c",
     true},
    {"Class", "[abc].txt", "b.txt", true},
    {"ClassNot", "[!abc].txt", "b.txt", false},
    {"ClassNotOthers", "[!abc].txt", "d.txt", true},
    {"ClassRange", "[0-9][0-9]", "42", true},
    {"ClassRangeCyrillic", "[а-я]*", "сито", true},
    {"ClassRangeLatinIsOutside", "[а-я]*", "sito", false},
    {"ClassWithBracket", "[]]", "]", true},
    {"ClassWithHyphenLast", "[a-]", "-", true},
    {"ClassUnclosedIsItself", "[ab", "[ab", true},
    {"ClassAfterStar", "*[0-9].txt", "a1b2.txt", true},
    {"Escaped", "\\*", "*", true},
    {"EscapedIsNoStar", "\\*", "a", false},
    {"AnyFoldersNone", "**/a", "a", true},
    {"AnyFoldersSome", "**/a", "b/c/a", true},
    {"AnyFoldersInside", "a/**/z", "a/z", true},
    {"AnyFoldersInsideSome", "a/**/z", "a/b/c/z", true},
    {"AnyFoldersInsideElsewhere", "a/**/z", "b/z", false},
    {"AllBelow", "a/**", "a/b/c", true},
    {"AllBelowIsNotItself", "a/**", "a", false},
    {"AnywhereBelow", "**/old/**", "b/old/c/d", true},
    {"AnywhereBelowAtTheTop", "**/old/**", "old/a", true},
    {"AnywhereBelowNotItself", "**/old/**", "b/old", false},
    {"AnyFoldersGoBack", "**/a/b", "a/a/b", true},
    {"AnyFoldersTwice", "**/**/a", "a", true},
    {"TwoStarsInANameAreOne", "a**", "abc", true},
    {"Empty", "", "a", false},
};

class Globs : public testing::TestWithParam<GlobCase> {};
TEST_P(Globs, Match) { EXPECT_EQ(Glob(GetParam().pattern).matches(GetParam().path), GetParam().matches); }
INSTANTIATE_TEST_SUITE_P(Patterns, Globs, testing::ValuesIn(kGlobs),
                         [](const auto& row) { return row.param.name; });

TEST(Glob, ManyStarsTakeNoTimeThatGrowsWithTheirNumber) {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "*a";
  EXPECT_FALSE(Glob(pattern + "b").matches(std::string(5000, 'a')));
  std::string folders;
  std::string path;
  for (int i = 0; i < 200; ++i) folders += "**/a/";
  for (int i = 0; i < 2000; ++i) path += "a/";
  EXPECT_FALSE(Glob(folders + "b").matches(path + "c"));
}

}  // namespace
}  // namespace sito::io

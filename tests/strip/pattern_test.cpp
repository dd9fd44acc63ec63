#include "strip/pattern.h"

#include <gtest/gtest.h>

namespace sito::strip {
namespace {

// A phrase, a line, and how many of the line's words the phrase covers from its head: 0 if none.
struct PatternCase {
  const char* name;
  const char* phrase;
  const char* line;
  std::size_t covered;
};

constexpr PatternCase kPatterns[] = {
    {"Word", "фото", "Фото: Лада", 1},
    {"OtherWord", "фото", "Фотографія", 0},
    {"Words", "усі права", "Усі права захищено", 2},
    {"Alternatives", "усі права захищено|захищені", "Усі права захищені", 3},
    {"Optional", "усі авторські| права", "Усі права", 2},
    {"OptionalThere", "усі авторські| права", "Усі авторські права", 3},
    {"OptionalAtEnd", "версія для| ", "Версія", 0},
    {"Stem", "поле обов'язков*", "Поле обов’язкове", 2},
    {"Number", "© 0", "© 2012 2013 Обрій", 3},
    {"NumberNeeded", "© 0", "© Обрій", 0},
    {"Gap", "читайте * каналі", "Читайте останні новини краю на каналі", 6},
    {"GapOfNothing", "читайте * каналі", "Читайте каналі", 2},
    {"GapTooWide", "читайте * каналі", "Читайте а б в г д е каналі", 0},
    {"LongestWins", "а * б", "а б в б", 4},
    {"Mail", "пошта @", "пошта: a@visnyk.example", 2},
    {"LineTooShort", "усі права захищено", "Усі права", 0},
};

class Patterns : public testing::TestWithParam<PatternCase> {};
TEST_P(Patterns, Covers) {
  auto pattern = Pattern::parse(GetParam().phrase);
  if (!pattern) {
    EXPECT_EQ(GetParam().covered, 0U) << pattern.error().reason;
    return;
  }
  LineShape shape;
  shape.assign(GetParam().line);
  auto end = pattern->match(shape.tokens(), 0, [](std::size_t) { return true; });
  EXPECT_EQ(end.value_or(0), GetParam().covered);
}
INSTANTIATE_TEST_SUITE_P(Phrases, Patterns, testing::ValuesIn(kPatterns),
                         [](const auto& row) { return row.param.name; });

TEST(Pattern, AcceptChoosesTheEnd) {
  auto pattern = Pattern::parse("а * б");
  ASSERT_TRUE(pattern);
  LineShape shape;
  shape.assign("а б в б");
  EXPECT_EQ(pattern->match(shape.tokens(), 0, [](std::size_t end) { return end < 4; }), 2U);
}

TEST(Pattern, BadPhrasesAreRejected) {
  for (const char* phrase : {"", " фото", "фото ", "фото  автора", "Фото", "фото:", "* фото", "фото|світлина",
                             "фот*", "а * * * * * * * * * * * *"})
    EXPECT_FALSE(Pattern::parse(phrase)) << phrase;
}

}  // namespace
}  // namespace sito::strip

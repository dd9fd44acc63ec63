#include "data/table.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "data/tables.h"

namespace sito::data {
namespace {

constexpr std::string_view kColumns[] = {"key", "example"};
constexpr std::string_view kLanguages[] = {"", "en", "pl", "en", "en"};
constexpr std::string_view kCells[] = {"a",     "first", "by",    "second", "by",
                                       "third", "by a",  "forth", "c d e",  "fifth"};
constexpr std::string_view kFirstWords[] = {"a", "by", "c"};
constexpr std::uint32_t kFirstRows[] = {0, 1, 4};

// Four slots for three words leave one free, so that words run into each other and wrap around.
struct Slots {
  std::uint32_t of[4] = {};
};
constexpr Slots filled_slots() {
  Slots slots;
  for (std::size_t i = 0; i < 3; ++i) {
    std::size_t slot = word_hash(kFirstWords[i]) & 3;
    while (slots.of[slot] != 0) slot = (slot + 1) & 3;
    slots.of[slot] = kFirstRows[i] + 1;
  }
  return slots;
}
constexpr Slots kSlots = filled_slots();
constexpr Table kTable(kColumns, kLanguages, kCells, kSlots.of);
constexpr Table kNoTable({}, {}, {}, {});

// A word or key, and the rows that it finds: none if both are 0.
struct LookUpCase {
  const char* name;
  std::string_view asked;
  std::size_t first, last;
};

std::pair<std::size_t, std::size_t> pair(Table::Range range) {
  return range.empty() ? std::pair<std::size_t, std::size_t>() : std::pair(range.first, range.last);
}

constexpr LookUpCase kWords[] = {
    {"One", "a", 0, 1},
    {"AllThatBeginWithIt", "by", 1, 4},
    {"FirstOfThree", "c", 4, 5},
    {"SecondWordFindsNothing", "d", 0, 0},
    {"PhraseIsNoWord", "c d", 0, 0},
    {"Empty", "", 0, 0},
    {"HeadOfAWord", "b", 0, 0},
    {"CaseCounts", "A", 0, 0},
};

class FirstWord : public testing::TestWithParam<LookUpCase> {};
TEST_P(FirstWord, FindsItsRows) {
  EXPECT_EQ(pair(kTable.with_first_word(GetParam().asked)), std::pair(GetParam().first, GetParam().last));
  EXPECT_TRUE(kNoTable.with_first_word(GetParam().asked).empty());
}
INSTANTIATE_TEST_SUITE_P(Words, FirstWord, testing::ValuesIn(kWords),
                         [](const auto& row) { return row.param.name; });

constexpr LookUpCase kKeys[] = {
    {"OneRow", "a", 0, 1},        {"OneForEachLanguage", "by", 1, 3},
    {"Phrase", "by a", 3, 4},     {"LongPhrase", "c d e", 4, 5},
    {"HeadOfAPhrase", "c", 0, 0}, {"HeadOfTwoWords", "c d", 0, 0},
    {"TooLong", "by a b", 0, 0},  {"Unknown", "z", 0, 0},
    {"Empty", "", 0, 0},
};

class WholeKey : public testing::TestWithParam<LookUpCase> {};
TEST_P(WholeKey, FindsItsRows) {
  EXPECT_EQ(pair(kTable.with_key(GetParam().asked)), std::pair(GetParam().first, GetParam().last));
  EXPECT_TRUE(kNoTable.with_key(GetParam().asked).empty());
}
INSTANTIATE_TEST_SUITE_P(Keys, WholeKey, testing::ValuesIn(kKeys),
                         [](const auto& row) { return row.param.name; });

TEST(Table, HasRows) {
  ASSERT_EQ(kTable.size(), 5U);
  EXPECT_EQ(kTable.row(0).language, "");
  EXPECT_EQ(kTable.row(2).language, "pl");
  EXPECT_EQ(kTable.row(2).key(), "by");
  EXPECT_EQ(kTable.row(2).cells[1], "third");
  EXPECT_EQ(kTable.columns()[1], "example");
  EXPECT_EQ(kNoTable.size(), 0U);
}

TEST(FirstWordOf, EndsBeforeTheFirstSpace) {
  EXPECT_EQ(first_word(""), "");
  EXPECT_EQ(first_word("one"), "one");
  EXPECT_EQ(first_word("one two three"), "one");
  EXPECT_EQ(first_word(" one"), "");
}

// The published test vectors of FNV-1a, folded as word_hash says.
TEST(WordHash, IsFnv1a) {
  const auto mixed = [](std::uint64_t hash) { return hash ^ (hash >> 32); };
  EXPECT_EQ(word_hash(""), mixed(0xcbf29ce484222325));
  EXPECT_EQ(word_hash("a"), mixed(0xaf63dc4c8601ec8c));
  EXPECT_EQ(word_hash("foobar"), mixed(0x85944171f73967e8));
}

struct BuiltIn {
  const char* name;
  const Table& (*table)();
};

constexpr BuiltIn kBuiltIn[] = {
    {"Abbreviations", abbreviations},
    {"BoilerplateRules", boilerplate_rules},
    {"CaseShapes", case_shapes},
    {"CharacterClasses", character_classes},
    {"Cues", cues},
    {"Declension", declension},
    {"FoundAs", found_as},
    {"GivenNames", given_names},
    {"LanguagePriors", language_priors},
    {"LetterVariants", letter_variants},
    {"Months", months},
    {"QuoteMarks", quote_marks},
    {"Readings", readings},
    {"Roles", roles},
    {"TitleNouns", title_nouns},
    {"Weekdays", weekdays},
    {"WideZones", wide_zones},
};

class BuiltInTable : public testing::TestWithParam<BuiltIn> {};

TEST_P(BuiltInTable, IsSorted) {
  const Table& table = GetParam().table();
  ASSERT_GT(table.size(), 0U);
  for (std::size_t i = 1; i < table.size(); ++i) {
    const Row before = table.row(i - 1), row = table.row(i);
    ASSERT_LE(std::tuple(first_word(before.key()), before.key(), before.language),
              std::tuple(first_word(row.key()), row.key(), row.language))
        << row.key();
  }
}

TEST_P(BuiltInTable, FindsEveryRow) {
  const Table& table = GetParam().table();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto key = table.row(i).key();
    const auto by_key = table.with_key(key), by_word = table.with_first_word(first_word(key));
    ASSERT_TRUE(by_key.first <= i && i < by_key.last) << key;
    ASSERT_TRUE(by_word.first <= by_key.first && by_key.last <= by_word.last) << key;
    for (auto same = by_key.first; same < by_key.last; ++same) ASSERT_EQ(table.row(same).key(), key);
  }
  EXPECT_TRUE(table.with_key("\x01 no such key").empty());
  EXPECT_TRUE(table.with_first_word("\x01").empty());
}

TEST_P(BuiltInTable, EndsItsColumnsAsAllFilesDo) {
  const Table& table = GetParam().table();
  const auto columns = table.columns();
  ASSERT_GE(columns.size(), 3U);
  EXPECT_EQ(columns[columns.size() - 2], "example");
  EXPECT_EQ(columns[columns.size() - 1], "source");
  for (std::size_t i = 0; i < table.size(); ++i) ASSERT_FALSE(table.row(i).cells.back().empty()) << i;
}

INSTANTIATE_TEST_SUITE_P(Tables, BuiltInTable, testing::ValuesIn(kBuiltIn),
                         [](const auto& row) { return row.param.name; });

TEST(Cells, HoldNumbers) {
  EXPECT_EQ(number("2.5"), 2.5);
  EXPECT_EQ(number("-3"), -3);
  EXPECT_EQ(number(""), 0);
  EXPECT_EQ(hexadecimal("9F"), 0x9FU);
  EXPECT_EQ(hexadecimal(""), 0U);
}

}  // namespace
}  // namespace sito::data

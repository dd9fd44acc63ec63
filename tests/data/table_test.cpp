#include "data/table.h"

#include <gtest/gtest.h>

#include <array>
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
std::array<std::uint32_t, 4> filled_slots() {
  std::array<std::uint32_t, 4> slots{};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto hash = word_hash(kFirstWords[i]);
    std::size_t slot = hash & 3;
    while (slots[slot] != 0) slot = (slot + 1) & 3;
    slots[slot] = slot_value(hash, kFirstRows[i]);
  }
  return slots;
}
const std::array<std::uint32_t, 4> kSlots = filled_slots();
const Table kTable(kColumns, kLanguages, kCells, kSlots);
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

// As `xxhsum -H3` prints them.
TEST(WordHash, IsXxh3) {
  EXPECT_EQ(word_hash(""), 0x2d06800538d394c2);
  EXPECT_EQ(word_hash("abc"), 0x78af5f94892f3950);
}

TEST(Slot, HoldsRowAndTag) {
  constexpr std::uint64_t kHash = 0xABCDEF0123456789;
  EXPECT_EQ(slot_tag(kHash), 0xABC00000U);
  EXPECT_EQ(slot_value(kHash, 0), 0xABC00001U);
  EXPECT_EQ(slot_value(kHash, 5000), 0xABC01389U);
}

// Two words with one tag in one row of slots are told apart by the row itself.
TEST(Slot, OfAnotherWordWithTheSameTagIsPassedOver) {
  const auto hash = word_hash("c");
  std::array<std::uint32_t, 4> slots{};
  slots[hash & 3] = slot_value(hash, 0);
  slots[(hash + 1) & 3] = slot_value(hash, 4);
  EXPECT_EQ(pair(Table(kColumns, kLanguages, kCells, slots).with_first_word("c")),
            std::pair(std::size_t{4}, std::size_t{5}));
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
    {"LanguageMarks", language_marks},
    {"LetterVariants", letter_variants},
    {"Months", months},
    {"PluralEndings", plural_endings},
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

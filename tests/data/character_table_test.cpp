#include "data/character_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "data/tables.h"

namespace sito::data {

void PrintTo(const CharacterTable& table, std::ostream* out) { *out << table.language; }

namespace {

// Symbol's order; the files and the rows of character_classes name them so.
constexpr std::string_view kClassNames[] = {"space",      "digit", "stop", "opener",  "closer",  "mark",
                                            "apostrophe", "dash",  "sign", "foreign", "strange", "junk"};
static_assert(std::size(kClassNames) == kFirstLetterSymbol);

std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> result;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) result.emplace_back();
    result.back() += c;
  }
  return result;
}

double sum_of(std::span<const std::uint8_t> costs) {
  double sum = 0;
  for (const auto cost : costs) sum += std::exp(-cost * kNatsPerCost);
  return sum;
}

class EachCharacterTable : public testing::TestWithParam<CharacterTable> {};

TEST_P(EachCharacterTable, HasARowForEachPair) {
  const auto& table = GetParam();
  EXPECT_EQ(table.symbols, kFirstLetterSymbol + characters(table.letters).size());
  EXPECT_LE(table.symbols, 256U);  // a symbol is a byte
  EXPECT_EQ(table.costs.size(), table.symbols * table.symbols * table.symbols);
  EXPECT_EQ(table.single_costs.size(), table.symbols);
}

TEST_P(EachCharacterTable, HasItsLettersInOrder) {
  const auto letters = characters(GetParam().letters);
  EXPECT_GE(letters.size(), 20U);
  for (std::size_t i = 1; i < letters.size(); ++i) EXPECT_LT(letters[i - 1], letters[i]);
}

// Costs are rounded to kNatsPerCost, and what is rarer than their range is at its end.
TEST_P(EachCharacterTable, HasRowsOfProbabilities) {
  const auto& table = GetParam();
  EXPECT_NEAR(sum_of(table.single_costs), 1, 0.2);
  for (std::size_t row = 0; row < table.symbols * table.symbols; ++row)
    ASSERT_NEAR(sum_of(table.costs.subspan(row * table.symbols, table.symbols)), 1, 0.2)
        << "behind " << row / table.symbols << " and " << row % table.symbols;
}

TEST_P(EachCharacterTable, IsOfALanguageThatHasAPrior) {
  EXPECT_FALSE(language_priors().with_key(GetParam().language).empty());
}

TEST_P(EachCharacterTable, WasCountedInTheClassesOfTheProgram) {
  std::string wanted = "classes";
  for (const auto name : kClassNames) (wanted += wanted == "classes" ? '\t' : ' ') += name;
  std::ifstream lines(SITO_SOURCE_DIR "/libcore/data/characters/" + std::string(GetParam().language) +
                      ".txt");
  std::string line;
  while (std::getline(lines, line) && line[0] == '#') continue;
  EXPECT_EQ(line, wanted);
}

INSTANTIATE_TEST_SUITE_P(Languages, EachCharacterTable,
                         testing::ValuesIn(character_tables().begin(), character_tables().end()),
                         [](const auto& row) { return std::string(row.param.language); });

TEST(CharacterTables, AreSortedByLanguage) {
  const auto tables = character_tables();
  EXPECT_GE(tables.size(), 31U);
  for (std::size_t i = 1; i < tables.size(); ++i) EXPECT_LT(tables[i - 1].language, tables[i].language);
}

TEST(CharacterClassRows, NameAClassAndHoldOneOfItInTheirExample) {
  const std::set<std::string_view> known(std::begin(kClassNames), std::end(kClassNames));
  const Table& rows = character_classes();
  std::set<std::string_view> characters_of_class[std::size(kClassNames)];
  const auto index = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(std::begin(kClassNames), std::end(kClassNames), name) -
                                    std::begin(kClassNames));
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    ASSERT_TRUE(known.contains(cells[1])) << cells[0] << ": " << cells[1];
    ASSERT_EQ(characters(cells[0]).size(), 1U) << cells[0];
    ASSERT_TRUE(characters_of_class[index(cells[1])].insert(cells[0]).second) << cells[0] << " twice";
    const double share = std::stod(std::string(cells[2]));
    EXPECT_TRUE(share > 0 && share <= 100) << cells[0] << ": " << share;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    bool holds = false;
    for (const auto& c : characters(cells[3]))
      holds = holds || characters_of_class[index(cells[1])].contains(c);
    EXPECT_TRUE(holds) << cells[0] << ": " << cells[3];
  }
}

TEST(CharacterClassRows, NameEachCharacterOnce) {
  const Table& rows = character_classes();
  for (std::size_t i = 1; i < rows.size(); ++i) EXPECT_NE(rows.row(i - 1).key(), rows.row(i).key());
}

TEST(LanguagePriorRows, AreOneForEachTable) {
  const Table& rows = language_priors();
  ASSERT_EQ(rows.size(), character_tables().size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows.row(i).key(), character_tables()[i].language);
    const double nats = std::stod(std::string(rows.row(i).cells[1]));
    EXPECT_TRUE(nats >= 0 && nats <= 10) << rows.row(i).key();
  }
}

// Nothing is likelier than Ukrainian here.
TEST(LanguagePriorRows, BeginAtUkrainian) {
  const Table& rows = language_priors();
  EXPECT_EQ(rows.row(rows.with_key("uk").first).cells[1], "0");
}

TEST(LetterVariantRows, StandForALetterOfTheirLanguageThatTheyAreNot) {
  const Table& rows = letter_variants();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    std::string_view letters;
    for (const auto& table : character_tables())
      if (table.language == cells[1]) letters = table.letters;
    EXPECT_EQ(characters(cells[0]).size(), 1U) << cells[0];
    EXPECT_NE(letters.find(cells[2]), std::string_view::npos) << cells[0];
    EXPECT_NE(cells[0], cells[2]);
    EXPECT_NE(cells[3].find(cells[0]), std::string_view::npos) << cells[0] << ": " << cells[3];
  }
}

}  // namespace
}  // namespace sito::data

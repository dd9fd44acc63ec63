#include "strip/structure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace sito::strip {
namespace {

// A page in signs: P paragraph, S short sentence, H headline, D date line, m menu item, L label that opens,
// T teaser, i item of a list, v line of verse, h a sentence with hints, r a row that a rule takes, t a
// template of the site.
Sight sight_of(char sign) {
  Sight sight;
  sight.loose = true;
  sight.form.capitals = 0.1;
  switch (sign) {
    case 'P':
      sight.form.words = 30;
      sight.form.commas = 2;
      sight.form.closed = true;
      break;
    case 'S':
      sight.form.words = 6;
      sight.form.closed = true;
      break;
    case 'H': sight.form.words = 8; break;
    case 'D':
      sight.form.words = 3;
      sight.form.dated = true;
      break;
    case 'T':
      sight.form.words = 12;
      sight.form.closed = true;
      break;
    case 'v': sight.form.words = 5; break;
    case 'i':
      sight.form.words = 4;
      sight.form.item = true;
      break;
    case 'h':
      sight.form.words = 14;
      sight.form.closed = true;
      sight.hints = 3;
      break;
    case 't':
      sight.form.words = 12;
      sight.form.closed = true;
      sight.learnt = -7.5;
      break;
    default:
      sight.form.words = 2;
      sight.form.capitals = 1;
      sight.ruled = sign == 'r';
      sight.label = sight.opens = sign == 'L';
  }
  return sight;
}

std::string left(const std::string& page) {
  std::vector<Sight> rows;
  for (const char sign : page) rows.push_back(sight_of(sign));
  const auto scores = beside_content(rows);
  std::string kept;
  for (std::size_t i = 0; i < page.size(); ++i) kept += scores[i] == 0 ? page[i] : '.';
  return kept;
}

struct StructureCase {
  const char* name;
  const char* page;
  const char* left;  ///< `.` for each row that goes
};

constexpr StructureCase kPages[] = {
    {"Empty", "", ""},
    {"PlainText", "PPSPP", "PPSPP"},
    {"MenuAndFooter", "mmmmmmmmmHDPPPPmmmmmmm", ".........HDPPPP......."},
    {"FewShortLinesStay", "mmmHPPPmmm", "mmmHPPPmmm"},
    {"HeadingsStay", "PPmPPmPPmPP", "PPmPPmPPmPP"},
    {"TeasersBelow", "mmmmmmmmmHPPPPLTmTmTmmmm", ".........HPPPP.........."},
    {"ListWithin", "mmmmmmmmmHPPiiiiiiPP", ".........HPPiiiiiiPP"},
    {"HintsBelow", "mmmmmmmmmHPPPPhhmmmmm", ".........HPPPP......."},
    {"RowsOfRulesCount", "rrrrrrrrHPPPP", "rrrrrrrrHPPPP"},
    {"TemplateAtTheEnd", "HPPPPtt", "HPPPP.."},
    {"TemplateNeedsNoShortLines", "HPPPt", "HPPP."},
    {"TheBestStretchStays", "mmmmmmmmmmHSSmmmmmmmmmm", "..........HSS.........."},
    {"LeadAboveBylines", "mmmmmmmmmHTmmDPPPPmmmmmmm", ".........HTmmDPPPP......."},
    {"ShortArticleBehindLabels", "mmmmmmmmmHPPPPPPPPPmLmLmLmmmPPmmmmmm",
     ".........HPPPPPPPPP................."},
    {"SecondHalfBehindLabels", "mmmmmmmmmHPPPPPmLmLmLmmmPPPPmmmmmm", ".........HPPPPP.........PPPP......"},
    {"NamesAlone", "mmmmmmmm", "mmmmmmmm"},
    {"NamesBelowAText", "HPPPmmmmmmmmmm", "HPPPmmmmmmmmmm"},
    {"NamesBeforeAFooter", "HPPPmmmmmmmmmmLmmmmmm", "HPPPmmmmmmmmmm......."},
    {"VerseBelowAText", "PPvvvvvvvvvvvv", "PPvvvvvvvvvvvv"},
    {"VerseAlone", "vvvvvvvvTvvvvvvvvv", "vvvvvvvvTvvvvvvvvv"},
};

class Structure : public testing::TestWithParam<StructureCase> {};
TEST_P(Structure, Leaves) { EXPECT_EQ(left(GetParam().page), GetParam().left); }
INSTANTIATE_TEST_SUITE_P(Pages, Structure, testing::ValuesIn(kPages),
                         [](const auto& row) { return row.param.name; });

TEST(StructureScores, LieBetweenAHalfAndOne) {
  std::vector<Sight> rows;
  for (const char sign : std::string("mmmmmmmHPPPPmmmmmmm")) rows.push_back(sight_of(sign));
  for (const double score : beside_content(rows)) EXPECT_TRUE(score == 0 || (score >= 0.5 && score <= 1));
}

// So many rows would take for ever in a quadratic step.
TEST(StructureCost, IsLinear) {
  for (const std::string_view page : {"P", "m", "L", "i", "t", "T", "h", "mmmmmmmmmPLmLmLmmmPP", "HmD",
                                      "PPPmmmmmmmmm", "LLLLLLLLLLLLP", "mmmmmmPPP", "rP"}) {
    std::vector<Sight> rows;
    for (const char sign : std::string(200, 'P')) rows.push_back(sight_of(sign));
    while (rows.size() < 300'000)
      for (const char sign : page) rows.push_back(sight_of(sign));
    EXPECT_EQ(beside_content(rows).size(), rows.size());
  }
}

}  // namespace
}  // namespace sito::strip

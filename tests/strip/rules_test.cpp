#include "strip/rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "data/tables.h"
#include "strip/boilerplate.h"
#include "text/words.h"

namespace sito::strip {
namespace {

constexpr std::string_view kHead = "#columns\tphrase\tmatch\twhere\textent\treason\tscore\texample\tsource\n";

std::string file(std::string_view rows) { return std::string(kHead) + std::string(rows); }

// A rule, a line, and whether the rule fits it.
struct MatchCase {
  const char* name;
  const char* match;
  const char* phrase;
  const char* line;
  bool fits;
};

constexpr MatchCase kMatches[] = {
    {"LineIsAll", "line", "на головну", "← На головну", true},
    {"LineGoesOn", "line", "на головну", "На головну площу вийшли люди", false},
    {"LabelColon", "label", "читайте також", "Читайте також: На річці новий міст", true},
    {"LabelAlone", "label", "читайте також", "Читайте також", true},
    {"LabelGoesOn", "label", "les også", "Les også de minste barna en bok.", false},
    {"CreditNeedsAName", "credit", "фото", "Фото", false},
    {"CreditColon", "credit", "фото", "Фото: Лада Ріка", true},
    {"CreditDash", "credit", "фото", "Фото – Лада Ріка", true},
    {"CreditSentence", "credit", "автор", "Автор – це людина, яка пише про рідний край.", false},
    {"CreditNameWithStop", "credit", "автор", "Автор: Лада Ріка.", true},
    {"CreditNoMark", "credit", "фото", "Фото на пам'ять зробили всі учасники.", false},
    {"Brief", "brief", "пресслужба", "Пресслужба обласної ради", true},
    {"BriefSentence", "brief", "пресслужба", "Пресслужба повідомила, що міст відкрито для всіх охочих.",
     false},
    {"BriefTooLong", "brief", "пресслужба", "Пресслужба а б в г ґ д е є ж", false},
    {"Prefix", "prefix", "усі права захищено", "Усі права захищено. Передрук – лише зі згоди.", true},
    {"Crumbs", "crumbs", "головна", "Головна » Новини", true},
    {"CrumbsWord", "crumbs", "головна", "Головна площа міста", false},
    {"Phrase", "phrase", "тел 0", "вул. Лугова, 5, тел. 555-01", true},
    {"Regex", "regex", "^-\\\\s*30\\\\s*-$", "- 30 -", true},
    {"RegexSeesLowerCase", "regex", "^кінець$", "КІНЕЦЬ", true},
    {"RegexMisses", "regex", "^кінець$", "кінець дня", false},
};

class Matches : public testing::TestWithParam<MatchCase> {};
TEST_P(Matches, Fits) {
  const auto& row = GetParam();
  auto rules =
      Rules::parse(file(std::string(row.phrase) + "\t" + row.match + "\tanywhere\tline\tx\t1\te\ts\n"), "x");
  ASSERT_TRUE(rules) << rules.error().reason;
  const Matcher matcher(*rules);
  LineShape shape;
  shape.assign(row.line);
  Matcher::Reading reading;
  matcher.read(shape, reading);
  EXPECT_EQ(reading.hits.size(), row.fits ? 1U : 0U);
}
INSTANTIATE_TEST_SUITE_P(Kinds, Matches, testing::ValuesIn(kMatches),
                         [](const auto& row) { return row.param.name; });

// A rule file's rows and the fault that is reported.
struct FaultCase {
  const char* name;
  const char* rows;
  const char* reason;
};

constexpr FaultCase kFaults[] = {
    {"Match", "фото\tsome\ttop\tline\tx\t1\te\ts\n", "my.tsv:2: unknown match `some`"},
    {"Where", "# c\n\nфото\tline\tleft\tline\tx\t1\te\ts\n", "my.tsv:4: unknown place `left`"},
    {"Extent", "фото\tline\ttop\tpage\tx\t1\te\ts\n", "my.tsv:2: unknown extent `page`"},
    {"Reason", "фото\tline\ttop\tline\tA b\t1\te\ts\n",
     "my.tsv:2: a reason is lower-case letters and hyphens"},
    {"Score", "фото\tline\ttop\tline\tx\t1.5\te\ts\n", "my.tsv:2: a score is a number above 0 and at most 1"},
    {"Phrase", "Фото\tline\ttop\tline\tx\t1\te\ts\n",
     "my.tsv:2: a phrase is lower-case words with single spaces between them"},
    {"Regex", "(a\tregex\ttop\tline\tx\t1\te\ts\n", "my.tsv:2: bad regular expression: missing ): (a"},
    {"Second", "фото\tline\ttop\tline\tx\t1\te\ts\nab\tline\ttop\tline\tx\t0\te\ts\n",
     "my.tsv:3: a score is a number above 0 and at most 1"},
};

class Faults : public testing::TestWithParam<FaultCase> {};
TEST_P(Faults, AreReported) {
  auto rules = Rules::parse(file(GetParam().rows), "my.tsv");
  ASSERT_FALSE(rules);
  EXPECT_EQ(rules.error().reason, GetParam().reason);
}
INSTANTIATE_TEST_SUITE_P(Rows, Faults, testing::ValuesIn(kFaults),
                         [](const auto& row) { return row.param.name; });

TEST(Rules, OtherColumnsAreAFault) {
  EXPECT_FALSE(Rules::parse("#columns\tphrase\treason\nфото\tx\n", "my.tsv"));
  EXPECT_FALSE(Rules::parse("фото\tx\n", "my.tsv"));
}

TEST(Rules, UserRulesOutliveTheirFile) {
  Rules all = Rules::builtin();
  const std::size_t builtin = all.rules().size();
  {
    auto mine = Rules::parse(file("вісник лугу\tline\tanywhere\tline\tmine\t0.9\te\ts\n"), "my.tsv");
    ASSERT_TRUE(mine);
    all.add(*mine);
  }
  ASSERT_EQ(all.rules().size(), builtin + 1);
  EXPECT_EQ(all.rules().back().phrase, "вісник лугу");
  EXPECT_EQ(all.rules().back().reason, "mine");
}

TEST(Matcher, ItemsAreAllOfOneReason) {
  auto rules = Rules::parse(file("новини\titem\tedges\tline\tmenu\t0.6\te\ts\n"
                                 "про нас\titem\tedges\tline\tmenu\t0.6\te\ts\n"
                                 "viber\titem\tedges\tline\tshare\t0.6\te\ts\n"),
                            "x");
  ASSERT_TRUE(rules);
  const Matcher matcher(*rules);
  auto items = [&](const char* line) {
    LineShape shape;
    shape.assign(line);
    Matcher::Reading reading;
    matcher.read(shape, reading);
    return reading.items.count;
  };
  EXPECT_EQ(items("Новини | Про нас"), 2U);
  EXPECT_EQ(items("Новини 12 Новини"), 2U);
  EXPECT_EQ(items("Новини про мене"), 0U);
  EXPECT_EQ(items("Новини Viber"), 0U);
  EXPECT_EQ(items("12"), 0U);
}

TEST(Matcher, HintsAddUpWhereverTheyStand) {
  auto rules = Rules::parse(file("cookies\thint\tanywhere\tline\tr\t1\te\ts\n"
                                 "your email\thint\tanywhere\tline\tr\t0.5\te\ts\n"),
                            "x");
  ASSERT_TRUE(rules);
  const Matcher matcher(*rules);
  auto hints = [&](const char* line) {
    LineShape shape;
    shape.assign(line);
    Matcher::Reading reading;
    matcher.read(shape, reading);
    EXPECT_TRUE(reading.hits.empty());  // they take no line
    return reading.hints;
  };
  EXPECT_EQ(hints("We set cookies, and ask for your email."), 1.5);
  EXPECT_EQ(hints("Cookies and cookies"), 2);
  EXPECT_EQ(hints("Your cookie"), 0);
}

// Prose of no kind, for every language the same: letters in sentences are enough.
constexpr std::string_view kProse = "Aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk lll mmm.";

std::string page_with(const Rule& rule, std::string_view example) {
  std::string page;
  if (rule.where != Where::kTop) page += std::string(kProse) + "\n\n";
  page += std::string(example) + "\n\n";
  if (rule.where == Where::kTop || rule.where == Where::kAnywhere) page += std::string(kProse) + "\n";
  return page;
}

std::size_t rule_column(const char* name) {
  const auto columns = data::boilerplate_rules().columns();
  return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
}

TEST(BuiltinRules, EachIsWellFormedAndUnique) {
  const auto& table = data::boilerplate_rules();
  std::string rows;
  for (std::size_t i = 0; i < table.size(); ++i) {
    std::string row;
    for (std::string_view cell : table.row(i).cells) {
      std::string escaped;
      for (char c : cell) c == '\n' ? escaped += "\\n" : c == '\\' ? escaped += "\\\\" : escaped += c;
      row += (row.empty() ? "" : "\t") + escaped;
    }
    auto parsed = Rules::parse(file(row + "\n"), "row");
    EXPECT_TRUE(parsed) << row << ": " << parsed.error().reason;
  }
  EXPECT_EQ(Rules::builtin().rules().size(), table.size());
}

TEST(BuiltinRules, EachTakesItsOwnExample) {
  const Rules builtin = Rules::builtin();
  const Matcher matcher(builtin);
  const auto& table = data::boilerplate_rules();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Rule& rule = builtin.rules()[i];
    const std::string_view example = table.row(i).cells[rule_column("example")];
    SCOPED_TRACE(std::string(rule.phrase) + ": " + std::string(example));
    LineShape shape;
    shape.assign(example.substr(0, example.find('\n')));
    Matcher::Reading reading;
    matcher.read(shape, reading);
    const auto& hits = reading.hits;
    const bool fits = rule.match == Match::kItem ? reading.items.count >= 3
                      : rule.match == Match::kHint
                          ? reading.hints > 0
                          : std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
                              return hit.rule->phrase == rule.phrase && hit.rule->match == rule.match;
                            });
    EXPECT_TRUE(fits);
    if (rule.match == Match::kHint || rule.score < 0.5) continue;  // they take no line alone
    const std::string page = page_with(rule, example);
    std::string kept;
    cut(page, find_boilerplate(page, matcher).removals, kept);
    for (ByteRange line : text::lines(kept)) {
      const auto shown = text::trimmed(line.of(kept));
      EXPECT_TRUE(shown.empty() || shown == kProse) << shown;
    }
  }
}

}  // namespace
}  // namespace sito::strip

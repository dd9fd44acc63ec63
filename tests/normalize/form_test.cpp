#include "normalize/form.h"

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>

#include "text/utf8.h"

namespace sito::normalize {
namespace {

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

struct FormCase {
  const char* name;
  std::string text;
  std::string normal;
  std::size_t changes;
};

const FormCase kCases[] = {
    {"Empty", "", "", 0},
    {"Composed", "йїёґў é ą", "йїёґў é ą", 0},
    {"BreveComposes", "Киі\u0308в, чаи\u0306ка", "Київ, чайка", 2},
    {"StressStays", "за\u0301мок", "за\u0301мок", 0},
    {"MarksTakeOrder", "a\u0301\u0323", "ạ\u0301", 1},
    {"Singletons", "\u212B \u2126 \u037E", "Å Ω ;", 3},
    {"Hangul", "\u1112\u1161\u11AB", "한", 1},
    {"ExclusionsComeApart", "\u0958", "\u0915\u093C", 1},
    {"CompatibilityFormsStay", "№ ﬁ ½ ²", "№ ﬁ ½ ²", 0},
    {"ThirtyMarksStay", "а" + repeated("\u0301", 30), "а" + repeated("\u0301", 30), 0},
    {"ThirtyFirstIsParted", "а" + repeated("\u0301", 31), "а" + repeated("\u0301", 30) + "\u034F\u0301", 1},
    {"ComposedLetterCountsItsMark", "й" + repeated("\u0301", 30),
     "й" + repeated("\u0301", 29) + "\u034F\u0301", 1},
    {"MarkThatIsTwo", "б" + repeated("\u0344", 16), "б" + repeated("\u0308\u0301", 15) + "\u034F\u0308\u0301",
     3},
};

class Form : public testing::TestWithParam<FormCase> {};
TEST_P(Form, Normal) {
  std::string out = "left over";
  EXPECT_EQ(normalize_form(GetParam().text, out), GetParam().changes);
  EXPECT_EQ(out, GetParam().normal);
}
TEST_P(Form, TwiceIsOnce) {
  std::string out;
  EXPECT_EQ(normalize_form(GetParam().normal, out), 0u);
}
INSTANTIATE_TEST_SUITE_P(Texts, Form, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(Compatibility, FormsArePlain) {
  std::string out, again;
  EXPECT_EQ(normalize_compatibility("ﬁ Ａ № ½ й", out), 4U);
  EXPECT_EQ(out, "fi A No 1⁄2 й");
  EXPECT_EQ(normalize_compatibility(out, again), 0U);
}

TEST(Compatibility, RunsTakeLinearTime) {
  std::string out, again;
  EXPECT_GT(normalize_compatibility("か" + repeated("\uFF9E\u0323", 300000), out), 10000U);
  EXPECT_EQ(normalize_compatibility(out, again), 0U);
}

// A character that concerns nobody stands in NFC text as it is and takes part in no composition.
TEST(ConcernsForm, HoldsForEveryCharacter) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  ASSERT_TRUE(U_SUCCESS(status));
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const auto code_point = static_cast<UChar32>(c);
    if (!concerns_form(c)) {
      ASSERT_EQ(nfc->quickCheck(icu::UnicodeString(code_point), status), UNORM_YES) << code_point;
      ASSERT_EQ(nfc->getCombiningClass(code_point), 0) << code_point;
    }
  }
  for (const char32_t letter : U"абвщьюяїґ’–…«»№€日") EXPECT_FALSE(concerns_form(letter));
}

TEST(FormRuns, TakeLinearTime) {
  std::string out;
  const std::string marks = "а" + repeated("\u0323\u0301", 500000);
  EXPECT_GT(normalize_form(marks, out), 30000u);
  std::string again;
  EXPECT_EQ(normalize_form(out, again), 0u);
  EXPECT_TRUE(again == out);
}

}  // namespace
}  // namespace sito::normalize

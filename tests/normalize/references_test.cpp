#include "normalize/references.h"

#include "data/tables.h"
#include "normalize/step_case.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

using namespace std::string_literals;

const StepCase kCases[] = {
    {"Empty", "", ""},
    {"Names", "&laquo;Міст&raquo;&nbsp;&mdash; 5&deg;&hellip;", "«Міст»\u00A0— 5°…"},
    {"NameOfTwoCodePoints", "&fjlig;ord &NotEqualTilde;", "fjord ≂\u0338"},
    {"Decimal", "&#1108;дність &#8470; 5", "єдність № 5"},
    {"Hexadecimal", "&#x454;&#X456;&#x0456;", "єіі"},
    {"EscapedTwice", "5&amp;nbsp;грн &amp;#1108;", "5\u00A0грн є"},
    {"EscapedFourTimes", "5&amp;amp;amp;nbsp;грн", "5\u00A0грн"},
    {"EscapedByNumber", "&#38;#1108;&#x26;laquo;", "є«"},
    {"MadeOfReferences", "&am&#112;;lt; &l&#116;; &nbsp&semi;", "< < \u00A0;"},
    {"SemicolonOfAReference", "&mdas&#104;&#59;", "—"},
    {"MarkupIsShown", "&lt;b&gt;так&lt;/b&gt; &quot;і&quot;", "<b>так</b> \"і\""},
    {"Windows1252", "&#147;так&#148; &#150; 5 &#128;", "“так” – 5 €"},
    {"SpacesOfEveryKind", "а&#32;б&#9;в&#10;г&Tab;ґ&NewLine;д", "а б\tв\nг\tґ\nд"},
    {"WithoutSemicolon", "Ціна&nbsp 5, &laquo&raquo.", "Ціна\u00A0 5, «»."},
    {"WithoutSemicolonAtTheEnd", "так&nbsp", "так\u00A0"},
    {"WithoutSemicolonInARow", "а&nbsp&nbsp-", "а\u00A0\u00A0-"},
    {"SoftHyphenWithin", "а&nb\u00ADsp;б &#1\u200B108;", "а\u00A0б є"},
    {"ControlAndNotSignWithin", "&nb\x01sp; &nb¬sp;", "\u00A0 \u00A0"},
    {"GreekQuestionMarkAndKelvin", "&mdash\u037E &Kopf; &\u212Aopf;", "— 𝕂 𝕂"},
    {"CompanyStays", "AT&T, R&D; B&B, Q&A; H&M", "AT&T, R&D; B&B, Q&A; H&M"},
    {"CompanyEscaped", "AT&amp;T і R&amp;D;", "AT&T і R&D;"},
    {"CodeStays", "if (a && b) c &= d; x = &y;", "if (a && b) c &= d; x = &y;"},
    {"AddressStays", "http://a.b/c?d=1&copy=2&nbsp=3&region=4&lt",
     "http://a.b/c?d=1&copy=2&nbsp=3&region=4&lt"},
    {"WordWithoutSemicolonStays", "&nbspace &quote &laquoтак &copy 2020",
     "&nbspace &quote &laquoтак &copy 2020"},
    {"UnknownNameStays", "&foo; &NBSP; &; &#; &#x; &#xg;", "&foo; &NBSP; &; &#; &#x; &#xg;"},
    {"NoCharacterStays", "&#0; &#1; &#129; &#xD800; &#xFFFE; &#1114112; &#11; &#99999999999999999999;",
     "&#0; &#1; &#129; &#xD800; &#xFFFE; &#1114112; &#11; &#99999999999999999999;"},
    {"SpaceWithinStays", "& nbsp; &nb sp; &nbsp ;", "& nbsp; &nb sp; \u00A0 ;"},
    {"LetterWithinStays", "&nbéspp; &аmp;", "&nbéspp; &аmp;"},
    {"VeryLongStays", "&#" + std::string(50, '0') + "65;", "&#" + std::string(50, '0') + "65;"},
};

class References : public testing::TestWithParam<StepCase> {};
TEST_P(References, Is) {
  expect_step(
      GetParam(), [](std::string_view text, std::string& out) { return decode_references(text, out); },
      kReferences);
}
INSTANTIATE_TEST_SUITE_P(Texts, References, testing::ValuesIn(kCases),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(ReferencesTable, EachRowFiresOnItsExample) {
  const auto& table = data::character_references();
  EXPECT_EQ(table.size(), 2125U);
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    std::string out;
    decode_references(row.cells[3], out);
    // "&amp;" is an ampersand that begins nothing.
    EXPECT_EQ(out, row.cells[1]) << row.key();
    const bool known = row.cells[2] == "needed" || row.cells[2] == "optional" || row.cells[2] == "browsers";
    EXPECT_TRUE(known) << row.key();
  }
}

TEST(References, AreCountedByLevel) {
  std::string out;
  EXPECT_EQ(decode_references("&amp;amp;nbsp; &lt;", out), 4U);
}

TEST(References, NestedOnesTakeLinearTime) {
  constexpr int kDepth = 300000;
  std::string text, out;
  for (int i = 0; i < kDepth; ++i) text += "&sem";
  for (int i = 0; i < kDepth; ++i) text += "i;";
  decode_references(text, out);
  text.clear();
  for (int i = 0; i < kDepth; ++i) text += "&#17";
  for (int i = 0; i < kDepth; ++i) text += "3;";
  EXPECT_GT(decode_references(text, out), 299999U);
  text = "&";
  for (int i = 0; i < kDepth; ++i) text += "amp;";
  EXPECT_EQ(decode_references(text + "nbsp;", out), kDepth + 1U);
  EXPECT_EQ(out, "\u00A0");
}

}  // namespace
}  // namespace sito::normalize

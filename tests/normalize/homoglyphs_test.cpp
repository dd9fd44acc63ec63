#include "normalize/homoglyphs.h"

#include "data/tables.h"
#include "normalize/step_case.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

const StepCase kCases[] = {
    {"Empty", "", ""},
    {"LatinInCyrillic", "cтолиця, Киïв, мiсто, Iван, MIСЬКА", "столиця, Київ, місто, Іван, МІСЬКА"},
    {"StressTypedAsLatin", "зáмок і дóма", "за\u0301мок і до\u0301ма"},
    {"CyrillicInLatin", "Fаcebook, Сhanel, frоnt", "Facebook, Chanel, front"},
    {"SoleI", "він i вона, прийшов, i побачив", "він і вона, прийшов, і побачив"},
    {"SoleIBeforeAMark", "газета i «Місто»", "газета і «Місто»"},
    {"SoleIAtALineHead", "i далі", "і далі"},
    {"RomanNumeral", "ХIХ століття, XVІ", "XIX століття, XVI"},
    {"AllTwinsInACyrillicLine", "біля річки літає осa", "біля річки літає оса"},
    {"AllTwinsInALatinLine", "the blue сap of a girl", "the blue cap of a girl"},
    {"PartsApart", "cоцiально-eкономічний об'єкт, кав'яpня", "соціально-економічний об'єкт, кав'ярня"},
    {"Serbian", "Jужна и Бања", "Јужна и Бања"},
    {"PureWordsStay", "COBET, CAP, ХАТА, осока, Wi-Fi, 5-kW, PDF-файл",
     "COBET, CAP, ХАТА, осока, Wi-Fi, 5-kW, PDF-файл"},
    {"WholeWordInAnotherLine", "Учора міський COBET народних депутатів, COBET. Мешканці",
     "Учора міський СОВЕТ народних депутатів, COBET. Мешканці"},
    {"WholeWordAtTheHead", "COBET народних депутатів міста", "СОВЕТ народних депутатів міста"},
    {"WholeLatinWord", "They live in РЕАСЕ with all neighbours", "They live in PEACE with all neighbours"},
    {"BrandsStay", "купили TOYOTA та KIA, сайт на HTTP працює, конкурс PCT",
     "купили TOYOTA та KIA, сайт на HTTP працює, конкурс PCT"},
    {"PartsOfNamesStay", "модель COBET-5 купили, COBET.com працює, @COBET пише",
     "модель COBET-5 купили, COBET.com працює, @COBET пише"},
    {"NameWithEndingStays", "у Facebookу, iPhone'и, SMMник, IT-компанія, copeрам",
     "у Facebookу, iPhone'и, SMMник, IT-компанія, copeрам"},
    {"NumeralWithEndingStays", "XIX-го, IIIй, ХХ століття, XX століття",
     "XIX-го, IIIй, ХХ століття, XX століття"},
    {"WordsRunTogetherStay", "уGoogle, Київnews, вInternet", "уGoogle, Київnews, вInternet"},
    {"LettersOfBothStay", "Kyїv, kВт, Яndex", "Kyїv, kВт, Яndex"},
    {"CapitalIStays", "Микола I заявив, у I півріччі", "Микола I заявив, у I півріччі"},
    {"SoleIInOtherTextStays", "chleb i sól, слово i word, i) перше, 5 i 6",
     "chleb i sól, слово i word, i) перше, 5 i 6"},
    {"ManySoleIsStay", "слово i i слово, і i слово", "слово i i слово, і i слово"},
    {"CodesStay", "АA1234, 5OО", "АA1234, 5OО"},
    {"AllTwinsAlone", "осa", "осa"},
    {"MarksBesideLetters", "Киi¨в, яi¨¨a", "Киі¨в, яі¨¨а"},
    {"ThirdScriptStays", "αбa", "αбa"},
    {"ReferenceStays", "&nbѕp;", "&nbѕp;"},
};

class Homoglyphs : public testing::TestWithParam<StepCase> {};
TEST_P(Homoglyphs, Is) {
  expect_step(
      GetParam(), [](std::string_view text, std::string& out) { return replace_homoglyphs(text, out); },
      kHomoglyphs);
}
INSTANTIATE_TEST_SUITE_P(Texts, Homoglyphs, testing::ValuesIn(kCases),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(HomoglyphsTable, EachRowFiresOnItsExample) {
  const auto& table = data::homoglyphs();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    std::string out;
    EXPECT_GT(replace_homoglyphs(row.cells[2], out), 0U) << row.key();
    EXPECT_NE(row.cells[2].find(row.key()), std::string_view::npos) << row.key();
    EXPECT_NE(out.find(row.cells[1]), std::string_view::npos) << row.key();
    EXPECT_EQ(out.find(row.key()), std::string_view::npos) << row.key();
  }
}

}  // namespace
}  // namespace sito::normalize

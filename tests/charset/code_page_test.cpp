#include "charset/code_page.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "charset/readings.h"
#include "text/utf8.h"

namespace sito::charset {
namespace {

using namespace std::string_view_literals;

std::set<std::string> names_of_readings() {
  std::set<std::string> names;
  const Readings readings;
  for (const Reading& reading : readings.all()) names.insert(reading.page->name());
  return names;
}

class EachPage : public testing::TestWithParam<std::string> {};

TEST_P(EachPage, GoesBackToTheByteThatItCameFrom) {
  const auto page = CodePage::make(GetParam());
  ASSERT_TRUE(page);
  for (std::size_t value = 0; value < 256; ++value) {
    const auto byte = static_cast<unsigned char>(value);
    const char32_t c = page->character(byte);
    if (c == CodePage::kNothing) continue;
    const auto back = page->byte(c);
    ASSERT_TRUE(back) << value;
    EXPECT_LE(*back, byte);
    EXPECT_EQ(page->character(*back), c) << value;
  }
}

TEST_P(EachPage, HasAsciiInPlace) {
  const auto page = CodePage::make(GetParam());
  ASSERT_TRUE(page);
  EXPECT_EQ(page->name(), GetParam());
  for (unsigned char byte = 0; byte < 0x80; ++byte) {
    EXPECT_EQ(page->character(byte), char32_t{byte});
    EXPECT_EQ(page->byte(byte), byte);
  }
}

TEST_P(EachPage, AppendsWhatEachByteMeans) {
  const auto page = CodePage::make(GetParam());
  ASSERT_TRUE(page);
  std::string bytes, wanted = "head ";
  std::size_t nothing = 0;
  for (std::size_t value = 0; value < 256; ++value) {
    bytes += static_cast<char>(value);
    const char32_t c = page->character(static_cast<unsigned char>(value));
    text::append(wanted, c);
    nothing += c == CodePage::kNothing ? 1 : 0;
  }
  std::string out = "head ";
  EXPECT_EQ(page->append(bytes, out), nothing);
  EXPECT_EQ(out, wanted);
  EXPECT_TRUE(text::is_valid(out));
}

INSTANTIATE_TEST_SUITE_P(Readings, EachPage, testing::ValuesIn(names_of_readings()), [](const auto& row) {
  std::string name = row.param;
  for (char& c : name)
    if (c == '-') c = '_';
  return name;
});

// A byte, and what it means.
struct ByteCase {
  const char* name;
  const char* page;
  unsigned char byte;
  char32_t character;
};

constexpr ByteCase kBytes[] = {
    {"Windows1251Letter", "windows-1251", 0xB3, U'і'},
    {"Windows1251Lacks98", "windows-1251", 0x98, 0x98},
    {"Windows1252Lacks81", "windows-1252", 0x81, 0x81},
    {"Windows1252Lacks9D", "windows-1252", 0x9D, 0x9D},
    {"Windows1250Lacks83", "windows-1250", 0x83, 0x83},
    {"Windows1254Lacks9E", "windows-1254", 0x9E, 0x9E},
    {"Windows1257Lacks8A", "windows-1257", 0x8A, 0x8A},
    {"GreekLacksAByteAboveTheControls", "windows-1253", 0xD2, CodePage::kNothing},
    {"ArabicIsoLacksMost", "ISO-8859-6", 0xA1, CodePage::kNothing},
    {"Koi8uLetter", "KOI8-U", 0xA4, U'є'},
    {"Koi8rBoxOfTheSameByte", "KOI8-R", 0xA4, U'╓'},
    {"DosBox", "IBM866", 0xB3, U'│'},
    {"DosUkrainianLetter", "cp1125", 0xF9, U'ї'},
    {"DosEndOfFile", "IBM866", 0x1A, 0x1A},
    {"DosSeparator", "IBM852", 0x1C, 0x1C},
    {"DosDelete", "IBM437", 0x7F, 0x7F},
    {"DosEndOfFileOfUkraine", "cp1125", 0x1A, 0x1A},
    {"Macintosh", "macintosh", 0x8E, U'é'},
    {"MacintoshCyrillicLetter", "x-mac-cyrillic", 0xBB, U'ї'},
};

class Byte : public testing::TestWithParam<ByteCase> {};
TEST_P(Byte, Means) {
  const auto page = CodePage::make(GetParam().page);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->character(GetParam().byte), GetParam().character);
}
INSTANTIATE_TEST_SUITE_P(Pages, Byte, testing::ValuesIn(kBytes),
                         [](const auto& row) { return row.param.name; });

TEST(CodePage, HasNoByteForWhatItDoesNotWrite) {
  const auto page = CodePage::make("windows-1251");
  for (const char32_t c : {U'é', U'日', U'─', U'\uFFFD', U'\U0001F33E', U'\u0081'})
    EXPECT_FALSE(page->byte(c)) << static_cast<unsigned>(c);
}

TEST(CodePage, HasNoByteForNothingWhereSomeMeanIt) {
  EXPECT_FALSE(CodePage::make("windows-1253")->byte(CodePage::kNothing));
}

class NoPage : public testing::TestWithParam<const char*> {};
TEST_P(NoPage, IsMade) { EXPECT_FALSE(CodePage::make(GetParam())); }
INSTANTIATE_TEST_SUITE_P(Names, NoPage,
                         testing::Values("UTF-8", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-7", "Shift_JIS",
                                         "EUC-JP", "GB18030", "Big5", "EUC-KR", "ISO-2022-JP", "x-mac-hebrew",
                                         "no-such-encoding"));

struct AppendCase {
  const char* name;
  std::string_view bytes;
  std::string_view text;
  std::size_t nothing;
};

constexpr AppendCase kAppends[] = {
    {"Empty", ""sv, "", 0},
    {"Ascii", "abc\n\0z"sv, "abc\n\0z"sv, 0},
    {"Letters", "\xE1\xE2"sv, "αβ", 0},
    {"OneWithoutMeaning", "\xE1\xD2\xE2"sv, "α\uFFFDβ", 1},
    {"EachIsCounted", "\xD2\xD2 \xFF"sv, "\uFFFD\uFFFD \uFFFD", 3},
    {"ThreeBytesACharacter", "\x80\x85\x80\x85"sv, "€…€…", 0},
};

class Append : public testing::TestWithParam<AppendCase> {};
TEST_P(Append, WritesBehindAndCounts) {
  const auto page = CodePage::make("windows-1253");
  std::string out = "є ";
  EXPECT_EQ(page->append(GetParam().bytes, out), GetParam().nothing);
  EXPECT_EQ(out, "є " + std::string(GetParam().text));
}
INSTANTIATE_TEST_SUITE_P(Greek, Append, testing::ValuesIn(kAppends),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::charset

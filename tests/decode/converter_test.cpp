#include "decode/converter.h"

#include <gtest/gtest.h>

#include <string>

#include "decode/encoding_name.h"
#include "encoded.h"
#include "text/utf8.h"

namespace sito::decode {
namespace {

using namespace std::string_view_literals;

struct ConverterCase {
  const char* name;
  const char* encoding;
  std::string_view bytes;
  std::string_view text;
  std::size_t replaced;
};

constexpr ConverterCase kCases[] = {
    {"Windows1251", "windows-1251", "\xAB\xDF\xEA\xB3\xF1\xF2\xFC\xBB \x96 \xF6\xE5"sv, "«Якість» – це", 0},
    {"Windows1251Ghe", "windows-1251", "\xA5\xB4\xBF\xBA"sv, "Ґґїє", 0},
    {"Koi8u", "KOI8-U", "\xB4\xA4\xA7\xA6\xBD\xAD"sv, "ЄєїіҐґ", 0},
    {"Koi8uBox", "KOI8-U", "\x80\x8A"sv, "─┼", 0},
    {"Koi8r", "KOI8-R", "\xA4\xD3\xC9\xD4\xCF"sv, "╓сито", 0},
    {"Dos866", "IBM866", "\x91\xA8\xE2\xAE \xF5"sv, "Сито ї", 0},
    {"DosUkrainian", "cp1125", "\x91\xA8\xE2\xAE \xF3\xF5\xF7\xF9"sv, "Сито ґєії", 0},
    {"DosEndOfFileIsItself", "IBM866", "\xAD\xA5\r\n\x1A\x1C\x7F"sv, "не\r\n\x1A\x1C\x7F", 0},
    {"MacCyrillic", "x-mac-cyrillic", "\x91\xE8\xF2\xEE \xBB\xB4"sv, "Сито їі", 0},
    {"Windows1252", "windows-1252",
     "\x93"
     "caf\xE9\x94"sv,
     "“café”", 0},
    {"UnassignedByteIsReplaced", "windows-1253", "\xE1\xD2\xE2"sv, "α\uFFFDβ", 1},
    {"WindowsByteThatIsLackingIsItsControl", "windows-1252", "a\x81z"sv, "a\u0081z", 0},
    {"AsciiKnowsNoOtherBytes", "US-ASCII", "a\xE9\xE9z"sv, "a\uFFFD\uFFFDz", 2},
    {"Utf8IsStrict", "UTF-8", "\xD1\x81\xD1z\xED\xA0\x80"sv, "с\uFFFDz\uFFFD\uFFFD\uFFFD", 4},
    {"Utf16", "UTF-16LE", "\x41\x04\x3E\xD8\x14\xDD"sv, "с\U0001F914", 0},
    {"Utf16LoneSurrogate", "UTF-16LE", "\x41\x04\x3E\xD8\x41\x04"sv, "с\uFFFDс", 1},
    {"Utf16CutShort", "UTF-16BE", "\x04\x41\x04"sv, "с\uFFFD", 1},
    {"MarkIsACharacter", "UTF-16BE", "\xFE\xFF\x04\x41"sv, "\uFEFFс", 0},
    {"ReplacementThatStoodThereCountsNot", "UTF-16BE", "\xFF\xFD"sv, "\uFFFD", 0},
    {"TwoBytes", "Shift_JIS", "\x93\xFA\x96\x7B"sv, "日本", 0},
    {"TwoBytesCutShort", "Shift_JIS", "\x93\xFA\x96"sv, "日\uFFFD", 1},
    {"Empty", "windows-1251", ""sv, "", 0},
    {"EmptyUtf16", "UTF-16LE", ""sv, "", 0},
};

class ConverterTest : public testing::TestWithParam<ConverterCase> {};
TEST_P(ConverterTest, Text) {
  Converter converter(GetParam().encoding);
  std::string out = "є ", wanted = out;
  for (int again = 0; again < 2; ++again) {
    EXPECT_EQ(converter.append(GetParam().bytes, out), GetParam().replaced);
    EXPECT_EQ(out, wanted += GetParam().text);
  }
}
INSTANTIATE_TEST_SUITE_P(Bytes, ConverterTest, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

// Every block border falls once between the halves of a surrogate pair.
TEST(ConverterBlocks, DoNotPartSurrogates) {
  for (const char* encoding : {"UTF-16LE", "UTF-16BE", "GB18030", "UTF-32LE"}) {
    for (const auto* head : {"", "x"}) {
      std::string text = head;
      for (int i = 0; i < 9000; ++i) text += "\U0001F33E";
      std::string out;
      EXPECT_EQ(Converter(encoding).append(encoded(text, encoding), out), 0u);
      EXPECT_TRUE(out == text) << encoding << head;
    }
  }
}

// Whatever the bytes and the encoding, the text is valid.
TEST(ConverterProperty, TextIsValidUtf8) {
  std::string bytes;
  unsigned state = 7;
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>((state = state * 1103515245U + 12345U) >> 16U);
  for (const auto& name : encoding_names()) {
    std::string out = "є";
    Converter(name).append(bytes, out);
    EXPECT_TRUE(text::is_valid(out)) << name;
    EXPECT_TRUE(out.starts_with("є")) << name;
  }
}

}  // namespace
}  // namespace sito::decode

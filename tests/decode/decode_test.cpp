#include "decode/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "encoded.h"
#include "text/utf8.h"

namespace sito::decode {
namespace {

using testing::AllOf;
using testing::Field;
using testing::StartsWith;
using namespace std::string_view_literals;

// Bytes, how they were asked to be read, and what was found.
struct DecodeCase {
  const char* name;
  std::string_view bytes;
  const char* asked;
  std::string_view text;
  std::string_view encoding;
  bool bom;
  std::size_t replaced;
};

constexpr DecodeCase kCases[] = {
    {"Empty", ""sv, "auto", "", "UTF-8", false, 0},
    {"Ascii", "sieve\n"sv, "auto", "sieve\n", "UTF-8", false, 0},
    {"Utf8", "сито"sv, "auto", "сито", "UTF-8", false, 0},
    {"Utf8Mark", "\xEF\xBB\xBFсито"sv, "auto", "сито", "UTF-8", true, 0},
    {"OnlyTheFirstMarkGoes", "\xEF\xBB\xBF\xEF\xBB\xBFс"sv, "auto", "\uFEFFс", "UTF-8", true, 0},
    {"MarkAlone", "\xEF\xBB\xBF"sv, "auto", "", "UTF-8", true, 0},
    {"MarkWinsOverDamage", "\xEF\xBB\xBFс\xFFи"sv, "auto", "с\uFFFDи", "UTF-8", true, 1},
    {"Utf16Mark", "\xFF\xFE\x41\x04"sv, "auto", "с", "UTF-16LE", true, 0},
    {"Utf16BigMark", "\xFE\xFF\x04\x41"sv, "auto", "с", "UTF-16BE", true, 0},
    {"Utf32Mark", "\xFF\xFE\0\0\x41\x04\0\0"sv, "auto", "с", "UTF-32LE", true, 0},
    {"Utf16NoMark", "\x41\x04\x38\x04\x42\x04\x3E\x04"sv, "auto", "сито", "UTF-16LE", false, 0},
    {"DamagedUtf8", "сито\xFF, борошно"sv, "auto", "сито\uFFFD, борошно", "UTF-8", false, 1},
    {"LineEndsStay", "a\r\nb\0c"sv, "auto", "a\r\nb\0c"sv, "UTF-8", false, 0},
    {"Named", "\xF1\xE8\xF2\xEE"sv, "cp1251", "сито", "windows-1251", false, 0},
    {"NamedOtherwiseThanItReads", "с"sv, "windows-1251", "С\u0403", "windows-1251", false, 0},
    {"NamedUtf8WithMark", "\xEF\xBB\xBFс"sv, "utf8", "с", "UTF-8", true, 0},
    {"NamedSingleByteKeepsForeignMark", "\xFF\xFEs"sv, "ISO-8859-1", "ÿþs", "ISO-8859-1", false, 0},
    {"NamedUtf16TakesOrderFromMark", "\xFF\xFE\x41\x04"sv, "UTF-16", "с", "UTF-16LE", true, 0},
    {"NamedUtf16TakesOrderFromZeros", "s\0i\0"sv, "UTF-16", "si", "UTF-16LE", false, 0},
    {"NamedUtf16IsElseBigEndian", "\x65\xE5\x67\x2C"sv, "UTF-16", "日本", "UTF-16BE", false, 0},
    {"NamedUtf32TakesOrderFromMark", "\0\0\xFE\xFF\0\0\x04\x41"sv, "UTF-32", "с", "UTF-32BE", true, 0},
    {"NamedAndUndecodable", "s\xE9"sv, "US-ASCII", "s\uFFFD", "US-ASCII", false, 1},
};

class Decode : public testing::TestWithParam<DecodeCase> {};
TEST_P(Decode, Finds) {
  const auto& row = GetParam();
  const auto found = decode(row.bytes, {row.asked});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, row.text);
  EXPECT_EQ(found->encoding, row.encoding);
  EXPECT_EQ(found->bom, row.bom);
  EXPECT_EQ(found->replaced, row.replaced);
  EXPECT_GE(found->confidence, 0.9);
  EXPECT_LE(found->confidence, 1.0);
}
INSTANTIATE_TEST_SUITE_P(Bytes, Decode, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

// An invented page head, with what a Ukrainian text needs and every encoding here has.
constexpr std::string_view kPage =
    "12 / Лютий, 2024\n\nУ Вербівці відкрили міст. \"Їздимо щодня\", - сказала мешканка Єва Гаюк.\n";

class NamedEncoding : public testing::TestWithParam<const char*> {};
TEST_P(NamedEncoding, GivesThePageBack) {
  const auto found = decode(encoded(kPage, GetParam()), {GetParam()});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, kPage);
  EXPECT_EQ(found->replaced, 0u);
}
INSTANTIATE_TEST_SUITE_P(Encodings, NamedEncoding,
                         testing::Values("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1251",
                                         "KOI8-U", "cp1125", "IBM855", "ISO-8859-5", "x-mac-cyrillic",
                                         "GB18030"));

TEST(DecoderSettings, RejectAnUnknownNameWithTheNearest) {
  const auto decoder = Decoder::make({"windos-1251"});
  ASSERT_FALSE(decoder);
  EXPECT_THAT(decoder.error().reason,
              StartsWith("unknown encoding \"windos-1251\": the nearest are windows-1251, "));
  EXPECT_FALSE(Decoder::make({""}));
}

TEST(Decoder, IsUsedForManyDocuments) {
  auto decoder = Decoder::make({});
  ASSERT_TRUE(decoder);
  const std::string legacy = encoded(kPage, "windows-1251");
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(decoder->decode(legacy).text, kPage);
    EXPECT_EQ(decoder->decode(kPage).text, kPage);
    EXPECT_EQ(decoder->decode("\xFF\xFE\x41\x04"sv).text, "с");
  }
  EXPECT_THAT(decoder->decode(legacy),
              AllOf(Field(&Decoded::encoding, "windows-1251"), Field(&Decoded::bom, false)));
}

TEST(DecodeProperty, AnyBytesBecomeValidText) {
  unsigned state = 11;
  auto decoder = Decoder::make({});
  ASSERT_TRUE(decoder);
  for (std::size_t length = 0; length < 300; ++length) {
    std::string bytes;
    for (std::size_t i = 0; i < length; ++i)
      bytes += static_cast<char>((state = state * 1103515245U + 12345U) >> 16U);
    const auto found = decoder->decode(bytes);
    EXPECT_TRUE(text::is_valid(found.text));
    EXPECT_FALSE(found.encoding.empty());
  }
}

}  // namespace
}  // namespace sito::decode

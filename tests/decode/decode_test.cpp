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

Settings named(const char* encoding) { return {encoding, {}, {}}; }

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
  const auto found = decode(row.bytes, named(row.asked));
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
  const auto found = decode(encoded(kPage, GetParam()), named(GetParam()));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, kPage);
  EXPECT_EQ(found->replaced, 0u);
}
INSTANTIATE_TEST_SUITE_P(Encodings, NamedEncoding,
                         testing::Values("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1251",
                                         "KOI8-U", "cp1125", "IBM855", "ISO-8859-5", "x-mac-cyrillic",
                                         "GB18030"));

TEST(DecoderSettings, RejectAnUnknownNameWithTheNearest) {
  const auto decoder = Decoder::make(named("windos-1251"));
  ASSERT_FALSE(decoder);
  EXPECT_THAT(decoder.error().reason,
              StartsWith("unknown encoding \"windos-1251\": the nearest are windows-1251, "));
  EXPECT_FALSE(Decoder::make(named("")));
}

TEST(DecoderSettings, RejectAnUnknownNameToChooseAmong) {
  const auto decoder = Decoder::make({"auto", {"KOI8-U", "windos-1251"}, {}});
  ASSERT_FALSE(decoder);
  EXPECT_THAT(decoder.error().reason,
              StartsWith("unknown encoding \"windos-1251\": the nearest are windows-1251, "));
}

TEST(DecoderSettings, RejectALanguageWithoutAModel) {
  const auto decoder = Decoder::make({"auto", {}, {"uk", "xx"}});
  ASSERT_FALSE(decoder);
  EXPECT_THAT(decoder.error().reason, StartsWith("no model of the language \"xx\": there are ar, be, bg, "));
}

TEST(DecoderSettings, TakeALargerEncodingForOneThatIsNotToldFromIt) {
  const auto found = decode(encoded("Le café fermé", "windows-1252"), {"auto", {"latin1", "koi8-u"}, {}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->encoding, "windows-1252");
}

TEST(DecoderSettings, TakeLanguagesInAnyCaseAndOfARegion) {
  const auto found = decode(encoded(kPage, "KOI8-U"), {"auto", {}, {"UK", "en-GB"}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->encoding, "KOI8-U");
}

TEST(DecoderSettings, LeaveNoneButTheirEncodingsWhereNothingFits) {
  const auto found = decode(encoded(kPage, "windows-1251"), {"auto", {"koi8-u"}, {"en"}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->encoding, "KOI8-U");
  EXPECT_EQ(found->confidence, 0);
}

TEST(DecoderSettings, NarrowTheEncodingsUnderAnyOfTheirNames) {
  const auto found = decode(encoded(kPage, "windows-1251"), {"auto", {"koi8u", "cp866"}, {}});
  ASSERT_TRUE(found);
  EXPECT_THAT(found->encoding, testing::AnyOf("KOI8-U", "IBM866"));
  EXPECT_LT(found->confidence, 0.9);
}

TEST(DecoderSettings, NarrowTheLanguages) {
  // "Ręka" to Poles.
  const auto found = decode("R\xEAka na pulsie, g\xB3owa na karku.", {"auto", {}, {"pl"}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, "Ręka na pulsie, głowa na karku.");
}

TEST(DecoderSettings, NeverNarrowUnicode) {
  const auto found = decode("сито", {"auto", {"KOI8-U"}, {"pl"}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->encoding, "UTF-8");
}

// A text in several encodings comes out as one, and the parts say what was where.
TEST(DecodeMixed, JoinsItsParts) {
  const std::string bytes =
      encoded("У Вербівці відкрили міст, якого чекали роками.\nЇздимо тепер щодня, сказала мешканка.\n",
              "windows-1251") +
      "Рух відновлено о десятій ранку.\n";
  const auto found = decode(bytes);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text,
            "У Вербівці відкрили міст, якого чекали роками.\nЇздимо тепер щодня, сказала мешканка.\n"
            "Рух відновлено о десятій ранку.\n");
  EXPECT_EQ(found->encoding, "windows-1251");
  EXPECT_EQ(found->replaced, 0u);
  ASSERT_EQ(found->parts.size(), 2u);
  EXPECT_EQ(found->parts[0].encoding, "windows-1251");
  EXPECT_EQ(found->parts[1].encoding, "UTF-8");
  EXPECT_EQ(found->parts[1].bytes.of(bytes), "Рух відновлено о десятій ранку.\n");
}

TEST(DecodeMixed, HasNoPartsWhereTheEncodingIsNamed) {
  const std::string bytes = encoded("У Вербівці відкрили міст, якого чекали.\n", "windows-1251") +
                            "Рух відновлено о десятій ранку.\n";
  EXPECT_TRUE(decode(bytes, named("windows-1251"))->parts.empty());
  EXPECT_TRUE(decode("\xEF\xBB\xBF" + bytes)->parts.empty());
}

TEST(DecodeMixed, CountsWhatMeansNothingInAnyPart) {
  const auto found =
      decode("Рух \xD0відновлено о десятій ранку.\n" +
             encoded("У Вербівці відкрили міст, якого чекали роками, і пекарню.\n", "windows-1251") +
             "Їздимо тепер щодня, сказала мешканка.\n");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->parts.size(), 3u);
  EXPECT_EQ(found->replaced, 1u);
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

#include "decode/encoding_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace sito::decode {
namespace {

using testing::Contains;
using testing::ElementsAre;
using namespace std::string_view_literals;

// What a user writes, and what the wire calls it.
struct NameCase {
  const char* name;
  std::string_view written;
  std::string_view wire;
};

constexpr NameCase kNames[] = {
    {"Utf8", "utf8", "UTF-8"},
    {"CodePage1251", "cp1251", "windows-1251"},
    {"CaseDoesNotCount", "WINDOWS-1251", "windows-1251"},
    {"Koi8u", "koi8-u", "KOI8-U"},
    {"Koi8WithoutHyphen", "KOI8R", "KOI8-R"},
    {"Dos", "cp866", "IBM866"},
    {"DosByNumber", "866", "IBM866"},
    {"DosUkrainian", "ibm-1125", "cp1125"},
    {"DosUkrainianByCodePage", "cp1125", "cp1125"},
    {"MacCyrillic", "maccy", "x-mac-cyrillic"},
    {"MacCentralEurope", "x-mac-ce", "x-mac-centraleurroman"},
    {"Mac", "macintosh", "macintosh"},
    {"Latin1", "latin1", "ISO-8859-1"},
    {"IsoCyrillic", "cyrillic", "ISO-8859-5"},
    {"Utf16Generic", "utf16", "UTF-16"},
    {"Utf16Ordered", "utf-16le", "UTF-16LE"},
};

class WireName : public testing::TestWithParam<NameCase> {};
TEST_P(WireName, Is) { EXPECT_EQ(wire_name(GetParam().written), GetParam().wire); }
TEST_P(WireName, MeansItself) { EXPECT_EQ(wire_name(GetParam().wire), GetParam().wire); }
TEST_P(WireName, IsListed) { EXPECT_THAT(encoding_names(), Contains(GetParam().wire)); }
INSTANTIATE_TEST_SUITE_P(Names, WireName, testing::ValuesIn(kNames),
                         [](const auto& row) { return row.param.name; });

class NoEncoding : public testing::TestWithParam<std::string_view> {};
TEST_P(NoEncoding, HasNoWireName) { EXPECT_EQ(wire_name(GetParam()), std::nullopt); }
INSTANTIATE_TEST_SUITE_P(Names, NoEncoding,
                         testing::Values(""sv, "-"sv, "auto"sv, "koi9"sv, "utf-8\0x"sv, "UTF-8,version=1"sv,
                                         "\xD0\xBA\xD0\xBE\xD0\xB8"sv));

TEST(EncodingNames, AreSortedAndUniqueAndMeanThemselves) {
  const auto names = encoding_names();
  EXPECT_GT(names.size(), 150u);
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
  for (const auto& name : names) EXPECT_EQ(wire_name(name), name);
}

TEST(NearestNames, BeginWithTheLikeliest) {
  EXPECT_THAT(nearest_names("windos-1251", 1), ElementsAre("windows-1251"));
  EXPECT_THAT(nearest_names("koi8y", 2), ElementsAre("KOI8-R", "KOI8-U"));
  EXPECT_THAT(nearest_names("uft-8", 1), ElementsAre("UTF-8"));
}

TEST(NearestNames, AreAtMostSoMany) {
  EXPECT_EQ(nearest_names("").size(), 3u);
  EXPECT_THAT(nearest_names("utf8", 0), testing::IsEmpty());
  EXPECT_EQ(nearest_names(std::string(1 << 20, 'x')).size(), 3u);
}

}  // namespace
}  // namespace sito::decode

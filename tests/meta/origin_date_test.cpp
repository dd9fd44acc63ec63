#include "meta/origin_date.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::meta {
namespace {

std::string drawn(std::string_view origin) {
  const auto found = origin_date(origin);
  if (!found) return "-";
  const char* from[] = {"html", "uri", "record"};
  return iso_date(found->date) + (found->time ? " " + iso_time(*found->time) : "") + " " +
         from[static_cast<std::size_t>(found->from)];
}

struct OriginCase {
  const char* name;
  const char* origin;
  const char* drawn;
};

constexpr OriginCase kCases[] = {
    {"Empty", R"({})", "-"},
    {"Null", R"(null)", "-"},
    {"Html", R"({"html":{"published":"2020-05-12T14:05:00+03:00"}})", "2020-05-12 14:05:00 html"},
    {"HtmlDateOnly", R"({"html":{"published":"2020-05-12"}})", "2020-05-12 html"},
    {"HtmlNull", R"({"html":{"published":null},"date":"2021-01-02T03:04:05Z"})", "2021-01-02 record"},
    {"HtmlBroken", R"({"html":{"published":"soon"},"uri":"https://a.example/2020/05/12/x"})",
     "2020-05-12 uri"},
    {"HtmlBeforeUri", R"({"uri":"https://a.example/2019/05/12/x","html":{"published":"2020-05-12"}})",
     "2020-05-12 html"},
    {"UriBeforeRecord", R"({"uri":"https://a.example/2019/05/12/x","date":"2021-01-02T03:04:05Z"})",
     "2019-05-12 uri"},
    {"Record", R"({"uri":"https://a.example/x","date":"2021-01-02T03:04:05Z"})", "2021-01-02 record"},
};

class OriginDates : public testing::TestWithParam<OriginCase> {};
TEST_P(OriginDates, Draws) { EXPECT_EQ(drawn(GetParam().origin), GetParam().drawn); }
INSTANTIATE_TEST_SUITE_P(Origins, OriginDates, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

struct UriCase {
  const char* name;
  const char* uri;
  const char* date;
};

constexpr UriCase kUris[] = {
    {"Slashes", "https://a.example/news/2020/05/12/bridge.html", "2020-05-12"},
    {"OneDigit", "https://a.example/2020/5/2/bridge", "2020-05-02"},
    {"Hyphens", "https://a.example/2020-05-12-bridge", "2020-05-12"},
    {"AtTheEnd", "https://a.example/news/2020-05-12", "2020-05-12"},
    {"Packed", "https://a.example/20200512/bridge", "2020-05-12"},
    {"PathAlone", "/2020/05/12/", "2020-05-12"},
    {"MonthOnly", "https://a.example/2020/05/bridge", "-"},
    {"InTheQuery", "https://a.example/x?date=2020/05/12", "-"},
    {"InTheHost", "https://2020-05-12.example/x", "-"},
    {"NoSuchDay", "https://a.example/2020/02/31/x", "-"},
    {"LongerNumber", "https://a.example/202005121/x", "-"},
    {"Identifier", "https://a.example/news/12345678", "-"},
    {"Empty", "", "-"},
};

class UriDates : public testing::TestWithParam<UriCase> {};
TEST_P(UriDates, Draws) {
  const auto date = uri_date(GetParam().uri);
  EXPECT_EQ(date ? iso_date(*date) : "-", GetParam().date);
}
INSTANTIATE_TEST_SUITE_P(Uris, UriDates, testing::ValuesIn(kUris),
                         [](const auto& row) { return row.param.name; });

TEST(StampDate, KeepsTheLocalTime) {
  const auto stamp = stamp_date("2020-05-12 23:30");
  ASSERT_TRUE(stamp);
  EXPECT_EQ(iso_date(stamp->date), "2020-05-12");
  EXPECT_EQ(stamp->time, (ClockTime{23, 30, std::nullopt}));
  EXPECT_FALSE(stamp_date("12.05.2020"));
  EXPECT_FALSE(stamp_date("2020-05-12T99:99").value().time);
}

}  // namespace
}  // namespace sito::meta

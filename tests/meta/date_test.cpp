#include "meta/date.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::meta {
namespace {

const std::string kBody =
    "Селищна рада розглянула звіт водоканалу і погодила графік ремонту на трьох вулицях.\n\n"
    "Жителі просили не перекривати рух біля ринку, тож роботи почнуться лише ввечері.\n\n"
    "Підрядник обіцяє завершити все до холодів і повернути тротуари такими, як раніше.\n";

// The page with its date in brackets, and the time behind the page.
std::string drawn(std::string text, std::optional<Date> today = std::nullopt) {
  const auto found = publication_date(text, "uk", today);
  if (!found) return "none";
  return iso_date(found->date) + " [" + std::string(found->place.of(text)) + "]" +
         (found->time ? " " + iso_time(*found->time) : "");
}

TEST(PublicationDate, HeadBeforeFoot) {
  EXPECT_EQ(drawn("7 червня 2021\n" + kBody + "9 червня 2021"), "2021-06-07 [7 червня 2021]");
  EXPECT_EQ(drawn(kBody + "\n9 червня 2021"), "2021-06-09 [9 червня 2021]");
}

TEST(PublicationDate, LabelBeforeBareDate) {
  EXPECT_EQ(drawn("9 червня 2021\nОпубліковано: 7 червня 2021, 9:30\n" + kBody),
            "2021-06-07 [7 червня 2021] 09:30");
}

TEST(PublicationDate, BareDateBeforeDateline) {
  EXPECT_EQ(drawn("9 червня 2021\nВеселе, 7 червня 2021 року – " + kBody), "2021-06-09 [9 червня 2021]");
  EXPECT_EQ(drawn("Веселе, 7 червня 2021 року – " + kBody), "2021-06-07 [7 червня 2021]");
}

TEST(PublicationDate, NoneInTheStory) {
  EXPECT_EQ(drawn(kBody), "none");
  EXPECT_EQ(drawn(kBody + "\n7 червня 2021 року роботи почалися, а 9 червня 2021 року тривали.\n\n" + kBody),
            "none");
  EXPECT_EQ(drawn(""), "none");
}

TEST(PublicationDate, NoneAtAFootThatNamesTwo) {
  EXPECT_EQ(drawn(kBody + "\n7 червня 2021\n9 червня 2021"), "none");
}

TEST(PublicationDate, DeepBelowTheProseIsNotTheHead) {
  std::string text = kBody + "\n7 червня 2021\n";
  for (int i = 0; i < 8; ++i) text += kBody;
  EXPECT_EQ(drawn(text), "none");
}

TEST(PublicationDate, CalendarLeafOverLines) {
  EXPECT_EQ(drawn("07\nЧЕР\n2021\nВодогін відремонтують\n" + kBody), "2021-06-07 [07\nЧЕР\n2021]");
  EXPECT_EQ(drawn("Червень 7\n2021\nВодогін відремонтують\n" + kBody), "2021-06-07 [Червень 7\n2021]");
  EXPECT_EQ(drawn("7\n12\n2021\n34\n" + kBody), "none");
}

TEST(PublicationDate, AHeadlinesDateIsOfWhatItTells) {
  EXPECT_EQ(drawn("Звітна конференція, 7 червня 2021\n" + kBody), "none");
  EXPECT_EQ(drawn("Відділ нашої бібліотеки, 7 червня 2021\nВодогін відремонтують до зими\n" + kBody),
            "2021-06-07 [7 червня 2021]");
}

TEST(PublicationDate, CreatedWhereNothingIsPublished) {
  EXPECT_EQ(drawn("Створено: 7 червня 2021\n" + kBody), "2021-06-07 [7 червня 2021]");
  EXPECT_EQ(drawn("Створено: 7 червня 2021\nОпубліковано: 9 червня 2021\n" + kBody),
            "2021-06-09 [9 червня 2021]");
}

TEST(PublicationDate, RelativeNeedsToday) {
  EXPECT_EQ(drawn("Вчора, 9:30\n" + kBody), "none");
  EXPECT_EQ(drawn("Вчора, 9:30\n" + kBody, parse_date("2021-06-08")), "2021-06-07 [Вчора, 9:30] 09:30");
}

TEST(PublicationDate, MegabytesCostTheEdges) {
  for (const char* piece : {"1", ".", "-", "12.05.", "\n", "\u00a0", "7 червня 2021 ", "«"}) {
    std::string text;
    while (text.size() < (1U << 20)) text += piece;
    EXPECT_EQ(drawn(text), "none") << piece;
  }
}

}  // namespace
}  // namespace sito::meta

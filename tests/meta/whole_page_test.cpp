#include "meta/whole_page.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::meta {
namespace {

// The page with what is left of it in brackets; "none" if nothing comes back.
std::string drawn(std::string_view text, json::Value boilerplate) {
  text::OffsetIndex offsets;
  offsets.assign(text);
  const auto page = WholePage::restored(text, offsets, boilerplate);
  if (!page) return "none";
  std::string out;
  for (std::size_t at = 0; at < page->text().size(); ++at) {
    const bool left = page->in_text({at, at + 1}).has_value();
    const bool before = at > 0 && page->in_text({at - 1, at}).has_value();
    if (left != before) out += left ? '[' : ']';
    out += page->text()[at];
  }
  return out;
}

// What is left of a page, what was removed from it, and the page.
struct PageCase {
  const char* name;
  const char* text;
  const char* boilerplate;
  const char* page;
};

constexpr PageCase kPages[] = {
    {"LineAtTheHead", "Вода\n", R"([{"start":0,"end":3,"text":"27\n"}])", "27\n[Вода\n"},
    {"LineAtTheFoot", "Вода", R"([{"start":4,"end":9,"text":"\nРада"}])", "[Вода]\nРада"},
    {"TwoLines", "Вода є\n", R"([{"start":0,"end":3,"text":"27\n"},{"start":7,"end":10,"text":"ні "}])",
     "27\n[Вода]ні [ є\n"},
    {"BlocksStayAway", "Вода\n", R"([{"start":0,"end":4,"text":"а\nб\n"}])", "none"},
    {"NothingWasRemoved", "Вода\n", "[]", "none"},
    {"NoList", "Вода\n", "null", "none"},
    {"BeyondTheText", "Вода\n", R"([{"start":90,"end":93,"text":"27\n"}])", "none"},
    {"OutOfOrder", "Вода\n", R"([{"start":4,"end":6,"text":"a\n"},{"start":0,"end":2,"text":"b\n"}])",
     "none"},
    {"NoOffsets", "Вода\n", R"([{"text":"27\n"}])", "none"},
};

class RestoredPage : public testing::TestWithParam<PageCase> {};
TEST_P(RestoredPage, Draws) { EXPECT_EQ(drawn(GetParam().text, GetParam().boilerplate), GetParam().page); }
INSTANTIATE_TEST_SUITE_P(Pages, RestoredPage, testing::ValuesIn(kPages),
                         [](const auto& row) { return row.param.name; });

TEST(WholePage, PlacesAreBytesOfTheTextThatIsLeft) {
  const std::string text = "Вода 7 червня";
  text::OffsetIndex offsets;
  offsets.assign(text);
  const auto page = WholePage::restored(text, offsets, R"([{"start":0,"end":3,"text":"27\n"}])");
  ASSERT_TRUE(page);
  const std::size_t at = page->text().find('7', 2);
  EXPECT_EQ(page->in_text({at, at + 1}), (ByteRange{9, 10}));
  EXPECT_EQ(page->in_text({0, 4}), std::nullopt);
}

}  // namespace
}  // namespace sito::meta

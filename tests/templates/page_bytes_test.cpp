#include "templates/page_bytes.h"

#include <gtest/gtest.h>

namespace sito::templates {
namespace {

TEST(PageBytes, ComeBackOneAfterTheOther) {
  const std::vector<Record> records = {{1, {1, 2, 3}, "Мапа"}, {~0ULL, {1, 255, 0}, ""}};
  std::string bytes;
  append_page("а.example", records, bytes);
  append_page("", {}, bytes);
  std::string_view left = bytes;
  PageOfSite page;
  take_page(left, page);
  EXPECT_EQ(page.site, "а.example");
  ASSERT_EQ(page.records.size(), 2U);
  EXPECT_EQ(page.records[0].key, 1U);
  EXPECT_EQ(page.records[0].seen, (Seen{1, 2, 3}));
  EXPECT_EQ(page.records[0].excerpt, "Мапа");
  EXPECT_EQ(page.records[1].key, ~0ULL);
  take_page(left, page);
  EXPECT_EQ(page.site, "");
  EXPECT_TRUE(page.records.empty());
  EXPECT_TRUE(left.empty());
}

}  // namespace
}  // namespace sito::templates

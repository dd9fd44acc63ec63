#include "templates/cursor.h"

#include <gtest/gtest.h>

#include "learnt.h"

namespace sito::templates {
namespace {

TEST(Cursor, StepsFromRecordToRecordAndFromSiteToSite) {
  Cursor cursor(opened(learnt({{"а", "Мапа\nДрук"}, {"б", ""}, {"в", "Пошук"}})));
  std::string seen;
  while (cursor.has_site()) {
    const std::string site(cursor.site());
    seen += site + ":";
    if (!cursor.has_record(site)) cursor.step();
    for (; cursor.has_record(site); cursor.step()) seen += std::string(cursor.record().excerpt) + ",";
  }
  EXPECT_TRUE(seen == "а:Мапа,Друк,б:в:Пошук," || seen == "а:Друк,Мапа,б:в:Пошук,") << seen;
}

TEST(Cursor, BlocksHaveNoBorders) {
  std::string bytes;
  ModelWriter writer(into(bytes), {});
  writer.begin_site("а", 1);
  for (std::size_t key = 0; key <= kBlockRecords; ++key) writer.add({key, {1, 0, 0}, "x"});
  writer.finish();
  Cursor cursor(opened(bytes));
  std::size_t records = 0;
  for (; cursor.has_record("а"); cursor.step()) ++records;
  EXPECT_EQ(records, kBlockRecords + 1);
  EXPECT_FALSE(cursor.has_site());
}

}  // namespace
}  // namespace sito::templates

#include "templates/list.h"

#include <gtest/gtest.h>

#include "learnt.h"

namespace sito::templates {
namespace {

const std::vector<Page> kPages = {{"б.example", "Мапа\nТема 12\nДрук"},
                                  {"б.example", "Мапа\nТема 13\nДрук"},
                                  {"б.example", "Мапа"},
                                  {"а\tб", "Рядок\x1b[J із зайвим"}};

TEST(List, NamesItsColumns) {
  std::string out;
  list(opened(learnt({})), {}, into(out));
  EXPECT_EQ(out, "site\tpages\tof\tshare\tfrom_start\tfrom_end\tline\n");
}

TEST(List, MostPagesFirstThenNearestToTheStart) {
  EXPECT_EQ(listed(learnt(kPages), {{"б.example"}, 1}),
            "б.example\t3\t3\t100.0\t0\t0\tМапа\n"
            "б.example\t2\t3\t66.7\t1\t1\tТема 0\n"
            "б.example\t2\t3\t66.7\t2\t0\tДрук\n"
            "б.example\t1\t3\t33.3\t1\t1\tТема 12\n"
            "б.example\t1\t3\t33.3\t1\t1\tТема 13\n");
}

TEST(List, LeavesOutWhatFewPagesHave) {
  EXPECT_EQ(listed(learnt(kPages), {{"б.example"}, 3}), "б.example\t3\t3\t100.0\t0\t0\tМапа\n");
  EXPECT_EQ(listed(learnt(kPages), {{}, 4}), "");
}

TEST(List, ControlCharactersAreEscaped) {
  EXPECT_EQ(listed(learnt(kPages), {{"а\tб"}, 1}), "а\\x09б\t1\t1\t100.0\t0\t0\tРядок\\x1b[J із зайвим\n");
}

TEST(List, SitesAreChosenByName) {
  EXPECT_EQ(listed(learnt(kPages), {{"в.example"}, 1}), "");
  const auto two = listed(learnt(kPages), {{"б.example", "а\tб"}, 3});
  EXPECT_EQ(two, "б.example\t3\t3\t100.0\t0\t0\tМапа\n");
}

}  // namespace
}  // namespace sito::templates

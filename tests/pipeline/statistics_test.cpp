#include "pipeline/statistics.h"

#include <gtest/gtest.h>

namespace sito::pipeline {
namespace {

TEST(Statistics, AreOneJsonObject) {
  Statistics statistics;
  statistics.documents = 3;
  statistics.rejected = 2;
  statistics.reasons["no 'text'"] = 2;
  statistics.counts.add("normalize.form", 4);
  const auto json = to_json(statistics, "sito-normalize");
  EXPECT_EQ(json.substr(0, json.find(",\"version\"")), R"({"tool":"sito-normalize")");
  EXPECT_NE(json.find(R"("documents":3,"bytes_in":0,"bytes_out":0,"rejected":2,"skipped":0,"seconds":0.000)"),
            std::string::npos);
  EXPECT_TRUE(
      json.ends_with("\"rejects\":{\"no 'text'\":2},\"skips\":{},\"counts\":{\"normalize.form\":4}}\n"));
}

TEST(Statistics, RankWhatWasCounted) {
  Statistics statistics;
  statistics.counts.add("strip.rule.a", 1);
  statistics.counts.add("strip.rule.b", 3);
  statistics.counts.add("strip.rule.c", 1);
  EXPECT_TRUE(to_json(statistics, "sito-strip")
                  .ends_with(R"("counts":{"strip.rule.b":3,"strip.rule.a":1,"strip.rule.c":1}})"
                             "\n"));
}

TEST(ReasonClass, LeavesOutWhatDiffersFromRecordToRecord) {
  EXPECT_EQ(reason_class("not valid JSON at byte 17: '{' stands open"),
            "not valid JSON at byte N: '...' stands open");
  EXPECT_EQ(reason_class("no text"), "no text");
  EXPECT_EQ(reason_class("it's"), "it's");
}

}  // namespace
}  // namespace sito::pipeline

#include "batch/manifest.h"

#include <gtest/gtest.h>

namespace sito::batch {
namespace {

TEST(Manifest, ListsThePartsAndAddsThemUp) {
  const Manifest manifest{"sito-emit",
                          "1.2.3",
                          {{"view", {"quote"}}, {"fields", {"id", "text"}}},
                          {{"part-00000.jsonl", 2, 40, 50, "sha256:ab", "а.txt", "b \"c\""},
                           {"part-00001.jsonl", 1, 4, 5, "sha256:cd", "d", "d"}}};
  EXPECT_EQ(to_json(manifest),
            R"({"program":"sito-emit","version":"1.2.3","options":{"view":["quote"],"fields":["id","text"]},)"
            R"("records":3,"bytes":44,"content_bytes":55,"parts":[)"
            "\n"
            R"({"name":"part-00000.jsonl","records":2,"bytes":40,"content_bytes":50,"digest":"sha256:ab",)"
            R"("first_id":"а.txt","last_id":"b \"c\""},)"
            "\n"
            R"({"name":"part-00001.jsonl","records":1,"bytes":4,"content_bytes":5,"digest":"sha256:cd",)"
            R"("first_id":"d","last_id":"d"})"
            "\n]}\n");
}

TEST(Manifest, APartWithoutRecordsHasNoIds) {
  EXPECT_EQ(
      to_json({"sito run", "1", {}, {{"part-00000.csv", 0, 3, 3, "sha256:ef", "", ""}}}),
      R"({"program":"sito run","version":"1","options":{},"records":0,"bytes":3,"content_bytes":3,"parts":[)"
      "\n"
      R"({"name":"part-00000.csv","records":0,"bytes":3,"content_bytes":3,"digest":"sha256:ef",)"
      R"("first_id":null,"last_id":null})"
      "\n]}\n");
}

}  // namespace
}  // namespace sito::batch

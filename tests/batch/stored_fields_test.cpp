#include "batch/stored_fields.h"

#include <gtest/gtest.h>

#include "io/error.h"

namespace sito::batch {
namespace {

TEST(StoredFields, GiveWhatWasWritten) {
  std::string out;
  json::Writer json(out);
  json.begin_object().key("n").integer(-3).key("names").begin_array();
  write_bytes(json, "Ліна");
  write_bytes(json, "\xFF\x00x");
  json.end_array().key("none").null().key("in").begin_object().key("s").string("t").end_object().end_object();
  const auto spaced = " " + out + "\n";
  const auto fields = StoredFields::parse(spaced, "f");
  EXPECT_EQ(fields.integer("n"), -3);
  EXPECT_EQ(fields.list_of_bytes("names"), (std::vector<std::string>{"Ліна", "\xFF"}));
  EXPECT_FALSE(fields.has("none"));
  EXPECT_FALSE(fields.has("other"));
  EXPECT_EQ(fields.object("in").string("s"), "t");
}

TEST(StoredFields, WhatIsOtherwiseIsDamage) {
  EXPECT_THROW((void)StoredFields::parse("{", "f"), DamagedInput);
  EXPECT_THROW((void)StoredFields::parse("[]", "f"), DamagedInput);
  const auto fields = StoredFields::parse(R"({"a":1,"b":-1,"c":[1],"d":{"base64":"="}})", "f");
  EXPECT_THROW((void)fields.string("a"), DamagedInput);
  EXPECT_THROW((void)fields.integer("none"), DamagedInput);
  EXPECT_THROW((void)fields.size("b"), DamagedInput);
  EXPECT_THROW((void)fields.objects("c"), DamagedInput);
  EXPECT_THROW((void)fields.object("a"), DamagedInput);
  EXPECT_THROW((void)fields.list_of_bytes("c"), DamagedInput);
  EXPECT_THROW((void)fields.bytes("d"), DamagedInput);
}

}  // namespace
}  // namespace sito::batch

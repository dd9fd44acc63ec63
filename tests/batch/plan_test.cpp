#include "batch/plan.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "document/json_scan.h"
#include "io/error.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

Plan example() {
  Plan plan;
  plan.version = "1";
  plan.paths = {{"d", "/mnt/d"}, {".", "/mnt/here/."}, {"/", "/"}};
  plan.options = {
      {"emit.view", {"quote"}, {}}, {"strip.rules", {"/r\xFF"}, {"xxh128:0"}}, {"read.site", {""}, {}}};
  plan.options_digest = "xxh128:1";
  plan.suffix = "jsonl.zst";
  return plan;
}

PlannedInput input(const std::string& path) {
  PlannedInput input;
  input.path = path;
  input.bytes = 9;
  input.modified = {1704067200, 5};
  input.digest = "xxh128:2";
  return input;
}

class PlanTest : public testing::Test {
 protected:
  PlanFile written(const std::vector<std::vector<PlannedInput>>& tasks) const {
    return PlanFile(folder_.write("plan.json", to_json(example(), tasks)));
  }

  TemporaryFolder folder_;
};

TEST_F(PlanTest, ComesBack) {
  auto rejected = input("d/closed");
  rejected.reject = "cannot read: Permission denied";
  const auto file = written({{input("d/a"), input("d/b\xFF")}, {}, {rejected}});
  EXPECT_EQ(file.tasks(), 3U);
  EXPECT_EQ(file.folder(), folder_.path() + "/");
  EXPECT_EQ(file.plan().paths[0].location, "/mnt/d");
  ASSERT_EQ(file.plan().options.size(), 3U);
  EXPECT_EQ(file.plan().options[1].values.front(), "/r\xFF");
  EXPECT_EQ(file.plan().options[1].digests.front(), "xxh128:0");
  EXPECT_EQ(file.plan().options[2].values.front(), "");
  const auto first = file.inputs(0);
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[0].path, "d/a");
  EXPECT_EQ(first[0].bytes, 9U);
  EXPECT_EQ(first[0].modified.tv_sec, 1704067200);
  EXPECT_EQ(first[0].modified.tv_nsec, 5);
  EXPECT_EQ(first[0].digest, "xxh128:2");
  EXPECT_EQ(first[1].path, "d/b\xFF");
  EXPECT_TRUE(file.inputs(1).empty());
  EXPECT_EQ(file.inputs(2).front().reject, "cannot read: Permission denied");
}

TEST_F(PlanTest, MembersComeBack) {
  auto some = input("d/a.tar");
  some.members = std::make_shared<const io::MemberRange>(io::MemberRange{2, 7, {{"ї", 3}}});
  EXPECT_EQ(some.own_bytes(), 5U);
  const auto file = written({{some}});
  const auto inputs = file.inputs(0);
  ASSERT_TRUE(inputs.front().members);
  EXPECT_EQ(inputs.front().bytes, 9U);
  EXPECT_EQ(inputs.front().members->end, 7U);
  EXPECT_EQ(inputs.front().members->seen, some.members->seen);
  EXPECT_EQ(found(file.plan(), inputs.front()).members, inputs.front().members);
}

TEST_F(PlanTest, IsOneJsonObjectWithALineForEach) {
  const auto json = to_json(example(), {{input("d/a"), input("d/b")}, {input("d/c")}});
  json::Index index;
  EXPECT_TRUE(json::scan(json, index));
  EXPECT_EQ(std::count(json.begin(), json.end(), '\n'), 9);
  EXPECT_NE(
      json.find("\n"
                R"({"in":0,"path":"d/c","bytes":9,"modified":"1704067200.000000005","digest":"xxh128:2"})"
                "\n"),
      std::string::npos);
}

TEST_F(PlanTest, EveryChangeShows) {
  const auto json = to_json(example(), {{input("d/a")}, {input("d/b")}});
  const auto digest = PlanFile(folder_.write("plan.json", json)).digest();
  auto other = json;
  other.replace(other.find("d/b"), 3, "d/c");
  const PlanFile file(folder_.write("plan.json", other));
  EXPECT_EQ(file.inputs(0).front().path, "d/a");
  EXPECT_THROW((void)file.inputs(1), DamagedInput);
  auto option = json;
  option.replace(option.find("quote"), 5, "title");
  EXPECT_NE(PlanFile(folder_.write("plan.json", option)).digest(), digest);
}

TEST_F(PlanTest, WhatIsNoPlanIsRefused) {
  for (const auto* content : {"", "{}", "[1,2]", "{\"program\":\"sito\",\n\"inputs\":[\n]}\n"})
    EXPECT_THROW(PlanFile(folder_.write("plan.json", content)), DamagedInput) << content;
  EXPECT_THROW(PlanFile(folder_.path("none")), IoError);
  const auto json = to_json(example(), {{input("d/a")}});
  EXPECT_THROW(PlanFile(folder_.write("plan.json", json.substr(0, 100))), DamagedInput);
}

TEST_F(PlanTest, PartsSortByTheirNumbers) {
  EXPECT_EQ(written({{}, {}}).part_name(1), "part-00001.jsonl.zst");
}

struct PlaceCase {
  const char* name;
  std::size_t in;
  const char* path;
  const char* location;
  const char* below;
  bool given_itself;
};

constexpr PlaceCase kPlaces[] = {
    {"BelowAFolder", 0, "d/a/b", "/mnt/d/a/b", "a/b", false},
    {"TheFileItself", 0, "d", "/mnt/d", "d", true},
    {"BelowTheWorkingFolder", 1, "a/b", "/mnt/here/./a/b", "a/b", false},
    {"BelowTheRoot", 2, "/a", "/a", "a", false},
};

class Place : public testing::TestWithParam<PlaceCase> {};

TEST_P(Place, IsAsTheWalkFoundIt) {
  const auto& want = GetParam();
  auto planned = input(want.path);
  planned.in = want.in;
  const auto file = found(example(), planned);
  EXPECT_EQ(file.path, want.path);
  EXPECT_EQ(file.given, example().paths[want.in].location);
  EXPECT_EQ(file.location, want.location);
  EXPECT_EQ(file.below, want.below);
  EXPECT_EQ(file.given_itself, want.given_itself);
  EXPECT_EQ(file.bytes, 9U);
  EXPECT_FALSE(file.reject);
}

INSTANTIATE_TEST_SUITE_P(Plan, Place, testing::ValuesIn(kPlaces),
                         [](const auto& row) { return row.param.name; });

TEST(Planned, HoldsWhatTheWalkFound) {
  io::FoundFile file;
  file.path = "d/a";
  file.bytes = 3;
  file.modified = {7, 8};
  file.reject = Reject{"cannot read"};
  const auto input = planned(file, 4);
  EXPECT_EQ(input.in, 4U);
  EXPECT_EQ(input.path, "d/a");
  EXPECT_EQ(input.bytes, 3U);
  EXPECT_EQ(input.modified.tv_nsec, 8);
  EXPECT_EQ(input.reject, "cannot read");
}

}  // namespace
}  // namespace sito::batch

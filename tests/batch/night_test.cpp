#include "batch/night.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <map>

#include "batch/entry.h"
#include "batch/part_content.h"
#include "document/json_value.h"
#include "document/json_writer.h"
#include "io/error.h"
#include "pipeline/chain.h"
#include "pipeline/file_source.h"
#include "pipeline/run.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

namespace fs = boost::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// {"id","text"}; the text "bad" is rejected, of "none" there are no records.
class IdAndText final : public Sink {
 public:
  [[nodiscard]] std::span<const std::string_view> fields() const override { return {}; }
  Result<void> write(Document& document, Scratch&, std::string& out) const override {
    const auto text = *document.text();
    if (text == "bad") return Reject{"bad text"};
    if (text == "none") return {};
    std::string line;
    json::Writer json(line);
    json.begin_object();
    json.key("id").string(*document.id());
    json.key("text").string(text);
    json.end_object();
    out += line + '\n';
    return {};
  }
};

struct After {
  NightSummary summary;
  std::int64_t documents = 0;  ///< that were read
  std::vector<std::string> refused;
};

class WholeNights : public ::testing::Test {
 protected:
  WholeNights() {
    settings.folder = folder.path("corpus");
    settings.suffix = "jsonl";
    settings.shard_size = {2, 0};
    settings.making = {"options", "", "shape"};
  }

  /// A file that was written long ago, at a time of its own.
  void file(const std::string& name, const std::string& text) {
    folder.write("in/" + name, text);
    fs::last_write_time(folder.path("in/" + name), 1'600'000'000 + clock_++);
  }

  After night() { return finished(read(std::make_unique<Night>(settings))); }

  struct Read {
    std::unique_ptr<Night> night;
    After after;
  };
  /// All that is read of a night, which is not committed.
  Read read(std::unique_ptr<Night> night) {
    Read result{std::move(night), {}};
    auto& at_work = *result.night;
    at_work.begin();
    pipeline::FileSettings reading;
    reading.raw.known = &at_work;
    auto source = at_work.watched(*pipeline::make_file_source({folder.path("in")}, reading));
    const pipeline::Chain chain({}, make_entry_sink(std::make_unique<IdAndText>()));
    pipeline::Progress progress;
    const pipeline::Outlet outlet{[&](std::string_view entries) { at_work.add(entries); },
                                  [&](const pipeline::Refusal& refusal) {
                                    at_work.refuse(refusal);
                                    result.after.refused.push_back(refusal.reason);
                                  },
                                  [&] { at_work.delivered(); }};
    result.after.documents = pipeline::run(*source, chain, outlet, {2, false}, progress).statistics.documents;
    return result;
  }
  static After finished(Read read) {
    read.after.summary = read.night->commit();
    return read.after;
  }

  /// "NAME: TEXT" of each record of the current corpus.
  std::vector<std::string> corpus() {
    std::vector<std::string> result;
    for (const auto& entry : fs::directory_iterator(folder.path("corpus/current"))) {
      const auto name = entry.path().filename().string();
      if (!name.starts_with("part-")) continue;
      std::istringstream lines(folder.read("corpus/current/" + name));
      for (std::string line; std::getline(lines, line);) {
        const auto id = *json::string(*json::member(line, "id"));
        result.push_back(id.substr(id.rfind("/in/") + 4) + ": " + *json::string(*json::member(line, "text")));
      }
    }
    return result;
  }

  TemporaryFolder folder;
  NightSettings settings;

 private:
  std::time_t clock_ = 0;
};

TEST_F(WholeNights, OnlyWhatIsNewIsRead) {
  file("a", "one");
  file("b", "two");
  EXPECT_EQ(night().documents, 2);
  file("b", "three");
  file("c", "four");
  const auto second = night();
  EXPECT_EQ(second.documents, 2);
  EXPECT_EQ(second.summary.changes.added, 1);
  EXPECT_EQ(second.summary.changes.replaced, 1);
  EXPECT_EQ(second.summary.documents, 3);
  EXPECT_THAT(corpus(), UnorderedElementsAre("a: one", "b: three", "c: four"));
}

TEST_F(WholeNights, ANightWithoutNewsMakesNoGeneration) {
  file("a", "one");
  EXPECT_TRUE(night().summary.committed);
  const auto second = night();
  EXPECT_FALSE(second.summary.committed);
  EXPECT_EQ(second.summary.generation, 1);
  EXPECT_FALSE(fs::exists(folder.path("corpus/gen-000002")));
}

TEST_F(WholeNights, WhatIsVerifiedAndIsTheSameIsNoNews) {
  file("a", "one");
  file("b", "bad");
  file("c", "none");
  night();
  settings.again = {true, true, false};
  const auto second = night();
  EXPECT_THAT(second.refused, ElementsAre("bad text"));
  EXPECT_FALSE(second.summary.committed);
  file("c", "bad");
  EXPECT_TRUE(night().summary.committed);
}

TEST_F(WholeNights, ARunThatWasEndedBeforeItReadAnythingIsNoNews) {
  file("a", "one");
  night();
  { Generations(settings.folder).begin(true); }
  EXPECT_TRUE(fs::exists(folder.path("corpus/gen-000002/_ledger.sqlite")));
  EXPECT_FALSE(night().summary.committed);
  EXPECT_FALSE(fs::exists(folder.path("corpus/gen-000002")));
}

TEST_F(WholeNights, PartsThatDidNotChangeAreTheSameFiles) {
  for (const auto* name : {"a", "b", "c", "d"}) file(name, name);
  night();
  file("d", "new");
  night();
  EXPECT_EQ(fs::hard_link_count(folder.path("corpus/current/part-00000001.jsonl")), 2U);
  EXPECT_THAT(corpus(), UnorderedElementsAre("a: a", "b: b", "c: c", "d: new"));
}

TEST_F(WholeNights, GoneInputsKeepTheirRecordsUnlessPruned) {
  for (int i = 0; i < 40; ++i) file("f" + std::to_string(i), "text");
  night();
  fs::remove(folder.path("in/f0"));
  EXPECT_EQ(night().summary.gone, 1);
  EXPECT_EQ(corpus().size(), 40U);
  settings.prune = Prune::kFew;
  EXPECT_EQ(night().summary.changes.removed, 1);
  EXPECT_EQ(corpus().size(), 39U);
  for (const auto* name : {"f1", "f2"}) fs::remove(folder.path(std::string("in/") + name));
  const auto refused = night();
  EXPECT_TRUE(refused.summary.prune_was_refused) << "2 of 39 are more than 5 %";
  EXPECT_EQ(corpus().size(), 39U);
  settings.prune = Prune::kAll;
  EXPECT_EQ(night().summary.changes.removed, 2);
  EXPECT_EQ(corpus().size(), 37U);
}

TEST_F(WholeNights, WhatIsRejectedIsRemembered) {
  file("a", "bad");
  file("b", "good");
  EXPECT_THAT(night().refused, ElementsAre("bad text"));
  EXPECT_THAT(night().refused, IsEmpty());
  EXPECT_NE(folder.read("corpus/current/_rejects.jsonl").find("bad text"), std::string::npos);
  settings.again.refused = true;
  EXPECT_THAT(night().refused, ElementsAre("bad text"));
  settings.again.refused = false;
  file("a", "mended");
  EXPECT_THAT(night().refused, IsEmpty());
  EXPECT_EQ(folder.read("corpus/current/_rejects.jsonl"), "");
  EXPECT_THAT(corpus(), UnorderedElementsAre("a: mended", "b: good"));
}

TEST_F(WholeNights, AnInputThatIsBrokenCountsAsGone) {
  for (int i = 0; i < 3; ++i) file("f" + std::to_string(i), "text");
  night();
  file("f0", "bad");
  EXPECT_EQ(night().summary.gone, 1);
  EXPECT_EQ(corpus().size(), 3U);
  file("f0", "text");
  EXPECT_EQ(night().summary.gone, 0);
}

TEST_F(WholeNights, DocumentsWithoutRecordsAreKnown) {
  file("a", "none");
  EXPECT_EQ(night().documents, 1);
  EXPECT_EQ(night().documents, 0);
  EXPECT_THAT(corpus(), IsEmpty());
  EXPECT_TRUE(fs::exists(folder.path("corpus/current/part-00000001.jsonl")))
      << "a part there is all the same";
  file("a", "some");
  EXPECT_EQ(night().summary.changes.replaced, 1);
  EXPECT_THAT(corpus(), ElementsAre("a: some"));
}

TEST_F(WholeNights, AnEndedRunIsGoneOnWith) {
  for (const auto* name : {"a", "b", "c", "d", "e"}) file(name, name);
  { const auto killed = read(std::make_unique<Night>(settings)); }
  EXPECT_FALSE(fs::exists(folder.path("corpus/current")));
  file("c", "changed");
  const auto next = night();
  EXPECT_LT(next.documents, 5) << "parts that were whole are used";
  EXPECT_GE(next.documents, 1);
  EXPECT_THAT(corpus(), UnorderedElementsAre("a: a", "b: b", "c: changed", "d: d", "e: e"));
  EXPECT_EQ(next.summary.changes.added, 5) << "what was added since the corpus that readers see";
}

TEST_F(WholeNights, OtherOptionsAreToldOfAndReprocessed) {
  file("a", "one");
  file("b", "two");
  night();
  settings.making.options = "others";
  file("b", "three");
  EXPECT_EQ(night().summary.stale, 1);
  settings.again.other_makings = true;
  const auto again = night();
  EXPECT_EQ(again.documents, 1) << "the other was made so";
  EXPECT_EQ(again.summary.stale, 0);
  EXPECT_EQ(night().documents, 0);
}

TEST_F(WholeNights, AnotherShapeNeedsAllMadeAnew) {
  file("a", "one");
  night();
  settings.making = {"others", "", "another shape"};
  EXPECT_TRUE(Night(settings).objection().has_value());
  EXPECT_FALSE(fs::exists(folder.path("corpus/gen-000002"))) << "nothing was begun";
  settings.again.other_makings = true;
  EXPECT_FALSE(Night(settings).objection().has_value());
  fs::remove(folder.path("in/a"));
  file("b", "two");
  EXPECT_THROW(night(), IoError) << "what is gone cannot be made anew";
  settings.prune = Prune::kAll;
  night();
  EXPECT_THAT(corpus(), ElementsAre("b: two"));
}

TEST_F(WholeNights, WhenTheTimeIsUpTheNextGoesOn) {
  for (const auto* name : {"a", "b", "c"}) file(name, name);
  settings.time_limit = std::chrono::seconds(0);
  const auto cut = night();
  EXPECT_TRUE(cut.summary.time_was_up);
  EXPECT_EQ(cut.documents, 0);
  settings.time_limit.reset();
  EXPECT_EQ(night().documents, 3);
}

TEST_F(WholeNights, NothingIsGoneWhereTheTimeWasUp) {
  file("a", "one");
  file("b", "two");
  night();
  settings.time_limit = std::chrono::seconds(0);
  settings.prune = Prune::kAll;
  EXPECT_EQ(night().summary.gone, 0);
  EXPECT_EQ(corpus().size(), 2U);
}

TEST_F(WholeNights, SmallPartsAreMerged) {
  settings.shard_size = {10, 0};
  for (const auto* name : {"a", "b", "c"}) {
    file(name, name);
    night();
  }
  settings.compact = true;
  EXPECT_TRUE(night().summary.committed);
  EXPECT_TRUE(fs::exists(folder.path("corpus/current/part-00000004.jsonl")));
  EXPECT_FALSE(fs::exists(folder.path("corpus/current/part-00000003.jsonl")));
  EXPECT_THAT(corpus(), UnorderedElementsAre("a: a", "b: b", "c: c"));
  EXPECT_FALSE(night().summary.committed) << "there is nothing left to merge";
}

TEST_F(WholeNights, ChangesReplayedAreTheCorpus) {
  settings.changes = folder.path("changes");
  settings.prune = Prune::kAll;
  std::map<std::string, std::string> database;
  const auto follow = [&] {
    (void)night();
    std::istringstream lines(folder.read("changes"));
    for (std::string line; std::getline(lines, line);) {
      const auto id = *json::string(*json::member(line, "id"));
      const auto name = id.substr(id.rfind("/in/") + 4);
      database.erase(name);
      if (const auto records = json::member(line, "records"))
        for (const auto record : json::elements(*records))
          database.emplace(name, *json::string(*json::member(record, "text")));
    }
    std::vector<std::string> all;
    for (const auto& [name, text] : database) all.push_back(name + ": " + text);
    EXPECT_THAT(corpus(), testing::UnorderedElementsAreArray(all));
  };
  file("a", "one");
  file("b", "two");
  file("c", "three");
  follow();
  file("b", "four");
  fs::remove(folder.path("in/c"));
  file("d", "five");
  follow();
  EXPECT_EQ(database, (std::map<std::string, std::string>{{"a", "one"}, {"b", "four"}, {"d", "five"}}));
  follow();
  EXPECT_EQ(folder.read("changes"), "") << "nothing was new";
}

/// The run ends between the writing of changes and the renaming of the link.
TEST_F(WholeNights, WhatWasToldOfANightThatWasEndedIsTakenBack) {
  settings.changes = folder.path("changes");
  settings.prune = Prune::kAll;
  file("a", "one");
  night();
  file("b", "two");
  const auto obstacle = folder.path("corpus/.current.next");
  fs::create_directory(obstacle);
  EXPECT_THROW(night(), IoError);
  EXPECT_THAT(folder.read("changes"), testing::HasSubstr(R"("change":"add")"));
  fs::remove(obstacle);
  fs::remove(folder.path("in/b"));
  EXPECT_EQ(night().summary.changes.removed, 1);
  EXPECT_THAT(folder.read("changes"), testing::StartsWith(R"({"change":"remove","id":")"));
  EXPECT_THAT(corpus(), ElementsAre("a: one"));
}

TEST_F(WholeNights, APageIsLearntFromOnce) {
  Night night(settings);
  auto& unlearnt = night.unlearnt();
  EXPECT_FALSE(unlearnt.has_document("page", "print"));
  EXPECT_TRUE(unlearnt.has_document("page", "print"));
  EXPECT_FALSE(unlearnt.has_document("page", "changed"));
}

}  // namespace
}  // namespace sito::batch

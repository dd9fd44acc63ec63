#include "pipeline/run.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sito::pipeline {
namespace {

using testing::ElementsAre;

/// Batches of three numbered documents; every `bad`-th line is no record, every 5th batch skips a file.
class Numbers final : public Source {
 public:
  Numbers(int batches, int bad) : batches_(batches), bad_(bad) {}

  std::unique_ptr<Batch> next() override {
    if (next_ == batches_) return nullptr;
    return std::make_unique<Three>(next_++, bad_);
  }

 private:
  class Three final : public Batch {
   public:
    Three(int number, int bad) : number_(number), bad_(bad) {}
    [[nodiscard]] std::size_t bytes() const override { return 3; }
    void expand(std::span<const std::string_view> known, Document& document, Scratch&,
                Visitor& visitor) override {
      if (number_ % 5 == 0 && !visitor.skip({"logo.png"}, "image/png")) return;
      for (int i = 0; i < 3; ++i) {
        const int line = number_ * 3 + i + 1;
        const auto record =
            bad_ != 0 && line % bad_ == 0 ? std::string("[]") : fmt::format(R"({{"text":"{}"}})", line);
        const Place place{"in", static_cast<std::size_t>(line)};
        auto parsed = document.assign(record, known);
        const bool go_on = parsed ? visitor.document(document, place, record)
                                  : visitor.reject(place, parsed.error().reason, record);
        if (!go_on) return;
      }
    }

   private:
    int number_;
    int bad_;
  };

  int batches_;
  int bad_;
  int next_ = 0;
};

struct Told {
  std::string lines;
  std::vector<std::string> refusals;
  RunResult result;
};

Told told(int batches, int bad, RunSettings settings) {
  Numbers source(batches, bad);
  Told told;
  Progress progress;
  Outlet outlet;
  outlet.write = [&](std::string_view lines) { told.lines += lines; };
  outlet.refuse = [&](const Refusal& refusal) {
    if (!refusal.skipped)
      told.refusals.push_back(fmt::format("{}:{} {}", refusal.file, refusal.line, refusal.record));
  };
  told.result = run(source, Chain({}, make_line_sink()), outlet, settings, progress);
  if (!told.result.stopped) {
    EXPECT_EQ(progress.documents, told.result.statistics.documents);
  }
  return told;
}

TEST(Run, TheBytesAreTheSameForEveryNumberOfJobs) {
  const auto one = told(200, 7, {1, false});
  for (const unsigned jobs : {2U, 8U}) {
    const auto many = told(200, 7, {jobs, false});
    EXPECT_EQ(many.lines, one.lines);
    EXPECT_EQ(many.refusals, one.refusals);
  }
}

TEST(Run, CountsWhatCameThroughAndWhatDidNot) {
  const auto all = told(10, 7, {2, false});
  const auto& statistics = all.result.statistics;
  EXPECT_EQ(statistics.documents, 26);
  EXPECT_EQ(statistics.rejected, 4);
  EXPECT_EQ(statistics.skipped, 2);
  EXPECT_EQ(statistics.bytes_in, 30);
  EXPECT_EQ(statistics.bytes_out, static_cast<std::int64_t>(all.lines.size()));
  EXPECT_EQ(statistics.media_types.at("image/png"), 2);
  EXPECT_EQ(statistics.reasons.size(), 1U);
  EXPECT_THAT(all.refusals, ElementsAre("in:7 []", "in:14 []", "in:21 []", "in:28 []"));
}

TEST(Run, StrictStopsAtTheFirstRejectWhateverTheJobs) {
  for (const unsigned jobs : {1U, 2U, 8U}) {
    const auto strict = told(200, 50, {jobs, true});
    EXPECT_TRUE(strict.result.stopped);
    EXPECT_EQ(strict.result.statistics.documents, 49);
    EXPECT_TRUE(strict.lines.ends_with("{\"text\":\"49\"}\n"));
    EXPECT_THAT(strict.refusals, ElementsAre("in:50 []"));
  }
}

TEST(Run, TellsWhenABatchIsThrough) {
  Numbers source(10, 7);
  Progress progress;
  std::vector<std::string> events;
  const Outlet outlet{[&](std::string_view) { events.emplace_back("lines"); },
                      [&](const Refusal&) { events.emplace_back("refusal"); },
                      [&] { events.emplace_back("through"); }};
  (void)run(source, Chain({}, make_line_sink()), outlet, {4, false}, progress);
  EXPECT_EQ(std::count(events.begin(), events.end(), "through"), 10);
  EXPECT_EQ(events.back(), "through");
  for (std::size_t at = 1; at < events.size(); ++at)
    EXPECT_EQ(events[at] == "lines", events[at - 1] == "through");
}

TEST(Run, WithoutDocumentsNothingIsWritten) {
  const auto none = told(0, 0, {4, false});
  EXPECT_EQ(none.lines, "");
  EXPECT_EQ(none.result.statistics.documents, 0);
}

}  // namespace
}  // namespace sito::pipeline

#include "pipeline/run.h"

#include <chrono>
#include <memory>
#include <utility>

#include "pipeline/ordered.h"

namespace sito::pipeline {
namespace {

/// What became of one batch: its lines and refusals, in order. A refusal does not need its place among
/// the lines, since the two go to different places.
struct Outcome {
  std::string lines;
  std::vector<Refusal> refusals;
  std::int64_t documents = 0;
  std::int64_t bytes_in = 0;
  bool stopped = false;
};

/// Takes a batch's documents through the chain.
class ChainVisitor final : public Visitor {
 public:
  ChainVisitor(const Chain& chain, Scratch& scratch, bool strict, Outcome& outcome)
      : chain_(chain), scratch_(scratch), strict_(strict), outcome_(outcome) {}

  bool document(Document& document, Place place, std::string_view record) override {
    if (auto done = chain_.process(document, scratch_, outcome_.lines); !done)
      return reject(place, done.error().reason, record);
    ++outcome_.documents;
    return true;
  }

  bool reject(Place place, std::string_view reason, std::string_view record) override {
    outcome_.refusals.push_back({std::string(place.file), place.line, std::string(reason),
                                 std::string(record), false, std::string(place.input)});
    outcome_.stopped = strict_;
    return !strict_;
  }

  bool skip(Place place, std::string_view media_type) override {
    outcome_.refusals.push_back(
        {std::string(place.file), place.line, std::string(media_type), {}, true, std::string(place.input)});
    return true;
  }

 private:
  const Chain& chain_;
  Scratch& scratch_;
  bool strict_;
  Outcome& outcome_;
};

std::size_t weight(const Outcome& outcome) {
  std::size_t bytes = outcome.lines.size() + 64;
  for (const auto& refusal : outcome.refusals) bytes += refusal.record.size() + 64;
  return bytes;
}

class Run {
 public:
  Run(Source& source, const Chain& chain, const Outlet& outlet, const RunSettings& settings,
      Progress& progress)
      : source_(source),
        chain_(chain),
        outlet_(outlet),
        settings_(settings),
        progress_(progress),
        scratches_(settings.jobs),
        documents_(settings.jobs) {}

  RunResult run() {
    const auto start = std::chrono::steady_clock::now();
    OrderedWork<std::unique_ptr<Batch>, Outcome> work;
    work.take = [this] { return taken(); };
    work.process = [this](std::unique_ptr<Batch>&& batch, unsigned worker) {
      return outcome(*batch, worker);
    };
    work.deliver = [this](Outcome&& outcome) { return deliver(outcome); };
    work.bytes = weight;
    run_ordered(std::move(work), settings_.jobs);
    result_.statistics.counts = source_.counts();
    for (const auto& scratch : scratches_) result_.statistics.counts.merge(scratch.counts);
    result_.statistics.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return std::move(result_);
  }

 private:
  std::optional<std::unique_ptr<Batch>> taken() {
    auto batch = source_.next();
    return batch ? std::optional(std::move(batch)) : std::nullopt;
  }

  Outcome outcome(Batch& batch, unsigned worker) {
    Outcome outcome;
    ChainVisitor visitor(chain_, scratches_[worker], settings_.strict, outcome);
    batch.expand(chain_.fields(), documents_[worker], scratches_[worker], visitor);
    outcome.bytes_in = static_cast<std::int64_t>(batch.bytes());
    progress_.documents += outcome.documents;
    progress_.bytes += outcome.bytes_in;
    return outcome;
  }

  bool deliver(const Outcome& outcome) {
    if (!outcome.lines.empty()) outlet_.write(outcome.lines);
    for (const auto& refusal : outcome.refusals) {
      count(refusal);
      outlet_.refuse(refusal);
    }
    if (outlet_.delivered) outlet_.delivered();
    auto& statistics = result_.statistics;
    statistics.documents += outcome.documents;
    statistics.bytes_in += outcome.bytes_in;
    statistics.bytes_out += static_cast<std::int64_t>(outcome.lines.size());
    result_.stopped = outcome.stopped;
    return !outcome.stopped;
  }

  void count(const Refusal& refusal) {
    auto& statistics = result_.statistics;
    if (refusal.skipped) {
      ++statistics.skipped;
      ++statistics.media_types[refusal.reason];
    } else {
      ++statistics.rejected;
      ++statistics.reasons[reason_class(refusal.reason)];
    }
  }

  Source& source_;
  const Chain& chain_;
  const Outlet& outlet_;
  const RunSettings& settings_;
  Progress& progress_;
  std::vector<Scratch> scratches_;   ///< one a worker
  std::vector<Document> documents_;  ///< likewise
  RunResult result_;
};

}  // namespace

RunResult run(Source& source, const Chain& chain, const Outlet& outlet, const RunSettings& settings,
              Progress& progress) {
  auto checked = settings;
  if (checked.jobs < 1) checked.jobs = 1;
  return Run(source, chain, outlet, checked, progress).run();
}

}  // namespace sito::pipeline

#include "cli/batch_job.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "batch/dry_run.h"
#include "batch/entry.h"
#include "cli/deciding_options.h"
#include "cli/exit_status.h"
#include "cli/learning.h"
#include "io/error.h"
#include "io/tree.h"

namespace sito::cli {
namespace {

std::string count(std::int64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

/// What the user has to know; `all`: also where all is well.
std::vector<std::string> told(const batch::NightSummary& night, bool all) {
  std::vector<std::string> lines;
  if (all) {
    lines.push_back(fmt::format(
        "{}: {} added, {} replaced, {} removed; {}",
        night.committed ? batch::generation_name(night.generation) : std::string("nothing is new"),
        night.changes.added, night.changes.replaced, night.changes.removed,
        count(night.documents, "document")));
  }
  if (night.prune_was_refused) {
    lines.push_back(fmt::format(
        "the input of {} of {} is gone, more than {} %: their records stay; --prune=all removes them",
        night.gone, count(night.documents, "document"), batch::kFewPercent));
  } else if (all && night.gone > 0) {
    lines.push_back(
        fmt::format("the input of {} is gone, whose records stay", count(night.gone, "document")));
  }
  if (night.stale > 0)
    lines.push_back(
        fmt::format("{} made with other options or another version: --reprocess makes them anew",
                    night.stale == 1 ? "1 document was" : count(night.stale, "document") + " were"));
  if (night.time_was_up) lines.emplace_back("the time was up: the next run goes on");
  return lines;
}

class NightDestination final : public Destination {
 public:
  NightDestination(std::unique_ptr<batch::Night> night, bool summary)
      : night_(std::move(night)), tells_all_(summary) {}

  void write(std::string_view entries) override { night_->add(entries); }
  void refuse(const pipeline::Refusal& refusal) override { night_->refuse(refusal); }
  void delivered() override { night_->delivered(); }
  void commit() override { summary_ = night_->commit(); }
  [[nodiscard]] std::int64_t bytes() const override { return night_->bytes(); }
  [[nodiscard]] bool tells_all() const override { return tells_all_ || ErrorStream::is_terminal(); }
  [[nodiscard]] std::vector<std::string> closing(bool all) const override { return told(summary_, all); }
  [[nodiscard]] bool is_satisfied() const override { return !summary_.prune_was_refused; }

  [[nodiscard]] batch::Night& night() { return *night_; }

 private:
  std::unique_ptr<batch::Night> night_;
  bool tells_all_;
  batch::NightSummary summary_;
};

/// An unmounted disk, or a name mistyped, must not look like an archive that lost all it had.
void check_holds_something(const std::vector<std::string>& paths, const io::TreeSettings& settings) {
  if (paths.empty()) throw UsageError("the list of --read.files-from names no PATH");
  for (const auto& path : paths) {
    if (path == "-")
      throw UsageError("standard input cannot be read again the next night: name files and folders");
    std::vector<io::FoundFile> files;
    if (!io::Tree({path}, settings).next(files, 1))
      throw IoError(path, "read", "it holds no file: is a disk not mounted?");
  }
}

batch::Prune prune_of(const std::optional<std::string>& given) {
  if (!given) return batch::Prune::kKeep;
  if (given->empty()) return batch::Prune::kFew;
  if (*given == "all") return batch::Prune::kAll;
  throw UsageError(fmt::format("--prune: '{}' is not all", *given));
}

/// What the lines look like, of the switches that decide what records are.
std::string shape_of(const std::vector<batch::Option>& options) {
  std::vector<batch::Option> shape;
  for (const auto& option : options)
    if (option.name == "emit.view" || option.name == "emit.fields" || option.name == "emit.foreign")
      shape.push_back(option);
  return options_digest(shape);
}

}  // namespace

std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || number <= 0 || number > 1'000'000'000) return std::nullopt;
  const std::string_view unit(stop, static_cast<std::size_t>(end - stop));
  if (unit.empty() || unit == "s") return std::chrono::seconds(number);
  if (unit == "m") return std::chrono::minutes(number);
  if (unit == "h") return std::chrono::hours(number);
  return std::nullopt;
}

BatchSwitches::BatchSwitches(Switches switches) {
  switches.flag("--verify", verify_, "Read every input and compare its digest, whatever its size and time");
  switches.flag("--retry", retry_, "Read again what was rejected, though it has not changed");
  switches.flag("--reprocess", reprocess_, "Make all records anew that were made with other options");
  switches.optional_value(
      "--prune", prune_, "all",
      "Remove records whose input is gone, if they are at most 5 percent; =all whatever they are");
  switches.flag("--compact", compact_, "Merge small parts");
  switches.count("--keep-generations", keep_generations_, "N",
                 "Keep the N newest generations, the current one counted; by default 3");
  switches.flag("--learn", learn_,
                "Learn templates from what is new, add them to those of earlier nights, and use them");
  switches.text("--changes", changes_, "FILE",
                "Write what was added, replaced and removed to FILE as JSON Lines");
  switches.text("--time-limit", time_limit_, "TIME",
                "After TIME (90m, 8h) make current what is done; the next run goes on");
  switches.flag("--dry-run", dry_run_, "List the files that are new, changed or gone, and read none");
  switches.flag("--summary", summary_, "Tell what was done also where standard error is no terminal");
}

batch::NightSettings BatchSwitches::settings(const Request& request, const RunSwitches& run) const {
  const auto options = deciding_options(request.given);
  batch::NightSettings settings;
  settings.folder = request.output;
  settings.making.options = options_digest(options);
  settings.making.shape = shape_of(options);
  const auto parts = run.emit.line_parts("64M");
  settings.suffix = parts.suffix;
  settings.shard_size = parts.shard_size;
  settings.again = {verify_, retry_, reprocess_};
  settings.prune = prune_of(prune_);
  settings.compact = compact_;
  if (keep_generations_ == 0)
    throw UsageError("--keep-generations: the current one is kept, so 1 is the least");
  settings.keep_generations = keep_generations_;
  settings.changes = changes_;
  if (time_limit_) settings.time_limit = parse_duration(*time_limit_);
  if (time_limit_ && !settings.time_limit)
    throw UsageError(fmt::format("--time-limit: '{}' is no time such as 90m or 8h", *time_limit_));
  settings.manifest.program = request.program;
  settings.manifest.version = SITO_VERSION;
  settings.manifest.options = options;
  return settings;
}

Job BatchSwitches::listing(const Request& request, const RunSwitches& run) const {
  Job job;
  batch::DryRunSettings settings{request.output,
                                 run.read.paths(request),
                                 run.read.settings(request).raw.tree,
                                 {verify_, retry_, reprocess_}};
  settings.making.options = options_digest(deciding_options(request.given));
  settings.making.shape = shape_of(deciding_options(request.given));
  job.finish = [settings](const Job::Write& write) { batch::dry_run(settings, write); };
  job.prints = true;
  return job;
}

Job BatchSwitches::job(const Request& request, const RunSwitches& run) const {
  if (request.output == "-") throw UsageError("a folder is needed: -o DIR");
  if (run.strip.learns()) throw UsageError("--strip.learn: nights learn with --learn, which adds up");
  if (run.read.lists_only() || run.emit.wants_schema())
    throw UsageError("--read.dry-run and --emit.schema are of sito run; here it is --dry-run");
  auto night_settings = settings(request, run);
  check_holds_something(run.read.paths(request), run.read.settings(request).raw.tree);
  if (dry_run_) return listing(request, run);
  auto made = std::make_unique<batch::Night>(std::move(night_settings));
  if (const auto objection = made->objection()) throw UsageError(request.output + ": " + *objection);
  auto destination = std::make_shared<NightDestination>(std::move(made), summary_);
  auto& night = destination->night();
  const auto reading = [&run, &night, request, destination]() {
    night.begin();
    auto job = run.read.job(request, run.stages(night.model()), batch::make_entry_sink(run.emit.line_sink()),
                            &night);
    job.source = night.watched(std::move(job.source));
    job.destination = destination;
    return job;
  };
  if (!learn_) return reading();
  std::vector<std::unique_ptr<Stage>> first;
  first.push_back(run.normalize.stage());
  auto learning =
      learn_more(run.read.job(request, std::move(first), run.strip.page_sink(), &night.unlearnt()),
                 [&night, reading](const MergeModels& merge) {
                   night.learnt(merge);
                   return reading();
                 });
  learning.destination = destination;
  return learning;
}

}  // namespace sito::cli

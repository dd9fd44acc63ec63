#include "cli/plan_command.h"

#include <fmt/format.h>

#include <array>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <memory>
#include <string_view>
#include <utility>

#include "batch/assembly.h"
#include "batch/file_state.h"
#include "batch/sharing.h"
#include "cli/deciding_options.h"
#include "cli/exit_status.h"
#include "cli/jobs.h"
#include "cli/planned_switches.h"
#include "io/error.h"
#include "io/tree.h"
#include "pipeline/list_source.h"
#include "pipeline/ordered.h"

namespace sito::cli {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostTasks = 1'000'000;
constexpr std::size_t kFilesAtOnce = 256;

struct Refused {
  std::string_view name;
  std::string_view why;
};

constexpr std::array kRefused = {
    Refused{"read.dry-run", "a plan lists the files"},
    Refused{"emit.schema", "a plan has no records; 'sito run' prints their schema"},
    Refused{"emit.shard-size", "each task writes one part"},
    Refused{"emit.overwrite", "what is there is never replaced"},
    Refused{"strip.learn", "tasks learn by 'sito task --until normalize' and sito-templates"},
};

/// The folder that a file stands in, with a slash at its end; empty for the working one.
std::string folder_of(const std::string& file) { return file.substr(0, file.rfind('/') + 1); }

/// The path with links resolved and a slash behind it; empty where there is nothing.
std::string real_folder(const std::string& path) {
  boost::system::error_code error;
  const auto real = boost::filesystem::canonical(path.empty() ? "." : path, error).string();
  return error ? "" : real + '/';
}

/// Whether a file in the plan's folder is what a task has left there; all of these would be too many outputs.
bool is_part(std::string_view below, std::string_view suffix) {
  return below.starts_with("part-") && below.ends_with(suffix) && below.find('/') == std::string_view::npos;
}

/// What else tasks will write, if it lies below one of the PATHs.
std::vector<std::string> outputs(const std::string& plan_file, const std::vector<std::string>& paths) {
  std::vector<std::string> result = {plan_file};
  const auto folder = folder_of(plan_file);
  const auto real = real_folder(folder);
  for (const auto& path : paths) {
    const auto given = real_folder(path);
    if (real.empty() || given.empty() || !real.starts_with(given)) continue;
    if (real != given) result.push_back(folder);
    if (real == given)
      for (const auto name :
           {"done"sv, "rejects"sv, batch::kManifestName, batch::kSuccessName, batch::kRejectsName})
        result.push_back(folder + std::string(name));
  }
  return result;
}

}  // namespace

PlanCommand::PlanCommand(Tool& tool) : run_([&](const std::string& stage) { return tool.switches(stage); }) {
  auto switches = tool.switches();
  switches.count("--tasks", tasks_, "N", "Share the inputs out among N tasks");
  switches.off("--no-digest", digests_, "Know inputs by size and time alone, and do not read them now");
  switches.count("-j,--jobs", jobs_, "N", "Read N files at once; by default as many as the process may use");
}

void PlanCommand::check(const Request& request) const {
  for (const auto& given : request.given)
    for (const auto& refused : kRefused)
      if (given.name == refused.name) throw UsageError(fmt::format("--{}: {}", refused.name, refused.why));
  if (tasks_ == 0) throw UsageError("--tasks N is needed: how many tasks there are to be");
  if (tasks_ > kMostTasks) throw UsageError(fmt::format("--tasks: at most {}", kMostTasks));
  for (const auto* suffix : {".gz", ".zst", ".xz"})
    if (request.output.ends_with(suffix))
      throw UsageError("-o: a plan is not compressed: tasks read parts of it");
  const auto folder = folder_of(request.output);
  if (request.output != "-" && boost::filesystem::exists(folder + std::string(batch::kSuccessName)))
    throw UsageError(fmt::format("{}{}: a corpus is finished there; plan into another folder", folder,
                                 batch::kSuccessName));
  (void)run_.stages();  // values that make no sense are told now
}

batch::Plan PlanCommand::plan(const Request& request) const {
  batch::Plan plan;
  plan.version = SITO_VERSION;
  plan.options = planned_options(request.given);
  plan.options_digest = options_digest(deciding_options(given_of(plan.options)));
  plan.suffix = run_.emit.part_shape().suffix;
  for (const auto& path : run_.read.paths(request)) {
    if (path == "-") throw UsageError("standard input cannot be planned: tasks read files");
    plan.paths.push_back({io::plain_path(path), absolute(path)});
  }
  return plan;
}

std::vector<batch::PlannedInput> PlanCommand::inputs(const Request& request, const batch::Plan& plan) const {
  std::vector<batch::PlannedInput> inputs;
  const auto paths = run_.read.paths(request);
  if (auto apart = pipeline::check_overlap(paths); !apart) throw UsageError(apart.error().reason);
  auto settings = run_.read.settings(request).raw.tree;
  if (request.output != "-") settings.outputs = outputs(request.output, paths);
  for (std::size_t in = 0; in < paths.size(); ++in) {
    io::Tree tree({paths[in]}, settings);
    const bool holds_parts =
        request.output != "-" && real_folder(paths[in]) == real_folder(folder_of(request.output));
    for (std::vector<io::FoundFile> files; tree.next(files, kFilesAtOnce);) {
      for (const auto& file : files) {
        if (!file.regular && !file.reject)
          throw UsageError(fmt::format("{}: is no regular file and cannot be planned", file.path));
        if (holds_parts && is_part(file.below, plan.suffix)) continue;
        inputs.push_back(batch::planned(file, in));
      }
    }
  }
  return inputs;
}

void PlanCommand::take_digests(const batch::Plan& plan, Tasks& tasks) const {
  std::vector<batch::PlannedInput*> inputs;
  for (auto& task : tasks)
    for (auto& input : task) inputs.push_back(&input);
  std::size_t next = 0;
  pipeline::OrderedWork<batch::PlannedInput*, bool> work;
  work.take = [&] { return next < inputs.size() ? std::optional(inputs[next++]) : std::nullopt; };
  work.process = [&](batch::PlannedInput*&& input, unsigned) {
    if (!input->reject.empty()) return true;
    try {
      input->digest = batch::digest_of(*input, batch::found(plan, *input).location);
    } catch (const IoError& error) {
      // The task will reject it by name, or find that it has changed.
      if (error.error_number() != EACCES && error.error_number() != ENOENT) throw;
    }
    return true;
  };
  work.deliver = [](bool) { return true; };
  work.bytes = [](bool) { return std::size_t{1}; };
  pipeline::run_ordered(std::move(work), jobs_ == 0 ? default_jobs() : static_cast<unsigned>(jobs_));
}

Job PlanCommand::job(const Request& request) const {
  check(request);
  auto plan = this->plan(request);
  auto tasks = batch::share_out(plan, inputs(request, plan), tasks_);
  if (digests_) take_digests(plan, tasks);
  if (const auto folder = folder_of(request.output); !folder.empty() && request.output != "-") {
    boost::system::error_code error;
    boost::filesystem::create_directory(folder, error);
    if (error) throw IoError(folder, "create", error.value());
  }
  Job job;
  job.finish = [json = to_json(plan, tasks)](const Job::Write& write) { write(json); };
  return job;
}

}  // namespace sito::cli

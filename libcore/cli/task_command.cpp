#include "cli/task_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/filesystem/operations.hpp>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "batch/file_state.h"
#include "batch/task_writer.h"
#include "cli/exit_status.h"
#include "io/error.h"
#include "pipeline/rejects.h"

namespace sito::cli {
namespace {

// Slurm, PBS, AWS Batch and Kubernetes.
constexpr std::array kArrayIndices = {"SLURM_ARRAY_TASK_ID", "PBS_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX",
                                      "JOB_COMPLETION_INDEX"};

constexpr std::array<std::string_view, 5> kStages = {"read", "normalize", "strip", "meta", "quotes"};

/// How many stages there are behind read, up to and with this one.
std::size_t stages_until(std::string_view stage) {
  return static_cast<std::size_t>(std::find(kStages.begin(), kStages.end(), stage) - kStages.begin());
}

/// Throws IoError for inputs that are not as planned: it names the first and counts the others.
void check_inputs(const batch::Plan& plan, const std::vector<batch::PlannedInput>& inputs, bool digests) {
  std::string first;
  std::string words;
  std::size_t others = 0;
  for (const auto& input : inputs) {
    auto different = batch::difference(input, batch::found(plan, input).location, digests);
    if (!different) continue;
    if (first.empty()) {
      first = input.path;
      words = *std::move(different);
    } else {
      ++others;
    }
  }
  if (first.empty()) return;
  if (others > 0)
    words += fmt::format(" (and {} other input{} changed)", others, others == 1 ? " has" : "s have");
  throw IoError(first, "use it as planned", words);
}

/// Writes the task's part and what it says of it.
class TaskDestination final : public Destination {
 public:
  TaskDestination(std::shared_ptr<const batch::PlanFile> plan, std::size_t task, batch::TaskKey key,
                  std::vector<batch::PlannedInput> inputs, std::string_view head)
      : plan_(std::move(plan)),
        task_(task),
        key_(std::move(key)),
        inputs_(std::move(inputs)),
        writer_(plan_->folder(), plan_->part_name(task), task, head) {}

  void write(std::string_view frames) override { writer_.add(frames); }
  void refuse(const pipeline::Refusal& refusal) override { writer_.refuse(pipeline::to_json(refusal)); }
  [[nodiscard]] std::int64_t bytes() const override { return writer_.content_bytes(); }

  void counted(const pipeline::Statistics& statistics) override { statistics_ = statistics; }

  void commit() override {
    check_inputs(plan_->plan(), inputs_, false);  // none has changed while it was read
    // Where another attempt was faster, its part stays: theirs may be compressed by another library.
    if (batch::is_done(plan_->folder(), task_, key_)) return;
    batch::Done done;
    done.key = key_;
    done.documents = statistics_.documents;
    done.rejected = statistics_.rejected;
    done.skipped = statistics_.skipped;
    done.seconds = statistics_.seconds;
    writer_.finish(std::move(done));
  }

 private:
  std::shared_ptr<const batch::PlanFile> plan_;
  std::size_t task_;
  batch::TaskKey key_;
  std::vector<batch::PlannedInput> inputs_;
  batch::TaskWriter writer_;
  pipeline::Statistics statistics_;
};

}  // namespace

std::size_t task_number(const std::optional<std::string>& given, std::size_t tasks) {
  std::string text = given.value_or("");
  for (const auto* name : kArrayIndices) {
    const auto* value = std::getenv(name);
    if (text.empty() && value != nullptr) text = value;
  }
  if (text.empty()) throw UsageError("a task's number is needed: no scheduler has set one");
  std::size_t number = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || number >= tasks)
    throw UsageError(tasks == 1 ? fmt::format("there is no task '{}', only 0", text)
                                : fmt::format("there is no task '{}': they are 0 to {}", text, tasks - 1));
  return number;
}

TaskCommand::TaskCommand(Tool& tool) {
  auto switches = tool.switches();
  switches.text("--model", model_, "FILE",
                "Remove what the templates in FILE say of a page's site too (see sito-templates)");
  switches.choice("--until", until_, {kStages.begin(), kStages.end()},
                  "Write documents as they are behind this stage to the output, and no part");
  tool.output_only_if([this] { return !until_.empty(); });
}

std::shared_ptr<const templates::Model> TaskCommand::model(const batch::PlanFile& plan) const {
  if (!model_) return nullptr;
  if (switches_->has("strip.model"))
    throw UsageError(fmt::format("--model: {} has a model already", plan.path()));
  if (!until_.empty() && stages_until(until_) < stages_until("strip"))
    throw UsageError(fmt::format("--model: nothing is stripped until '{}'", until_));
  return std::make_shared<const templates::Model>(templates::Model::read(io::Input(*model_)));
}

std::vector<io::FoundFile> TaskCommand::files(const Task& task) const {
  std::vector<io::FoundFile> files;
  for (const auto& input : task.inputs) files.push_back(batch::found(task.plan->plan(), input));
  return files;
}

Job TaskCommand::job(const Request& request) {
  const auto& operands = request.operands;
  if (operands.empty() || operands.size() > 2)
    throw UsageError(operands.empty() ? "a PLAN is needed" : "only a PLAN and a task's number can be given");
  Task task;
  task.plan = std::make_shared<const batch::PlanFile>(operands[0]);
  task.number =
      task_number(operands.size() > 1 ? std::optional(operands[1]) : std::nullopt, task.plan->tasks());
  switches_ = std::make_unique<PlannedSwitches>(*task.plan);
  task.model = model(*task.plan);
  task.key = {task.plan->digest(), task.plan->plan().options_digest, task.model ? task.model->digest() : ""};
  task.inputs = task.plan->inputs(task.number);
  return until_.empty() ? part_job(std::move(task), request) : stage_job(std::move(task), request);
}

Job TaskCommand::part_job(Task task, const Request& request) const {
  const auto folder = task.plan->folder();
  Job job;
  job.summary = [number = task.number] { return fmt::format("task {} is done", number); };
  if (batch::is_done(folder, task.number, task.key)) {
    job.summary = [number = task.number] { return fmt::format("task {} is done already", number); };
    return job;
  }
  const auto success = folder + std::string(batch::kSuccessName);
  if (boost::system::error_code error; boost::filesystem::exists(success, error))
    throw IoError(success, "run a task", "the corpus is finished; without this file it can be done anew");
  check_inputs(task.plan->plan(), task.inputs, true);
  const auto& run = switches_->run();
  auto found = files(task);
  const auto destination = std::make_shared<TaskDestination>(
      task.plan, task.number, std::move(task.key), std::move(task.inputs), run.emit.part_shape().head);
  auto running = run.emit.job(destination, [&](auto sink) {
    return run.read.job_of(std::move(found), request, run.stages(std::move(task.model)), std::move(sink));
  });
  running.summary = std::move(job.summary);
  return running;
}

Job TaskCommand::stage_job(Task task, const Request& request) const {
  check_inputs(task.plan->plan(), task.inputs, true);
  const auto& run = switches_->run();
  auto stages = run.stages(task.model);
  stages.resize(stages_until(until_));
  return run.read.job_of(files(task), request, std::move(stages), pipeline::make_line_sink());
}

}  // namespace sito::cli

// task_command.h: what `sito task` does.
//
// Runs one task of a plan, here and now: its inputs through the stages into its part. What a task leaves is
// batch/task_writer.h's question.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/done.h"
#include "batch/plan.h"
#include "cli/planned_switches.h"
#include "cli/tool.h"

namespace sito::cli {

/// The task that the arguments name, or else the scheduler: the first of SLURM_ARRAY_TASK_ID,
/// PBS_ARRAY_INDEX, AWS_BATCH_JOB_ARRAY_INDEX and JOB_COMPLETION_INDEX that is set to something. Throws
/// UsageError where none does, and for what is no number below `tasks`.
[[nodiscard]] std::size_t task_number(const std::optional<std::string>& given, std::size_t tasks);

class TaskCommand {
 public:
  /// Declares its switches. Outlives the run.
  explicit TaskCommand(Tool& tool);

  /// Runs the task, unless it is done. Throws UsageError, and IoError for an input that is not as planned.
  [[nodiscard]] Job job(const Request& request);

 private:
  /// The task that is to be run.
  struct Task {
    std::shared_ptr<const batch::PlanFile> plan;
    std::size_t number = 0;
    std::vector<batch::PlannedInput> inputs;
    batch::TaskKey key;
    std::shared_ptr<const templates::Model> model;
  };

  [[nodiscard]] std::shared_ptr<const templates::Model> model(const batch::PlanFile& plan) const;
  [[nodiscard]] Job part_job(Task task, const Request& request) const;
  [[nodiscard]] Job stage_job(Task task, const Request& request) const;
  [[nodiscard]] std::vector<io::FoundFile> files(const Task& task) const;

  std::unique_ptr<PlannedSwitches> switches_;
  std::optional<std::string> model_;
  std::string until_;
};

}  // namespace sito::cli

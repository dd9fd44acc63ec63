// plan_command.h: what `sito plan` does.
//
// Walks the PATHs as `sito run` does, and says who reads what. How that is written down is batch/plan.h's
// question, how it is shared out batch/sharing.h's.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "batch/plan.h"
#include "cli/run_switches.h"
#include "cli/tool.h"

namespace sito::cli {

class PlanCommand {
 public:
  /// Declares its switches. Outlives the run.
  explicit PlanCommand(Tool& tool);

  /// Writes the plan of the PATHs. Throws UsageError for what tasks cannot do, IoError.
  [[nodiscard]] Job job(const Request& request) const;

 private:
  using Tasks = std::vector<std::vector<batch::PlannedInput>>;

  [[nodiscard]] batch::Plan plan(const Request& request) const;
  [[nodiscard]] std::vector<batch::PlannedInput> inputs(const Request& request,
                                                        const batch::Plan& plan) const;
  void take_digests(const batch::Plan& plan, Tasks& tasks) const;
  void check(const Request& request) const;

  RunSwitches run_;
  std::size_t tasks_ = 0;
  std::size_t jobs_ = 0;
  bool digests_ = true;
};

}  // namespace sito::cli

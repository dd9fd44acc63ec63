// planned_switches.h: the switches of a plan.
//
// `sito plan` takes the switches of all stages, `sito task` runs by them on another machine, days later. This
// header settles how they are written down and read back. What else a plan holds is batch/plan.h's question.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "batch/plan.h"
#include "cli/run_switches.h"
#include "cli/tool.h"

namespace sito::cli {

/// `path` from the root on, else as it is written: links and ".." stay.
[[nodiscard]] std::string absolute(const std::string& path);

/// Of `given` those of stages ("strip.keep"), but for those that have done their work once the inputs are
/// known. Files are absolute, with the digests of what is in them. Throws UsageError for a file that is
/// standard input, IoError for one that cannot be read.
[[nodiscard]] std::vector<batch::PlannedOption> planned_options(const std::vector<Given>& given);

/// The same as they were given, for who compares them (deciding_options.h).
[[nodiscard]] std::vector<Given> given_of(const std::vector<batch::PlannedOption>& options);

class PlannedSwitches {
 public:
  /// Parses those of `plan` again. Throws IoError where that would not give what was planned: a file has
  /// changed, or another version made the plan.
  explicit PlannedSwitches(const batch::PlanFile& plan);
  ~PlannedSwitches();
  PlannedSwitches(const PlannedSwitches&) = delete;
  PlannedSwitches& operator=(const PlannedSwitches&) = delete;

  [[nodiscard]] const RunSwitches& run() const;

  /// Whether one of these was given.
  [[nodiscard]] bool has(const std::string& name) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
  std::vector<std::string> names_;
};

}  // namespace sito::cli

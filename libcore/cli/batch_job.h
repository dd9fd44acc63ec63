// batch_job.h: a corpus that is kept current, as a command.
//
// The switches of `sito batch` and the job that they make: the stages of `sito run`, into the next generation
// of a folder. What a night is, is batch/night.h's question.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "batch/night.h"
#include "cli/run_switches.h"
#include "cli/switches.h"
#include "cli/tool.h"

namespace sito::cli {

/// Outlives the parsing.
class BatchSwitches {
 public:
  explicit BatchSwitches(Switches switches);

  /// Throws UsageError for what makes no sense, IoError where the folder cannot be used or a PATH holds
  /// nothing: before anything is changed.
  [[nodiscard]] Job job(const Request& request, const RunSwitches& run) const;

 private:
  [[nodiscard]] batch::NightSettings settings(const Request& request, const RunSwitches& run) const;
  [[nodiscard]] Job listing(const Request& request, const RunSwitches& run) const;

  bool verify_ = false;
  bool retry_ = false;
  bool reprocess_ = false;
  std::optional<std::string> prune_;
  bool compact_ = false;
  std::size_t keep_generations_ = 3;
  bool learn_ = false;
  std::optional<std::string> changes_;
  std::optional<std::string> time_limit_;
  bool dry_run_ = false;
  bool summary_ = false;
};

/// The seconds that `text` stands for: 90, 90s, 15m, 8h. None for anything else and for 0.
[[nodiscard]] std::optional<std::chrono::seconds> parse_duration(std::string_view text);

}  // namespace sito::cli

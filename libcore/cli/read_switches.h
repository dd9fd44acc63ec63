// read_switches.h: sito-read's switches, for the tool and for `sito run`.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/decode_switches.h"
#include "cli/switches.h"
#include "cli/tool.h"
#include "pipeline/file_source.h"

namespace sito::cli {

class ReadSwitches {
 public:
  explicit ReadSwitches(Switches switches);

  /// The PATHs' documents through `stages` to `sink`, those that are not `known`; with --dry-run, their
  /// names. Throws UsageError for no PATH, overlapping PATHs and values that make no sense, IoError for a
  /// PATH that does not exist.
  [[nodiscard]] Job job(const Request& request, std::vector<std::unique_ptr<Stage>> stages,
                        std::unique_ptr<Sink> sink, pipeline::Known* known = nullptr) const;

  /// All PATHs, and how they are read. Throw as job() does.
  [[nodiscard]] std::vector<std::string> paths(const Request& request) const;
  [[nodiscard]] pipeline::FileSettings settings(const Request& request) const;

  /// The same for files that a walk of them found (pipeline::make_found_source()).
  [[nodiscard]] Job job_of(std::vector<io::FoundFile> files, const Request& request,
                           std::vector<std::unique_ptr<Stage>> stages, std::unique_ptr<Sink> sink) const;

  /// The files that name PATHs, of --files-from.
  [[nodiscard]] std::vector<std::string> lists() const;

  /// Whether --dry-run was given: what comes out are names, whatever the stages.
  [[nodiscard]] bool lists_only() const { return dry_run_; }

 private:
  [[nodiscard]] std::unique_ptr<pipeline::Source> source(const Request& request,
                                                         pipeline::Known* known) const;

  pipeline::FileSettings settings_;
  DecodeSwitches decode_;
  std::vector<std::string> include_;
  std::vector<std::string> exclude_;
  std::string digest_ = "xxh128";
  std::vector<std::string> types_;
  std::vector<std::string> warc_types_;
  std::vector<std::string> statuses_;
  std::string html_ = "text";
  std::optional<std::string> files_from_;
  bool nul_ = false;
  mutable std::optional<std::vector<std::string>>
      listed_;  ///< of --files-from, which may be a pipe: read once
  bool dry_run_ = false;
};

}  // namespace sito::cli

// craft_switches.h: each craft's switches, for its own tool and for `sito run`.
//
// Those of emit, with which files leave, are emit_switches.h's. The same declaration serves `sito-strip
// --keep` and `sito run --strip.keep`, so the two cannot drift.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/switches.h"
#include "document/stage.h"
#include "meta/settings.h"
#include "normalize/normalize.h"
#include "strip/settings.h"

namespace sito::cli {

/// Each holds what its switches set, and outlives the parsing. stage() and sink() throw UsageError for
/// values that make no sense, IoError for files that cannot be read.
class NormalizeSwitches {
 public:
  explicit NormalizeSwitches(Switches switches);
  [[nodiscard]] normalize::Settings settings() const;
  [[nodiscard]] std::unique_ptr<Stage> stage() const;

 private:
  void keep_only(normalize::Settings& settings) const;

  normalize::Settings settings_;
  std::string apostrophe_ = "keep";
  std::string quotation_marks_ = "keep";
  std::string dashes_ = "keep";
  std::vector<std::string> only_;
};

class StripSwitches {
 public:
  explicit StripSwitches(Switches switches);
  /// --undo, which `sito run` has no use for.
  void declare_undo(Switches switches);
  /// With the templates of `model`, if any, else those of --model.
  [[nodiscard]] std::unique_ptr<Stage> stage(std::shared_ptr<const templates::Model> model = nullptr) const;

  /// Whether --learn was given, and the sink of its first pass (learning.h).
  [[nodiscard]] bool learns() const { return learns_; }
  [[nodiscard]] std::unique_ptr<Sink> page_sink() const;

 private:
  strip::Settings settings_;
  std::vector<std::string> rule_files_;
  std::optional<std::string> model_file_;
  std::string group_by_ = "site";
  bool learns_ = false;
};

class MetaSwitches {
 public:
  explicit MetaSwitches(Switches switches);
  [[nodiscard]] std::unique_ptr<Stage> stage() const;

 private:
  bool redo_ = false;
  std::optional<std::string> today_;
  std::vector<std::string> languages_;
};

class QuotesSwitches {
 public:
  explicit QuotesSwitches(Switches switches);
  [[nodiscard]] std::unique_ptr<Stage> stage() const;
};

}  // namespace sito::cli

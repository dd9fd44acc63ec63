// run_switches.h: every stage's switches, each under its stage's name.
//
// What `sito run` and the commands of whole archives have in common: --read.root, --strip.keep,
// --emit.view. Where documents come from and where they go is the commands' choice.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/craft_switches.h"
#include "cli/emit_switches.h"
#include "cli/read_switches.h"
#include "cli/switches.h"
#include "document/stage.h"

namespace sito::cli {

/// Outlives the parsing.
struct RunSwitches {
  /// `switches_of("strip")` gives the switches under that name.
  explicit RunSwitches(const std::function<Switches(const std::string& stage)>& switches_of);

  /// From normalize to quotes; strip by the templates of `model`, if any, else those of --strip.model.
  /// Throws as each of them does.
  [[nodiscard]] std::vector<std::unique_ptr<Stage>> stages(
      std::shared_ptr<const templates::Model> model = nullptr) const;

  ReadSwitches read;
  NormalizeSwitches normalize;
  StripSwitches strip;
  MetaSwitches meta;
  QuotesSwitches quotes;
  EmitSwitches emit;
};

}  // namespace sito::cli
